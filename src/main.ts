import { startBot } from "./bot/start.ts";
import { type Config, ConfigError, loadConfig, type Role, roles } from "./config.ts";
import { createLog, type Log } from "./log.ts";
import { releaseLocks } from "./queue/locks.ts";
import { startPrivateRedis } from "./store/private-redis.ts";
import { connectRedis, untilReady } from "./store/redis.ts";
import { RedisMissingError } from "./store/redis-server.ts";
import { textFor } from "./text/text.ts";
import { createBackend } from "./webui/client.ts";
import { readAnswers } from "./webui/responses.ts";
import { startWorker } from "./worker/start.ts";

type Closable = { close(): Promise<void> };

/** Everything is closed within this, or we end without. Milliseconds. */
const closeMs = 28_000;
/** How long a start waits for a Redis that somebody else runs. Milliseconds. */
const redisMs = 15_000;

const words = textFor(undefined).start;

function readRoles(args: readonly string[]): readonly Role[] | undefined {
  if (args.length === 0) return roles;
  const wanted = roles.filter((role) => args.includes(role));
  return wanted.length === args.length ? wanted : undefined;
}

/** Opens everything in order; `opened` is filled as it goes, so that what is open can be closed whatever happens. */
async function start(
  wanted: readonly Role[],
  config: Config,
  log: Log,
  opened: Closable[],
  onFatal: (error: Error) => void,
) {
  const redisUrl = config.redisUrl ?? (await openPrivateRedis(config, log, opened));
  const onRedisError = (error: Error) => log.debug({ err: error }, "redis");
  const patient = connectRedis(redisUrl, "wait", onRedisError);
  opened.push({ close: async () => patient.disconnect() });
  await untilReady(patient, redisMs);
  if (config.redisUrl === undefined) await releaseLocks(patient);
  patient.on("ready", () => log.info("redis is back"));

  if (wanted.includes("worker")) {
    const { urls, ...rest } = config.webui;
    const backends = urls.map((url) => createBackend({ url, ...rest }));
    const { discord, saveDir } = config;
    opened.push(
      await startWorker({ redis: patient, backends, readAnswers, discord, saveDir, log }),
    );
  }
  if (wanted.includes("bot")) {
    const redis = connectRedis(redisUrl, "fail", onRedisError);
    opened.push({ close: async () => redis.disconnect() });
    await untilReady(redis, redisMs);
    opened.push(await startBot({ redis, discord: config.discord, log, onFatal }));
  }
}

async function openPrivateRedis(config: Config, log: Log, opened: Closable[]): Promise<string> {
  const { dataDir, path } = config;
  const server = await startPrivateRedis({ dataDir, path }, (event) =>
    log[event === "failed" ? "error" : "info"](`private redis ${event}`),
  );
  opened.push(server);
  return server.url;
}

async function run(): Promise<void> {
  const wanted = readRoles(process.argv.slice(2));
  if (wanted === undefined) return stopShort(words.usage);
  let config: Config;
  try {
    config = loadConfig(wanted);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return stopShort(
      [words.badConfig, ...error.problems.map((problem) => `  ${problem}`)].join("\n"),
    );
  }
  const log = await createLog(config.logLevel, secretsOf(config));
  const opened: Closable[] = [];
  let closing: Promise<void> | undefined;

  const close = async (code: number) => {
    setTimeout(() => process.exit(code || 1), closeMs).unref();
    for (const part of opened.reverse()) {
      try {
        await part.close();
      } catch (error) {
        log.error({ err: error }, "closing failed");
      }
    }
    log.info("stopped");
    process.exit(code);
  };
  const stop = (code: number) => {
    // A second signal means now.
    if (closing !== undefined) process.exit(code || 1);
    closing = close(code);
  };
  const crash = (error: unknown) => {
    if (closing !== undefined) return;
    const line =
      error instanceof RedisMissingError || isForHost(error) ? (error as Error).message : undefined;
    if (line === undefined) log.fatal({ err: error }, "crashed");
    else console.error(line);
    stop(1);
  };
  process.on("SIGTERM", () => stop(0));
  process.on("SIGINT", () => stop(0));
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
  try {
    await start(wanted, config, log, opened, crash);
    log.info({ roles: wanted }, "started");
  } catch (error) {
    crash(error);
  }
}

/** Errors that say in one line what the host has to do. */
const isForHost = (error: unknown) =>
  error instanceof Error && ["WrongTokenError", "GatewayClosedError"].includes(error.name);

function secretsOf({ discord, webui, promptLlm, redisUrl }: Config): string[] {
  const inAddress = (url: string | undefined) => {
    if (url === undefined || !URL.canParse(url)) return [];
    const { username, password } = new URL(url);
    return [
      decodeURIComponent(password),
      password,
      username === "" ? "" : `${username}:${password}`,
    ];
  };
  return [
    discord.token,
    ...(webui.login === undefined
      ? []
      : [webui.login, webui.login.slice(webui.login.indexOf(":") + 1)]),
    ...Object.values(webui.headers),
    ...webui.urls.flatMap(inAddress),
    ...inAddress(redisUrl),
    promptLlm.key ?? "",
  ].filter((secret) => secret !== "");
}

function stopShort(line: string): void {
  console.error(line);
  process.exitCode = 1;
}

await run();
