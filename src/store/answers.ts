import { randomUUID } from "node:crypto";
import { BackendError, LostError } from "../errors.ts";
import type { AnswerSink, JobLock, Part, StoredPart } from "../generation/backend.ts";
import { answerFamily, answerKey, answerKindKey, keepAnswersSeconds } from "./answer-keys.ts";
import { awaitedKey } from "./awaited.ts";
import { isRedisAway } from "./redis-away.ts";
import { keyOf, type Redis } from "./redis.ts";

/**
 * What the webuis answered, byte for byte, from the moment it arrives until it is posted. It is written while it
 * comes in, so a process killed after the last byte finds it again and nothing is drawn twice.
 */
export type Answers = {
  /** `kind` of webui: it decides into which parts what is left of a drawing is cut. */
  open(id: string, kind: string, lock?: JobLock): Promise<AnswerSink>;
  /** The same for one that was told which parts are there: it knows of none. */
  sink(id: string, kind: string): AnswerSink;
  /** Bytes of all parts. */
  size(id: string): Promise<number>;
  /** When each part was there, whole, in milliseconds since 1970, and how long the webui worked on it. */
  work(id: string): Promise<{ storedAt: number; seconds: number }[]>;
  /** The parts of a drawing, whole and in order. */
  read(id: string): Promise<Buffer[]>;
  remove(id: string): Promise<void>;
};

const keepSeconds = keepAnswersSeconds;

/** An answer that comes faster than Redis stores it waits outside. Bytes. */
const mostUnstored = 2 * 1024 * 1024;

/**
 * Notes a part as whole, the first to come, if all chunks of it are there: it is awaited no more. Where another kind of
 * webui was given the drawing meanwhile, what comes late from this one is no part of it: that one cuts the rest otherwise.
 */
const callWhole = `
if redis.call("hlen", KEYS[1]) ~= tonumber(ARGV[2]) then return 0 end
local kind = redis.call("get", KEYS[4])
if kind and kind ~= ARGV[5] then return 2 end
redis.call("hsetnx", KEYS[2], ARGV[1], ARGV[3])
redis.call("expire", KEYS[2], ARGV[4])
redis.call("del", KEYS[3])
return 1`;

export function createAnswers(redis: Redis, now: () => number = Date.now): Answers {
  /** Set of the keys of all chunks ever begun, those of broken tries too. */
  const begunKey = (id: string) => keyOf(answerFamily, id, "begun");

  const wholeParts = async (id: string) => {
    const parts = Object.entries(await redis.hgetall(answerKey(id)));
    parts.sort(([a], [b]) => Number(a) - Number(b));
    return parts.map(([part, value]) => {
      const [, chunks = "0", bytes = "0", key = "", at = "0", took = "0", count] = value.split(" ");
      const amounts = { chunks: Number(chunks), bytes: Number(bytes) };
      const work = { storedAt: Number(at), seconds: Number(took) };
      const made = { before: Number(part), count: count === undefined ? undefined : Number(count) };
      return { ...made, key, ...amounts, ...work };
    });
  };

  const read = async (id: string) =>
    Promise.all(
      (await wholeParts(id)).map(async ({ key, chunks }) => {
        const fields = Array.from({ length: chunks }, (_, index) => String(index));
        const bytes = chunks === 0 ? [] : await redis.hmgetBuffer(key, ...fields);
        return Buffer.concat(bytes.map((chunk) => chunk ?? Buffer.alloc(0)));
      }),
    );

  const sink = (
    id: string,
    kind: string,
    stored: readonly StoredPart[],
    lock?: JobLock,
  ): AnswerSink => {
    let bytes = 0;
    // Not by the clock of the wall, which may be set meanwhile.
    let begunAt = performance.now();
    // Two tries never write to the same chunks: the first that is whole counts.
    const attempt = randomUUID();
    const chunksKey = ({ before }: Part) => keyOf(answerFamily, id, before, attempt);
    let writes: Promise<unknown>[] = [];
    const backlog = createBacklog(mostUnstored);
    const write = (...promises: Promise<unknown>[]) => {
      // Awaited in `end`; until then a failure must not count as unhandled.
      for (const promise of promises) promise.catch(() => undefined);
      writes.push(...promises);
    };
    return {
      id,
      kind,
      lock,
      stored,
      earlier: () => read(id),
      begin: () => void (begunAt = performance.now()),
      write(part, index, chunk) {
        const key = chunksKey(part);
        if (index === 0) bytes = 0;
        bytes += chunk.length;
        if (index === 0) {
          write(redis.sadd(begunKey(id), key), redis.expire(begunKey(id), keepSeconds));
        }
        const stored = redis.hset(key, String(index), chunk);
        write(stored);
        if (index === 0) write(redis.expire(key, keepSeconds));
        return backlog.add(stored, chunk.length);
      },
      async end(part, chunks) {
        const keys = [chunksKey(part), answerKey(id), awaitedKey(id), answerKindKey(id)];
        const seconds = ((performance.now() - begunAt) / 1000).toFixed(3);
        const { before, count } = part;
        const value = `${kind} ${chunks} ${bytes} ${chunksKey(part)} ${now()} ${seconds} ${count}`;
        const call = () =>
          redis.eval(callWhole, keys.length, ...keys, before, chunks, value, keepSeconds, kind);
        // Sent right behind the last chunk, before that is confirmed: from here on we may be killed.
        write(call());
        const written = writes;
        writes = [];
        const came = await cameTo(written, call);
        if (came === tooLate) throw new LostError();
        if (came !== counts) throw new BackendError("broke", "");
      },
    };
  };

  return {
    async open(id, kind, lock) {
      const stored = (await wholeParts(id)).map(({ before, count }) => ({ before, count }));
      return sink(id, kind, stored, lock);
    },
    sink: (id, kind) => sink(id, kind, []),
    async size(id) {
      return (await wholeParts(id)).reduce((sum, { bytes }) => sum + bytes, 0);
    },
    work: async (id) =>
      (await wholeParts(id)).map(({ storedAt, seconds }) => ({ storedAt, seconds })),
    read,
    async remove(id) {
      const begun = await redis.smembers(begunKey(id));
      await redis.unlink(answerKey(id), begunKey(id), answerKindKey(id), ...begun);
    },
  };
}

/** What became of a part: it counts, or another webui was given the drawing meanwhile. */
const [counts, tooLate] = [1, 2];

/**
 * Redis may have refused a chunk, and then says so. When another server takes over it may have forgotten some, or have
 * got the last of them behind the call that they are all there: 0, as where it is away.
 */
async function cameTo(written: Promise<unknown>[], call: () => Promise<unknown>): Promise<number> {
  try {
    return Number((await Promise.all(written)).at(-1)) || Number(await call());
  } catch (error) {
    if (isRedisAway(error)) return 0;
    throw error;
  }
}

/** Counts the bytes that are on their way: `add` gives a promise to wait for while they are too many. */
function createBacklog(mostBytes: number) {
  let bytes = 0;
  return {
    add(written: Promise<unknown>, length: number): Promise<void> | void {
      bytes += length;
      // A failure is found out where the writes are awaited.
      const done = written.then(
        () => void (bytes -= length),
        () => void (bytes -= length),
      );
      if (bytes > mostBytes) return done;
    },
  };
}
