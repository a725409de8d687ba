import { kinOf } from "./families.ts";
import { type ParameterName, parameters } from "./parameters.ts";
import type { Values } from "./request.ts";

/** What can stand in a profile. */
export const profileNames = [
  "negative_prompt",
  "width",
  "height",
  "steps",
  "cfg_scale",
  "sampler_name",
  "scheduler",
  "clip_skip",
  "vae",
] as const satisfies ParameterName[];

/** What a server has decided for a model: words that wake it, and defaults of its own. */
export type ModelProfile = {
  activator?: string | undefined;
  values: Readonly<Record<string, unknown>>;
};

/** The weakest defaults of a drawing with a model, and which of them are its family's. */
export type Profile = {
  activator: string | undefined;
  values: Values;
  from: Partial<Record<ParameterName, "own" | "family">>;
};

/** What a server decided for a model, over what its family draws well with. */
export function profileOf(title: string, own: ModelProfile | undefined): Profile {
  const profile: Profile = { activator: own?.activator, values: {}, from: {} };
  const add = (values: Readonly<Record<string, unknown>>, from: "own" | "family") => {
    for (const name of profileNames) {
      const { success, data } = parameters[name].schema.safeParse(values[name]);
      if (!success) continue;
      profile.values[name] = data;
      profile.from[name] = from;
    }
  };
  add(kinOf(title)?.values ?? {}, "family");
  add(own?.values ?? {}, "own");
  return profile;
}

/** The longest prompt that there is. */
const mostLetters = 6000;

/** A prompt that wakes the model: with those of its words in front that it does not have. */
export function activated(prompt: string, activator: string): string {
  // What stands in brackets belongs together.
  const words = /[()[\]{}<>]/.test(activator) ? [activator] : activator.split(",");
  const missing = words
    .map((part) => part.trim())
    .filter((part) => part !== "" && !holds(prompt, part));
  const woken = [...missing, prompt].join(", ");
  return woken.length <= mostLetters ? woken : prompt;
}

/** As words of their own, in any case, however many blanks are between. */
function holds(prompt: string, words: string): boolean {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])`, "iu").test(prompt);
}
