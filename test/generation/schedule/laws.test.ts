import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitOf } from "../../../src/generation/schedule/choose.ts";
import { emptyLedger } from "../../../src/generation/schedule/ledger.ts";
import { worstPutOff } from "../../bench/scheduling/figures.ts";
import { easel } from "../../bench/scheduling/rules.ts";
import { simulate, type Webui } from "../../bench/scheduling/simulate.ts";
import type { Asked } from "../../bench/scheduling/workload.ts";

const models = ["a", "b", "c", "d"] as const;
const weights = fc.constantFrom(1, 2, 3);

const job = fc.record({
  user: fc.integer({ min: 0, max: 4 }),
  guild: fc.integer({ min: 0, max: 2 }),
  weight: weights,
  guildWeight: weights,
  model: fc.constantFrom(...models),
  at: fc.integer({ min: 0, max: 60 }),
  seconds: fc.oneof(fc.constant(5), fc.double({ min: 0.5, max: 40, noNaN: true })),
  wrongBy: fc.double({ min: 0.5, max: 2, noNaN: true }),
});
/** The first can do everything, so that nothing waits for ever. */
const webuis = fc
  .array(fc.uniqueArray(fc.constantFrom(...models), { minLength: 1 }), { maxLength: 5 })
  .map((able): Webui[] => [
    { name: "0" },
    ...able.map((own, index) => ({
      name: `${index + 1}`,
      can: (model: string) => own.some((each) => each === model),
    })),
  ]);
const world = fc.record({
  webuis,
  jobs: fc.array(job, { minLength: 1, maxLength: 60 }),
  swapSeconds: fc.constantFrom(0, 1, 15, 60),
  boundSeconds: fc.constantFrom(0, 5, 30, 100),
  areWrong: fc.boolean(),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function run({ webuis: able, jobs, swapSeconds, boundSeconds, areWrong }: World) {
  const asked = jobs.map(({ user, guild, wrongBy, ...known }, index): Asked => ({
    ...known,
    id: `${index}`,
    userId: `user ${user}`,
    guildId: `guild ${guild}`,
    estimate: known.seconds * (areWrong ? wrongBy : 1),
  }));
  const rule = easel(boundSeconds);
  return { asked, ...simulate({ webuis: able, asked, swapSeconds }, rule) };
}

describe("whatever is asked for", () => {
  test("every job is drawn once, and where it can be done", () => {
    fc.assert(
      fc.property(world, (each) => {
        const { asked, given, ledger } = run(each);
        expect(given.map(({ job: { id } }) => id).sort()).toEqual(asked.map(({ id }) => id).sort());
        for (const { job: drawn, webui } of given)
          expect(each.webuis[webui]?.can?.(drawn.model) ?? true).toBe(true);
        expect(ledger).toEqual(emptyLedger);
      }),
    );
  });

  test("nobody's turn is put off beyond the bound", () => {
    fc.assert(
      fc.property(world, (each) => {
        const { given } = run(each);
        const seconds = ({ job: { estimate }, loaded }: (typeof given)[number]) =>
          estimate + (loaded ? each.swapSeconds : 0);
        const limit = limitOf(each.boundSeconds, each.webuis.length);
        expect(worstPutOff(given, seconds)).toBeLessThanOrEqual(limit + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test("a free webui leaves a job only to one that begins it sooner, its model being loaded there", () => {
    fc.assert(
      fc.property(world, (each) => {
        const { left } = run(each);
        for (const { question } of left)
          for (const waiting of question.waiting.filter(({ fitsHere }) => fitsHere)) {
            expect(waiting.model).not.toBe(question.lane.loaded);
            const soon = question.otherLanes.filter(
              (other) =>
                other.loaded === waiting.model &&
                other.can(waiting) &&
                (other.freeInSeconds === 0 || other.freeInSeconds < each.swapSeconds),
            );
            expect(soon.length, `${waiting.id} waits`).toBeGreaterThan(0);
          }
      }),
    );
  });

  test("the same is done again", () => {
    fc.assert(
      fc.property(world, (each) => {
        expect(run(each).given).toEqual(run(each).given);
      }),
      { numRuns: 20 },
    );
  });

  test("members who never run out have shares by weight, servers too", () => {
    const three = fc.tuple(weights, weights, weights);
    fc.assert(
      fc.property(
        three,
        three,
        fc.array(job, { minLength: 60, maxLength: 60 }),
        (guilds, own, jobs) => {
          const members = guilds.flatMap((guildWeight, guild) =>
            own.map((weight, user) => ({ guildWeight, guild, weight, user })),
          );
          const endless = members.flatMap((member) =>
            jobs.map((each) => ({ ...each, ...member, at: 0, seconds: each.seconds / 8 })),
          );
          const { given, end } = run({
            webuis: [{ name: "0" }, { name: "1" }],
            jobs: endless,
            swapSeconds: 1,
            boundSeconds: 5,
            areWrong: true,
          });
          const until = end / 3;
          const drawn = (isMeant: (job: Asked) => boolean) =>
            given
              .filter((each) => each.at < until && isMeant(each.job))
              .reduce((sum, each) => sum + each.job.seconds, 0);
          const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0);
          const all = drawn(() => true);
          const longest = Math.max(...jobs.map(({ seconds }) => seconds)) / 8;
          for (const { guildWeight, guild, weight, user } of members) {
            const share = (guildWeight / sum(guilds)) * all;
            const isOfGuild = ({ guildId }: Asked) => guildId === `guild ${guild}`;
            // What is drawn at once, and what a turn is put off by.
            const slack = 2 * longest + 6;
            expect(Math.abs(drawn(isOfGuild) - share)).toBeLessThan(slack);
            const isOwn = (each: Asked) => isOfGuild(each) && each.userId === `user ${user}`;
            const mine = (weight / sum(own)) * drawn(isOfGuild);
            expect(Math.abs(drawn(isOwn) - mine)).toBeLessThan(slack);
          }
        },
      ),
      // Worlds of hundreds of jobs take minutes to be made smaller.
      { numRuns: 10, endOnFailure: true },
    );
  });
});
