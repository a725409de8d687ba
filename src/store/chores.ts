import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { keyOf, type Redis } from "./redis.ts";
import type { Signals } from "./signals.ts";

/** What a webui is asked for beside drawing: its own options, one of them changed, its folders looked at anew. */
const chore = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("options") }),
  z.object({ kind: z.literal("set"), name: z.string(), value: z.unknown().optional() }),
  z.object({ kind: z.literal("rescan") }),
]);
export type Chore = z.infer<typeof chore>;

const asked = z.object({ id: z.string(), webui: z.string(), chore });
export type AskedChore = z.infer<typeof asked>;

const reply = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), value: z.unknown().optional() }),
  /** `detail`: the webui's own words, cleaned. */
  z.object({ ok: z.literal(false), detail: z.string() }),
]);
export type ChoreReply = z.infer<typeof reply>;

/** The bot knows no webui: it has the worker ask that does. */
export type Chores = {
  /** Undefined when no worker answered in time: none has this webui, or it is busy. */
  ask(webui: string, chore: Chore, timeoutMs: number): Promise<ChoreReply | undefined>;
  /** What a signal carried; undefined if it is none that is known here. */
  read(json: string): AskedChore | undefined;
  answer(id: string, reply: ChoreReply): Promise<void>;
};

const pollMs = 50;
const keepSeconds = 60;
export const choreFamily = "chore";

export function createChores(redis: Redis, signals: Pick<Signals, "chore">): Chores {
  const key = (id: string) => keyOf(choreFamily, id);
  return {
    async ask(webui, wanted, timeoutMs) {
      const id = randomUUID();
      const deadline = Date.now() + timeoutMs;
      await signals.chore(JSON.stringify({ id, webui, chore: wanted } satisfies AskedChore));
      while (Date.now() < deadline) {
        const json = await redis.get(key(id));
        if (json !== null) {
          // Nobody else asks for it.
          await redis.del(key(id));
          return reply.parse(JSON.parse(json));
        }
        await delay(pollMs);
      }
      return undefined;
    },
    read: (json) => asked.safeParse(JSON.parse(json)).data,
    async answer(id, said) {
      await redis.set(key(id), JSON.stringify(said), "EX", keepSeconds);
    },
  };
}
