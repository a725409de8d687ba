import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadEnvironment } from "./config.ts";
import { type Message, startDiscord } from "./demo/discord/start.ts";
import { toTerminal } from "./demo/terminal.ts";
import { startWebui } from "./demo/webui/start.ts";
import { textFor } from "./text/text.ts";

const words = textFor(undefined).demo;

/** Milliseconds: until Easel takes commands, until a webui is found, and until a picture is there. */
const limits = { start: 60_000, webui: 30_000, picture: 30 * 60_000 };

/** The stand-in webui draws slowly enough that one sees it wait. Seconds. */
const pace = { secondsPerStep: 0.03, secondsToLoadModel: 0.5 };

type Easel = { printed(): string; stop(): Promise<void>; hasEnded(): boolean };

/** Easel itself, as `npm start` runs it, between the stand-ins. */
function startEasel(env: Record<string, string | undefined>): Easel {
  const program = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  }
  const ended = once(child, "exit");
  return {
    printed: () => printed,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Why the webui is down, as Easel's log says. */
function reasonIn(printed: string): string {
  return /"why":"([^"\\]*)"/.exec(printed)?.[1] ?? "";
}

async function until(condition: () => boolean, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += 50) {
    if (condition()) return true;
    await delay(50);
  }
  return condition();
}

/** Everything up to a member who can type `/draw`. */
async function startDemo() {
  const environment = loadEnvironment();
  const discord = await startDiscord();
  const realWebuis = environment["WEBUI_URLS"]?.trim() ?? "";
  const webui = realWebuis === "" ? await startWebui({ adetailer: true, ...pace }) : undefined;
  const folder = await mkdtemp(join(tmpdir(), "easel-demo-"));
  const channel = discord.createChannel({ guild: discord.createGuild({ name: "Demo" }) });
  const member = discord.createUser({ name: "you" });
  const easel = startEasel({
    ...environment,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_CDN_ORIGINS: discord.cdnOrigin,
    DISCORD_GUILD_IDS: "",
    WEBUI_URLS: webui?.url ?? realWebuis,
    REDIS_URL: "",
    DATA_DIR: folder,
    HTTP_PORT: "0",
    LOG_LEVEL: "info",
  });
  const close = async () => {
    await easel.stop();
    await webui?.close();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  };
  const ready = () => discord.registeredCommands().length > 0 || easel.hasEnded();
  await until(ready, limits.start);
  const webuiUp = await until(
    () => easel.hasEnded() || easel.printed().includes("webui is up"),
    limits.webui,
  );
  if (easel.hasEnded() || !webuiUp) {
    console.error(
      easel.hasEnded()
        ? easel.printed().trim()
        : words.noWebui(webui?.url ?? realWebuis, reasonIn(easel.printed())),
    );
    await close();
    return undefined;
  }

  /** One `/draw`, as the member sees it; the pictures go to `out`. True when there are some. */
  const draw = async (prompt: string, out: string): Promise<boolean> => {
    const interaction = discord.command({
      user: member,
      channel,
      name: "draw",
      options: { prompt },
    });
    const pages = () =>
      discord.messages(channel).filter((message) => message.id >= firstOf(interaction));
    let shown = "";
    const isOver = (message: Message) =>
      !discord.buttonsOf(message).some(({ emoji }) => emoji === "❌");
    const isResult = (message: Message) =>
      discord.buttonsOf(message).some(({ emoji }) => emoji === "🎲");
    await until(() => {
      const current = pages().map((message) => toTerminal(discord, message));
      const text = current.join("\n\n");
      if (text !== "" && text !== shown) {
        console.log(`${shown === "" ? "" : "\n"}${text}`);
        shown = text;
      }
      if (easel.hasEnded()) return true;
      return pages().some(
        (message) => isResult(message) || (discord.textOf(message) !== "" && isOver(message)),
      );
    }, limits.picture);
    const pictures = pages().flatMap(({ attachments }) => attachments);
    await mkdir(out, { recursive: true });
    for (const { filename, bytes } of pictures) {
      await writeFile(join(out, filename), bytes);
      console.log(words.saved(join(out, filename)));
    }
    return pictures.length > 0;
  };
  return { draw, close };
}

/** Messages of an interaction come after it: their ids are larger. */
const firstOf = ({ id }: { id: string }) => id;

function readArguments(): { once?: string | undefined; out: string } | undefined {
  try {
    const options = { once: { type: "string" }, out: { type: "string", default: "." } } as const;
    return parseArgs({ options }).values;
  } catch {
    return undefined;
  }
}

async function run(): Promise<number> {
  const asked = readArguments();
  if (asked === undefined) {
    console.error(words.usage);
    return 1;
  }
  const demo = await startDemo();
  if (demo === undefined) return 1;
  const out = resolve(asked.out);
  try {
    if (asked.once !== undefined) return (await demo.draw(asked.once, out)) ? 0 : 1;
    console.log(words.welcome);
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    process.on("SIGINT", () => lines.close());
    lines.setPrompt("/draw ");
    lines.prompt();
    for await (const line of lines) {
      if (line.trim() === "") break;
      await demo.draw(line, out);
      lines.prompt();
    }
    lines.close();
    return 0;
  } finally {
    await demo.close();
  }
}

process.exitCode = await run();
