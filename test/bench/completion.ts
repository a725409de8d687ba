import { createModelBooks } from "../../src/store/model-book.ts";
import { createPresets } from "../../src/store/presets.ts";
import { createSettings } from "../../src/store/settings.ts";
import type { User } from "../../src/demo/discord/start.ts";
import { redisIn } from "../harness/redis.ts";
import { type Bench, percentile, startBench } from "./bench.ts";
import type { Row } from "./measures.ts";

const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name}-${String(index).padStart(3, "0")}`);
const counts = { models: 300, loras: 500, presets: 200 };

/** What members and moderators type, each letter of which asks. */
const asked: { name: string; focused: string; value: string; options?: Record<string, string> }[] =
  [
    { name: "draw", focused: "model", value: "checkpoint-0" },
    { name: "draw", focused: "lora", value: "detail-001:0.5, detail-4" },
    { name: "draw", focused: "preset", value: "mood-1" },
    { name: "draw", focused: "sampler_name", value: "eu" },
    { name: "models info", focused: "model", value: "model" },
    { name: "preset use", focused: "name", value: "9" },
    { name: "settings set", focused: "name", value: "max" },
    { name: "settings set", focused: "value", value: "checkpoint", options: { name: "model" } },
    {
      name: "settings set",
      focused: "value",
      value: "checkpoint-001, checkpoint-1",
      options: { name: "allowed_models" },
    },
  ];

/** A server with as many names as there may be: how soon each completion is answered. */
export async function measureCompletion(): Promise<Row[]> {
  const [models, loras] = [many(counts.models, "checkpoint"), many(counts.loras, "detail")];
  const bench = await startBench({ side: 512, pictures: 1, delayMs: 0, models, loras });
  const user = bench.discord.createUser({ name: "Eve" });
  bench.discord.makeModerator(bench.guild, user);
  await decide(bench, models);
  const took: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    for (const each of asked) took.push(await complete(bench, user, each));
  }
  await bench.close();
  return [
    {
      what: `completion with ${counts.models} named models, ${counts.loras} LoRAs, ${counts.presets} presets, p50 / p99`,
      figure: `${percentile(took, 0.5).toFixed(1)} ms / ${percentile(took, 0.99).toFixed(1)} ms`,
      beside: `slowest, the first included: ${Math.max(...took).toFixed(1)} ms`,
      aim: "50 ms",
    },
  ];
}

async function decide({ dataDir, guild }: Bench, models: readonly string[]): Promise<void> {
  const redis = redisIn(dataDir);
  const book = models.map((name, index) => [
    name,
    { title: `${name}.safetensors`, name: `Model ${index}`, profile: { values: { steps: 30 } } },
  ]);
  await createModelBooks(redis).change(guild.id, () => ({ models: Object.fromEntries(book) }));
  const presets = createPresets(redis);
  for (const name of many(counts.presets, "mood")) {
    const values = { steps: 20, negative_prompt: "dull, grey ".repeat(10) };
    await presets.save({ scope: "server", id: guild.id }, name, values);
  }
  const owner = { scope: "server", id: guild.id } as const;
  const allowed = models.slice(0, 100).map((name) => `${name}.safetensors`);
  await createSettings(redis).set(owner, "allowed_models", () => allowed);
  redis.disconnect();
}

async function complete(
  { discord, channel }: Bench,
  user: User,
  typed: (typeof asked)[number],
): Promise<number> {
  const startedAt = performance.now();
  const choices = await discord.complete({ user, channel, ...typed });
  const took = performance.now() - startedAt;
  if (choices.length === 0) throw new Error(`nothing was offered for ${typed.focused}`);
  return took;
}
