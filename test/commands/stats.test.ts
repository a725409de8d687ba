import { afterAll, beforeAll, describe, expect, it } from "vitest";
import sharp from "sharp";
import type { Channel, Message, User } from "../../src/demo/discord/start.ts";
import { permission } from "../../src/demo/discord/start.ts";
import { lastDays } from "../../src/generation/tally.ts";
import { createStats } from "../../src/store/stats.ts";
import { coloured } from "../harness/charts.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";

const blue = "#5865f2";
const dayMs = 24 * 3600 * 1000;
const models = [{ name: "dawn `x` @everyone" }, { name: "夜明け" }];
let world: World;
let ada: User;
let bo: User;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ models }] });
  ada = world.member;
  bo = world.discord.createUser({ name: "Bo" });
});
afterAll(async () => world.close());

type Asked = { user?: User; at?: Channel; period?: string; of?: string };
const ask = ({ user = ada, at = world.channel, ...options }: Asked = {}) =>
  world.discord.command({ user, channel: at, name: "stats", options });
const stats = async (asked: Asked = {}): Promise<Message> => world.answer(ask(asked));
const textOf = (message: Message) => world.discord.textOf(message);
const draw = async (user: User, options: Record<string, string | number> = {}) =>
  world.result(
    world.draw({ prompt: "a castle", steps: 1, width: 64, height: 64, ...options }, { user }),
  );
/** The post comes a moment before it is counted. */
const says = (asked: Asked, words: string) =>
  expect.poll(async () => textOf(await stats(asked)), { timeout: 15_000 }).toContain(words);
const chartsOf = (message: Message) => message.attachments.map(({ bytes }) => Buffer.from(bytes));

/** As if it had been drawn on an earlier day. */
async function drawnBefore(daysAgo: number, pictures: number): Promise<void> {
  const redis = redisIn(world.dataDir);
  await createStats(redis).count({
    id: `before-${daysAgo}`,
    userId: "somebody",
    guildId: world.guild.id,
    at: Date.now() - daysAgo * dayMs,
    pictures,
    model: "old.safetensors",
    drawnMs: 3_600_000,
    waitedMs: 40_000,
  });
  redis.disconnect();
}

describe("/stats", () => {
  it("says that nothing was drawn yet, without a picture of it", async () => {
    const answer = await stats();
    expect(answer.ephemeralFor).toBeUndefined();
    expect(textOf(answer)).toContain("Nothing has been drawn yet.");
    expect(answer.attachments).toEqual([]);
  });

  it("counts what members drew, and shows it to everybody", async () => {
    await Promise.all([draw(ada, { count: 3 }), draw(bo, { model: "夜明け" })]);
    const failed = world.draw({ prompt: "x", model: "no such model" }, { user: bo });
    await world.refusal(failed);
    await says({}, "Ever:** 4 pictures · 2 people");
    const answer = await stats({ user: bo, period: "today" });
    expect(answer.ephemeralFor).toBeUndefined();
    expect(answer.mentionsEveryone).toBe(false);
    const text = textOf(answer);
    for (const period of ["Today", "Last 7 days", "Ever"]) {
      expect(text).toContain(`**${period}:** 4 pictures · 2 people`);
    }
    expect(text).toMatch(/GPU time [\d.]+ sec · median wait [\d.]+ sec · busiest at \d\d:00/);
    expect(text).toMatch(/🟦 `.+` · [\d.]+ sec\n🟧 `.+` · [\d.]+ sec/);
    expect(text).toContain("`夜明け");
    const headings = ["Pictures an hour", "GPU time by model", "Jobs by how long they waited"];
    for (const heading of headings) expect(text).toContain(`**${heading} · Today**`);
    const charts = chartsOf(answer);
    expect(charts).toHaveLength(headings.length);
    for (const [index, png] of charts.entries()) {
      expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1100 });
      expect(answer.attachments[index]?.description).toContain(headings[index]);
    }
  });

  it("tells one's own privately, in a server and in direct messages, over all servers", async () => {
    const here = await stats({ of: "me", period: "ever" });
    expect(here.ephemeralFor).toBe(ada.id);
    expect(textOf(here)).toContain("Ever:** 3 pictures · ");
    expect(textOf(here)).not.toContain("people");
    const dm = world.discord.dm(ada);
    await world.result(
      world.draw({ prompt: "alone", steps: 1, width: 64, height: 64 }, { user: ada, at: dm }),
    );
    await says({ at: dm }, "Ever:** 4 pictures · ");
    expect(textOf(await stats())).toContain("Ever:** 4 pictures · 2 people");
    expect(await world.refusal(ask({ at: dm, of: "server" }))).toContain("no server here");
  });

  it("counts a job once, however often its delivery is tried", async () => {
    // The post is made, and its answer lost, more often than one delivery tries again.
    world.discord.faults.fail({
      match: (method, path) => method === "PATCH" && path.includes("@original"),
      status: 502,
      times: 6,
      afterwards: true,
    });
    const interaction = world.draw(
      { prompt: "twice", steps: 1, width: 64, height: 64 },
      { user: bo },
    );
    await world.result(interaction);
    await says({ of: "me", user: bo }, "Ever:** 2 pictures");
    await world.discord.waitFor(() =>
      world.easel.log().some(({ msg, job }) => msg === "posted" && job === interaction.id),
    );
    expect(textOf(await stats({ of: "me", user: bo }))).toContain("Ever:** 2 pictures");
  });

  it("draws the days of a week, the busy ones high and the idle ones not at all", async () => {
    await drawnBefore(2, 40);
    await drawnBefore(5, 10);
    await drawnBefore(40, 7);
    const answer = await stats({ period: "week" });
    expect(textOf(answer)).toContain("Last 7 days:** 55 pictures · 3 people");
    expect(textOf(answer)).toContain("Ever:** 62 pictures · 3 people");
    const [days = Buffer.alloc(0), hours] = chartsOf(answer);
    expect(answer.attachments).toHaveLength(4);
    expect(hours).not.toEqual(days);
    // The scale at the left takes a little room.
    const plot = await sharp(days)
      .extract({ left: 84, top: 0, width: 968, height: 344 })
      .toBuffer();
    const [, ten, , , forty, none, five] = await coloured(plot, blue, 7);
    expect(none).toBe(0);
    expect(Number(forty) / Number(ten)).toBeCloseTo(4, 0);
    expect(five).toBeGreaterThan(0);
    expect(five).toBeLessThan(Number(ten));
    const [first = ""] = lastDays(Date.now() - 5 * dayMs, 1);
    const [, month, day] = first.split("-").map(Number);
    expect(answer.attachments[0]?.description).toContain(`${month}/${day} → 10`);
  });

  it("draws all there ever was, by weeks where there are many days", async () => {
    const answer = await stats({ period: "ever" });
    expect(textOf(answer)).toContain("**Pictures a week · Ever**");
    expect(answer.attachments[0]?.description).toMatch(/→ 7,/);
    expect(textOf(answer)).toContain("🟦 `old.safetensors` · 3 hr");
  });

  it("answers privately where the bot may not post, in words alone where it may attach nothing", async () => {
    for (const [botPermissions, charts] of [
      [permission.VIEW_CHANNEL | permission.ATTACH_FILES, 4],
      [permission.VIEW_CHANNEL | permission.SEND_MESSAGES, 0],
    ] as const) {
      const at = world.discord.createChannel({ guild: world.guild, botPermissions });
      const answer = await stats({ at });
      expect(answer.ephemeralFor).toBe(ada.id);
      expect(textOf(answer)).toContain("Ever:** 62 pictures");
      expect(answer.attachments).toHaveLength(charts);
    }
  });

  it("answers everybody of many who ask at once, in time", async () => {
    const asked = Array.from({ length: 8 }, (_, index) =>
      ask({
        user: index % 2 === 0 ? ada : bo,
        period: "week",
        of: index % 3 === 0 ? "me" : "server",
      }),
    );
    await world.discord.waitFor(
      () => asked.every(({ responseMessage }) => responseMessage?.attachments.length === 4),
      25_000,
    );
    expect(asked.map(({ failedReason }) => failedReason)).toEqual(asked.map(() => undefined));
  });
});
