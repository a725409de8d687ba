import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import type { AnswerSink } from "../generation/backend.ts";
import { keyPrefix } from "./redis.ts";

/**
 * What the webuis answered, byte for byte, from the moment it arrives until it is posted. It is written while it
 * comes in, so a process killed after the last byte finds it again and nothing is drawn twice.
 */
export type Answers = {
  /** `kind` of webui: another cuts a drawing into other parts, so what one has put away is of no use to another. */
  open(id: string, kind: string): Promise<AnswerSink>;
  /** Bytes of all parts. */
  size(id: string): Promise<number>;
  /** The parts of a drawing, whole and in order. */
  read(id: string): Promise<Buffer[]>;
  remove(id: string): Promise<void>;
};

/** What nobody fetched goes after a week. Seconds. */
const keepSeconds = 7 * 24 * 3600;

export function createAnswers(redis: Redis): Answers {
  /** Hash of the whole parts: number of the part to the key of its chunks and how many they are. */
  const partsKey = (id: string) => `${keyPrefix}:answer:${id}`;
  /** Set of the keys of all chunks ever begun, those of broken tries too. */
  const begunKey = (id: string) => `${keyPrefix}:answer:${id}:begun`;

  const wholeParts = async (id: string) => {
    const parts = Object.entries(await redis.hgetall(partsKey(id)));
    parts.sort(([a], [b]) => Number(a) - Number(b));
    return parts.map(([part, value]) => {
      const [kind = "", chunks = "0", bytes = "0", key = ""] = value.split(" ");
      return { part: Number(part), kind, key, chunks: Number(chunks), bytes: Number(bytes) };
    });
  };

  return {
    async open(id, kind) {
      const earlier = await wholeParts(id);
      const usable = earlier.every((part) => part.kind === kind);
      if (!usable) await redis.unlink(partsKey(id));
      const whole = new Set(usable ? earlier.map(({ part }) => part) : []);
      let bytes = 0;
      // Two tries never write to the same chunks: the first that is whole counts.
      const attempt = randomUUID();
      const chunksKey = (part: number) => `${keyPrefix}:answer:${id}:${part}:${attempt}`;
      let writes: Promise<unknown>[] = [];
      const write = (...promises: Promise<unknown>[]) => {
        // Awaited in `end`; until then a failure must not count as unhandled.
        for (const promise of promises) promise.catch(() => undefined);
        writes.push(...promises);
      };
      return {
        has: (part) => whole.has(part),
        write(part, index, chunk) {
          const key = chunksKey(part);
          if (index === 0) bytes = 0;
          bytes += chunk.length;
          if (index === 0) {
            write(redis.sadd(begunKey(id), key), redis.expire(begunKey(id), keepSeconds));
          }
          write(redis.hset(key, String(index), chunk));
          if (index === 0) write(redis.expire(key, keepSeconds));
        },
        async end(part, chunks) {
          const written = writes;
          writes = [];
          // A part of which Redis refused a chunk is never called whole.
          await Promise.all(written);
          const value = `${kind} ${chunks} ${bytes} ${chunksKey(part)}`;
          await Promise.all([
            redis.hsetnx(partsKey(id), String(part), value),
            redis.expire(partsKey(id), keepSeconds),
          ]);
          whole.add(part);
        },
      };
    },
    async size(id) {
      return (await wholeParts(id)).reduce((sum, { bytes }) => sum + bytes, 0);
    },
    async read(id) {
      return Promise.all(
        (await wholeParts(id)).map(async ({ key, chunks }) => {
          const fields = Array.from({ length: chunks }, (_, index) => String(index));
          const bytes = chunks === 0 ? [] : await redis.hmgetBuffer(key, ...fields);
          return Buffer.concat(bytes.map((chunk) => chunk ?? Buffer.alloc(0)));
        }),
      );
    },
    async remove(id) {
      const begun = await redis.smembers(begunKey(id));
      await redis.unlink(partsKey(id), begunKey(id), ...begun);
    },
  };
}
