import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Run } from "../../../src/generation/estimate.ts";
import { redisIn } from "../../harness/redis.ts";
import { type Bench, startBench } from "../bench.ts";
import type { Row } from "../measures.ts";
import { type Choice, choicesIn } from "./choices.ts";
import { listenTo } from "./monitor.ts";
import { type Drawn, rowsOf, tenth } from "./real-rows.ts";
import type { Given } from "./simulate.ts";
import { type Asked, createWorkload, small } from "./workload.ts";

const { pace, seconds, swapSeconds, boundSeconds, unasked } = tenth;
const seed = 1;
const models = Array.from({ length: small.models }, (_, index) => `model-${index}`);

/** The small workload at a tenth of the time through all of it: Discord, bot, Redis, worker, and two webuis that load models. */
export async function measureReal(): Promise<Row[]> {
  const asked = createWorkload(small, seed).map((job) => scaled(job));
  const options = { side: 512, pictures: 1, delayMs: seconds * 1000, loadMs: swapSeconds * 1000 };
  const bench = await startBench({ ...options, models: [unasked, ...models] }, small.webuis, {
    PUT_OFF_SECONDS: String(boundSeconds),
  });
  const webuis = bench.webuis.map(({ url }) => new URL(url).host);
  const runs = webuis.flatMap(runsOf);
  await measuredBefore(bench, webuis, runs);
  const heard = await listenTo(join(bench.dataDir, "redis", "redis.sock"));
  const from = performance.now();
  const jobs = await ask(bench, asked);
  await bench.discord.waitFor(() => bench.postedAt.size === asked.length, 90_000);
  const drawn = bench.webuis.flatMap((webui) => drawnAt(webui, asked, from));
  heard.close();
  await bench.close();
  const choices = choicesIn(heard.commands, { webuis, loaded: unasked, runs }, boundSeconds);
  return rowsOf(asked, drawn, choices, toGiven(choices, jobs, drawn, webuis));
}

const scaled = (job: Asked): Asked => ({ ...job, at: job.at / pace, seconds, estimate: seconds });

const runsOf = (webui: string): Run[] =>
  models.flatMap((model) => {
    const run = { webui, model: `${model}.safetensors`, cost: 20, seconds, swapped: false };
    const swap = { ...run, seconds: seconds + swapSeconds, swapped: true };
    return [swap, ...Array.from({ length: 10 }, () => run)];
  });

/** As if the webuis had been used before: it is known how fast they draw and load, and what they have loaded. */
async function measuredBefore(
  { dataDir }: Bench,
  webuis: readonly string[],
  runs: readonly Run[],
): Promise<void> {
  const redis = redisIn(dataDir);
  await redis.rpush("{easel}:runs", ...runs.map((run) => JSON.stringify(run)));
  for (const webui of webuis) await redis.hset("{easel}:loaded", webui, `${unasked}.safetensors`);
  redis.disconnect();
}

/** When all is asked for: the jobs by the ids that they got. */
async function ask({ discord, channel }: Bench, asked: readonly Asked[]) {
  const from = performance.now();
  const names = [...new Set(asked.map(({ userId }) => userId))];
  const members = new Map(names.map((name) => [name, discord.createUser({ name })]));
  const jobs = new Map<string, Asked>();
  for (const job of asked.toSorted((a, b) => a.at - b.at)) {
    await delay(Math.max(0, from + job.at * 1000 - performance.now()));
    const user = members.get(job.userId) ?? discord.owner;
    const options = { prompt: job.id, model: job.model };
    jobs.set(discord.command({ user, channel, name: "draw", options }).id, job);
  }
  return jobs;
}

function drawnAt({ drawn }: Bench["webui"], asked: readonly Asked[], from: number): Drawn[] {
  const since = (at: number) => (at - from) / 1000;
  return drawn.map(({ prompt, startedAt, drawsFrom, answeredAt }) => {
    const job = asked.find(({ id }) => id === prompt);
    if (job === undefined) throw new Error(`nobody asked for ${prompt}`);
    const loaded = drawsFrom - startedAt > swapSeconds * 500;
    return { job, loaded, drawsFrom: since(drawsFrom), until: since(answeredAt) };
  });
}

/** As the simulation notes it, with the names that Easel knows everything by. */
function toGiven(
  choices: readonly Choice[],
  jobs: ReadonlyMap<string, Asked>,
  drawn: readonly Drawn[],
  webuis: readonly string[],
): Given[] {
  return choices.map(({ at, webui, id, waiting, ledger }) => {
    const own = drawn.find(({ job }) => job === jobs.get(id));
    const place = waiting.find((each) => each.id === id);
    if (own === undefined || place === undefined) throw new Error(`${id} was not drawn`);
    const { userId, guildId } = place;
    const job = { ...own.job, id, userId, guildId };
    return { ...own, job, webui: webuis.indexOf(webui), at, waiting, ledger };
  });
}
