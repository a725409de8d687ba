import { createHash, randomUUID } from "node:crypto";
import { keyOf, type Redis } from "../store/redis.ts";
import { scanKeys } from "../store/scan.ts";
import type { Entry } from "./entry.ts";
import { type Families, familyOf, restoringFamily } from "./families.ts";

/** A restore that was killed leaves its list for this long. Seconds. */
const keepSeconds = 24 * 3600;

/** What is sent at once, at most. */
const most = { entries: 500, bytes: 1024 * 1024 };

/**
 * Puts one key. ARGV: "whole" (in the place of what is there) or "added" (what is there stays, and a hash, set or
 * sorted set gets what it lacks), type, when it goes, the parts.
 */
const putKey = `
local key, kind = KEYS[1], ARGV[2]
if ARGV[1] == "whole" then redis.call("del", key) end
local there = redis.call("type", key).ok
if there ~= "none" and (there ~= kind or kind == "string" or kind == "list") then return end
for index = 4, #ARGV do
  if kind == "string" then redis.call("set", key, ARGV[index])
  elseif kind == "list" then redis.call("rpush", key, ARGV[index])
  elseif kind == "set" then redis.call("sadd", key, ARGV[index])
  elseif index % 2 == 0 then
    if kind == "hash" then redis.call("hsetnx", key, ARGV[index], ARGV[index + 1])
    else redis.call("zadd", key, "NX", ARGV[index + 1], ARGV[index]) end
  end
end
if there == "none" and ARGV[3] ~= "" then redis.call("pexpireat", key, ARGV[3]) end`;
const putKeySha = createHash("sha1").update(putKey).digest("hex");

/** Puts the entries, then removes what else there is of families that are to be what they were. */
export async function putEntries(
  redis: Redis,
  entries: AsyncIterable<Entry>,
  families: Families,
  signal: AbortSignal,
): Promise<number> {
  const listKey = keyOf(restoringFamily, randomUUID());
  let put = 0;
  let batch: Entry[] = [];
  let bytes = 0;

  const send = async () => {
    signal.throwIfAborted();
    const pipeline = redis.pipeline();
    for (const [index, { key, kind, expires, parts }] of batch.entries()) {
      const treatment = families[familyOf(key) ?? ""] ?? "left out";
      const args = [1, key, treatment, kind, expires ?? "", ...parts] as const;
      // The first leaves the script with the very server that does the others.
      if (index === 0) pipeline.eval(putKey, ...args);
      else pipeline.evalsha(putKeySha, ...args);
      if (treatment === "whole") pipeline.sadd(listKey, key);
    }
    pipeline.expire(listKey, keepSeconds);
    throwFirst(await pipeline.exec());
    put += batch.length;
    batch = [];
    bytes = 0;
  };

  for await (const entry of entries) {
    if (entry.expires !== undefined && entry.expires <= Date.now()) continue;
    batch.push(entry);
    bytes += entry.parts.reduce((sum, part) => sum + part.length, 0);
    if (batch.length >= most.entries || bytes >= most.bytes) await send();
  }
  await send();
  await removeOthers(redis, listKey, families, signal);
  await redis.unlink(listKey);
  return put;
}

async function removeOthers(
  redis: Redis,
  listKey: string,
  families: Families,
  signal: AbortSignal,
): Promise<void> {
  for await (const keys of scanKeys(redis)) {
    signal.throwIfAborted();
    const whole = keys.filter((key) => families[familyOf(key) ?? ""] === "whole");
    if (whole.length === 0) continue;
    const pipeline = redis.pipeline();
    for (const key of whole) pipeline.sismember(listKey, key);
    const listed = throwFirst(await pipeline.exec());
    const others = whole.filter((_, index) => listed[index] === 0);
    if (others.length > 0) await redis.unlink(others);
  }
}

/** A pipeline fails command by command, and says so in its answers only. */
function throwFirst(answers: [Error | null, unknown][] | null): unknown[] {
  if (answers === null) throw new Error("Redis did not answer");
  return answers.map(([error, value]) => {
    if (error !== null) throw error;
    return value;
  });
}
