import type { Chance } from "../faults/chance.ts";
import type { Blow } from "../faults/runs/blow.ts";
import { blows } from "../faults/runs/blows.ts";

/**
 * The bot and one worker live through all of it, so that there is somebody whose memory can be watched. The others last
 * longer than a quarter of an hour does here, and `npm run test:faults` has them.
 */
const left = new Set([
  "kill process",
  "kill private redis",
  "kill bot",
  "kill worker 2",
  "kill both workers",
  "stop worker",
  "stop worker and receiver",
  "webui hangs too long",
  "clock jumps",
]);

const [first, ...more] = blows.filter(({ name }) => !left.has(name));

/** One, two or three at a time. */
export function chooseTroubles(chance: Chance): Blow[] {
  if (first === undefined) throw new Error("there are no blows");
  return Array.from({ length: chance.pick([1, 2, 3]) }, () => chance.pick([first, ...more]));
}
