import { chooseNext, limitOf, usualBoundSeconds } from "../../../src/generation/schedule/choose.ts";
import { emptyLedger } from "../../../src/generation/schedule/ledger.ts";
import { type Figures, figuresOf } from "./figures.ts";
import type { Row } from "../measures.ts";
import { measureReal } from "./real.ts";
import { easel, fairOnly, firstCome } from "./rules.ts";
import { type Rule, toWaiting } from "./simulate.ts";
import { createWorkload, large, type Scenario, small } from "./workload.ts";

const seeds = 50;
/** The large one takes longer, and its seeds differ less. */
const seedsOfLarge = 10;
/** Counting from outside takes as long as choosing. */
const countedOfLarge = 2;
const bounds = [5, 10, 20, 30, 45, 60];

/** The scheduler in virtual time and at work, beside first come, first served, fairness alone, and the lower bound. */
export async function measureScheduling(): Promise<Row[]> {
  return [
    ...compare("2 webuis, 4 models, 8 members of 12", small, seeds),
    ...compare("8 webuis, 20 models, 200 members of 4", large, seedsOfLarge, countedOfLarge),
    ...robustness(),
    choiceTime(),
    ...(await measureReal()),
  ];
}

function compare(name: string, scenario: Scenario, count: number, counted = count): Row[] {
  const figures = (rule: Rule, of = counted) => figuresOf(scenario, rule, count, of);
  const first = figures(firstCome, 0);
  const row = (what: string, each: Figures, aim = ""): Row => ({
    what: `${name}: ${what}`,
    figure: words(each),
    beside: `${(first.makespan / each.makespan).toFixed(2)} times as fast as first come`,
    aim,
  });
  return [
    { what: `${name}: mean of ${count} seeds`, figure: "", beside: "", aim: "" },
    row("first come, first served", first),
    row("virtual time alone", figures(fairOnly, 0)),
    ...bounds.map((bound) => {
      const limit = limitOf(bound, scenario.webuis).toFixed(0);
      const each = figures(easel(bound));
      const aims = `85 % of the best possible, 2.3 times, put off ${limit} s`;
      const isUsual = bound === usualBoundSeconds;
      return row(`bound ${bound}, put off by ${limit} s at most`, each, isUsual ? aims : "");
    }),
  ];
}

/** The same as `small`, where drawings differ and estimates are wrong. */
function robustness(): Row[] {
  const seconds = [2, 8] as const;
  return [1, 1.5, 2].flatMap((wrongBy) => {
    const scenario = { ...small, seconds, wrongBy };
    const rule = easel(usualBoundSeconds);
    const first = figuresOf(scenario, firstCome, seeds, 0);
    const each = figuresOf(scenario, rule, seeds);
    return {
      what: `drawing 2 to 8 s, estimates wrong by up to ${wrongBy} times both ways`,
      figure: words(each),
      beside: `${(first.makespan / each.makespan).toFixed(2)} times as fast as first come`,
      aim: "",
    };
  });
}

function words({ makespan, share, jain, loads, putOff }: Figures): string {
  const parts = [
    `${makespan.toFixed(0)} s, ${(share * 100).toFixed(1)} % of the best possible`,
    `Jain ${jain.toFixed(3)}`,
    `${loads.toFixed(1)} loads`,
    ...(putOff > 0 ? [`put off ${putOff.toFixed(1)} s`] : []),
  ];
  return parts.join(", ");
}

/** One choice among a thousand that wait. */
function choiceTime(): Row {
  const asked = createWorkload({ ...large, members: 250 }, 1);
  const waiting = asked.map((job) => toWaiting(job, { name: "" }));
  const situation = {
    waiting,
    lane: { loaded: "model-3" },
    otherLanes: Array.from({ length: 7 }, (_, index) => ({
      loaded: `model-${index + 4}`,
      freeInSeconds: 3,
      can: () => true,
    })),
    ledger: emptyLedger,
    swapSeconds: small.swapSeconds,
    boundSeconds: usualBoundSeconds,
  };
  const rounds = 200;
  for (let round = 0; round < rounds; round += 1) chooseNext(situation);
  const from = performance.now();
  for (let round = 0; round < rounds; round += 1) chooseNext(situation);
  const each = (performance.now() - from) / rounds;
  return {
    what: `one choice among ${waiting.length} jobs`,
    figure: `${each.toFixed(2)} ms`,
    beside: "",
    aim: "",
  };
}
