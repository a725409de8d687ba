import { once } from "node:events";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadEnvironment } from "./config.ts";
import { drawOnce, furnishForOne } from "./demo/once.ts";
import { furnish } from "./demo/page/places.ts";
import { startPage } from "./demo/page/start.ts";
import { type Demo, type DemoOptions, startDemo } from "./demo/start.ts";
import { demo as words } from "./text/host/demo.ts";
import { otherTexts } from "./text/text.ts";

const languages = ["en-US", ...otherTexts.map(([locale]) => locale)];

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

/** The demo with these people and places, or a line that says why there is none. */
async function start<Places>(
  furnishing: Pick<DemoOptions<Places>, "furnish" | "owners">,
): Promise<Demo<Places> | undefined> {
  const demo = await startDemo({
    program: fileURLToPath(new URL("../launch.js", import.meta.url)),
    environment: loadEnvironment(),
    ...furnishing,
  });
  if ("discord" in demo) return demo;
  console.error("printed" in demo ? demo.printed : words.noWebui(demo.webuis, demo.why));
  return undefined;
}

async function drawOne(prompt: string, out: string): Promise<number> {
  const demo = await start({ furnish: furnishForOne });
  if (demo === undefined) return 1;
  try {
    return (await drawOnce(demo, prompt, { out, saved: words.saved })) ? 0 : 1;
  } finally {
    await demo.close();
  }
}

/** Serves the page until a signal comes, or Easel ends by itself. */
async function servePage(port: number): Promise<number> {
  const demo = await start({
    furnish: (discord) => furnish(discord, words.places),
    // The moderator may try /admin, too.
    owners: ({ members }) => members.slice(1).map(({ id }) => id),
  });
  if (demo === undefined) return 1;
  try {
    const { discord, webui, places } = demo;
    const { members } = places;
    const page = await startPage({ discord, webui, members, languages, words: words.page, port });
    console.log(words.open(page.url));
    const isSignal = await signalOr(demo.easel.ended);
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

/** True when a signal came first. */
async function signalOr(ended: Promise<void>): Promise<boolean> {
  const signals = ["SIGINT", "SIGTERM"].map((name) => once(process, name).then(() => true));
  return Promise.race([...signals, ended.then(() => false)]);
}

const isPortTaken = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

async function run(): Promise<number> {
  const asked = readArguments();
  if (asked === undefined) {
    console.error(words.usage);
    return 1;
  }
  return asked.once === undefined ? servePage(asked.port) : drawOne(asked.once, resolve(asked.out));
}

process.exitCode = await run();
