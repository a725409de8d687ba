import type { Redis } from "../store/redis.ts";
import { scanKeys } from "../store/scan.ts";
import { type Entry, type Kind, kinds } from "./entry.ts";
import { BackupError } from "./errors.ts";
import { type Families, treatmentOf } from "./families.ts";

/** After so many bytes the rest of the keys that were asked for has to wait. */
const mostBytes = 1024 * 1024;

/**
 * Reads keys, each whole at one moment, until they are too many bytes: it may answer fewer than it was asked for.
 * Works in every version: PEXPIRETIME came with Redis 7.
 */
const readKeys = `
local answer, bytes = {}, 0
local time = redis.call("time")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for index, key in ipairs(KEYS) do
  local kind, parts = redis.call("type", key).ok, {}
  if kind == "string" then parts = { redis.call("get", key) }
  elseif kind == "hash" then parts = redis.call("hgetall", key)
  elseif kind == "list" then parts = redis.call("lrange", key, 0, -1)
  elseif kind == "set" then parts = redis.call("smembers", key)
  elseif kind == "zset" then parts = redis.call("zrange", key, 0, -1, "withscores") end
  local left = redis.call("pttl", key)
  answer[index] = { kind, left >= 0 and string.format("%.0f", now + left) or "", parts }
  for _, part in ipairs(parts) do bytes = bytes + #part end
  if bytes >= tonumber(ARGV[1]) then break end
end
return answer`;

type Answer = [kind: Buffer, expires: Buffer, parts: Buffer[]][];

/** All that is kept of Easel's keys, some at a time; a key may come twice, as SCAN has it. */
export async function* readEntries(redis: Redis, families: Families): AsyncGenerator<Entry[]> {
  for await (const keys of scanKeys(redis)) {
    let left = keys.filter((key) => isKept(key, families));
    while (left.length > 0) {
      const answer = (await redis.callBuffer("eval", [
        readKeys,
        left.length,
        ...left,
        mostBytes,
      ])) as Answer;
      yield left.slice(0, answer.length).flatMap((key, index) => toEntry(key, answer[index]));
      left = left.slice(answer.length);
    }
  }
}

function isKept(key: Buffer, families: Families): boolean {
  const treatment = treatmentOf(key, families);
  return treatment === "whole" || treatment === "added";
}

/** Nothing where the key has gone meanwhile. */
function toEntry(key: Buffer, answer: Answer[number] | undefined): Entry[] {
  if (answer === undefined) return [];
  const [type, expires, parts] = answer;
  const kind = String(type);
  if (kind === "none" || (isKind(kind) && parts.length === 0)) return [];
  if (!isKind(kind)) throw new BackupError((words) => words.unknownType(String(key), kind));
  return [{ key, kind, expires: expires.length === 0 ? undefined : Number(expires), parts }];
}

const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);
