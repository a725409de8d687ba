import type { Redis as Server } from "ioredis";
import { isLoopback } from "../generation/loopback.ts";
import { findServer, RedisMissingError } from "../store/redis-server.ts";
import { isOldVersion, leastVersion, versionIn, versionOfProgram } from "../store/redis-version.ts";
import { connectRedis, mastersOf, untilReady } from "../store/redis.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { start } from "../text/host/start.ts";
import { en } from "../text/en.ts";
import { nameOf } from "./failure.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";

/** Milliseconds. */
const readyMs = 4_000;

/** The Redis that Easel would start by itself. */
export async function checkOwnRedis(path: string): Promise<Finding[]> {
  const name = en.doctor.checks.redis;
  try {
    const version = await versionOfProgram(await findServer(path));
    return [checkVersion(version, words.redis.own)];
  } catch (error) {
    if (error instanceof RedisMissingError) return [wrong(name, start.noRedis)];
    return [wrong(name, words.redis.notRunnable(nameOf(error)))];
  }
}

/** The one that REDIS_URL names: whether it lets us in, keeps what it is given, and keeps others out. */
export async function checkRedis(url: string): Promise<Finding[]> {
  let said: Error | undefined;
  const redis = connectRedis(url, "end", (error) => (said = error));
  try {
    await untilReady(redis, readyMs);
    const startedAt = performance.now();
    await redis.ping();
    const ping = en.doctor.ping(Math.round(performance.now() - startedAt));
    const found = await Promise.all(mastersOf(redis).map((server) => checkServer(server, ping)));
    // Of several that are alike, one line is enough.
    return [...new Map(found.flat().map((each) => [JSON.stringify(each), each])).values()];
  } catch (error) {
    return [refusalOf(said ?? error)];
  } finally {
    redis.disconnect();
  }
}

function refusalOf(error: unknown): Finding {
  const { redis: say } = words;
  const name = en.doctor.checks.redis;
  const reply = error instanceof Error ? error.message : "";
  if (/^(WRONGPASS|NOAUTH|ERR invalid password)/.test(reply))
    return wrong(name, say.password, say.passwordRemedy);
  if (reply.startsWith("NOPERM")) return wrong(name, say.rights, say.rightsRemedy);
  return wrong(name, words.unreachable(nameOf(error)), say.start);
}

async function checkServer(server: Server, ping: string): Promise<Finding[]> {
  const info = await server.info("server");
  return [
    checkVersion(versionIn(info), ping),
    ...(await asked(() => checkPersistence(server), en.doctor.checks.persistence)),
    ...(await asked(() => checkEviction(server), words.redis.eviction)),
    ...(await asked(() => checkDoor(server), words.redis.door)),
  ];
}

/** Hosted ones forbid to ask. */
async function asked(check: () => Promise<Finding>, name: string): Promise<Finding[]> {
  try {
    return [await check()];
  } catch (error) {
    if (error instanceof Error && error.name === "ReplyError")
      return [told(name, words.redis.forbidden)];
    throw error;
  }
}

function checkVersion(version: string | undefined, how: string): Finding {
  const name = en.doctor.checks.redis;
  if (version === undefined) return fine(name, how);
  return isOldVersion(version)
    ? wrong(name, words.redis.old(version, leastVersion), words.redis.update)
    : fine(name, words.redis.version(how, version));
}

async function setting(server: Server, name: string): Promise<string> {
  const [, value = ""] = (await server.config("GET", name)) as string[];
  return value;
}

async function checkPersistence(server: Server): Promise<Finding> {
  const { checks, remedies, fine: inOrder } = en.doctor;
  const [appends, syncs] = [
    await setting(server, "appendonly"),
    await setting(server, "appendfsync"),
  ];
  return appends === "yes" && syncs === "always"
    ? fine(checks.persistence, inOrder)
    : wrong(checks.persistence, words.redis.forgets(appends, syncs), remedies.persistence);
}

async function checkEviction(server: Server): Promise<Finding> {
  const policy = await setting(server, "maxmemory-policy");
  return policy === "noeviction"
    ? fine(words.redis.eviction, en.doctor.fine)
    : wrong(words.redis.eviction, words.redis.evicts(policy), words.redis.noEviction);
}

/** Whether others on the network come in without a password. */
async function checkDoor(server: Server): Promise<Finding> {
  const user = (await server.call("ACL", "GETUSER", "default")) as unknown[];
  const flags = [user[user.indexOf("flags") + 1]].flat();
  const isOpen = flags.includes("on") && flags.includes("nopass");
  const isBeyond =
    !isLocal(await setting(server, "bind")) && (await setting(server, "port")) !== "0";
  const isGuarded = (await setting(server, "protected-mode")) === "yes";
  return isOpen && isBeyond && !isGuarded
    ? wrong(words.redis.door, words.redis.open, words.redis.lock)
    : fine(words.redis.door, en.doctor.fine);
}

/** Addresses that it listens on; none: all there are. */
function isLocal(bind: string): boolean {
  const addresses = bind.split(/\s+/).filter((address) => address !== "");
  // With a minus before it, one that the machine may lack.
  return addresses.length > 0 && addresses.every((each) => isLoopback(each.replace(/^-/, "")));
}
