import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Exchange, startDiscord } from "../../../src/demo/discord/start.ts";
import type { Exchange as WebuiExchange, StandInWebui } from "../../../src/demo/webui/start.ts";
import { createContracts } from "../../harness/contracts.ts";
import { createChance } from "../chance.ts";
import { createProgram, type Program } from "./program.ts";
import { redisOfEasel, startRedisApart } from "./redis.ts";
import { type Kind, listsOf, startWebuis } from "./webuis.ts";

/** Who hears of what reaches the stand-ins. */
export type Listener = {
  onDiscord(exchange: Exchange): void;
  onWebui(webui: StandInWebui, exchange: WebuiExchange): void;
};

const env = { HTTP_PORT: "0", LOG_LEVEL: "debug", WEBUI_TIMEOUT_SECONDS: "20" };
/** Milliseconds. */
const startMs = 40_000;

export type Installation = Awaited<ReturnType<typeof openInstallation>>;

/** All that a host runs, with a Discord and webuis around it. Started once, for some runs one after the other. */
export async function openInstallation(
  kind: Kind,
  seed: number,
  {
    more = {},
    start = startWebuis,
  }: { more?: Record<string, string>; start?: typeof startWebuis } = {},
) {
  const dataDir = await mkdtemp(join(tmpdir(), "easel-faults-"));
  const contracts = await createContracts();
  let listener: Listener | undefined;
  const discord = await startDiscord({
    onExchange(exchange) {
      contracts.checkDiscord(exchange);
      listener?.onDiscord(exchange);
    },
  });
  const webuis = await start(createChance(seed), (webui, exchange) => {
    contracts.checkWebui(exchange, webui.kind);
    listener?.onWebui(webui, exchange);
  });
  const server =
    kind === "together" ? redisOfEasel(dataDir) : await startRedisApart(join(dataDir, "own"));
  const lists = listsOf(kind, webuis.length);
  const create = (name: string, args: readonly string[], listed: readonly number[]): Program =>
    createProgram(
      name,
      args,
      {
        ...env,
        ...more,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_CDN_ORIGINS: discord.cdnOrigin,
        DATA_DIR: dataDir,
        WEBUI_URLS: listed.map((number) => webuis[number]?.url ?? "").join(","),
        ...(server.url === "" ? {} : { REDIS_URL: server.url }),
      },
      dataDir,
    );
  const programs =
    kind === "together"
      ? [create("process", [], lists[0] ?? [])]
      : [
          create("bot", ["bot"], lists[0] ?? []),
          ...lists.map((listed, index) => create(`worker ${index + 1}`, ["worker"], listed)),
        ];

  const installation = {
    kind,
    discord,
    webuis,
    server,
    programs,
    redis: server.redis,
    contracts,
    program(name: string): Program {
      const found = programs.find((each) => each.name === name);
      if (found === undefined) throw new Error(`no ${name} in an installation ${kind}`);
      return found;
    },
    listen: (to: Listener) => void (listener = to),
    /** Has everything come up that runs now, and is the bot connected? */
    isUp: () => programs.every((program) => program.isUp()) && discord.isConnected(),
    outputs: () => programs.map((program) => program.output()),
    /** SIGTERM to all; says what does not end as it should. */
    async stop(): Promise<string[]> {
      const codes = await Promise.all(programs.map((program) => program.stop()));
      return programs.flatMap(({ name }, index) =>
        codes[index] === 0 ? [] : [`${name} ended with code ${String(codes[index])}`],
      );
    },
    async remove() {
      for (const program of programs) await program.remove();
      await server.remove();
      await Promise.all(webuis.map((webui) => webui.close()));
      await discord.close();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  try {
    for (const program of programs) program.start();
    await discord.waitFor(() => isReady(programs, webuis.length), startMs);
    await discord.waitFor(() => server.redis.status === "ready");
    // What the start still has to do (lists, commands) is over soon.
    await delay(100);
  } catch (cause) {
    const output = installation.outputs().join("");
    await installation.remove();
    throw new Error(`Easel did not start:\n${output}`, { cause });
  }
  return installation;
}

/** Some worker gives jobs to each webui, and the bot has heard of all. */
function isReady(programs: readonly Program[], webuis: number): boolean {
  const log = programs.flatMap((program) => program.log());
  const up = new Set(log.flatMap(({ msg, webui }) => (msg === "webui is up" ? [webui] : [])));
  const heard = log.findLast(({ msg }) => msg === "the bot knows who is up")?.["up"];
  return (
    up.size >= webuis &&
    Array.isArray(heard) &&
    heard.length >= webuis &&
    log.some(({ msg }) => msg === "commands registered")
  );
}
