import { dayOf, lastDays, type Tally, waitBounds, waitStep } from "../generation/tally.ts";
import { keyOf as familyKey, type Redis } from "./redis.ts";

/** A job that was drawn and posted. Times in milliseconds. */
export type CountedJob = {
  id: string;
  userId: string;
  /** Absent in direct messages: then it counts for its author alone. */
  guildId: string | undefined;
  /** When it was drawn, since 1970. */
  at: number;
  pictures: number;
  /** Empty where none was needed. */
  model: string;
  /** Unknown of what was drawn before these were noted. */
  drawnMs: number | undefined;
  waitedMs: number | undefined;
};

export type Whose = { of: "server" | "person"; id: string };

/** What a person's numbers look like outside: by day, and all together. */
export type StatsExport = {
  days: Record<string, Record<string, number>>;
  ever: Record<string, number>;
};

/** How much was drawn, by server and by person, in days of UTC. */
export type Stats = {
  /** A second time changes nothing. */
  count(job: CountedJob): Promise<void>;
  /** Of all these days together. */
  during(whose: Whose, days: readonly string[]): Promise<Tally>;
  ever(whose: Whose): Promise<Tally>;
  /** Pictures of each of these days. */
  pictures(whose: Whose, days: readonly string[]): Promise<number[]>;
  /** A person's own numbers go; what their servers drew stays. */
  forget(userId: string): Promise<void>;
  exportOf(userId: string): Promise<StatsExport>;
};

/** Days are kept as long as this. */
export const keepDays = 400;
const keepSeconds = keepDays * 24 * 3600;
/** No job is posted as late as that. Seconds. */
const markSeconds = 30 * 24 * 3600;
/** More of a model's name is not told from another. Characters. */
const maxModel = 200;

/** Carries out all of it or, for a job that was counted before, nothing. KEYS: its mark; ARGV: seconds, commands. */
const once = `
if not redis.call("set", KEYS[1], "1", "NX", "EX", ARGV[1]) then return 0 end
for _, command in ipairs(cjson.decode(ARGV[2])) do redis.call(unpack(command)) end
return 1`;

export const statsFamily = "stats";
/** Which jobs were counted. */
export const countedFamily = "counted";
const ever = "ever";
const keyOf = ({ of, id }: Whose, when: string) => familyKey(statsFamily, of, id, when);
/** How many, not who: a HyperLogLog holds nobody's id, so nothing of a person is left in it. */
const peopleKey = (whose: Whose, when: string) => `${keyOf(whose, when)}:people`;

export function createStats(redis: Redis): Stats {
  const read = async (whose: Whose, times: readonly string[]): Promise<Tally> => {
    const [people, ...hashes] = await Promise.all([
      redis.pfcount(...times.map((when) => peopleKey(whose, when))),
      ...times.map((when) => redis.hgetall(keyOf(whose, when))),
    ]);
    return { ...toTally(hashes.map(toNumbers)), people };
  };
  const person = (id: string): Whose => ({ of: "person", id });

  return {
    async count(job) {
      const { id, userId, guildId, at } = job;
      const servers: Whose[] = guildId === undefined ? [] : [{ of: "server", id: guildId }];
      const day = dayOf(at);
      const commands = [person(userId), ...servers].flatMap((whose) =>
        [day, ever].flatMap((when) => [
          ...increments(job).map(([field, by]) => [
            "hincrby",
            keyOf(whose, when),
            field,
            String(by),
          ]),
          ...(whose.of === "server" ? [["pfadd", peopleKey(whose, when), userId]] : []),
          ...(when === ever
            ? []
            : [keyOf(whose, when), peopleKey(whose, when)].map((key) => [
                "expire",
                key,
                String(keepSeconds),
              ])),
        ]),
      );
      const mark = familyKey(countedFamily, id);
      await redis.eval(once, 1, mark, markSeconds, JSON.stringify(commands));
    },
    during: read,
    ever: (whose) => read(whose, [ever]),
    pictures: async (whose, days) =>
      Promise.all(
        days.map(async (day) => Number((await redis.hget(keyOf(whose, day), "pictures")) ?? 0)),
      ),
    async forget(userId) {
      const times = [...keptDays(), ever];
      await redis.unlink(...times.map((when) => keyOf(person(userId), when)));
    },
    async exportOf(userId) {
      const of = async (when: string) =>
        Object.fromEntries(toNumbers(await redis.hgetall(keyOf(person(userId), when))));
      const days = await Promise.all(keptDays().map(async (day) => [day, await of(day)] as const));
      return {
        days: Object.fromEntries(days.filter(([, numbers]) => Object.keys(numbers).length > 0)),
        ever: await of(ever),
      };
    },
  };
}

/** All that may still be there: a day is kept from the last time it was counted on. */
const keptDays = () => lastDays(Date.now() + 24 * 3600 * 1000, keepDays + 2);

/** What a job adds to each of its sums: whole numbers, by field. */
function increments(job: CountedJob): [field: string, by: number][] {
  const { at, pictures, model, drawnMs, waitedMs } = job;
  const hour = new Date(at).getUTCHours();
  return [
    ["jobs", 1],
    ["pictures", pictures],
    [`hour:${hour}`, pictures],
    ...(drawnMs === undefined
      ? []
      : ([[`ms:${model.slice(0, maxModel).toWellFormed()}`, Math.round(drawnMs)]] as const)),
    ...(waitedMs === undefined ? [] : ([[`wait:${waitStep(waitedMs / 1000)}`, 1]] as const)),
  ].map(([field, by]) => [String(field), Number(by)]);
}

const toNumbers = (hash: Record<string, string>) =>
  new Map(Object.entries(hash).map(([field, value]) => [field, Number(value)]));

function toTally(parts: readonly ReadonlyMap<string, number>[]): Omit<Tally, "people"> {
  const total = (field: string) => parts.reduce((sum, part) => sum + (part.get(field) ?? 0), 0);
  const fields = new Set(parts.flatMap((part) => [...part.keys()]));
  const models = [...fields].filter((field) => field.startsWith("ms:"));
  return {
    jobs: total("jobs"),
    pictures: total("pictures"),
    seconds: new Map(models.map((field) => [field.slice("ms:".length), total(field) / 1000])),
    waits: Array.from({ length: waitBounds.length + 1 }, (_, step) => total(`wait:${step}`)),
    hours: Array.from({ length: 24 }, (_, hour) => total(`hour:${hour}`)),
  };
}
