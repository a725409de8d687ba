import { afterAll, beforeAll, expect, test } from "vitest";
import type { Channel } from "../../src/demo/discord/start.ts";
import { type EaselProcess, startEasel } from "../harness/easel.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { startWorld, type World } from "../harness/world.ts";

/** The shards in two processes, the second of which draws as well. */
let redis: TestRedis;
let world: World;
let second: EaselProcess;

beforeAll(async () => {
  redis = await startRedis();
  const env = { REDIS_URL: redis.url };
  world = await startWorld({ env: { ...env, SHARDS: "0/2" }, started: false });
  second = startEasel({ ...world.settings, SHARDS: "1/2" });
  await world.start({ args: ["bot"], webuiUp: false });
  const heard = () => world.easel.log().some(({ up }) => Array.isArray(up) && up.length > 0);
  const isReady = ({ log }: EaselProcess) => log().some(({ msg }) => msg === "gateway ready");
  await world.discord.waitFor(() => isReady(world.easel) && isReady(second) && heard(), 20_000);
}, 60_000);
afterAll(async () => {
  await second.stop();
  await world.close();
  await redis.close();
});

const tookJobs = ({ log }: EaselProcess) =>
  log().flatMap(({ msg, job }) => (msg === "job queued" ? [job] : []));

test("a bot whose shards are in two processes answers everywhere, and registers its commands in one", async () => {
  const { discord } = world;
  const shardOf = ({ guildId = "0" }: Channel) => Number((BigInt(guildId) >> 22n) % 2n);
  const channels = [world.channel];
  while (new Set(channels.map(shardOf)).size < 2) {
    discord.advance(1);
    channels.push(discord.createChannel({ guild: discord.createGuild({ name: "Attic" }) }));
  }
  const asked = channels.map((at) =>
    world.draw({ prompt: "a mill", steps: 1, width: 64, height: 64 }, { at }),
  );
  for (const each of asked) await world.result(each);
  const of = (shard: number) =>
    asked.filter(({ channel }) => shardOf(channel) === shard).map(({ id }) => id);
  expect(tookJobs(world.easel)).toEqual(of(0));
  expect(tookJobs(second)).toEqual(of(1));
  expect(world.webui.drawings).toHaveLength(channels.length);
  expect(second.log().map(({ msg }) => msg)).toContain("gateway ready");
  expect(second.log().map(({ msg }) => msg)).not.toContain("commands registered");
});
