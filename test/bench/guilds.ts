import { setTimeout as delay } from "node:timers/promises";
import type { Channel, Interaction } from "../../src/demo/discord/start.ts";
import { percentile, startBench } from "./bench.ts";
import type { Row } from "./measures.ts";

const many = 10_000;
const perSecond = 100;
const seconds = 20;

/** One process in 10,000 servers, of which any may ask at any moment: every fifth command is a drawing. */
export async function measureGuilds(): Promise<Row[]> {
  const channels: Channel[] = [];
  const webui = { side: 64, pictures: 1, delayMs: 0 };
  const bench = await startBench(webui, 1, {}, (discord) => {
    for (let number = 0; number < many; number += 1) {
      const guild = discord.createGuild({ name: `Guild ${number}` });
      channels.push(discord.createChannel({ guild }));
    }
  });
  const { discord, postedAt } = bench;
  const members = Array.from({ length: 500 }, (_, number) =>
    discord.createUser({ name: `Member ${number}` }),
  );
  const idle = await bench.memory();
  const asked: Interaction[] = [];
  const drawn: Interaction[] = [];
  const startedAt = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const user = members[(number * 7) % members.length];
    const channel = channels[(number * 4_973) % channels.length];
    if (user === undefined || channel === undefined) continue;
    const isDrawing = number % 5 === 0;
    const options = isDrawing ? { prompt: "a castle", width: 64, height: 64 } : {};
    const name = isDrawing ? "draw" : number % 2 === 0 ? "queue" : "info";
    const interaction = discord.command({ user, channel, name, options });
    asked.push(interaction);
    if (isDrawing) drawn.push(interaction);
    await delay(Math.max(0, startedAt + ((number + 1) * 1000) / perSecond - performance.now()));
  }
  const open = () => drawn.filter(({ id }) => !postedAt.has(id));
  await discord
    .waitFor(() => open().length === 0, 30_000)
    .catch((cause: unknown) => {
      const said = open().map(
        ({ responseMessage, failedReason }) =>
          failedReason ?? (responseMessage && discord.textOf(responseMessage)) ?? "nothing",
      );
      throw new Error(`not drawn: ${[...new Set(said)].join("\n")}`, { cause });
    });
  const busy = await bench.memory();
  const answered = asked.map(({ answeredAfterMs }) => answeredAfterMs ?? Number.NaN);
  await bench.close();
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    {
      what: `resident memory in ${many} servers, idle and at ${perSecond} commands a second`,
      figure: `${idle.now.toFixed(0)} MB / ${busy.peak.toFixed(0)} MB`,
      beside: `${drawn.length} drawings of ${asked.length} commands`,
      aim: "400 MB",
    },
    {
      what: `${perSecond} commands a second in ${many} servers, acknowledged p50 / p99`,
      figure: `${ms(percentile(answered, 0.5))} / ${ms(percentile(answered, 0.99))}`,
      beside: `slowest ${ms(Math.max(...answered))}`,
      aim: "3 s",
    },
  ];
}
