import { UserError } from "../errors.ts";
import { namesOn, type ParameterName, parameters } from "./parameters.ts";
import { asAsked } from "./policy.ts";
import { foldPresetName } from "./preset-name.ts";
import type { GenerationRequest, Values } from "./request.ts";

/** Presets of a person; of a server, and as many that its members share there. */
export const mostPresets = { me: 100, server: 200 };

/** Of one preset's values as JSON: many of them are read at every letter of a completion. Characters. */
const maxValues = 6_000;

/** What a preset can hold: whatever is typed at `/draw`, its words among it, but no picture and no other preset. */
export const presetNames = namesOn("draw").filter((name) => name !== "image" && name !== "preset");

/** How a result was shown is not how it was drawn, and the next picture has words and a seed of its own. */
const ofOneResult: readonly ParameterName[] = ["prompt", "seed", "spoiler", "private"];
/** These followed from the picture it began with. */
const ofOnePicture: readonly ParameterName[] = ["width", "height", "aspect_ratio"];

/** What is worth keeping of a result. */
export function presetOf(request: GenerationRequest): Values {
  const asked = asAsked(request);
  const began = request.image !== undefined || request.control !== undefined;
  const left = began ? [...ofOneResult, ...ofOnePicture] : ofOneResult;
  const kept = presetNames.filter((name) => !left.includes(name) && asked[name] !== undefined);
  return Object.fromEntries(kept.map((name) => [name, asked[name]]));
}

/** What is kept of a preset and can still be read: another version may have had others. */
export function readPresetValues(stored: Readonly<Record<string, unknown>>): Values {
  const known = presetNames.flatMap((name) => {
    if (stored[name] === undefined) return [];
    const { data, success } = parameters[name].schema.safeParse(stored[name]);
    return success ? [[name, data]] : [];
  });
  return Object.fromEntries(known) as Values;
}

/**
 * What may be kept.
 * @throws {UserError} when it is nothing, or too much.
 */
export function checkPreset(values: Values): Values {
  if (Object.keys(values).length === 0) throw new UserError((text) => text.presets.refused.empty);
  if (JSON.stringify(values).length > maxValues) {
    throw new UserError((text) => text.presets.refused.tooLong);
  }
  return values;
}

/** Where a preset's words have `{prompt}`, the person's stand there; else they come first. */
export function withPresetWords(words: unknown, prompt: unknown): string {
  const own = typeof prompt === "string" ? prompt.trim() : "";
  if (typeof words !== "string") return own;
  if (placeholder.test(words)) return words.replaceAll(placeholders, () => own).trim();
  return own === "" ? words : `${own}, ${words}`;
}

const placeholder = /\{prompt\}/i;
const placeholders = /\{prompt\}/gi;

/** Whose a preset is, as somebody in a server sees it. */
export type PresetOwner =
  | { kind: "own" }
  | { kind: "shared"; userId: string; userName: string }
  | { kind: "server" };
export type KnownPreset = {
  name: string;
  owner: PresetOwner;
  /** As they were saved; absent where they stand with the one who shares it. */
  values?: Readonly<Record<string, unknown>>;
};

/** The one that a name means: of several, the first. */
export function findPreset(known: readonly KnownPreset[], typed: string): KnownPreset | undefined {
  const wanted = foldPresetName(typed);
  return known.find(({ name }) => foldPresetName(name) === wanted);
}
