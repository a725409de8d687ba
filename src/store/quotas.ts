import { dayOf } from "../generation/day.ts";
import type { Limits } from "../generation/limits.ts";
import { endKey } from "./ending.ts";
import { chargeScript, releaseScript, takeScript } from "./quota-scripts.ts";
import { pseudonym } from "./pseudonym.ts";
import { scanKeys } from "./scan.ts";
import { notesKey } from "./notes-key.ts";
import { keepSeconds } from "./records.ts";
import { keyOf, type Redis } from "./redis.ts";

/** Whose jobs are counted together: a member's in one server, or in direct messages. */
export type PlaceOwner = { userId: string; guildId?: string | undefined };

/** What somebody uses of their limits. Times in milliseconds since 1970. */
export type Used = {
  /** Jobs that wait or are being drawn. */
  waiting: number;
  /** What these will take about, in seconds. */
  reserved: number;
  /** Jobs that were accepted in the last hour. */
  hour: number;
  /** When one more is accepted; absent where that is now. */
  hourFreeAt?: number;
  pausedUntil?: number;
  /** GPU seconds of this day. */
  spent: number;
};

const reasons = ["waiting", "hour", "cooldown", "gpu", "gpuTooMuch"] as const;
/** The limit that is reached. */
export type Reason = (typeof reasons)[number];

type Job = PlaceOwner & {
  id: string;
  /** What it will take about; 0 where nobody knows. */
  seconds: number;
};

/** What each member uses of the limits that a server sets. */
export type Quotas = {
  /** A place for this job, right among any number of others at the same moment; or the limit that is in the way. */
  take(job: Job, limits: Limits): Promise<{ reason?: Reason; used: Used }>;
  look(owner: PlaceOwner, limits: Limits): Promise<Used>;
};

/** Charges what drawings took. */
export type GpuTime = {
  /** To the day on which it began, once a job. */
  charge(job: Job & { beganAt: number }): Promise<void>;
  /** The GPU seconds of one person that are kept: by server (or `dm`) and day. */
  exportOf(userId: string): Promise<Record<string, number>>;
};

export const placesFamily = "places";
export const acceptedFamily = "accepted";
export const gpuFamily = "gpu";

/** The owner follows. */
const placesPrefix = keyOf(placesFamily, "");
const acceptedPrefix = keyOf(acceptedFamily, "");
const ownerOf = ({ userId, guildId }: PlaceOwner) => `${pseudonym(userId)}:${guildId ?? "dm"}`;
const gpuKey = (owner: PlaceOwner, at: number) => keyOf(gpuFamily, ownerOf(owner), dayOf(at));

/** A job is stored this long after its place was taken, or never. Milliseconds. */
const graceMs = 10_000;
/** A drawing that began yesterday may still be charged. Seconds. */
const keepSpentSeconds = 3 * 24 * 3600;

/** `jobKey`: the key that is there as long as a job waits or runs. */
export function createQuotas(
  redis: Redis,
  jobKey: (id: string) => string,
  now: () => number = Date.now,
): Quotas {
  const ask = async (take: boolean, job: Job, limits: Limits) => {
    const owner = ownerOf(job);
    const time = now();
    const keys = [
      placesPrefix + owner,
      acceptedPrefix + owner,
      gpuKey(job, time),
      notesKey(job.id),
    ];
    const bounds = [
      limits.max_waiting,
      limits.max_per_hour,
      limits.cooldown_seconds,
      limits.gpu_seconds_per_day,
    ];
    const answer = await redis.eval(
      takeScript,
      keys.length,
      ...keys,
      take ? "take" : "look",
      job.id,
      owner,
      jobKey(""),
      time,
      graceMs,
      keepSeconds,
      job.seconds.toFixed(3),
      ...bounds,
    );
    return readAnswer(answer as (string | number)[]);
  };
  return {
    take: (job, limits) => ask(true, job, limits),
    look: async (owner, limits) =>
      (await ask(false, { ...owner, id: "", seconds: 0 }, limits)).used,
  };
}

function readAnswer([named, ...amounts]: (string | number)[]) {
  const [waiting = 0, reserved = 0, hour = 0, hourFreeAt = 0, pausedUntil = 0, spent = 0] =
    amounts.map(Number);
  const reason = reasons.find((each) => each === named);
  const used: Used = {
    waiting,
    reserved,
    hour,
    spent,
    ...(hourFreeAt === 0 ? {} : { hourFreeAt }),
    ...(pausedUntil === 0 ? {} : { pausedUntil }),
  };
  return { ...(reason === undefined ? {} : { reason }), used };
}

/** Gives a job's place back, however it ended; a second time changes nothing. */
export async function releasePlace(redis: Redis, id: string): Promise<void> {
  const keys = [notesKey(id), endKey(id)];
  await redis.eval(releaseScript, keys.length, ...keys, id, placesPrefix, acceptedPrefix);
}

export function createGpuTime(redis: Redis): GpuTime {
  return {
    async charge({ id, seconds, beganAt, ...owner }) {
      const keys = [notesKey(id), gpuKey(owner, beganAt)];
      const amount = seconds.toFixed(3);
      await redis.eval(chargeScript, keys.length, ...keys, amount, keepSeconds, keepSpentSeconds);
    },
    async exportOf(userId) {
      const prefix = keyOf(gpuFamily, pseudonym(userId), "");
      // Braces and stars are signs of a pattern, too; these are no more than signs.
      const match = `${prefix.replace(/[*?[\]\\]/g, "\\$&")}*`;
      const found: Record<string, number> = {};
      for await (const keys of scanKeys(redis, match)) {
        for (const key of keys.map(String)) {
          found[key.slice(prefix.length)] = Number((await redis.get(key)) ?? 0);
        }
      }
      return found;
    },
  };
}
