import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadEnvironment, variables } from "./config.ts";
import { drawOnce, furnishForOne, type Places } from "./demo/once.ts";
import { furnish } from "./demo/page/places.ts";
import { startPage } from "./demo/page/start.ts";
import { type Demo, type DemoOptions, startDemo } from "./demo/start.ts";
import { hearStopSignals } from "./stop-signals.ts";
import { demo as words } from "./text/host/demo.ts";
import { otherTexts } from "./text/text.ts";

const languages = ["en-US", ...otherTexts.map(([locale]) => locale)];

/** Its abort: a person, or the system, wants it to end. */
const stopping = new AbortController();

type Asked = { once?: string | undefined; out: string; port: number };

function readArguments(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: {
        once: { type: "string" },
        out: { type: "string", default: "." },
        port: { type: "string", default: "0" },
      },
    });
    const port = Number(values.port);
    return Number.isInteger(port) && port >= 0 && port < 65_536 ? { ...values, port } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The host's own webuis and language model take part. Whatever else is set is for the host's own bot, and blank here: what
 * is not there at all would be read from `.env` again.
 */
function demoEnvironment(): Record<string, string | undefined> {
  const environment = loadEnvironment();
  const taken = [environment["WEBUI_URLS"]?.trim() ? /^WEBUI_/ : /^$/, /^PROMPT_LLM_/];
  const left = Object.keys(variables).filter((name) => !taken.some((each) => each.test(name)));
  return { ...environment, ...Object.fromEntries(left.map((name) => [name, ""])) };
}

/** The demo with these people and places, or a line that says why there is none. */
async function start<Places>(
  furnishing: Pick<DemoOptions<Places>, "furnish" | "owners">,
): Promise<Demo<Places> | undefined> {
  const demo = await startDemo({
    program: fileURLToPath(new URL("../launch.js", import.meta.url)),
    environment: demoEnvironment(),
    signal: stopping.signal,
    ...furnishing,
  });
  if ("discord" in demo) return demo;
  if (stopping.signal.aborted) return undefined;
  console.error("printed" in demo ? demo.printed : words.noWebui(demo.webuis, demo.why));
  return undefined;
}

async function drawOne(prompt: string, out: string): Promise<number> {
  let demo: Demo<Places> | undefined;
  try {
    await mkdir(out, { recursive: true });
    await access(out, constants.W_OK);
    demo = await start({ furnish: furnishForOne });
    if (demo === undefined) return 1;
    const { signal } = stopping;
    return (await drawOnce(demo, prompt, { out, saved: words.saved, signal })) ? 0 : 1;
  } catch (error) {
    if (!isOfFile(error)) throw error;
    console.error(words.notSaved(error.path, error.code));
    return 1;
  } finally {
    await demo?.close();
  }
}

/** Serves the page until a signal comes, or Easel ends by itself. */
async function servePage(port: number): Promise<number> {
  const demo = await start({
    furnish: (discord) => furnish(discord, words.places),
    // The moderator may try /admin, too.
    owners: ({ members }) => members.slice(1).map(({ id }) => id),
  });
  if (demo === undefined) return stopping.signal.aborted ? 0 : 1;
  try {
    const { discord, webui, places } = demo;
    const { members } = places;
    const page = await startPage({ discord, webui, members, languages, words: words.page, port });
    console.log(words.open(page.url));
    await Promise.race([untilStopped(), demo.easel.ended]);
    const isSignal = stopping.signal.aborted;
    await page.close();
    if (!isSignal) console.error(demo.easel.printed().trim());
    return isSignal ? 0 : 1;
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    console.error(words.portTaken(port));
    return 1;
  } finally {
    await demo.close();
  }
}

async function untilStopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  stopping.signal.addEventListener("abort", () => resolve());
  if (!stopping.signal.aborted) await promise;
}

const isOfFile = (error: unknown): error is Error & { path: string; code: string } =>
  error instanceof Error && "path" in error && "code" in error;

const isPortTaken = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

async function run(): Promise<number> {
  const asked = readArguments();
  if (asked === undefined) {
    console.error(words.usage);
    return 1;
  }
  hearStopSignals(() => stopping.abort(), process);
  return asked.once === undefined ? servePage(asked.port) : drawOne(asked.once, resolve(asked.out));
}

process.exitCode = await run();
