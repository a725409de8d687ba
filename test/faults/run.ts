import { setTimeout as delay } from "node:timers/promises";
import sharp from "sharp";
import { startDiscord } from "../../src/demo/discord/start.ts";
import { startWebui } from "../../src/demo/webui/start.ts";
import { createContracts } from "../harness/contracts.ts";
import {
  checkCounts,
  checkDrawings,
  checkPosts,
  checkSeeds,
  everyMessage,
  finalsOf,
} from "./books.ts";
import { type Chance, createChance } from "./chance.ts";
import { leftovers, unfinished } from "./leftovers.ts";
import { chooseMoment, createFuse, isCallback, isPost, type Trigger, watch } from "./moment.ts";
import { type Setup, startSetup, type Victim, victims } from "./setups.ts";
import { type Ask, createChronicle, type Story, type Worlds } from "./story.ts";

/** Within this every accepted job must have ended: a killed worker's job is taken over after 10 s. Milliseconds. */
const endMs = 60_000;
/** Then nothing more may come for this long. Milliseconds. */
const quietMs = 700;

export type RunOptions = {
  seed: number;
  victim?: Victim | undefined;
  /** What the kill follows; by chance if not said. */
  after?: Trigger | undefined;
};

/** A few people draw; somebody is killed with -9 meanwhile; afterwards the books must be right. */
export async function runOnce({ seed, victim: chosen, after }: RunOptions): Promise<Story> {
  const startedAt = Date.now();
  const chance = createChance(seed);
  const anyone = chance.pick(victims);
  const victim = chosen ?? anyone;
  const asked = chance.between(4, 6);
  const moment = chooseMoment(chance, asked, after);
  const chronicle = createChronicle();
  const struck = Promise.withResolvers<number>();
  let setup: Setup | undefined;
  const fuse = createFuse(moment, () => {
    setup?.kill();
    chronicle.note(`kill -9 ${victim}`);
    struck.resolve(Date.now());
  });
  const contracts = await createContracts();
  const kind = chance.maybe(0.3) ? "koboldcpp" : "a1111";
  const discord = await startDiscord({
    onExchange(exchange) {
      contracts.checkDiscord(exchange);
      chronicle.onDiscord(exchange);
      if (isCallback(exchange.method, exchange.path)) fuse.hear("a callback is answered");
      if (isPost(exchange.method, exchange.path)) fuse.hear("a post is answered");
    },
  });
  const webui = await startWebui({
    kind,
    secondsPerStep: chance.pick([0.1, 0.2, 0.4]),
    pictureNoise: chance.maybe(0.3),
    onExchange(exchange) {
      contracts.checkWebui(exchange, kind);
      const { path, status } = exchange;
      if (status === 200 && path.endsWith("2img")) fuse.hear("a drawing is answered");
    },
  });
  const worlds = { discord, webui, chronicle };
  const unwatch = watch(discord, webui, fuse);
  try {
    setup = await startSetup(victim, discord, webui.url);
    chronicle.note(`${moment.after} (${moment.nth}) + ${moment.ms} ms: ${victim} dies`);
    const asking = ask(worlds, chance, asked);
    fuse.hear("the first command");
    // A moment that does not come (nothing was drawn so often) is one in which nothing happens.
    const killedAt = await Promise.race([struck.promise, delay(8_000, 0)]);
    fuse.putOut();
    await delay(chance.maybe(0.5) ? 0 : chance.between(0, 1_000));
    if (killedAt > 0) await setup.restart();
    chronicle.note(killedAt > 0 ? `${victim} is started again` : "nobody was killed");
    await asking;
    const end = await untilEnded(worlds, setup);
    const story = await closeBooks(worlds, setup, { seed, victim, killedAt, startedAt });
    return { ...story, problems: [...end, ...story.problems, ...contracts.violations] };
  } finally {
    unwatch();
    await setup?.remove();
    await webui.close();
    await discord.close();
  }
}

async function ask({ discord, chronicle }: Worlds, chance: Chance, many: number): Promise<void> {
  const guild = discord.createGuild({ name: "Guild" });
  const channel = discord.createChannel({ guild, name: "pictures" });
  const members = [
    discord.createUser({ name: "Ada" }),
    discord.createUser({ name: "Ben" }),
  ] as const;
  const bytes = await sharp({ create: { width: 96, height: 64, channels: 3, background: "#47c" } })
    .png()
    .toBuffer();
  for (let number = 1; number <= many; number += 1) {
    const prompt = `job ${number}`;
    const count = chance.between(1, 3);
    const size = chance.maybe(0.2) ? 512 : 128;
    const withImage = chance.maybe(0.2);
    const options = {
      prompt,
      count,
      steps: size === 512 ? 1 : chance.between(8, 20),
      ...(withImage ? { image: { bytes, name: "source.png" } } : { width: size, height: size }),
      ...(chance.maybe(0.2) ? { private: true } : {}),
    };
    const interaction = discord.command({
      user: chance.pick(members),
      channel,
      name: "draw",
      options,
    });
    chronicle.asks.push({ interaction, prompt, count });
    chronicle.note(
      `/draw ${JSON.stringify({ ...options, ...(withImage ? { image: "…" } : {}) })} ${interaction.id}`,
    );
    await delay(chance.between(0, 400));
  }
}

/** Waits until nothing is left to do, and then for quiet; says what did not end. */
async function untilEnded({ discord, chronicle }: Worlds, setup: Setup): Promise<string[]> {
  const deadline = Date.now() + endMs;
  const isOpen = (each: Ask) =>
    each.acceptedAt !== undefined &&
    finalsOf(discord, each, everyMessage(discord, chronicle.asks)).length === 0;
  for (;;) {
    const open = await unfinished(setup.redis);
    const busy = open.length > 0 || chronicle.asks.some(isOpen) || !setup.isUp();
    if (!busy && Date.now() - chronicle.lastAt() > quietMs) return [];
    if (Date.now() > deadline) return open.map((job) => `not ended: ${job}`);
    await delay(50);
  }
}

type Facts = Pick<Story, "seed" | "victim" | "killedAt"> & { startedAt: number };

async function closeBooks(worlds: Worlds, setup: Setup, facts: Facts): Promise<Story> {
  const { discord, webui, chronicle } = worlds;
  const { asks } = chronicle;
  const { startedAt, ...known } = facts;
  const messages = everyMessage(discord, asks);
  const again = checkDrawings(webui.drawings, known);
  const posts = asks.flatMap((each) => checkPosts(discord, each, messages));
  const secrets = [discord.token, ...asks.map(({ interaction }) => interaction.token)];
  const left = await leftovers(setup.redis, secrets);
  const counts = await checkCounts(discord, setup.redis, asks, messages);
  const codes = await setup.stop();
  const accepted = asks.filter(({ acceptedAt }) => acceptedAt !== undefined);
  const finals = accepted.map((each) => finalsOf(discord, each, messages).length);
  const timeline = chronicle.timeline(webui.drawings);
  return {
    ...known,
    asks,
    accepted: accepted.length,
    postedOnce: finals.filter((count) => count === 1).length,
    lost: finals.filter((count) => count === 0).length,
    drawnTwice: again.twice,
    excused: again.excused,
    seconds: (Date.now() - startedAt) / 1000,
    problems: [
      ...posts,
      ...counts,
      ...again.problems,
      ...checkSeeds(webui.drawings, asks),
      ...drawnAfterPost(worlds),
      ...left,
      ...codes.filter((code) => code !== 0).map((code) => `ended with code ${String(code)}`),
      ...discord.problems,
      ...outcry(setup.output()),
    ],
    timeline: [...timeline, ...setup.output().split("\n")],
  };
}

/** Drawings that were begun although their job had been posted. */
function drawnAfterPost({ webui, chronicle }: Worlds): string[] {
  return chronicle.asks.flatMap(({ interaction: { id }, prompt, postedAt = Infinity }) =>
    webui.drawings
      .filter(({ body, receivedAt }) => body["prompt"] === prompt && receivedAt > postedAt)
      .map(() => `${id}: drawn after it was posted`),
  );
}

/** Lines of the log that speak of a bug of ours: pino's levels from 50 up. */
function outcry(output: string): string[] {
  return output.split("\n").filter((line) => /^\{"level":[56]0,/.test(line));
}
