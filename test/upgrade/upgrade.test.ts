import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Channel, User } from "../../src/demo/discord/start.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { startWorld, type World } from "../harness/world.ts";
import { type Kept, writeKeys } from "./keys.ts";

/**
 * What version 0.1.0 left in Redis when it was killed (recorded by `record.ts`), with today's code started on it. It drew
 * first come, first served, and put off what waited in a paused server.
 */
type Recording = { names: Record<string, string>; keys: Record<string, Kept> };

let server: TestRedis;
let redis: Redis;
let world: World;
let member: User;
let mod: User;
let elsewhere: Channel;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  world = await startWorld({ env: { REDIS_URL: server.url }, started: false });
  const { discord, guild, channel } = world;
  member = world.member;
  mod = discord.createUser({ name: "Mo" });
  discord.makeModerator(guild, mod);
  elsewhere = discord.createChannel({ guild: discord.createGuild({ name: "Other" }), name: "o" });
  const file = join(import.meta.dirname, "0.1.0.json");
  const recording = JSON.parse(await readFile(file, "utf8")) as Recording;
  const now: Record<string, string> = {
    guild: guild.id,
    channel: channel.id,
    member: member.id,
    other: elsewhere.guildId ?? "",
    otherChannel: elsewhere.id,
    application: discord.applicationId,
  };
  await writeKeys(redis, withNames(recording, now));
  await world.start();
}, 60_000);
afterAll(async () => {
  await world.close();
  await server.close();
});

/** The ids of today's stand-in in place of those that were recorded. */
function withNames({ names, keys }: Recording, now: Record<string, string>): Record<string, Kept> {
  const renamed = (text: string) =>
    Object.entries(now).reduce((all, [name, id]) => all.replaceAll(names[name] ?? "?", id), text);
  const bytes = (base64: string) =>
    Buffer.from(renamed(Buffer.from(base64, "base64").toString("latin1")), "latin1").toString(
      "base64",
    );
  const kept = (each: Kept): Kept => {
    switch (each.type) {
      case "string":
        return { ...each, value: bytes(each.value) };
      case "hash":
        return {
          ...each,
          value: Object.fromEntries(
            Object.entries(each.value).map(([field, value]) => [renamed(field), bytes(value)]),
          ),
        };
      case "zset":
        return {
          ...each,
          value: each.value.map(([name, score]): [string, number] => [renamed(name), score]),
        };
      default:
        return { ...each, value: each.value.map(bytes) };
    }
  };
  return Object.fromEntries(Object.entries(keys).map(([key, each]) => [renamed(key), kept(each)]));
}

const say = async (name: string, options: Record<string, string | number>, user = member) => {
  const { discord, channel } = world;
  return discord.textOf(await world.answer(discord.command({ user, channel, name, options })));
};
const resultsIn = (channel: Channel) =>
  world.discord.messages(channel).filter((message) => message.attachments.length > 0);
const drawn = (prompt: string) =>
  world.webui.drawings.filter(({ body }) => body["prompt"] === prompt).length;

describe("what an earlier version left", () => {
  test("waits no longer than it must: each job is drawn and posted, once", async () => {
    const { discord } = world;
    await discord.waitFor(() => resultsIn(elsewhere).length === 2, 30_000);
    const pictures = resultsIn(elsewhere).map(({ attachments }) => attachments.length);
    expect(pictures.sort((a, b) => a - b)).toEqual([1, 2]);
    expect(drawn("waiting before")).toBe(1);
    expect(drawn("waiting, too")).toBe(1);
    // Where it was paused it still is.
    expect(drawn("paused before")).toBe(0);
    await say("queue", { action: "resume" }, mod);
    await discord.waitFor(() => resultsIn(world.channel).length === 1, 30_000);
    expect(drawn("paused before")).toBe(1);
    await expect.poll(() => redis.keys("{easel}:generate:job-*")).toEqual([]);
    expect(await redis.hlen("{easel}:line")).toBe(0);
  }, 90_000);

  test("still decides: settings, limits, words and presets are what they were", async () => {
    const small = { width: 64, height: 64 };
    const own = world.draw({ prompt: "as set before", ...small }, { user: member });
    await world.result(own);
    const body = world.webui.drawings.find((each) => each.body["prompt"] === "as set before")?.body;
    expect(body?.["steps"]).toBe(7);
    const preset = world.draw({ prompt: "as kept before", preset: "tiny" }, { user: member });
    await world.result(preset);
    const kept = world.webui.drawings.find(
      (each) => each.body["prompt"] === "as kept before",
    )?.body;
    expect(kept).toMatchObject({ width: 64, height: 64, cfg_scale: 5 });
    const many = world.draw({ prompt: "too many", count: 4, ...small }, { user: member });
    expect(await world.refusal(many)).toContain("3");
    const banned = world.draw({ prompt: "an ogre", ...small }, { user: member });
    expect(await world.refusal(banned)).not.toContain("ogre");
    expect(drawn("too many") + drawn("an ogre")).toBe(0);
    expect(await say("history", {})).toContain("drawn before");
  }, 60_000);
});
