import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainFailure } from "../../src/backup/errors.ts";
import { families, familyOf } from "../../src/backup/families.ts";
import { withStorage } from "../../src/backup/open-storage.ts";
import { createGpuTime } from "../../src/store/quotas.ts";
import { isRedisAway } from "../../src/store/redis-away.ts";
import { connectRedis, type Redis, untilReady } from "../../src/store/redis.ts";
import type { Patience } from "../../src/store/redis-options.ts";
import { createUpkeep } from "../../src/store/upkeep.ts";
import { backup } from "../../src/text/host/backup.ts";
import { run } from "../backup/program.ts";
import { picturesOf } from "../faults/ends.ts";
import { startCluster } from "../harness/redis-cluster.ts";
import { startSentinels } from "../harness/redis-sentinel.ts";
import { startWorld, type World } from "../harness/world.ts";

let sentinels: Awaited<ReturnType<typeof startSentinels>>;
let cluster: Awaited<ReturnType<typeof startCluster>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "easel-test-"));
  [sentinels, cluster] = await Promise.all([startSentinels(), startCluster()]);
});
afterAll(async () => {
  await Promise.all([sentinels, cluster].map((servers) => servers.close()));
  await rm(folder, { recursive: true });
});

const open: Redis[] = [];
afterAll(() => {
  for (const redis of open) redis.disconnect();
});
async function connect(url: string, patience: Patience = "wait"): Promise<Redis> {
  const redis = connectRedis(url, patience, () => undefined);
  open.push(redis);
  await untilReady(redis, 5_000);
  return redis;
}

/** 20 steps of a small picture take 0.2 s. */
const paces = { secondsPerStep: 0.64 };
const small = { width: 64, height: 64 };
const inWorld = async (url: string, use: (world: World) => Promise<void>) => {
  const world = await startWorld({ webuis: [paces], env: { REDIS_URL: url } });
  try {
    await use(world);
  } finally {
    await world.close();
  }
};

/** A master is killed while a job is drawn and another waits: each ends in one post, and new ones are taken. */
async function drawThrough(
  world: World,
  servers: { killMaster(): Promise<void>; secrets: string[] },
) {
  const { discord, webui, member } = world;
  const jobs = ["drawn", "waiting"].map((prompt) => world.draw({ prompt, ...small, steps: 150 }));
  for (const job of jobs) expect(discord.textOf(await world.answer(job))).toContain("Queued");
  await discord.waitFor(() => webui.drawings[0]?.startedAt);
  await servers.killMaster();
  const refused = world.draw({ prompt: "meanwhile", ...small });
  expect(await world.refusal(refused)).toContain("The queue is away");
  expect(refused.answeredAfterMs).toBeLessThan(2_500);
  for (const job of jobs) await picturesOf(world, job, 25_000);

  const after = world.draw({ prompt: "after", steps: 150 });
  const message = await world.answer(after);
  await discord.waitFor(() => webui.drawings[2]?.startedAt);
  const interrupts = webui.interrupts();
  discord.press({ user: member, message, emoji: "❌" });
  await discord.waitFor(() => webui.interrupts() > interrupts);
  expect(webui.drawings.map(({ body }) => body["prompt"])).toEqual(["drawn", "waiting", "after"]);
  for (const secret of servers.secrets) expect(world.easel.output()).not.toContain(secret);
  expect(world.easel.log().filter(({ level }) => Number(level) >= 50)).toEqual([]);
}

describe("a Redis that Sentinel watches", () => {
  it("says that it is away in every way in which a replica refuses", async () => {
    const redis = await connect(sentinels.replica);
    const refusals: (() => Promise<unknown>)[] = [
      () => redis.set("a", "1"),
      () => redis.multi().get("a").set("a", "1").exec(),
      () => redis.eval('redis.call("set", KEYS[1], 1)', 1, "a"),
    ];
    for (const refusal of refusals) {
      const error: unknown = await refusal().catch((thrown: unknown) => thrown);
      expect(String(error)).toMatch(/READONLY|EXECABORT/);
      expect(isRedisAway(error)).toBe(true);
      // It looks for the master then.
      await untilReady(redis, 5_000);
    }
    const bug: unknown = await redis.call("NONSENSE").catch((thrown: unknown) => thrown);
    expect(isRedisAway(bug)).toBe(false);
  });
});

describe("a Redis Cluster", () => {
  it("tells all that it has of Easel, and how it keeps it", async () => {
    const redis = await connect(cluster.url);
    const gpuTime = createGpuTime(redis);
    await gpuTime.charge({ id: "1", userId: "7", guildId: "8", seconds: 2, beganAt: 0 });
    expect(Object.values(await gpuTime.exportOf("7"))).toEqual([2]);
    const upkeep = createUpkeep(redis);
    expect(await upkeep.look()).toMatchObject({ isDurable: false });
    for (const { ask } of [cluster.owner, ...cluster.others]) {
      expect(await upkeep.look()).toMatchObject({ isDurable: false });
      await ask.config("SET", "appendonly", "yes", "appendfsync", "always");
    }
    expect(await upkeep.look()).toMatchObject({ isDurable: true });
  });

  it("does not keep a member waiting when the node that has the keys is silent", async () => {
    const redis = await connect(cluster.url, "fail");
    await redis.set("{easel}:a", "1");
    await cluster.owner.ask.client("PAUSE", 1_200, "ALL");
    const error: unknown = await redis.get("{easel}:a").catch((thrown: unknown) => thrown);
    await cluster.owner.ask.ping();
    expect(String(error)).toContain("Command timed out");
    expect(isRedisAway(error)).toBe(true);
    expect(await redis.getdel("{easel}:a")).toBe("1");
  });
});

describe.concurrent("a Redis whose master is killed while a job is drawn", () => {
  it("is drawn with through Sentinel", () =>
    inWorld(sentinels.url, (world) => drawThrough(world, sentinels)));

  it("is drawn with as a Cluster, where one node has all keys", async () => {
    await inWorld(cluster.url, (world) => drawThrough(world, cluster));
    const keys = await cluster.replica.ask.keysBuffer("*");
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.map(familyOf).filter((family) => !((family ?? "") in families))).toEqual([]);
    for (const { ask } of cluster.others) expect(await ask.dbsize()).toBe(0);
  });
});

it("moves from one kind of Redis to another by a backup", async () => {
  const file = join(folder, "backup");
  const ok = { code: 0, errors: "" };
  expect(await run("backup", [file], { REDIS_URL: sentinels.url })).toMatchObject(ok);
  const from = await connect(sentinels.url);
  const to = await connect(cluster.url);
  const records = await from.keysBuffer("{easel}:record:*");
  expect(records).toHaveLength(3);
  expect(await to.exists(...records)).toBe(0);
  expect(await run("restore", [file], { REDIS_URL: cluster.url })).toMatchObject(ok);
  for (const key of records) expect(await to.getBuffer(key)).toEqual(await from.getBuffer(key));
  const again = await run("backup", [file], { REDIS_URL: cluster.url });
  expect(again).toMatchObject(ok);
});

it.each([
  "redis+sentinel://127.0.0.1:1,127.0.0.1:2/main",
  "redis+cluster://127.0.0.1:1,127.0.0.1:2",
])("that is not at %s is not waited for by a backup", async (redisUrl) => {
  const work = withStorage({ redisUrl, dataDir: folder, path: "" }, (redis) => redis.ping());
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(explainFailure(error, backup)).toContain("Redis cannot be reached");
});
