import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type StandInDiscord, startDiscord } from "./discord/start.ts";
import { type Easel, startEasel } from "./easel.ts";
import { startWebui, type StandInWebui, type WebuiOptions } from "./webui/start.ts";

/** Milliseconds: until Easel takes commands, and until a webui is found. */
const limits = { start: 60_000, webui: 30_000 };

/** The stand-in webui draws slowly enough that one sees it wait. Seconds. */
const pace = { secondsPerStep: 0.03, secondsToLoadModel: 0.5 };

export interface DemoOptions<Places> {
  /** The file that `npm start` runs. */
  program: string;
  environment: Record<string, string | undefined>;
  /** Makes the people and the places; they are there before Easel is. */
  furnish: (discord: StandInDiscord) => Places | Promise<Places>;
  /** Ids of those who own the bot; the application's owner if not said. */
  owners?: (places: Places) => readonly string[];
  /** Its abort ends a start that is under way. */
  signal?: AbortSignal;
  /** What the stand-in webui is to be like; not used where WEBUI_URLS names real ones. */
  webui?: WebuiOptions;
}

export interface Demo<Places> {
  discord: StandInDiscord;
  easel: Easel;
  /** Absent: the webuis are real ones. */
  webui: StandInWebui | undefined;
  places: Places;
  /** Where Easel keeps what it keeps, its Redis included. */
  dataDir: string;
  close(): Promise<void>;
}

/** Why there is no demo: what Easel printed before it ended, or which webuis could not be used. */
export type NoDemo = { printed: string } | { webuis: string; why: string };

/** Everything up to a member who can type `/draw`: the stand-ins, and Easel between them with a Redis of its own. */
export async function startDemo<Places>(
  options: DemoOptions<Places>,
): Promise<Demo<Places> | NoDemo> {
  const { environment } = options;
  const discord = await startDiscord();
  const realWebuis = environment["WEBUI_URLS"]?.trim() ?? "";
  const webui =
    realWebuis === ""
      ? await startWebui({ adetailer: true, controlNet: true, ...pace, ...options.webui })
      : undefined;
  const folder = await mkdtemp(join(tmpdir(), "easel-demo-"));
  const places = await options.furnish(discord);
  const easel = startEasel(options.program, {
    ...environment,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_CDN_ORIGINS: discord.cdnOrigin,
    DISCORD_GUILD_IDS: "",
    OWNER_IDS: options.owners?.(places).join(",") ?? "",
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
  const isOver = () => easel.hasEnded() || options.signal?.aborted === true;
  const isReady = () => discord.registeredCommands().length > 0;
  const isUp = () => easel.printed().includes("webui is up");
  const many = realWebuis.split(",").filter((each) => each.trim() !== "").length;
  const isHopeless = () =>
    webui === undefined && easel.printed().split('"webui is down"').length > many;
  await until(() => isReady() || isOver(), limits.start);
  await until(() => isUp() || isHopeless() || isOver(), limits.webui);
  if (!isOver() && isUp()) return { discord, easel, webui, places, dataDir: folder, close };
  const failure = easel.hasEnded()
    ? { printed: easel.printed().trim() }
    : { webuis: webui?.url ?? realWebuis, why: reasonIn(easel.printed()) };
  await close();
  return failure;
}

/** Why the webui is down, as Easel's log says. */
function reasonIn(printed: string): string {
  return /"why":"([^"\\]*)"/.exec(printed)?.[1] ?? "";
}

export async function until(condition: () => boolean, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += 50) {
    if (condition()) return true;
    await delay(50);
  }
  return condition();
}
