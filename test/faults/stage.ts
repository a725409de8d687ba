import type { Redis } from "ioredis";
import { expect } from "vitest";
import type { Interaction } from "../../src/demo/discord/start.ts";
import { redisIn } from "../harness/redis.ts";
import type { World } from "../harness/world.ts";
import { picturesOf } from "./ends.ts";

type Faults = World["discord"]["faults"];
export type Failure = Parameters<Faults["fail"]>[0];

const small = { width: 64, height: 64 };
const msOfMinute = 60_000;

let number = 0;

/** One test in a world: what it draws has a prompt of its own, and the troubles it lays out go with it. */
export function createStage(world: World) {
  const { discord, webui } = world;
  number += 1;
  const prompt = `fault ${number}`;
  const undo: (() => void)[] = [];
  // The limits of one test are not those of the next.
  discord.advance(10_000);

  const draw = (more = {}, at = world.channel) => world.draw({ prompt, ...small, ...more }, { at });
  const drawings = () => webui.drawings.filter(({ body }) => body["prompt"] === prompt);

  return {
    world,
    prompt,
    draw,
    drawings,
    fail: (failure: Failure) => void undo.push(discord.faults.fail(failure)),
    slow: (...args: Parameters<Faults["slow"]>) => void undo.push(discord.faults.slow(...args)),
    /** Takes back every trouble. */
    mend: () => undo.splice(0).forEach((each) => each()),
    newChannel: () => discord.createChannel({ guild: world.guild, name: `of ${number}` }),

    /** Its author saw that it was taken; its pictures stand in one message; it was drawn once. */
    async expectOnce(interaction: Interaction): Promise<void> {
      const waiting = await world.answer(interaction);
      expect(discord.textOf(waiting)).toMatch(/Queued|Seed/);
      const result = await picturesOf(world, interaction);
      expect(drawings()).toHaveLength(1);
      expect(interaction.followUps.filter((each) => each !== result)).toEqual([]);
    },

    /** Its pictures stand in one new message, which alone mentions its author. */
    async expectMention(interaction: Interaction): Promise<void> {
      const result = await picturesOf(world, interaction);
      expect(result.channelId).toBe(interaction.channel.id);
      expect(result.interactionId).toBeUndefined();
      expect(result.mentions).toEqual([interaction.user.id]);
      expect(drawings()).toHaveLength(1);
    },

    /** Its pictures came to its author's direct messages. */
    async expectDm(interaction: Interaction): Promise<void> {
      const result = await picturesOf(world, interaction);
      expect(result.channelId).toBe(discord.dm(interaction.user).id);
      expect(drawings()).toHaveLength(1);
    },

    /** What is kept of a job for its buttons. */
    recordOf: async ({ id }: Interaction): Promise<unknown> =>
      ask(world, async (redis) => JSON.parse((await redis.get(`{easel}:record:${id}`)) ?? "{}")),

    /** As if the bot had been killed before it noted which message says that the job waits. */
    forgetWaiting: async ({ id }: Interaction): Promise<unknown> =>
      ask(world, async (redis) => redis.hdel(`{easel}:notes:${id}`, "waiting")),

    /** A job that waits so long for its webui, by both clocks; by ours alone where Discord's goes on as it does. */
    async waitForMinutes(many: number, more = {}, ofDiscord = many): Promise<Interaction> {
      const timesDown = () => world.easel.log().filter(({ msg }) => msg === "webui is down").length;
      const before = timesDown();
      await webui.down();
      await discord.waitFor(() => timesDown() > before, 10_000);
      const interaction = draw(more);
      await world.answer(interaction);
      await makeOlder(world, interaction.id, many * msOfMinute);
      discord.advance(ofDiscord * msOfMinute);
      await webui.up();
      return interaction;
    },
  };
}

export type Stage = ReturnType<typeof createStage>;

async function makeOlder(world: World, id: string, ms: number): Promise<void> {
  await ask(world, async (redis) => {
    const [key = ""] = await redis.keys(`{easel}:generate:*${id}`);
    const data = (await redis.hget(key, "data")) ?? "";
    const aged = data.replace(/(?<="askedAt":)\d+/, (asked) => String(Number(asked) - ms));
    await redis.hset(key, "data", aged);
  });
}

async function ask<T>({ dataDir }: World, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = redisIn(dataDir);
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}
