import { expect, it } from "vitest";
import { runCancels } from "./cancels.ts";

/** `npm run test:faults -- --cancels 1000` plays as many rounds as one likes. */
it("no job is cancelled that nobody cancelled, no cancelled one posted, nobody else's interrupted", async () => {
  const { problems, jobs, cancelled, foreign } = await runCancels(3, 7);
  expect(problems).toEqual([]);
  expect(Math.min(jobs, cancelled, foreign)).toBeGreaterThan(2);
}, 120_000);
