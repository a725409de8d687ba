import { parseArgs } from "node:util";
import { runCancels } from "./cancels.ts";
import { triggers } from "./moment.ts";
import { blows } from "./runs/blows.ts";
import { playSeeds } from "./runs/play.ts";
import type { Story } from "./runs/run.ts";
import { summary } from "./runs/summary.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    /** What befalls Easel, such as "gateway drops"; all kinds of things by chance if not said. */
    blow: { type: "string" },
    /** Who is killed: `--victim bot` is `--blow "kill bot"`. */
    victim: { type: "string" },
    /** What the blow follows, such as "a drawing is answered". */
    after: { type: "string" },
    /** Runs at the same time. */
    beside: { type: "string", default: "4" },
    verbose: { type: "boolean", default: false },
    /** So many rounds of cancelling instead. */
    cancels: { type: "string" },
  },
});
const [runs = 0, first = 1, beside = 1] = [values.runs, values.seed, values.beside].map(Number);
const name = values.victim === undefined ? values.blow : `kill ${values.victim}`;
const blow = blows.find((each) => each.name === name);
const after = triggers.find((each) => each === values.after);
if (name !== undefined && blow === undefined) {
  console.error(`There is no "${name}". Blows: ${blows.map((each) => each.name).join(", ")}`);
  process.exit(2);
}

/** What there is so far, for whoever stops it early. */
const told: Story[] = [];
process.once("SIGINT", () => {
  console.table(summary(told));
  process.exit(1);
});

function print(story: Story) {
  told.push(story);
  const { seed, kind, blows: fallen, accepted, asked, seconds, problems, timeline } = story;
  const verdict = problems.length === 0 ? "ok" : "WRONG";
  const facts = `${accepted} of ${asked} accepted, ${seconds.toFixed(1)} s`;
  console.log(`${verdict.padEnd(5)} seed ${seed}, ${kind}, ${fallen.join(" + ")}: ${facts}`);
  for (const problem of problems) console.log(`      ${problem}`);
  if (problems.length === 0 && !values.verbose) return;
  for (const line of timeline) console.log(`      ${line}`);
  const same = [
    ...(name === undefined ? [] : [`--blow "${name}"`]),
    ...(after === undefined ? [] : [`--after "${after}"`]),
  ];
  console.log(
    ["      again: npm run test:faults -- --runs 1", `--seed ${seed}`, ...same].join(" "),
  );
}

async function strikeOften(): Promise<boolean> {
  const { stories, problems } = await playSeeds({ first, runs, beside, blow, after }, print);
  for (const problem of problems) console.log(problem);
  console.table(summary(stories));
  return problems.length === 0 && stories.every((story) => story.problems.length === 0);
}

async function cancelOften(rounds: number): Promise<boolean> {
  const each = Math.ceil(rounds / beside);
  const worlds = Array.from({ length: beside }, (_, index) => runCancels(first + index, each));
  const books = await Promise.all(worlds);
  console.table(books.map(({ problems, ...counts }) => ({ ...counts, wrong: problems.length })));
  for (const { problems } of books) for (const problem of problems) console.log(problem);
  return books.every(({ problems }) => problems.length === 0);
}

const isRight = await (values.cancels === undefined
  ? strikeOften()
  : cancelOften(Number(values.cancels)));
process.exitCode = isRight ? 0 : 1;
