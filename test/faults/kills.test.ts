import { expect, it } from "vitest";
import { runOnce } from "./run.ts";
import { victims } from "./setups.ts";

/** Each victim once, and those below. `npm run test:faults` makes as many runs as one likes. */
const runs = victims.map((victim, index) => ({ victim, seed: 10 + index }));

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
