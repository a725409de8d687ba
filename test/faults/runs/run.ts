import type { Channel, User } from "../../../src/demo/discord/start.ts";
import { createChance } from "../chance.ts";
import { chooseMoment, createFuse, type Trigger, watch } from "../moment.ts";
import type { Blow } from "./blow.ts";
import { chooseBlows } from "./blows.ts";
import { closeBooks } from "./books/close.ts";
import { untilEnded } from "./end.ts";
import { createExcuses } from "./excuses.ts";
import type { Installation } from "./installation.ts";
import { type Chronicle, createChronicle } from "./story.ts";
import { perform, planErrands } from "./workload.ts";

export type RunOptions = {
  seed: number;
  /** By chance if not said. */
  blow?: Blow | undefined;
  after?: Trigger | undefined;
  /** As much is asked for, and these fall, instead of what chance says. */
  load?: Load | undefined;
};

export type Load = {
  errands: number;
  blows: readonly Blow[];
  /** What people do beside each errand. */
  beside: (chronicle: Chronicle, place: { user: User; channel: Channel }) => Promise<void>;
  /** Whether all of Redis is looked through at the end, which takes long where much was drawn. */
  isThorough: boolean;
};

/** What happened in one run; `problems` is empty when the books are right. */
export type Story = {
  seed: number;
  kind: Installation["kind"];
  blows: string[];
  asked: number;
  accepted: number;
  /** With one message that ends it: its pictures, why it failed, or that it is cancelled. */
  postedOnce: number;
  /** ❌ was pressed; some were drawn all the same. */
  cancelled: number;
  /** In words that a webui's fault explains. */
  failed: number;
  lost: number;
  drawnTwice: number;
  /** Of these: nobody could have kept what the webui answered. */
  excused: number;
  seconds: number;
  problems: string[];
  timeline: string[];
};

/** Some people draw, one or more blows fall meanwhile, and afterwards the books must be right. */
export async function playRun(
  installation: Installation,
  { seed, blow, after, load }: RunOptions,
): Promise<Story> {
  const startedAt = Date.now();
  const { discord, webuis, contracts, kind } = installation;
  const chance = createChance(seed);
  const errands = planErrands(chance, seed, load?.errands);
  const chosen = load?.blows ?? chooseBlows(chance, kind);
  const falling = (blow === undefined ? chosen : [blow]).map((each, index) => ({
    blow: each,
    moment: chooseMoment(chance, errands.length, after),
    chance: createChance(seed * 10 + index),
  }));
  const since = webuis.map(({ drawings }) => drawings.length);
  const said = installation.outputs().map((output) => output.length);
  const broken = new Set(contracts.violations);
  const excuses = createExcuses();
  const undo: (() => void)[] = [];
  const striking = new Set<Promise<void>>();
  const failures: string[] = [];
  const hear = (trigger: Trigger) => fuses.forEach((fuse) => fuse.hear(trigger));
  const chronicle = createChronicle(discord, hear);
  const fuses = falling.map(({ blow: each, moment, chance: own }) => {
    chronicle.note(`${each.name}: ${moment.after} (${moment.nth}) + ${moment.ms} ms`);
    const scene = {
      installation,
      chronicle,
      chance: own,
      excuses,
      later: (one: () => void) => void undo.push(one),
    };
    return createFuse(moment, () => {
      const strike = each
        .strike(scene)
        .catch((error: unknown) => void failures.push(`${each.name}: ${String(error)}`))
        .finally(() => striking.delete(strike));
      striking.add(strike);
    });
  });
  installation.listen({
    onDiscord: (exchange) => chronicle.onDiscord(exchange),
    onWebui(_, { path, status }) {
      if (status === 200 && path.endsWith("2img")) hear("a drawing is answered");
    },
  });
  const unwatch = watch(discord, webuis, hear);
  try {
    hear("the first command");
    await perform(errands, installation, chronicle, async (place) =>
      load?.beside(chronicle, place),
    );
    const end = await untilEnded(installation, chronicle, () => striking.size > 0, since);
    // A moment that did not come (nothing was drawn so often) is one in which nothing happens.
    for (const fuse of fuses) fuse.putOut();
    await Promise.all(striking);
    const story = await closeBooks(installation, chronicle, excuses, since, load?.isThorough);
    for (const each of undo.splice(0)) each();
    const printed = installation.outputs().map((output, index) => output.slice(said[index]));
    const news = contracts.violations.filter((each) => !broken.has(each));
    return {
      seed,
      kind,
      blows: falling.map((each) => each.blow.name),
      ...story,
      seconds: (Date.now() - startedAt) / 1_000,
      problems: [
        ...end,
        ...story.problems,
        ...failures,
        ...news,
        ...discord.problems.splice(0),
        ...printed.flatMap(outcry),
      ],
      timeline: [...story.timeline, ...printed.flatMap((output) => output.split("\n"))],
    };
  } finally {
    for (const fuse of fuses) fuse.putOut();
    await Promise.all(striking);
    for (const each of undo.splice(0)) each();
    unwatch();
    chronicle.close();
  }
}

/** Lines of the log that speak of a bug of ours: pino's levels from 50 up. */
function outcry(output: string): string[] {
  return output.split("\n").filter((line) => /^\{"level":[56]0,/.test(line));
}
