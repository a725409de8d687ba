import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Channel,
  type Interaction,
  type Message,
  startDiscord,
  type User,
} from "../../src/demo/discord/start.ts";
import { startWebui, type StandInWebui, type WebuiOptions } from "../../src/demo/webui/start.ts";
import { stopRedisIn } from "./redis.ts";
import { startEasel, type EaselProcess } from "./easel.ts";
import { createContracts } from "./contracts.ts";

export type WorldOptions = {
  /** One stand-in webui for each; one A1111 if not said. */
  webuis?: WebuiOptions[];
  env?: Record<string, string>;
  /** Started before Easel; `false`: the test starts it with `start()`. */
  started?: boolean;
};

/** On a machine that is busy with much else, less than a hook may take. Milliseconds. */
const startMs = 20_000;

type Options = Record<
  string,
  string | number | boolean | { bytes: Uint8Array; name: string; contentType?: string }
>;

/** Whether each of so many webuis was looked at, and the bot has heard of those that are up, of one at least. */
function knowsWebuis(log: readonly Record<string, unknown>[], many: number): boolean {
  const looks = log.filter(({ msg }) => msg === "webui is up" || msg === "webui is down");
  const last = new Map(looks.map(({ webui, msg }) => [webui, msg]));
  const up = [...last.values()].filter((msg) => msg === "webui is up").length;
  const heard = log.findLast(({ msg }) => msg === "the bot knows who is up")?.["up"];
  return last.size >= many && up > 0 && Array.isArray(heard) && heard.length >= up;
}

/** A Discord, webuis, and an Easel of its own between them, with a Redis of its own. */
export async function startWorld({ webuis = [{}], env = {}, started = true }: WorldOptions = {}) {
  const contracts = await createContracts();
  const discord = await startDiscord({ onExchange: contracts.checkDiscord });
  const standIns: StandInWebui[] = [];
  for (const options of webuis) {
    standIns.push(
      await startWebui({
        onExchange: (exchange) => contracts.checkWebui(exchange, options.kind ?? "a1111"),
        ...options,
      }),
    );
  }
  const [webui] = standIns;
  if (webui === undefined) throw new Error("a world needs a webui");
  const dataDir = await mkdtemp(join(tmpdir(), "easel-test-"));
  const guild = discord.createGuild({ name: "Guild" });
  const channel = discord.createChannel({ guild, name: "pictures" });
  const member = discord.createUser({ name: "Ada" });

  const settings = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_CDN_ORIGINS: discord.cdnOrigin,
    WEBUI_URLS: standIns.map(({ url }) => url).join(","),
    DATA_DIR: dataDir,
    HTTP_PORT: "0",
    LOG_LEVEL: "debug",
    ...env,
  };
  let easel: EaselProcess | undefined;
  const running: EaselProcess[] = [];

  const world = {
    discord,
    webui,
    webuis: standIns,
    dataDir,
    guild,
    channel,
    member,
    settings,
    contracts,
    get easel(): EaselProcess {
      if (easel === undefined) throw new Error("Easel was not started");
      return easel;
    },
    /** Starts Easel and waits until it takes commands, and, unless told otherwise, until it knows of a webui that is up. */
    async start({ args = [], webuiUp = true }: { args?: string[]; webuiUp?: boolean } = {}) {
      const begun = startEasel(settings, args);
      easel = begun;
      running.push(begun);
      const isReady = () => {
        const log = begun.log();
        const isRegistered = log.some(({ msg }) => msg === "commands registered");
        return isRegistered && (!webuiUp || knowsWebuis(log, standIns.length));
      };
      await discord.waitFor(isReady, startMs).catch((cause: unknown) => {
        throw new Error(`Easel did not start:\n${begun.output()}`, { cause });
      });
    },
    draw: (options: Options, { user = member, at = channel }: { user?: User; at?: Channel } = {}) =>
      discord.command({ user, channel: at, name: "draw", options }),
    /** The first answer that a person can read. */
    answer: (interaction: Interaction): Promise<Message> =>
      discord.waitFor(() => {
        const message = interaction.responseMessage ?? interaction.followUps[0];
        return message !== undefined && discord.textOf(message) !== "" && message;
      }, 5_000),
    /** The private refusal of an interaction. */
    async refusal(interaction: Interaction): Promise<string> {
      const message = await discord.waitFor(
        () =>
          [interaction.responseMessage, ...interaction.followUps].find(
            (each) => each?.ephemeralFor !== undefined && discord.textOf(each) !== "",
          ),
        5_000,
      );
      return discord.textOf(message);
    },
    /** Results are known by their 🎲. */
    isResult: (message: Message) => discord.buttonsOf(message).some(({ emoji }) => emoji === "🎲"),
    /** The finished result of a job, wherever in the channel it stands. */
    result: (interaction: Interaction, timeoutMs = 15_000): Promise<Message> =>
      discord.waitFor(
        () =>
          discord
            .messages(interaction.channel)
            .find((message) =>
              discord
                .buttonsOf(message)
                .some(({ customId }) => customId === `again:${interaction.id}`),
            ),
        timeoutMs,
      ),
    async close() {
      for (const each of running) await each.stop();
      await stopRedisIn(dataDir);
      await Promise.all(standIns.map((each) => each.close()));
      await discord.close();
      await rm(dataDir, { recursive: true, force: true });
      const { problems } = discord;
      if (problems.length > 0)
        throw new Error(`the stand-in Discord failed:\n${problems.join("\n")}`);
      contracts.assertKept();
    },
  };
  if (started) {
    await world.start().catch(async (cause: unknown) => {
      // Nobody else could: there is no world yet.
      await world.close().catch(() => undefined);
      throw cause;
    });
  }
  return world;
}

export type World = Awaited<ReturnType<typeof startWorld>>;
