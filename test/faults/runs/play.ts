import { createChance } from "../chance.ts";
import type { Trigger } from "../moment.ts";
import type { Blow } from "./blow.ts";
import { kindsFor } from "./blows.ts";
import { type Installation, openInstallation } from "./installation.ts";
import { playRun, type Story } from "./run.ts";
import type { Kind } from "./webuis.ts";

export type Play = {
  first: number;
  runs: number;
  /** Installations at the same time. */
  beside: number;
  blow?: Blow | undefined;
  after?: Trigger | undefined;
};

/** So many runs share an installation, unless one goes wrong: that one must not explain the next. */
const runsEach = 10;

/** Every seed is played on the installation that it would have alone. */
export async function playSeeds(play: Play, onStory: (story: Story) => void) {
  const stories: Story[] = [];
  const problems: string[] = [];
  const blocks = blocksOf(play);
  const work = async () => {
    for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
      await playBlock(block);
    }
  };

  async function playBlock(seeds: readonly number[]): Promise<void> {
    let open: Installation | undefined;
    for (const seed of seeds) {
      open ??= await openFor(seed, play.blow);
      const story = await playRun(open, { seed, blow: play.blow, after: play.after });
      stories.push(story);
      onStory(story);
      if (story.problems.length === 0) continue;
      await close(open, seed, false);
      open = undefined;
    }
    if (open !== undefined) await close(open, seeds.at(-1) ?? 0, true);
  }

  async function close(open: Installation, seed: number, isRight: boolean): Promise<void> {
    const ends = await open.stop();
    const outputs = open.outputs();
    await open.remove();
    // After a run that went wrong it may end as it likes.
    if (isRight && ends.length > 0)
      problems.push(...ends.map((end) => `stopped after seed ${seed}: ${end}`), ...outputs);
  }

  await Promise.all(Array.from({ length: play.beside }, work));
  return { stories, problems };
}

const blockOf = (seed: number) => Math.floor(seed / runsEach);

function blocksOf({ first, runs }: Play): number[][] {
  const blocks = new Map<number, number[]>();
  for (let seed = first; seed < first + runs; seed += 1) {
    blocks.set(blockOf(seed), [...(blocks.get(blockOf(seed)) ?? []), seed]);
  }
  return [...blocks.values()];
}

/** The same for the seeds of a block. */
async function openFor(seed: number, blow: Blow | undefined): Promise<Installation> {
  const [first = "together", ...more]: Kind[] = [...kindsFor(blow)];
  const kind = createChance(blockOf(seed)).pick([first, ...more]);
  return openInstallation(kind, blockOf(seed));
}
