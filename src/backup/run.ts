import { parseArgs } from "node:util";
import { hearStopSignals } from "../stop-signals.ts";
import { backup as words } from "../text/host/backup.ts";
import { explainFailure } from "./errors.ts";

/**
 * A program that does one thing with the file that it is given: one line on what came of it. A signal stops it, with
 * everything tidied up.
 */
export async function runOnFile(
  usage: string,
  work: (file: string, signal: AbortSignal) => Promise<string>,
): Promise<void> {
  const file = readFileName();
  if (file === undefined) {
    console.error(usage);
    process.exitCode = 1;
    return;
  }
  const stopping = new AbortController();
  hearStopSignals(() => stopping.abort(), process);
  try {
    console.log(await work(file, stopping.signal));
  } catch (error) {
    console.error(explainFailure(error, words));
    process.exitCode = 1;
  }
}

function readFileName(): string | undefined {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    const [file = ""] = positionals;
    return positionals.length === 1 && file !== "" ? file : undefined;
  } catch {
    return undefined;
  }
}
