import { chooseNext } from "../../../src/generation/schedule/choose.ts";
import type { Rule } from "./simulate.ts";

/** The scheduler itself. */
export const easel =
  (boundSeconds: number): Rule =>
  (question) =>
    chooseNext({ ...question, boundSeconds });

/** As the peers do it. */
export const firstCome: Rule = ({ waiting, ledger }) => {
  const job = waiting.find(({ fitsHere }) => fitsHere);
  return job && { id: job.id, ledger };
};

/** Virtual time alone: fair, and models are swapped to and fro. */
export const fairOnly: Rule = (question) =>
  chooseNext({
    ...question,
    lane: { loaded: undefined },
    otherLanes: [],
    boundSeconds: 0,
    swapSeconds: 0,
  });
