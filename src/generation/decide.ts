import { type ParameterName, parameterNames } from "./parameters.ts";
import type { Values } from "./request.ts";

/** Who can decide a value, the weakest first (product.md, section 3); what nobody decided is left to the webui. */
export const sources = ["profile", "server", "channel", "me", "preset", "asked"] as const;
export type Source = (typeof sources)[number];

/** What one of them says. */
export type Layer = { from: Source; values: Values };

/** Every value that somebody decided, and who did. */
export type Decided = { values: Values; from: Partial<Record<ParameterName, Source>> };

/** Who decides each value: of those that say something about it, the strongest. The order of `layers` does not matter. */
export function decide(layers: readonly Layer[]): Decided {
  const decided: Decided = { values: {}, from: {} };
  for (const source of sources) {
    for (const { values } of layers.filter(({ from }) => from === source)) {
      for (const name of parameterNames) {
        if (values[name] === undefined) continue;
        decided.values[name] = values[name];
        decided.from[name] = source;
      }
    }
  }
  return decided;
}

/** Ratio and sides that somebody chose for this very picture, the preset's among them. */
export function chosenSize({ values, from }: Decided): Values {
  const isChosen = (name: ParameterName) => from[name] === "preset" || from[name] === "asked";
  const names = (["width", "height", "aspect_ratio"] as const).filter(isChosen);
  const chosen: Values = Object.fromEntries(names.map((name) => [name, values[name]]));
  const { aspect_ratio } = chosen;
  return {
    ...(aspect_ratio === undefined ? {} : { aspect_ratio }),
    ...fixedSides({ values: chosen, from }),
  };
}

/**
 * The sides that a ratio does not change: those that were decided by whoever decided the ratio, or by somebody stronger.
 * The others only say how large a picture of that ratio should be, as a model's profile always does.
 */
export function fixedSides({ values, from }: Decided): Pick<Values, "width" | "height"> {
  const strength = (name: ParameterName) => {
    const source = from[name];
    return source === undefined ? -1 : sources.indexOf(source);
  };
  const fixed: Values = {};
  for (const side of ["width", "height"] as const) {
    if (from[side] === "profile" || values[side] === undefined) continue;
    if (strength(side) >= strength("aspect_ratio")) {
      fixed[side] = values[side];
    }
  }
  return fixed;
}
