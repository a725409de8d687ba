import { parseArgs } from "node:util";
import { runCancels } from "./cancels.ts";
import { triggers } from "./moment.ts";
import { runOnce } from "./run.ts";
import { type Victim, victims } from "./setups.ts";
import type { Story } from "./story.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    victim: { type: "string" },
    /** What the kill follows, such as "a drawing is answered". */
    after: { type: "string" },
    /** Runs at the same time. */
    beside: { type: "string", default: "2" },
    verbose: { type: "boolean", default: false },
    /** So many rounds of cancelling instead. */
    cancels: { type: "string" },
  },
});
const [runs, first, beside] = [values.runs, values.seed, values.beside].map(Number);
const after = triggers.find((each) => each === values.after);
const stories: Story[] = [];
let next = 0;

/** Every victim in turn, unless one was asked for. */
function victimOf(run: number): Victim | undefined {
  const asked = victims.find((each) => each === values.victim);
  return asked ?? victims[run % victims.length];
}

async function runOnward(): Promise<void> {
  while (next < (runs ?? 0)) {
    const run = next;
    next += 1;
    const story = await runOnce({ seed: (first ?? 1) + run, victim: victimOf(run), after });
    stories.push(story);
    print(story);
  }
}

function print(story: Story): void {
  const { seed, victim, accepted, asks, seconds, problems, timeline } = story;
  const verdict = problems.length === 0 ? "ok" : "WRONG";
  const facts = `${accepted} of ${asks.length} accepted, ${seconds.toFixed(1)} s`;
  console.log(`${verdict.padEnd(5)} seed ${seed}, ${victim}: ${facts}`);
  for (const problem of problems) console.log(`      ${problem}`);
  if (problems.length > 0 || values.verbose) {
    for (const line of timeline) console.log(`      ${line}`);
    console.log(`      again: npm run test:faults -- --runs 1 --seed ${seed} --victim "${victim}"`);
  }
}

function summary(of: Story[]) {
  const sum = (value: (story: Story) => number) =>
    of.reduce((total, story) => total + value(story), 0);
  return {
    runs: of.length,
    accepted: sum((story) => story.accepted),
    "posted once": sum((story) => story.postedOnce),
    "drawn twice": sum((story) => story.drawnTwice),
    excused: sum((story) => story.excused),
    lost: sum((story) => story.lost),
    wrong: sum((story) => Number(story.problems.length > 0)),
  };
}

async function killSomebody(): Promise<boolean> {
  await Promise.all(Array.from({ length: beside ?? 1 }, runOnward));
  console.table(
    Object.fromEntries([
      ...victims.map((victim) => [
        victim,
        summary(stories.filter((story) => story.victim === victim)),
      ]),
      ["all", summary(stories)],
    ]),
  );
  return stories.every(({ problems }) => problems.length === 0);
}

async function cancelOften(rounds: number): Promise<boolean> {
  const each = Math.ceil(rounds / (beside ?? 1));
  const worlds = Array.from({ length: beside ?? 1 }, (_, index) =>
    runCancels((first ?? 1) + index, each),
  );
  const books = await Promise.all(worlds);
  console.table(books.map(({ problems, ...counts }) => ({ ...counts, wrong: problems.length })));
  for (const { problems } of books) for (const problem of problems) console.log(problem);
  return books.every(({ problems }) => problems.length === 0);
}

const isRight = await (values.cancels === undefined
  ? killSomebody()
  : cancelOften(Number(values.cancels)));
process.exitCode = isRight ? 0 : 1;
