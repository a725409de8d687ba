import type { REST } from "@discordjs/rest";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { noteWaiting } from "../../src/bot/note-waiting.ts";
import type { Records } from "../../src/store/records.ts";
import { replyOf } from "../queue/jobs.ts";

const waiting = "20";
const reply = replyOf();

/** `notes`: what was there before. What is noted, and what Discord is asked to remove. */
async function noted(notes: Record<string, string>) {
  const removed: string[] = [];
  const rest = { delete: async (route: string) => removed.push(route) };
  const records = {
    note: async (_id: string, name: string, value: string) => void (notes[name] = value),
    notes: async () => ({ ...notes }),
  };
  await noteWaiting("10", waiting, 2, reply, {
    // Only what it asks of them.
    rest: rest as unknown as REST,
    records: records as unknown as Records,
    log: pino({ enabled: false }),
  });
  return { notes, removed };
}

describe("the message that says that a job waits", () => {
  test("is noted, with the place that it told", async () => {
    expect(await noted({})).toEqual({ notes: { told: "2", waiting }, removed: [] });
  });

  test.each(["channel:0", "dm:0"])(
    "goes when a worker did not wait for it and has posted elsewhere (%s)",
    async (page) => {
      const { removed } = await noted({ route: "channel", [page]: "30" });
      expect(removed).toEqual([
        `/webhooks/${reply.applicationId}/${reply.token}/messages/@original`,
      ]);
    },
  );

  test("stays where it is the result's first page, and others are below it", async () => {
    expect((await noted({ route: "original", "channel:1": "30" })).removed).toEqual([]);
    expect((await noted({ "channel:0": waiting })).removed).toEqual([]);
  });
});
