import { setTimeout as delay } from "node:timers/promises";
import { request } from "undici";
import type { Interaction } from "../../src/demo/discord/start.ts";
import { percentile, startBench } from "./bench.ts";

export type Row = { what: string; figure: string; beside: string; aim: string };

const ms = (value: number) => `${value.toFixed(1)} ms`;

/** What Easel adds to a drawing on both ways, beside the same with nobody between. */
export async function measureLatency(): Promise<Row[]> {
  const bench = await startBench({ side: 512, pictures: 1, delayMs: 0 });
  const { discord, webui, postedAt } = bench;
  const before: number[] = [];
  const after: number[] = [];
  const rounds = 150;
  for (let round = 0; round < rounds + 20; round += 1) {
    const count = webui.drawn.length;
    const askedAt = performance.now();
    const { id } = bench.draw();
    await discord.waitFor(() => postedAt.has(id), 10_000);
    const drawn = webui.drawn[count];
    // The first ones warm everything up.
    if (drawn === undefined || round < 20) continue;
    before.push(drawn.receivedAt - askedAt);
    after.push((postedAt.get(id) ?? Number.NaN) - drawn.answeredAt);
  }
  const direct: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const count = webui.drawn.length;
    const askedAt = performance.now();
    const { body } = await request(`${webui.url}/sdapi/v1/txt2img`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ prompt: "a castle", steps: 20, seed: 1 }),
    });
    await body.dump();
    direct.push((webui.drawn[count]?.receivedAt ?? Number.NaN) - askedAt);
  }
  await bench.close();
  const both = (values: number[]) =>
    `${ms(percentile(values, 0.5))} / ${ms(percentile(values, 0.99))}`;
  return [
    {
      what: "interaction sent to request at the webui, p50 / p99",
      figure: both(before),
      beside: `direct call ${both(direct)}`,
      aim: "10 ms p50",
    },
    {
      what: "webui's answer to post at Discord, p50 / p99",
      figure: both(after),
      beside: "512x512, one picture",
      aim: "50 ms p50",
    },
  ];
}

/** 0.3 s an upload: how much of the time one webui draws that takes 0.5 s a picture, and each of four that take 2 s. */
export async function measureBusy(): Promise<Row[]> {
  return [await busyRow(1, 500, 40), await busyRow(4, 2_000, 60)];
}

async function busyRow(webuis: number, delayMs: number, jobs: number): Promise<Row> {
  const bench = await startBench({ side: 512, pictures: 1, delayMs }, webuis);
  const { discord, postedAt } = bench;
  discord.faults.slow((method, path) => method === "PATCH" && path.includes("/webhooks/"), 300);
  const asked = Array.from({ length: jobs }, () => bench.draw());
  await discord.waitFor(() => asked.every(({ id }) => postedAt.has(id)), 120_000);
  const shares = bench.webuis.map(({ drawn }) => {
    const drawing = drawn.reduce((sum, each) => sum + each.answeredAt - each.startedAt, 0);
    return drawing / ((drawn.at(-1)?.answeredAt ?? 0) - (drawn[0]?.startedAt ?? 0));
  });
  await bench.close();
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return {
    what: `share of time that ${webuis === 1 ? "a busy webui draws" : `each of ${webuis} busy webuis draws, the least`}`,
    figure: percent(Math.min(...shares)),
    beside: `physical limit 100 %, ${delayMs / 1000} s a picture`,
    aim: "99 %",
  };
}

/** A webui that answers at once: how many pictures a second get through. */
export async function measureThroughput(): Promise<Row[]> {
  const bench = await startBench({ side: 512, pictures: 1, delayMs: 0 });
  const { discord, webui, postedAt } = bench;
  const jobs = 150;
  const count = 4;
  const asked = Array.from({ length: jobs }, () => bench.draw({ count }));
  await discord.waitFor(() => asked.every(({ id }) => postedAt.has(id)), 120_000);
  const first = webui.drawn[0]?.receivedAt ?? 0;
  const last = Math.max(...asked.map(({ id }) => postedAt.get(id) ?? 0));
  await bench.close();
  const rate = (jobs * count * 1000) / (last - first);
  return [
    {
      what: "pictures posted per second",
      figure: rate.toFixed(0),
      beside: "4 a job, 512x512",
      aim: "100",
    },
  ];
}

/** Bot and worker in one process: idle, and with 100 jobs of four noisy 1024 x 1024 pictures (12 MB a job). */
export async function measureMemory(): Promise<Row[]> {
  const bench = await startBench({ side: 1024, pictures: 1, delayMs: 0, noisy: true });
  const { discord, postedAt } = bench;
  const idle = await bench.memory();
  const asked = Array.from({ length: 100 }, () => bench.draw({ count: 4 }));
  await discord.waitFor(() => asked.every(({ id }) => postedAt.has(id)), 300_000);
  const busy = await bench.memory();
  await bench.close();
  return [
    {
      what: "resident memory, idle",
      figure: `${idle.now.toFixed(0)} MB`,
      beside: `the receiver beside it ${idle.receiverPeak.toFixed(0)} MB`,
      aim: "160 MB",
    },
    {
      what: "resident memory, peak of 100 jobs of 4 pictures of 1024x1024",
      figure: `${busy.peak.toFixed(0)} MB`,
      beside: `the receiver beside it ${busy.receiverPeak.toFixed(0)} MB`,
      aim: "350 MB",
    },
  ];
}

/** A hundred commands in five seconds while a webui draws: how soon each is answered, and how often messages change. */
export async function measureCrowd(): Promise<Row[]> {
  const bench = await startBench({ side: 512, pictures: 1, delayMs: 500 });
  const { discord, postedAt } = bench;
  const asked: Interaction[] = [];
  for (let number = 0; number < 100; number += 1) {
    asked.push(bench.draw());
    await delay(50);
  }
  await discord.waitFor(() => asked.every(({ id }) => postedAt.has(id)), 120_000);
  const answered = asked.map(({ answeredAfterMs }) => answeredAfterMs ?? Number.NaN);
  const edits = bench.editTimes();
  const perSecond = edits.map(
    (at) => edits.filter((each) => each >= at && each < at + 1_000).length,
  );
  const limited = discord.rateLimited();
  await bench.close();
  return [
    {
      what: "100 commands in 5 s on a busy webui, acknowledged p50 / p99",
      figure: `${ms(percentile(answered, 0.5))} / ${ms(percentile(answered, 0.99))}`,
      beside: `${limited} rate limits hit`,
      aim: "50 / 250 ms",
    },
    {
      what: "changes of waiting messages, in the busiest second",
      figure: String(Math.max(0, ...perSecond)),
      beside: `${edits.length} in all; Discord allows 50 a second`,
      aim: "under the limit",
    },
  ];
}
