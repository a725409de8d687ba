import type { REST } from "@discordjs/rest";
import { pino } from "pino";
import { expect, test } from "vitest";
import type { Outgoing } from "../../src/discord/outgoing.ts";
import { editMs, type Edits } from "../../src/store/edits.ts";
import type { Records } from "../../src/store/records.ts";
import { createEditor } from "../../src/worker/editor.ts";
import { replyOf } from "../queue/jobs.ts";

/** What is asked of Discord, and what another has said meanwhile of the job. */
function start() {
  const sent: unknown[] = [];
  const rest = { patch: async (_route: string, { body }: { body: unknown }) => sent.push(body) };
  const edits = { begin: async () => true, end: async () => undefined };
  const records = { ending: async () => undefined, notes: async () => ({ waiting: "1" }) };
  const editor = createEditor({
    // Only what an editor asks of them.
    rest: rest as unknown as REST,
    edits: edits as unknown as Edits,
    records: records as unknown as Records,
    log: pino({ enabled: false }),
  });
  return { editor, sent };
}
const message: Outgoing = { body: { content: "Queued" }, files: [] };

test("a waiting message is changed by whoever is at it, and by nobody who stood still meanwhile", async () => {
  const { editor, sent } = start();
  expect(await editor.edit({ id: "1", reply: replyOf() }, async () => message)).toBe(true);
  expect(sent).toHaveLength(1);
  const now = performance.now.bind(performance);
  let stoodStill = 0;
  performance.now = () => now() + stoodStill;
  try {
    const late = editor.edit({ id: "2", reply: replyOf() }, async () => {
      stoodStill = editMs;
      return message;
    });
    expect(await late).toBe(false);
  } finally {
    performance.now = now;
  }
  expect(sent).toHaveLength(1);
});
