import { actions } from "../../src/discord/custom-id.ts";
import type { Chance } from "../faults/chance.ts";

/** What somebody may try to say, wherever something can be said. */
const nasty = [
  "",
  " ",
  "a castle by the sea",
  "@everyone @here <@1> <@&2> <#3> </draw:4>",
  "\u202egnp.exe \u2066isolated \u200f\u200b\u2060",
  "{a|b|{c|{d|e}}} __animals__ {3$$, $$x|y|z}",
  "{".repeat(2_000),
  "((((".repeat(500),
  "<lora:add_detail:1e999> <lora::> <lora:../../etc/passwd:1>",
  "--steps 9999999 --width -1 --seed NaN --cfg_scale 1e400",
  "--model dreamshaper --ar 0:0 --count 4 --no --preset x",
  "Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 99999x99999",
  '{"__proto__":{"a":1}}',
  "__proto__",
  "constructor",
  "toString",
  "../../../../etc/passwd",
  "http://169.254.169.254/latest/meta-data",
  "$(reboot) `id` '; DROP TABLE jobs; --",
  "\u0000\u0001\u001b[31m\r\n\t",
  "\ud800 lone \udfff",
  "é".repeat(3_000),
  "漢".repeat(6_000),
  "👩‍👩‍👧‍👦".repeat(300),
  "a".repeat(6_000),
  "/(a+)+$/, /[/, /(?=x)/, nude",
  "0",
  "-1",
  "1e308",
  "NaN",
  "9007199254740993",
  "16:9",
  "max_steps",
  "allowed_roles",
  "banned_words",
  "dreamshaper_8",
  "Euler a",
  "server",
  "channel",
  "true",
] as const;

export const wildText = (chance: Chance): string =>
  chance.maybe(0.3)
    ? Array.from({ length: chance.between(1, 4) }, () => chance.pick(nasty)).join(" ")
    : chance.pick(nasty);

/** A value of whatever type: commands may have been registered by another version. */
export const wildValue = (chance: Chance): unknown =>
  chance.pick([
    wildText(chance),
    chance.between(-5, 5_000),
    chance.next() * 1e9,
    Number.MAX_SAFE_INTEGER,
    -0.5,
    true,
    false,
  ]);

/** What nothing should be. */
export const wildThing = (chance: Chance): unknown =>
  chance.pick([wildValue(chance), null, [], {}, [[["deep"]]], { toString: "no function" }]);

/** A custom id as ours are, with parts that were exchanged, doubled, cut off or made up. */
export function forgedId(chance: Chance, known: readonly string[], ids: readonly string[]): string {
  const base = known.length > 0 ? (known[chance.between(0, known.length - 1)] ?? "") : "";
  const parts = chance.maybe(0.5)
    ? base.split(":")
    : [chance.pick(actions as unknown as [string, ...string[]]), idOf(chance, ids), "1", "strong"];
  for (let change = chance.between(0, 3); change > 0; change -= 1) {
    const at = chance.between(0, parts.length);
    if (chance.maybe(0.2)) parts.splice(at, 1);
    else if (chance.maybe(0.3)) parts[Math.max(1, at)] = idOf(chance, ids);
    else parts[at] = chance.maybe(0.5) ? wildText(chance) : String(chance.between(-2, 30));
  }
  // Discord takes no custom id that is longer.
  return parts.join(":").slice(0, 100);
}

const idOf = (chance: Chance, ids: readonly string[]): string =>
  ids[chance.between(0, ids.length - 1)] ?? "1";
