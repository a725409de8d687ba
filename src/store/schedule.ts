import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { emptyLedger, type Ledger } from "../generation/schedule/ledger.ts";
import { leaseKey } from "./leases.ts";
import { keyOf, type Redis } from "./redis.ts";
import { type LaneEntry, readLanes, readLedger } from "./schedule-documents.ts";
import { shunnedKey } from "./shunned.ts";

/** What all workers know together when one of them chooses. */
export type Known = {
  /** By the clock of Redis, which is one for all machines. Milliseconds since 1970. */
  now: number;
  ledger: Ledger;
  /** Seconds that jobs drew which have ended since the ledger was written, without loading. */
  settled: Readonly<Record<string, number>>;
  /** By the webui's name. */
  lanes: Readonly<Record<string, LaneEntry>>;
  /** The webuis that are not to get a job now, by its id. */
  shunned: ReadonlyMap<string, readonly Shun[]>;
};

/** `webui`: by its name, `*` for all; `forGood`: as long as the job waits. */
export type Shun = { webui: string; forGood: boolean };

/** The right to choose, which one worker has at a time. */
export type Hold = {
  read(): Promise<Known>;
  /** Lets go, too. False where the right was lost meanwhile, or the webui is another worker's: nothing was written then. */
  write(written: {
    ledger: Ledger;
    settled: readonly string[];
    /** To whom something was given. */
    lane?: { webui: string; worker: string; entry: LaneEntry };
  }): Promise<boolean>;
  /** A second time, and after the right was lost, it does nothing. */
  letGo(): Promise<void>;
};

export type Schedule = {
  /** Waits its turn; undefined when that does not come. */
  hold(): Promise<Hold | undefined>;
  ledger(): Promise<Ledger>;
  /** Nothing is charged or settled that would have to be looked at. */
  isTidy(): Promise<boolean>;
  shunned(): Promise<Known["shunned"]>;
  /** A webui has a job no more that it was given; `begun`: it may have loaded the model for it. */
  takeBack(webui: string, id: string, begun: boolean): Promise<void>;
  /** Nobody looks after it any more. */
  forget(webui: string): Promise<void>;
  /** A job ended that drew for so long, without loading; 0 for one that goes back to the queue, or cost nobody anything. */
  settle(id: string, seconds: number): Promise<void>;
};

export const ledgerFamily = "ledger";
export const settledFamily = "settled";
export const lanesFamily = "lanes";
export const choosingFamily = "choosing";

const ledgerKey = keyOf(ledgerFamily);
const settledKey = keyOf(settledFamily);
const lanesKey = keyOf(lanesFamily);
const choosingKey = keyOf(choosingFamily);

/** Choosing takes milliseconds; whoever stands still for longer has lost the right. Milliseconds. */
const holdMs = 3_000;
const tryMs = { pause: 8, most: 4_000 };

/** Keys: the right, the ledger, what is settled, the lanes, the lease of one of them. */
const writeScript = `
if redis.call("get", KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[3] ~= "" and redis.call("get", KEYS[5]) ~= ARGV[4] then return 0 end
if ARGV[2] == "" then redis.call("del", KEYS[2]) else redis.call("set", KEYS[2], ARGV[2]) end
if ARGV[3] ~= "" then redis.call("hset", KEYS[4], ARGV[3], ARGV[5]) end
for index = 6, #ARGV do redis.call("hdel", KEYS[3], ARGV[index]) end
redis.call("del", KEYS[1])
return 1`;

const replaceScript = `
if redis.call("hget", KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call("hset", KEYS[1], ARGV[1], ARGV[3])
return 1`;

const letGoScript = `
if redis.call("get", KEYS[1]) == ARGV[1] then redis.call("del", KEYS[1]) end
return 0`;

export function createSchedule(redis: Redis): Schedule {
  const holdAs = (token: string): Hold => {
    let isOver = false;
    return {
      async read() {
        const [time, ledger, settled, lanes, shunned] = await Promise.all([
          redis.time(),
          redis.get(ledgerKey),
          redis.hgetall(settledKey),
          redis.hgetall(lanesKey),
          redis.hgetall(shunnedKey),
        ]);
        const now = toMs(time);
        return {
          now,
          ledger: readLedger(ledger),
          settled: Object.fromEntries(
            Object.entries(settled).map(([id, each]) => [id, Number(each)]),
          ),
          lanes: readLanes(lanes),
          shunned: readShunned(shunned, now),
        };
      },
      async write({ ledger, settled, lane }) {
        const webui = lane?.webui ?? "";
        const keys = [choosingKey, ledgerKey, settledKey, lanesKey, leaseKey(webui)];
        const json = ledger === emptyLedger ? "" : JSON.stringify(ledger);
        const entry = JSON.stringify(lane?.entry ?? {});
        const values = [token, json, webui, lane?.worker ?? "", entry, ...settled];
        isOver = (await redis.eval(writeScript, keys.length, ...keys, ...values)) === 1;
        return isOver;
      },
      async letGo() {
        if (!isOver) await redis.eval(letGoScript, 1, choosingKey, token);
      },
    };
  };

  return {
    async hold() {
      const token = randomUUID();
      const deadline = performance.now() + tryMs.most;
      while ((await redis.set(choosingKey, token, "PX", holdMs, "NX")) === null) {
        if (performance.now() > deadline) return undefined;
        await delay(tryMs.pause * (0.5 + Math.random()));
      }
      return holdAs(token);
    },
    ledger: async () => readLedger(await redis.get(ledgerKey)),
    isTidy: async () => (await redis.exists(ledgerKey, settledKey)) === 0,
    async shunned() {
      const [time, shunned] = await Promise.all([redis.time(), redis.hgetall(shunnedKey)]);
      return readShunned(shunned, toMs(time));
    },
    async takeBack(webui, id, begun) {
      for (;;) {
        const json = await redis.hget(lanesKey, webui);
        const entry = json === null ? undefined : readLanes({ [webui]: json })[webui];
        const job = entry?.jobs.find((each) => each.id === id);
        if (json === null || entry === undefined || job === undefined) return;
        const { model: _, ...rest } = entry;
        const model = begun ? entry.model : job.before;
        const jobs = entry.jobs.filter((each) => each !== job);
        const next = JSON.stringify({ ...rest, ...(model === undefined ? {} : { model }), jobs });
        // Somebody may be giving it the next one.
        if ((await redis.eval(replaceScript, 1, lanesKey, webui, json, next)) === 1) return;
      }
    },
    async forget(webui) {
      await redis.hdel(lanesKey, webui);
    },
    async settle(id, seconds) {
      await redis.hset(settledKey, id, seconds.toFixed(3));
    },
  };
}

/** Fields are named by job and webui. */
function readShunned(
  fields: Readonly<Record<string, string>>,
  now: number,
): Map<string, readonly Shun[]> {
  const found = new Map<string, readonly Shun[]>();
  for (const [field, until] of Object.entries(fields)) {
    const [id = "", ...name] = field.split(" ");
    const forGood = Number(until) === 0;
    if (!forGood && Number(until) <= now) continue;
    found.set(id, [...(found.get(id) ?? []), { webui: name.join(" "), forGood }]);
  }
  return found;
}

const toMs = ([seconds, micros]: (string | number)[]) =>
  Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
