import { sum } from "../../../src/generation/tally.ts";
import type { Story } from "./run.ts";

/** One line for each kind of blow, of the runs in which it fell beside others or alone. */
export function summary(stories: readonly Story[]) {
  const names = [...new Set(stories.flatMap(({ blows }) => blows))].sort();
  const lines = names.map((name) => [
    name,
    totals(stories.filter(({ blows }) => blows.includes(name))),
  ]);
  return Object.fromEntries([...lines, ["all", totals(stories)]]) as Record<string, object>;
}

function totals(of: readonly Story[]) {
  const total = (value: (story: Story) => number) => sum(of.map(value));
  return {
    runs: of.length,
    accepted: total((story) => story.accepted),
    "posted once": total((story) => story.postedOnce),
    failed: total((story) => story.failed),
    lost: total((story) => story.lost),
    "drawn twice": total((story) => story.drawnTwice),
    excused: total((story) => story.excused),
    wrong: total((story) => Number(story.problems.length > 0)),
    "seconds each": Number((total((story) => story.seconds) / of.length).toFixed(1)),
  };
}
