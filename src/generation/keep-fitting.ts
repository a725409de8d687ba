import type { Catalog } from "./catalog.ts";
import { fittingLayers, type Insisted } from "./fitting-layers.ts";
import { parameterNames } from "./parameters.ts";
import { drawnWith } from "./pieces.ts";
import type { Values } from "./request.ts";

/** What a drawing without it would be another of. */
const essential = ["control"] as const;
const names = drawnWith.filter((name) => !essential.some((each) => each === name));

/**
 * Values of a drawing that one webui can serve together with what was asked for, the model before all, and those that only
 * others can; of a list its entries.
 */
export function keepFitting(
  values: Values,
  insisted: Insisted,
  catalogs: readonly Catalog[],
): { values: Values; apart: Values } {
  const { layers } = fittingLayers([{ from: "preset", values }], insisted, catalogs, names);
  const kept = layers[0]?.values ?? {};
  const apart: Values = {};
  for (const name of parameterNames) {
    const [before, after]: unknown[] = [values[name], kept[name]];
    if (!Array.isArray(before)) {
      if (before !== after) apart[name] = before;
      continue;
    }
    const still: unknown[] = Array.isArray(after) ? after : [];
    const gone = before.filter((entry) => !still.includes(entry));
    if (gone.length > 0) apart[name] = gone;
  }
  return { values: kept, apart };
}
