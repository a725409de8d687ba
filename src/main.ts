import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GatewayClosedError, WrongTokenError } from "./bot/login.ts";
import { startBot } from "./bot/start.ts";
import { createClassifier } from "./classifier/classify.ts";
import { type Config, ConfigError, loadConfig, type Role, roles, secretsOf } from "./config.ts";
import { createPromptWriter } from "./llm/writer.ts";
import { isOfOneMachine } from "./generation/webui-name.ts";
import { createLog, type Log } from "./log.ts";
import { startObserved } from "./observed.ts";
import { releaseLocks } from "./queue/locks.ts";
import { releaseLeases } from "./store/leases.ts";
import { createOriginals } from "./store/originals.ts";
import { isExposedRedis } from "./redis-exposed.ts";
import { startPrivateRedis } from "./store/private-redis.ts";
import { RedisStartError } from "./store/redis-process.ts";
import { connectRedis, type Redis, untilReady } from "./store/redis.ts";
import { RedisMissingError } from "./store/redis-server.ts";
import { findOldVersion, leastVersion } from "./store/redis-version.ts";
import { hearStopSignals } from "./stop-signals.ts";
import { start as words } from "./text/host/start.ts";
import { createBackend } from "./webui/client.ts";
import { createReceiver } from "./webui/receiver.ts";
import { readAnswers } from "./webui/responses.ts";
import { startWorker } from "./worker/start.ts";

type Closable = { close(): Promise<void> };

/** Everything is closed within this, or we end without. Milliseconds. */
const closeMs = 27_000;
/** What is left of the work in the background may take this long, in milliseconds, until we end all the same. */
const drainMs = 3_000;
/** How long a start waits for a Redis that somebody else runs. Milliseconds. */
const redisMs = 3_000;

/** An idle bot does without the receiver and its memory. Milliseconds. */
const receiverIdleMs = 120_000;
const receiverProgram = [
  fileURLToPath(new URL("../launch.js", import.meta.url)),
  "src/receiver.ts",
];

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
  const observed = await startObserved(config.http, log);
  opened.push(observed);
  const { measures } = observed;
  const telemetry = await openTraces(config, log, opened);
  // Until it is there it is not ready.
  if (wanted.includes("bot")) observed.showGateway(() => false);
  if (config.redisUrl !== undefined && isExposedRedis(config.redisUrl)) {
    log.warn(words.redisExposed);
  }
  const redisUrl = config.redisUrl ?? (await openPrivateRedis(config, log, opened));
  const onRedisError = (error: Error) => log.debug({ err: error }, "redis");
  const patient = connectRedis(redisUrl, "wait", onRedisError);
  opened.push({ close: async () => patient.disconnect() });
  observed.showRedis(patient);
  await waitForRedis(patient, log);
  if (config.redisUrl === undefined) {
    await Promise.all([releaseLocks(patient), releaseLeases(patient)]);
  }
  patient.on("ready", () => log.info("redis is back"));
  void warnOfOldRedis(patient, log);

  if (wanted.includes("worker")) {
    const { urls, ...rest } = config.webui;
    const receiver = createReceiver({
      program: receiverProgram,
      redisUrl,
      idleMs: receiverIdleMs,
      onEvent: (event, pid) =>
        log[event === "lost" ? "warn" : "debug"]({ receiver: pid }, `receiver ${event}`),
    });
    opened.push(receiver);
    const machine = isElsewhere(redisUrl) ? hostname() : undefined;
    const create = (url: string) => createBackend({ url, machine, ...rest, put: receiver.put });
    const { discord, saveDir, boundSeconds } = config;
    const checks = checksOf(config);
    opened.push(
      await startWorker({
        redis: patient,
        webuis: { urls, create },
        boundSeconds,
        readAnswers,
        discord,
        saveDir,
        checks,
        measures,
        telemetry,
        log,
      }),
    );
  }
  if (wanted.includes("bot")) {
    const redis = connectRedis(redisUrl, "fail", onRedisError);
    opened.push({ close: async () => redis.disconnect() });
    await waitForRedis(redis, log);
    const wildcardsDir = join(config.dataDir, "wildcards");
    const { publicUrl } = config.http;
    if (publicUrl !== undefined) {
      const { secret, get: readOriginal } = createOriginals(patient);
      observed.showOriginals({ secret, readOriginal });
    }
    const { discord } = config;
    const writePrompt = promptWriter(config, log);
    const bot = await startBot({
      redis,
      discord,
      wildcardsDir,
      publicUrl,
      writePrompt,
      measures,
      telemetry,
      log,
      onFatal,
    });
    opened.push(bot);
    observed.showGateway(bot.isConnected);
  }
}

/** Workers on several machines may have it: `127.0.0.1` is another webui on each. */
function isElsewhere(redisUrl: string): boolean {
  if (redisUrl.startsWith("unix:")) return false;
  const [hosts = ""] = redisUrl.replace(/^[^/]*\/\/(?:[^@/]*@)?/, "").split(/[/?]/);
  return hosts.split(",").some((host) => !isOfOneMachine(`${host}:`));
}

/** Where nobody collects traces, nothing of it is loaded. */
async function openTraces({ tracesUrl }: Config, log: Log, opened: Closable[]) {
  if (tracesUrl === undefined) return undefined;
  const { startTraces } = await import("./traces/start.ts");
  const traces = startTraces(tracesUrl, log);
  opened.push(traces);
  return traces.telemetry;
}

function checksOf({ classifier: { url, threshold, ...rest } }: Config) {
  return url === undefined
    ? undefined
    : { threshold, classify: createClassifier({ url, ...rest }) };
}

function promptWriter({ promptLlm: { url, key, model } }: Config, log: Log) {
  if (url === undefined) return undefined;
  return createPromptWriter({ url, key, model }, (error) =>
    log.warn({ err: error }, "no prompt could be written"),
  );
}

/** A Redis that somebody else runs may come later: until then members are told that the queue is away. */
async function waitForRedis(redis: Redis, log: Log): Promise<void> {
  try {
    await untilReady(redis, redisMs);
  } catch {
    log.warn("redis cannot be reached yet");
  }
}

/** As soon as it is there, which nobody waits for; a hosted one may keep its version to itself. */
async function warnOfOldRedis(redis: Redis, log: Log): Promise<void> {
  const old = await findOldVersion(redis).catch(() => undefined);
  if (old !== undefined) log.warn(words.redisOld(old, leastVersion));
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
    const lines = [words.badConfig, ...error.problems.map((problem) => `  ${problem}`)];
    return stopShort([...lines, ...(error.lacksToken ? [words.firstToken] : [])].join("\n"));
  }
  const log = await createLog(config.logLevel, secretsOf(config));
  const opened: Closable[] = [];
  let closing: Promise<void> | undefined;

  const close = async (code: number) => {
    // What is not closed by then is as safe as after a kill: that is no failure.
    setTimeout(() => process.exit(code), closeMs).unref();
    for (const part of opened.reverse()) {
      try {
        await part.close();
      } catch (error) {
        log.error({ err: error }, "closing failed");
      }
    }
    log.info("stopped");
    // process.exit() can hang for good while V8 still works in the background (nodejs/node, issue 54918): what is
    // closed leaves nothing to wait for.
    process.exitCode = code;
    setTimeout(() => process.exit(code), drainMs).unref();
  };
  const stop = (code: number) => {
    closing ??= close(code);
  };
  const crash = (error: unknown) => {
    if (closing !== undefined) return;
    if (isForHost(error)) console.error(words.cannot(error.message));
    else log.fatal({ err: error }, "crashed");
    stop(1);
  };
  hearStopSignals(() => stop(0), process);
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
  try {
    await start(wanted, config, log, opened, crash);
    log.info({ roles: wanted }, "started");
  } catch (error) {
    crash(error);
  }
}

/** Errors that say in one line what the host has to do: ours, and the system's (no such folder, no right to it). */
function isForHost(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return hostErrors.includes(error.name) || ("syscall" in error && "path" in error);
}

const hostErrors = [RedisMissingError, RedisStartError, WrongTokenError, GatewayClosedError].map(
  ({ name }) => name,
);

function stopShort(line: string): void {
  console.error(line);
  process.exitCode = 1;
}

await run();
