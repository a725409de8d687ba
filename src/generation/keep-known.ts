import { UserError } from "../errors.ts";
import type { Catalog } from "./catalog.ts";
import { type ParameterName, parameterNames, rowOf } from "./parameters.ts";
import type { Values } from "./request.ts";
import { resolveValues, splitSampler } from "./resolve.ts";

/** Values that some webui here can serve, and those that none can: names of models, samplers, LoRAs from elsewhere. */
export function keepKnown(
  values: Values,
  catalogs: readonly Catalog[],
): { values: Values; unknown: ParameterName[] } {
  const unknown = parameterNames.filter((name) => {
    if (rowOf(name).suggest === undefined || values[name] === undefined) return false;
    return !isKnown({ [name]: values[name] }, catalogs);
  });
  const kept = Object.entries(values).filter(([name]) => !unknown.some((each) => each === name));
  return { values: Object.fromEntries(kept), unknown };
}

function isKnown(values: Values, catalogs: readonly Catalog[]): boolean {
  try {
    resolveValues(splitSampler(values, catalogs), catalogs);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
