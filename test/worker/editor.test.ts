import { DiscordAPIError, type REST } from "@discordjs/rest";
import { pino } from "pino";
import { afterEach, expect, test, vi } from "vitest";
import type { Outgoing } from "../../src/discord/outgoing.ts";
import { editMs, type Edits } from "../../src/store/edits.ts";
import type { Reply } from "../../src/jobs.ts";
import type { Records } from "../../src/store/records.ts";
import { createEditor } from "../../src/worker/editor.ts";
import { replyOf } from "../queue/jobs.ts";

/** What is asked of Discord, and what another has said meanwhile of the job. */
function start(refuse: (route: string) => Error | undefined = () => undefined) {
  const sent: unknown[] = [];
  const routes: string[] = [];
  const rest = {
    patch: async (route: string, { body }: { body: unknown }) => {
      routes.push(route);
      const why = refuse(route);
      if (why !== undefined) throw why;
      sent.push(body);
    },
  };
  const edits = { begin: async () => true, end: async () => undefined };
  const records = { ending: async () => undefined, notes: async () => ({ waiting: "1" }) };
  const editor = createEditor({
    // Only what an editor asks of them.
    rest: rest as unknown as REST,
    edits: edits as unknown as Edits,
    records: records as unknown as Records,
    log: pino({ enabled: false }),
  });
  return { editor, sent, routes };
}
const refusal = (code: number, status: number) =>
  new DiscordAPIError({ code, message: "" }, code, status, "PATCH", "", {});
const ages = { young: 0, old: 20 * 60_000 };
afterEach(() => void vi.useRealTimers());

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

test.each<[string, Partial<Reply>, keyof typeof ages, string[]]>([
  ["its token", {}, "young", ["webhooks", "channels"]],
  ["the bot's own rights where it is old", {}, "old", ["channels"]],
  ["its token alone where it is private", { private: true }, "young", ["webhooks"]],
  ["nothing where it is private and old", { private: true }, "old", []],
  ["nothing where it is old and the bot has no rights", { canPost: false }, "old", []],
])("a waiting message is changed with %s", async (_with, values, age, expected) => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const { editor, routes } = start((route) =>
    route.startsWith("/webhooks") ? refusal(50_027, 401) : undefined,
  );
  const reply = replyOf({ ...values, askedAt: Date.now() - ages[age] });
  // Once it is known to be dead, no request is spent on the token.
  for (let tries = 0; tries < 3; tries += 1) {
    await editor.edit({ id: "1", reply }, async () => message);
    vi.advanceTimersByTime(3_000);
  }
  const places = routes.map((route) => route.split("/")[1]);
  expect([...new Set(places)]).toEqual(expected);
  expect(places.filter((place) => place === "webhooks").length).toBeLessThanOrEqual(1);
});

test("old waiting messages of one channel are changed no faster together than one", async () => {
  const { editor, sent } = start();
  const reply = replyOf({ askedAt: Date.now() - ages.old });
  const ids = ["1", "2", "3"];
  await Promise.all(ids.map((id) => editor.edit({ id, reply }, async () => message)));
  expect(sent).toHaveLength(1);
});
