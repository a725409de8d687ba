import type { Part, Progress } from "../generation/backend.ts";
import { shareOf, type Told } from "./progress.ts";
import { isBehind, isOurs, type Whose } from "./whose.ts";

/** Where the request that is awaited stands in the whole work; `pictures`: of all of it. */
export type Ours = Part & { pictures: number };

/** Before that the webui's own guess is wild (webui-api.md, section 6.1). */
const surelyFrom = 0.05;

/** What may be said of our drawing: nothing that another one may have been meant by. */
export function toProgress(whose: Whose, told: Told, ours: Ours): Progress | undefined {
  if (!isOurs(whose, told)) return isBehind(whose, told) ? { state: "waiting" } : undefined;
  if (told.count < 0) return { state: "loading" };
  const { count: runs, done, step, steps, secondsLeft, preview } = told;
  const { before, count, pictures } = ours;
  const share = shareOf(told);
  const passes = Math.max(1, Math.round(runs / whose.batches));
  const isKnown = before + count === pictures && share >= surelyFrom && Number(secondsLeft) > 0;
  return {
    state: "drawing",
    share: (before + share * count) / pictures,
    step,
    steps,
    picture: Math.min(pictures, before + Math.floor(done / passes) + 1),
    pictures,
    ...(isKnown ? { secondsLeft } : {}),
    ...(preview === undefined ? {} : { preview }),
  };
}
