import { appendFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Inside, Said } from "./samples.ts";

/*
 * Loaded before everything else in a program that is measured. At every SIGUSR2 it writes a line to a file of its own about
 * what this process holds once the garbage is collected; it opens nothing and starts no timer.
 */
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const file = join(process.env["PROBE_DIR"] ?? "", `${process.pid}.jsonl`);
const megabytes = (bytes: number) => bytes / 1_048_576;

const say = (said: Said) => appendFileSync(file, `${JSON.stringify(said)}\n`);

function look(): Inside {
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  return { heapMb: megabytes(heapUsed + external), rssMb: megabytes(rss), resources };
}

process.on("SIGUSR2", () => say({ inside: look() }));
process.on("warning", ({ name, message }) => {
  if (name === "MaxListenersExceededWarning") say({ warning: message });
});
const ran = basename(process.env["CLOCK_FILE"] ?? "").replace("clock of ", "");
const isReceiver = process.argv.some((argument) => argument.endsWith("receiver.ts"));
say({ name: isReceiver ? `receiver of ${ran}` : ran });
