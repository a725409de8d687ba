import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { permission } from "../../src/demo/discord/start.ts";
import type { World } from "../harness/world.ts";
import { picturesOf } from "./ends.ts";
import { isCallback, isPost } from "./moment.ts";
import { createStage, type Failure, type Stage } from "./stage.ts";
import { openWorlds, type Worlds } from "./worlds.ts";

vi.setConfig({ testTimeout: 60_000 });

let worlds: Worlds;
beforeAll(async () => {
  worlds = await openWorlds(2, { webuis: [{ secondsPerStep: 0.64 }] });
});
afterAll(async () => worlds.close());

const onStage = (test: (stage: Stage) => Promise<void>) => async () =>
  worlds.lend(async (world) => {
    const stage = createStage(world);
    try {
      await test(stage);
    } finally {
      stage.mend();
    }
  });

const isEdit = (method: string, path: string) => method === "PATCH" && path.includes("/webhooks/");
const isNewPost = (method: string, path: string) => isPost(method, path) && method === "POST";

describe.concurrent("Discord answers badly", () => {
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

  it.each(troubles)("to the first answer: %s", async (_, failure) =>
    onStage(async ({ draw, fail, expectOnce }) => {
      fail({ ...failure, match: isCallback });
      await expectOnce(draw());
    })(),
  );

  it.each<[string, Omit<Failure, "match">]>([
    ["503 of its proxy for more than a moment", { status: 503, times: 7 }],
    [
      "with a broken connection again and again after carrying it out",
      { status: 500, afterwards: true, drop: true, times: 4 },
    ],
  ])("to the first answer: %s", async (_, failure) =>
    onStage(async ({ draw, fail, expectOnce }) => {
      fail({ ...failure, match: isCallback });
      await expectOnce(draw());
    })(),
  );

  it.each(troubles)("to the edit with the pictures: %s", async (_, failure) =>
    onStage(async ({ draw, fail, expectOnce }) => {
      fail({ ...failure, match: isEdit });
      await expectOnce(draw());
    })(),
  );

  it.each(troubles)("to a new message in the channel: %s", async (_, failure) =>
    onStage(async ({ world, draw, fail, expectMention }) => {
      fail({ ...failure, match: isNewPost });
      const interaction = draw({ steps: 40 });
      await world.answer(interaction);
      world.discord.faults.killToken(interaction);
      await expectMention(interaction);
    })(),
  );

  it(
    "for a while: every job that was taken is posted when it is over",
    onStage(async ({ world, draw, fail, mend, drawings }) => {
      const interactions = [draw({ steps: 40 }), draw(), draw({ private: true })];
      for (const each of interactions) await world.answer(each);
      fail({ status: 502, match: () => true });
      await delay(2_500);
      mend();
      for (const each of interactions) await picturesOf(world, each, 30_000);
      expect(drawings()).toHaveLength(3);
    }),
  );
});

describe.concurrent("uploads take long", () => {
  it(
    "draws the next jobs meanwhile, and posts each once",
    onStage(async ({ world, draw, drawings, slow }) => {
      // Drawn one after the other's upload, the third would not be there before 8 s.
      slow(isEdit, 4_000);
      const interactions = [draw(), draw(), draw()];
      await world.discord.waitFor(
        () => drawings().filter(({ state }) => state === "answered").length === 3,
        6_000,
      );
      for (const each of interactions) await picturesOf(world, each);
      expect(drawings()).toHaveLength(3);
    }),
  );
});

describe.concurrent("the gateway", () => {
  it.each<[string, Parameters<World["discord"]["faults"]["dropGateway"]>[0]]>([
    ["breaks", "cut"],
    ["asks to reconnect", "reconnect"],
    ["closes with a code", 4000],
  ])(
    "%s: a job that is drawn is posted, and one that is asked for meanwhile is taken",
    async (_, how) =>
      onStage(async ({ world, draw, drawings }) => {
        const first = draw({ steps: 40 });
        await world.answer(first);
        world.discord.faults.dropGateway(how);
        const second = draw();
        await picturesOf(world, first);
        await picturesOf(world, second);
        expect(drawings()).toHaveLength(2);
      })(),
  );

  it(
    "forgets the session: a job that is drawn is posted, and the next is taken",
    onStage(async ({ world, draw, drawings }) => {
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
    }),
  );

  it(
    "and all of Discord cannot be reached for a while: what was taken is posted afterwards",
    onStage(async ({ world, draw, fail, mend, drawings }) => {
      const first = draw({ steps: 40 });
      await world.answer(first);
      fail({ status: 500, drop: true, match: () => true });
      world.discord.faults.refuseGateway(true);
      world.discord.faults.dropGateway("cut");
      await delay(2_000);
      mend();
      world.discord.faults.refuseGateway(false);
      await picturesOf(world, first, 20_000);
      await world.discord.waitFor(world.discord.isConnected, 20_000);
      await picturesOf(world, draw());
      expect(drawings()).toHaveLength(2);
    }),
  );
});

describe.concurrent("the token is dead", () => {
  it.each([
    ["401, invalid token", 401, 50_027],
    ["404, unknown webhook", 404, 10_015],
  ])("early (%s): the result is a new message that mentions its author", async (_, status, code) =>
    onStage(async ({ world, draw, fail, expectMention }) => {
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
    })(),
  );

  it(
    "after 15 minutes: the result is a new message that mentions its author",
    onStage(async ({ expectMention, waitForMinutes }) => {
      const interaction = await waitForMinutes(16);
      await expectMention(interaction);
    }),
  );

  it(
    "and our clock was set back meanwhile: no answer is waited for, the result is a new message",
    onStage(async ({ fail, expectMention, waitForMinutes }) => {
      const interaction = await waitForMinutes(-50, { steps: 40 }, 0);
      fail({
        status: 404,
        body: { message: "dead", code: 10_015 },
        match: (_method, path) => path.includes(interaction.token),
      });
      await expectMention(interaction);
    }),
  );

  it(
    "after 15 minutes, privately asked: the result goes to its author",
    onStage(async ({ world, waitForMinutes, prompt }) => {
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
    }),
  );

  it(
    "after two minutes it lives: the result is a new message, and the waiting one goes",
    onStage(async ({ expectMention, waitForMinutes }) => {
      const interaction = await waitForMinutes(2);
      await expectMention(interaction);
      expect(interaction.responseMessage?.deleted).toBe(true);
    }),
  );

  it(
    "and nobody has noted which message says that it waits: that one goes all the same",
    onStage(async ({ world, draw, forgetWaiting, expectMention }) => {
      const interaction = draw({ steps: 40 });
      const waiting = await world.answer(interaction);
      await forgetWaiting(interaction);
      world.discord.faults.killToken(interaction);
      await expectMention(interaction);
      await world.discord.waitFor(() => waiting.deleted);
    }),
  );
});

describe.concurrent("the place is gone", () => {
  it(
    "without the right to send: the result goes to its author",
    onStage(async ({ world, draw, newChannel, expectDm }) => {
      const channel = newChannel();
      const interaction = draw({ steps: 40 }, channel);
      await world.answer(interaction);
      world.discord.setBotPermissions(channel, channel.botPermissions & ~permission.SEND_MESSAGES);
      world.discord.faults.killToken(interaction);
      await expectDm(interaction);
    }),
  );

  it(
    "the channel is deleted: the result goes to its author",
    onStage(async ({ world, draw, newChannel, expectDm }) => {
      const channel = newChannel();
      const interaction = draw({ steps: 40 }, channel);
      await world.answer(interaction);
      world.discord.deleteChannel(channel);
      await expectDm(interaction);
    }),
  );

  it(
    "the waiting message is deleted: the result is a new message",
    onStage(async ({ world, draw, expectMention }) => {
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
    }),
  );
});

describe.concurrent("an interaction that comes twice", () => {
  it(
    "at once: is one job",
    onStage(async ({ world, draw, drawings, expectOnce, recordOf }) => {
      const interaction = draw();
      world.discord.redeliver(interaction);
      await expectOnce(interaction);
      expect(await recordOf(interaction)).toMatchObject({
        request: { seed: drawings()[0]?.body["seed"] },
      });
    }),
  );

  it(
    "while it is drawn: is one job",
    onStage(async ({ world, draw, expectOnce }) => {
      const interaction = draw({ steps: 40 });
      await world.answer(interaction);
      world.discord.redeliver(interaction);
      await expectOnce(interaction);
    }),
  );

  it(
    "after its pictures: is one job, and nobody waits behind it",
    onStage(async ({ world, draw, expectOnce }) => {
      const interaction = draw();
      await expectOnce(interaction);
      world.discord.redeliver(interaction);
      await delay(700);
      await expectOnce(interaction);
      const next = await world.answer(draw({ steps: 40 }));
      expect(world.discord.textOf(next)).toContain("next in line");
    }),
  );
});
