import type { Chance } from "../chance.ts";
import { type Blow, isMeant } from "./blow.ts";
import { clockBlows } from "./blows/clock.ts";
import { discordBlows } from "./blows/discord.ts";
import { kills } from "./blows/kills.ts";
import { pauses } from "./blows/pauses.ts";
import { webuiBlows } from "./blows/webui.ts";
import { type Kind, kinds } from "./webuis.ts";

export const blows: readonly Blow[] = [
  ...kills,
  ...pauses,
  ...webuiBlows,
  ...discordBlows,
  ...clockBlows,
];

/** One to three that can fall where Easel is run this way. */
export function chooseBlows(chance: Chance, kind: Kind): Blow[] {
  const meant = blows.filter((blow) => isMeant(blow, kind));
  const all = meant.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => {
    let left = chance.next() * all;
    const chosen = meant.find(({ weight }) => (left -= weight) < 0) ?? meant.at(-1);
    if (chosen === undefined) throw new Error("there are no blows");
    return chosen;
  });
}

/** The ways to run Easel in which it can fall. */
export const kindsFor = (blow: Blow | undefined): readonly Kind[] =>
  kinds.filter((kind) => blow === undefined || isMeant(blow, kind));
