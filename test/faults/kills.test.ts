import { expect, it } from "vitest";
import { runOnce } from "./run.ts";
import { victims } from "./setups.ts";

/** Ten runs with those below, each victim at least once. `npm run test:faults` makes as many as one likes. */
const runs = [1, 2]
  .flatMap((round) => victims.map((victim, index) => ({ victim, seed: 10 * round + index })))
  .slice(0, 8);

it.concurrent.each(runs)(
  "loses and doubles nothing when $victim is killed with -9 (seed $seed)",
  async ({ seed, victim }) => {
    const { problems, timeline } = await runOnce({ seed, victim });
    expect(problems, timeline.join("\n")).toEqual([]);
  },
  90_000,
);

it.concurrent.each(["process", "worker"] as const)(
  "draws nothing again when the %s is killed within milliseconds of an answer",
  async (victim) => {
    const { problems, timeline } = await runOnce({
      seed: 7,
      victim,
      after: "a drawing is answered",
    });
    expect(problems, timeline.join("\n")).toEqual([]);
  },
  90_000,
);
