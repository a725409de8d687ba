import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Drawing } from "../../src/demo/webui/start.ts";
import type { User } from "../../src/demo/discord/start.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";
import { likelyOrders, models, robustWorkload, scale } from "./robust.ts";

let world: World;
let attempt = 0;
const size = { width: 512, height: 512 };

beforeAll(async () => {
  const webui = (pace: number) => ({
    models: models.map((name) => ({ name })),
    secondsPerStep: scale.perStep * pace,
    secondsToLoadModel: scale.swap * pace,
  });
  world = await startWorld({
    webuis: [webui(1), webui(scale.pace)],
    env: { PUT_OFF_SECONDS: String(scale.bound) },
    started: false,
  });
  await world.start();
  await measuredBefore();
}, 60_000);
afterAll(async () => world.close());

/** As if both webuis had been used before: how fast they draw and load, and what they have loaded. */
async function measuredBefore(): Promise<void> {
  const redis = redisIn(world.dataDir);
  for (const [index, { url }] of world.webuis.entries()) {
    const webui = new URL(url).host;
    const pace = index === 0 ? 1 : scale.pace;
    for (const model of models) {
      for (let time = 0; time < 40; time += 1) {
        const steps = 6 + (time % 11);
        const seconds = (steps * scale.perStep + scale.overhead) * pace;
        const run = { webui, model: `${model}.safetensors`, cost: steps, seconds };
        await redis.rpush("{easel}:runs", JSON.stringify({ ...run, swapped: false }));
        const loaded = { ...run, seconds: seconds + scale.swap * pace, swapped: true };
        if (time < 3) await redis.rpush("{easel}:runs", JSON.stringify(loaded));
      }
    }
  }
  redis.disconnect();
}

/** Both webuis have the first model loaded, whatever an earlier try left there. */
async function loadFirst(): Promise<void> {
  const redis = redisIn(world.dataDir);
  for (const { url } of world.webuis) {
    await redis.hset("{easel}:loaded", new URL(url).host, "alpha");
    const body = JSON.stringify({
      prompt: "a first one",
      steps: 1,
      width: 64,
      height: 64,
      override_settings: { sd_model_checkpoint: "alpha" },
      override_settings_restore_afterwards: false,
    });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${url}/sdapi/v1/txt2img`, { method: "POST", headers, body });
    await answer.arrayBuffer();
  }
  redis.disconnect();
}

const press = async (action: string) => {
  const { discord, channel } = world;
  const asked = discord.command({
    user: discord.owner,
    channel,
    name: "queue",
    options: { action },
  });
  await world.answer(asked);
};

/** The prompts that each webui drew, in order, of those that begin so. */
const drawn = (beginning: string) =>
  world.webuis.map(({ drawings }) =>
    drawings
      .toSorted((a, b) => a.receivedAt - b.receivedAt)
      .map(({ body }) => String(body["prompt"]))
      .filter((prompt) => prompt.startsWith(beginning))
      .map((prompt) => prompt.slice(beginning.length)),
  );

/** What each drawing took until the next could begin, without loading, as on the fast webui. */
function secondsOf(
  drawings: readonly Drawing[],
  webui: number,
  beginning: string,
): [id: string, seconds: number][] {
  const pace = webui === 0 ? 1 : scale.pace;
  const asked = drawings.filter(({ body }) => String(body["prompt"]).startsWith(beginning));
  const begun = asked.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
  let loaded: string | undefined = "alpha";
  return begun.map(({ body, startedAt = 0, answeredAt = 0, modelUsed }, index) => {
    const until = begun[index + 1]?.startedAt ?? answeredAt;
    const load = modelUsed?.startsWith(loaded ?? "") === true ? 0 : scale.swap * pace;
    loaded = modelUsed?.replace(/[ .].*/, "");
    const id = String(body["prompt"]).slice(beginning.length);
    return [id, (until - startedAt) / 1000 / pace - load / pace];
  });
}

describe("what waits, on two webuis", () => {
  // Where somebody else takes the processors for a second, no order is likely.
  test(
    "is drawn in the order that the simulation of the same rules has",
    { retry: 2, timeout: 120_000 },
    async () => {
      attempt += 1;
      const beginning = `order ${attempt} `;
      const asked = robustWorkload();
      const people = new Map<string, User>();
      for (const { userId } of asked)
        if (!people.has(userId)) people.set(userId, world.discord.createUser({ name: userId }));
      await press("pause_all");
      await loadFirst();
      const interactions = [];
      for (const { id, userId, model, steps } of asked) {
        const options = { prompt: `${beginning}${id}`, model, steps, ...size };
        const interaction = world.draw(options, { user: people.get(userId) ?? world.member });
        // One after the other, so that it is certain who was first.
        await world.answer(interaction);
        interactions.push(interaction);
      }
      await press("resume_all");
      await Promise.all(interactions.map((each) => world.result(each, 60_000)));
      const took = world.webuis.flatMap(({ drawings }, webui) =>
        secondsOf(drawings, webui, beginning),
      );
      const real = asked.map((job) => ({ ...job, seconds: new Map(took).get(job.id) ?? 0 }));
      const likely = likelyOrders(real);
      expect(likely).toContain(JSON.stringify(drawn(beginning)));
      // Any order at all would be no proof.
      expect(likely.size).toBeLessThan(400);
    },
  );
});
