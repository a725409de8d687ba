import { request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { startObserved } from "../../src/observed.ts";
import { createOriginals } from "../../src/store/originals.ts";
import { connectRedis } from "../../src/store/redis.ts";
import { freePort } from "../harness/free-port.ts";
import { killRedisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
let address: string;

beforeAll(async () => {
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  world = await startWorld({ webuis: [{}, {}], env: { HTTP_PORT: String(port) } });
}, 60_000);
afterAll(async () => world.close());

const get = async (path: string, method = "GET") => {
  const answer = await fetch(`${address}${path}`, { method });
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    text: await answer.text(),
  };
};
const ready = async () => {
  const { status, text } = await get("/readyz");
  return { status, ...(JSON.parse(text) as Record<string, boolean>) };
};
const well = { status: 200, gateway: true, redis: true, webui: true };

/** The value of a metric as it is told. */
async function metric(line: string): Promise<number | undefined> {
  const { text } = await get("/metrics");
  const found = text.split("\n").find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

describe("a host who asks", () => {
  test("hears that it is alive and ready", async () => {
    expect(await get("/healthz")).toMatchObject({ status: 200, text: "ok\n" });
    await expect.poll(ready, { timeout: 5_000 }).toEqual(well);
    expect((await get("/readyz", "HEAD")).text).toBe("");
    expect((await get("/healthz", "POST")).status).toBe(405);
    expect((await get("/elsewhere")).status).toBe(404);
  });

  test("hears of a second process on the same port by one line, and that one goes on without", async () => {
    const lines: string[] = [];
    const log = await createLog("info", [], { write: (line) => void lines.push(line) });
    const port = Number(new URL(address).port);
    const second = await startObserved({ host: "127.0.0.1", port, publicUrl: undefined }, log);
    await second.close();
    expect(lines).toEqual([expect.stringMatching(/HTTP_PORT: .* 127\.0\.0\.1:\d+ \(EADDRINUSE\)/)]);
    expect(lines[0]).not.toMatch(/stack|node:/);
    expect((await get("/healthz")).status).toBe(200);
  });

  test("and whoever follows a link is told so at once while Redis is away, and nothing is logged", async () => {
    const lines: string[] = [];
    const log = await createLog("info", [], { write: (line) => void lines.push(line) });
    const port = await freePort();
    const observed = await startObserved({ host: "127.0.0.1", port, publicUrl: undefined }, log);
    const redis = connectRedis("redis://127.0.0.1:1", "wait", () => undefined);
    observed.showRedis(redis);
    const { secret, get: readOriginal } = createOriginals(redis);
    observed.showOriginals({ secret, readOriginal });
    const statusOf = async (path: string) =>
      (await request(`http://127.0.0.1:${port}${path}`)).statusCode;
    expect(await statusOf("/originals/1/1?ends=1&sign=a")).toBe(503);
    expect(await statusOf("//")).toBe(404);
    expect(lines).toEqual([]);
    redis.disconnect();
    await observed.close();
  });

  test("hears within 4 s that the gateway is lost, and that it is back", async () => {
    const { faults } = world.discord;
    faults.refuseGateway(true);
    faults.dropGateway();
    await expect.poll(ready, { timeout: 4_000 }).toEqual({ ...well, status: 503, gateway: false });
    expect((await get("/healthz")).status).toBe(200);
    faults.refuseGateway(false);
    await expect.poll(ready, { timeout: 30_000 }).toEqual(well);
  }, 40_000);

  test("hears within 40 s that every webui is lost, and not that one of them is", async () => {
    const [first, second] = world.webuis;
    const timesDown = () => world.easel.log().filter(({ msg }) => msg === "webui is down").length;
    await first?.down();
    await world.discord.waitFor(() => timesDown() === 1, 20_000);
    expect(await ready()).toEqual(well);
    expect(await metric(`easel_webui_up{webui="${new URL(first?.url ?? "").host}"}`)).toBe(0);
    await second?.down();
    await expect.poll(ready, { timeout: 40_000 }).toEqual({ ...well, status: 503, webui: false });
    await Promise.all([first?.up(), second?.up()]);
    await expect.poll(ready, { timeout: 40_000 }).toEqual(well);
  }, 90_000);

  test("hears that Redis is away, and back", async () => {
    await killRedisIn(world.dataDir);
    // It is started again at once: what matters is that nobody waits for the answer.
    await expect.poll(ready, { timeout: 20_000 }).toEqual(well);
  }, 30_000);
});

describe("what a host can watch", () => {
  test("is counted as jobs come and end, by names that are a contract", async () => {
    const small = { steps: 2, width: 64, height: 64 };
    const posted = (await metric('easel_jobs_total{outcome="posted"}')) ?? 0;
    const drawn = [1, 2, 3].map((number) => world.draw({ prompt: `counted ${number}`, ...small }));
    await Promise.all(drawn.map((each) => world.result(each)));
    await expect.poll(() => metric('easel_jobs_total{outcome="posted"}')).toBe(posted + 3);
    const waiting = world.draw({ prompt: "cancelled", ...small, steps: 150, count: 4 });
    const message = await world.answer(waiting);
    const cancel = () => world.discord.press({ user: world.member, message, emoji: "❌" });
    const twice = [cancel(), cancel()];
    await world.discord.waitFor(() => twice.every(({ callback }) => callback !== undefined));
    await expect.poll(() => metric('easel_jobs_total{outcome="cancelled"}')).toBe(1);
    // Nobody can be told of this one.
    const shy = world.discord.createUser({ name: "Shy" });
    shy.acceptsDms = false;
    const gone = world.discord.createChannel({ guild: world.guild });
    const lost = world.draw({ prompt: "lost", ...small, steps: 60 }, { user: shy, at: gone });
    await world.answer(lost);
    world.discord.deleteChannel(gone);
    await expect
      .poll(() => metric('easel_jobs_total{outcome="failed"}'), { timeout: 10_000 })
      .toBe(1);

    const { text, type } = await get("/metrics");
    expect(type).toContain("text/plain");
    const named = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    for (const name of [
      "easel_jobs_total",
      "easel_queue_depth",
      "easel_job_wait_seconds",
      "easel_job_draw_seconds",
      "easel_model_swaps_total",
      "easel_webui_up",
      "easel_webui_busy_ratio",
      "easel_discord_request_seconds",
      "easel_discord_429_total",
      "nodejs_eventloop_lag_seconds",
      "process_resident_memory_bytes",
    ])
      expect(named).toContain(name);
    expect(await metric("easel_queue_depth")).toBeGreaterThanOrEqual(0);
    expect(await metric("easel_job_draw_seconds_count")).toBeGreaterThanOrEqual(3);
    for (const { url } of world.webuis)
      expect(text).toContain(`easel_webui_busy_ratio{webui="${new URL(url).host}"}`);
    // Ids and tokens would make a series of each job, and show them.
    for (const [, label] of text.matchAll(/="([^"\n]*)"/g)) expect(label).not.toMatch(/\d{15,}/);
    expect(text).not.toContain(world.discord.token);
    expect(text).toContain('route="/interactions/:id/:token/callback"');
    const series = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(series.length).toBeLessThan(600);
  }, 40_000);
});
