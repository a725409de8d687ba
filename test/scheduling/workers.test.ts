import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Interaction, Message } from "../../src/demo/discord/start.ts";
import { type EaselProcess, startEasel } from "../harness/easel.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { startWorld, type World } from "../harness/world.ts";

/** A bot, and two workers as on two machines: each with a webui of its own, and a third in both lists. */
let redis: TestRedis;
let world: World;
const workers: EaselProcess[] = [];
const half = { width: 256, height: 256 };

const urlsOf = (...numbers: number[]) =>
  numbers.map((number) => world.webuis[number]?.url ?? "").join(",");
const hostOf = (number: number) => new URL(world.webuis[number]?.url ?? "").host;
const start = (...webuis: number[]) => {
  const env = { ...world.settings, REDIS_URL: redis.url, WEBUI_URLS: urlsOf(...webuis) };
  const worker = startEasel(env, ["worker"]);
  workers.push(worker);
  return worker;
};

beforeAll(async () => {
  redis = await startRedis();
  const models = (name: string) => ({ models: [{ name }], secondsPerStep: 0.05 });
  world = await startWorld({
    webuis: [models("alpha"), models("beta"), models("gamma")],
    env: { REDIS_URL: redis.url },
    started: false,
  });
  start(0, 2);
  start(1, 2);
  await world.start({ args: ["bot"], webuiUp: false });
  const heard = () => world.easel.log().findLast(({ up }) => up !== undefined)?.["up"];
  await world.discord.waitFor(() => (heard() as string[] | undefined)?.length === 3, 20_000);
}, 60_000);
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await world.close();
  await redis.close();
});

const admin = async (sub: string, options: Record<string, string>): Promise<string> => {
  const { discord, channel } = world;
  const asked = discord.command({
    user: discord.owner,
    channel,
    name: `admin ${sub}`,
    options,
    force: true,
  });
  return discord.textOf(
    await discord.waitFor(() => {
      const said = asked.responseMessage ?? asked.followUps[0];
      return said !== undefined && discord.textOf(said) !== "" && said;
    }, 15_000),
  );
};
const draw = (model: string, prompt: string, more = {}): Interaction =>
  world.draw({ model, prompt, ...half, steps: 4, ...more });
const drawnBy = (number: number, prompt: string) =>
  world.webuis[number]?.drawings.filter(({ body }) => body["prompt"] === prompt) ?? [];
const emojiOf = (message: Message) => world.discord.buttonsOf(message).map(({ emoji }) => emoji);

describe("workers on several machines", () => {
  test("each draw what their webuis can, and post it", async () => {
    const asked = ["alpha", "beta", "gamma", "beta", "alpha"].map((model, index) =>
      draw(model, `shared ${index}`),
    );
    await Promise.all(asked.map((each) => world.result(each, 30_000)));
    for (const [index, number] of [0, 1, 2, 1, 0].entries())
      expect(drawnBy(number, `shared ${index}`)).toHaveLength(1);
  }, 60_000);

  test("tell how far a drawing is, go on to the next picture and cancel it, wherever it is drawn", async () => {
    const { discord } = world;
    for (const [number, model] of [
      [0, "alpha"],
      [1, "beta"],
    ] as const) {
      const asked = draw(model, `long ${model}`, { width: 512, height: 512, steps: 120, count: 3 });
      const message = await world.answer(asked);
      await discord.waitFor(() => emojiOf(message).includes("➡️"), 20_000);
      // While it is not known yet whose drawing runs, it says that it is next.
      await discord.waitFor(() => /step \d+ of 120|▰|▱/.test(discord.textOf(message)), 20_000);
      const skips = world.webuis[number]?.skips() ?? 0;
      discord.press({ user: world.member, message, emoji: "➡️" });
      await discord.waitFor(() => world.webuis[number]?.skips() === skips + 1, 10_000);
      discord.press({ user: world.member, message, emoji: "❌" });
      await discord.waitFor(() => discord.textOf(message).includes("Cancelled by Ada"), 10_000);
      await discord.waitFor(
        () => drawnBy(number, `long ${model}`).every(({ state }) => state !== "drawing"),
        15_000,
      );
    }
  }, 90_000);

  test("never have a webui of both draw two at once", async () => {
    const asked = [1, 2, 3, 4, 5, 6].map((number) => draw("gamma", `one of six`, { seed: number }));
    await Promise.all(asked.map((each) => world.result(each, 40_000)));
    const spans = drawnBy(2, "one of six")
      .map(({ receivedAt, answeredAt = Infinity }) => ({ receivedAt, answeredAt }))
      .sort((a, b) => a.receivedAt - b.receivedAt);
    expect(spans).toHaveLength(6);
    // The webui queues what comes while it draws: whoever sent it would have had the right to draw taken twice.
    for (const [index, { receivedAt }] of spans.entries())
      if (index > 0)
        expect(receivedAt).toBeGreaterThanOrEqual((spans[index - 1]?.answeredAt ?? 0) - 20);
  }, 60_000);

  test("are drained, and asked for settings, by owners as if they were one", async () => {
    expect(await admin("webuis options", { webui: hostOf(1), name: "samples_format" })).toContain(
      "png",
    );
    await admin("webuis drain", { webui: hostOf(1) });
    await expect.poll(() => admin("webuis state", {}), { timeout: 10_000 }).toContain("drained");
    const waiting = draw("beta", "after the drain");
    const message = await world.answer(waiting);
    const other = draw("alpha", "meanwhile");
    await world.result(other, 20_000);
    expect(drawnBy(1, "after the drain")).toEqual([]);
    expect(world.isResult(message)).toBe(false);
    await admin("webuis resume", { webui: hostOf(1) });
    await world.result(waiting, 20_000);
  }, 60_000);

  test("take over a webui of both from one that ends, and what that one drew", async () => {
    const [first] = workers;
    const asked = draw("gamma", "handed over", { steps: 60 });
    await world.discord.waitFor(() => drawnBy(2, "handed over").length > 0, 15_000);
    const lost = workers.findIndex((worker) =>
      worker.log().some(({ msg, webui }) => msg === "drawing" && webui === hostOf(2)),
    );
    await (workers[lost] ?? first)?.kill();
    await world.result(asked, 60_000);
    expect(drawnBy(2, "handed over").filter(({ state }) => state === "answered")).toHaveLength(1);
    const next = draw("gamma", "by the other");
    await world.result(next, 30_000);
    // The webui of its own waits for it.
    const own = draw(lost === 0 ? "alpha" : "beta", "back again");
    await world.answer(own);
    start(lost, 2);
    await world.result(own, 40_000);
  }, 120_000);
});
