import type { Chance } from "../faults/chance.ts";
import type { Json } from "./interactions.ts";
import { wildThing } from "./words.ts";

/** Without these nobody could be answered, and everything has them. */
const needed = new Set(["id", "token", "application_id", "type"]);

/** What not even Discord sends: something in it is missing, of another type, or there twice. */
export function spoil(interaction: Json, chance: Chance): void {
  for (let change = chance.between(1, 3); change > 0; change -= 1) spoilOnce(interaction, chance);
}

function spoilOnce(interaction: Json, chance: Chance): void {
  let at: Json = interaction;
  for (let depth = 0; ; depth += 1) {
    const names = Object.keys(at).filter((name) => depth > 0 || !needed.has(name));
    const name = names[chance.between(0, Math.max(0, names.length - 1))];
    if (name === undefined) return;
    const inner = at[name];
    if (typeof inner === "object" && inner !== null && chance.maybe(0.7)) {
      at = inner as Json;
      continue;
    }
    if (chance.maybe(0.5)) delete at[name];
    else at[name] = wildThing(chance);
    return;
  }
}
