import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Interaction, permission } from "../../src/demo/discord/start.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";
import { picturesOf } from "./ends.ts";
import { isCallback, isPost } from "./moment.ts";

type Failure = Parameters<World["discord"]["faults"]["fail"]>[0];

const small = { width: 64, height: 64 };
const minutes = 60_000;

let world: World;
let number = 0;
let prompt = "";
let undo: (() => void)[] = [];

beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.64 }] });
});
afterAll(async () => world.close());
beforeEach(() => {
  number += 1;
  prompt = `fault ${number}`;
  // The limits of one test are not those of the next.
  world.discord.advance(10_000);
});
afterEach(() => {
  for (const each of undo) each();
  undo = [];
});

const draw = (more = {}, at = world.channel) => world.draw({ prompt, ...small, ...more }, { at });
const fail = (failure: Failure) => void undo.push(world.discord.faults.fail(failure));
const isEdit = (method: string, path: string) => method === "PATCH" && path.includes("/webhooks/");
const isNewPost = (method: string, path: string) => isPost(method, path) && method === "POST";
const drawings = () => world.webui.drawings.filter(({ body }) => body["prompt"] === prompt);
const newChannel = () => world.discord.createChannel({ guild: world.guild, name: `of ${number}` });

/** Its author saw that it was taken; its pictures stand in one message; it was drawn once. */
async function expectOnce(interaction: Interaction, timeoutMs?: number) {
  const waiting = await world.answer(interaction);
  expect(world.discord.textOf(waiting)).toMatch(/Queued|Seed/);
  const result = await picturesOf(world, interaction, timeoutMs);
  expect(drawings()).toHaveLength(1);
  expect(interaction.followUps.filter((each) => each !== result)).toEqual([]);
  return result;
}

/** Its pictures stand in one new message, which alone mentions its author. */
async function expectMention(interaction: Interaction) {
  const result = await picturesOf(world, interaction);
  expect(result.channelId).toBe(interaction.channel.id);
  expect(result.interactionId).toBeUndefined();
  expect(result.mentions).toEqual([interaction.user.id]);
  expect(drawings()).toHaveLength(1);
}

/** Its pictures came to its author's direct messages. */
async function expectDm(interaction: Interaction) {
  const result = await picturesOf(world, interaction);
  expect(result.channelId).toBe(world.discord.dm(interaction.user).id);
  expect(drawings()).toHaveLength(1);
}

/** A job that waits so long for its webui, by both clocks. */
async function waitForMinutes(many: number, more = {}): Promise<Interaction> {
  const timesDown = () => world.easel.log().filter(({ msg }) => msg === "webui is down").length;
  const before = timesDown();
  await world.webui.down();
  await world.discord.waitFor(() => timesDown() > before, 10_000);
  const interaction = draw(more);
  await world.answer(interaction);
  const redis = redisIn(world.dataDir);
  try {
    const [key = ""] = await redis.keys(`{easel}:generate:*${interaction.id}`);
    const data = (await redis.hget(key, "data")) ?? "";
    const aged = data.replace(/(?<="askedAt":)\d+/, (asked) =>
      String(Number(asked) - many * minutes),
    );
    await redis.hset(key, "data", aged);
  } finally {
    redis.disconnect();
  }
  world.discord.advance(many * minutes);
  await world.webui.up();
  return interaction;
}

describe("Discord answers badly", () => {
  const troubles: [string, Omit<Failure, "match">][] = [
    ["429", { status: 429, retryAfterSeconds: 0.3, times: 1 }],
    ["429 for everything", { status: 429, retryAfterSeconds: 0.3, global: true, times: 1 }],
    ["500", { status: 500, times: 2 }],
    ["503 of its proxy", { status: 503, times: 1 }],
    ["with a broken connection", { status: 500, drop: true, times: 1 }],
    ["500 after carrying it out", { status: 500, afterwards: true, times: 1 }],
    [
      "with a broken connection after carrying it out",
      { status: 500, afterwards: true, drop: true, times: 1 },
    ],
  ];

  it.each(troubles)("to the first answer: %s", async (_, failure) => {
    fail({ ...failure, match: isCallback });
    await expectOnce(draw());
  });

  it.each(troubles)("to the edit with the pictures: %s", async (_, failure) => {
    fail({ ...failure, match: isEdit });
    await expectOnce(draw());
  });

  it.each(troubles)("to a new message in the channel: %s", async (_, failure) => {
    fail({ ...failure, match: isNewPost });
    const interaction = draw({ steps: 40 });
    await world.answer(interaction);
    world.discord.faults.killToken(interaction);
    await expectMention(interaction);
  });

  it("for a while: every job that was taken is posted when it is over", async () => {
    const interactions = [draw({ steps: 40 }), draw(), draw({ private: true })];
    for (const each of interactions) await world.answer(each);
    fail({ status: 502, match: () => true });
    await delay(2_500);
    for (const each of undo) each();
    for (const each of interactions) await picturesOf(world, each, 30_000);
    expect(drawings()).toHaveLength(3);
  });
});

describe("uploads take long", () => {
  it("draws the next jobs meanwhile, and posts each once", async () => {
    undo.push(world.discord.faults.slow(isEdit, 2_000));
    const interactions = [draw(), draw(), draw()];
    await world.discord.waitFor(
      () => drawings().filter(({ state }) => state === "answered").length === 3,
      2_000,
    );
    for (const each of interactions) await picturesOf(world, each);
    expect(drawings()).toHaveLength(3);
  });
});

describe("the gateway", () => {
  it.each<[string, Parameters<World["discord"]["faults"]["dropGateway"]>[0]]>([
    ["breaks", "cut"],
    ["asks to reconnect", "reconnect"],
    ["closes with a code", 4000],
  ])(
    "%s: a job that is drawn is posted, and one that is asked for meanwhile is taken",
    async (_, how) => {
      const first = draw({ steps: 40 });
      await world.answer(first);
      world.discord.faults.dropGateway(how);
      const second = draw();
      await picturesOf(world, first);
      await picturesOf(world, second);
      expect(drawings()).toHaveLength(2);
    },
  );

  it("forgets the session: a job that is drawn is posted, and the next is taken", async () => {
    const first = draw({ steps: 40 });
    await world.answer(first);
    world.discord.faults.dropGateway("invalid session");
    await picturesOf(world, first);
    await world.discord
      .waitFor(() => !world.discord.isConnected() || undefined, 1_000)
      .catch(() => undefined);
    await world.discord.waitFor(world.discord.isConnected, 15_000);
    await picturesOf(world, draw());
    expect(drawings()).toHaveLength(2);
  });

  it("and all of Discord cannot be reached for a while: what was taken is posted afterwards", async () => {
    const first = draw({ steps: 40 });
    await world.answer(first);
    fail({ status: 500, drop: true, match: () => true });
    world.discord.faults.refuseGateway(true);
    world.discord.faults.dropGateway("cut");
    await delay(2_000);
    for (const each of undo) each();
    world.discord.faults.refuseGateway(false);
    await picturesOf(world, first, 20_000);
    await world.discord.waitFor(world.discord.isConnected, 20_000);
    await picturesOf(world, draw());
    expect(drawings()).toHaveLength(2);
  });
});

describe("the token is dead", () => {
  it.each([
    ["401, invalid token", 401, 50_027],
    ["404, unknown webhook", 404, 10_015],
  ])(
    "early (%s): the result is a new message that mentions its author",
    async (_, status, code) => {
      const interaction = draw({ steps: 40 });
      await world.answer(interaction);
      // 404 is what an interaction says, too, that is not answered yet.
      if (status === 404) await delay(100);
      fail({
        status,
        body: { message: "dead", code },
        match: (_method, path) => path.includes(interaction.token),
      });
      await expectMention(interaction);
    },
  );

  it("after 15 minutes: the result is a new message that mentions its author", async () => {
    const interaction = await waitForMinutes(16);
    await expectMention(interaction);
  });

  it("after 15 minutes, privately asked: the result goes to its author", async () => {
    const interaction = await waitForMinutes(16, { private: true });
    const result = await world.discord.waitFor(
      () =>
        world.discord
          .messages(world.discord.dm(world.member))
          .find((each) => world.discord.textOf(each).includes(prompt)),
      10_000,
    );
    expect(result.attachments).toHaveLength(1);
    expect(world.discord.messages(interaction.channel).filter(world.isResult)).not.toContain(
      result,
    );
  });

  it("after two minutes it lives: the result is a new message, and the waiting one goes", async () => {
    const interaction = await waitForMinutes(2);
    await expectMention(interaction);
    expect(interaction.responseMessage?.deleted).toBe(true);
  });
});

describe("the place is gone", () => {
  it("without the right to send: the result goes to its author", async () => {
    const channel = newChannel();
    const interaction = draw({ steps: 40 }, channel);
    await world.answer(interaction);
    world.discord.setBotPermissions(channel, channel.botPermissions & ~permission.SEND_MESSAGES);
    world.discord.faults.killToken(interaction);
    await expectDm(interaction);
  });

  it("the channel is deleted: the result goes to its author", async () => {
    const channel = newChannel();
    const interaction = draw({ steps: 40 }, channel);
    await world.answer(interaction);
    world.discord.deleteChannel(channel);
    await expectDm(interaction);
  });

  it("the waiting message is deleted: the result is a new message", async () => {
    const interaction = draw({ steps: 40 });
    const waiting = await world.answer(interaction);
    await fetch(
      `${world.discord.apiUrl}/v10/channels/${waiting.channelId}/messages/${waiting.id}`,
      {
        method: "DELETE",
        headers: { authorization: `Bot ${world.discord.token}` },
      },
    );
    expect(waiting.deleted).toBe(true);
    await expectMention(interaction);
  });
});

describe("an interaction that comes twice", () => {
  it("at once: is one job", async () => {
    const interaction = draw();
    world.discord.redeliver(interaction);
    await expectOnce(interaction);
  });

  it("while it is drawn: is one job", async () => {
    const interaction = draw({ steps: 40 });
    await world.answer(interaction);
    world.discord.redeliver(interaction);
    await expectOnce(interaction);
  });

  it("after its pictures: is one job, and nobody waits behind it", async () => {
    const interaction = draw();
    await expectOnce(interaction);
    world.discord.redeliver(interaction);
    await delay(700);
    await expectOnce(interaction);
    const next = await world.answer(draw({ steps: 40 }));
    expect(world.discord.textOf(next)).toContain("next in line");
  });
});
