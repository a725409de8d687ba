import type { Row } from "../measures.ts";
import type { Choice } from "./choices.ts";
import { jain, worstPutOff } from "./figures.ts";
import { easel, firstCome } from "./rules.ts";
import { type Given, simulate } from "./simulate.ts";
import { type Asked, lowerBound, small } from "./workload.ts";

/** The small workload where a second takes a tenth of one. Seconds. */
export const tenth = {
  pace: 10,
  seconds: 0.5,
  swapSeconds: 1.5,
  boundSeconds: 3,
  /** As a worker does it (`src/worker/serve.ts`), which is not scaled. */
  aheadSeconds: 1.5,
  /** What every webui has loaded at the start, and nobody asks for. */
  unasked: "plain",
};

/** A drawing of the workload as it really was. Seconds since the beginning. */
export type Drawn = Pick<Given, "job" | "loaded" | "drawsFrom" | "until">;

/** What came of it, beside the same simulated; `given`: as its choices were, for counting what turns were put off by. */
export function rowsOf(
  asked: readonly Asked[],
  drawn: readonly Drawn[],
  choices: readonly Choice[],
  given: readonly Given[],
): Row[] {
  const { pace, swapSeconds, boundSeconds, aheadSeconds, unasked } = tenth;
  const least = lowerBound({ ...small, swapSeconds }, asked);
  const webuis = Array.from({ length: small.webuis }, () => ({ name: "", loaded: unasked }));
  const simulated = simulate({ webuis, asked, swapSeconds, aheadSeconds }, easel(boundSeconds));
  const first = simulate({ webuis, asked, swapSeconds }, firstCome);
  const words = (each: readonly Drawn[], choosing: readonly Given[]) => {
    const until = endOf(each);
    return [
      `${until.toFixed(1)} s, ${((100 * least) / until).toFixed(1)} % of the best possible`,
      `Jain ${jain(each, until / 2).toFixed(3)}`,
      `${each.filter(({ loaded }) => loaded).length} loads`,
      `put off ${worstPutOff(choosing, costOf).toFixed(1)} s`,
    ].join(", ");
  };
  const times = (each: readonly Drawn[]) =>
    `${(first.end / endOf(each)).toFixed(2)} times as fast as first come`;
  const alike = choices.filter(({ id, byRule }) => id === byRule).length;
  return [
    {
      what: `the whole system, 2 webuis, 4 models, 8 members of 12, all at 1/${pace} of the time`,
      figure: words(drawn, given),
      beside: `${times(drawn)}, simulated: ${first.end.toFixed(1)} s`,
      aim: `put off ${boundSeconds} s`,
    },
    {
      what: "the same simulated, where only drawing and loading take time",
      figure: words(simulated.given, simulated.given),
      beside: times(simulated.given),
      aim: "",
    },
    {
      what: "choices of the whole system that are those of the rules, asked once more",
      figure: `${alike} of ${choices.length}`,
      beside: "",
      aim: "all",
    },
  ];
}

const endOf = (drawn: readonly Drawn[]) => Math.max(...drawn.map(({ until }) => until));

const costOf = ({ job, loaded }: Given) => job.estimate + (loaded ? tenth.swapSeconds : 0);
