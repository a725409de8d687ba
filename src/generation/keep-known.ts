import { UserError } from "../errors.ts";
import type { Catalog } from "./catalog.ts";
import { type ParameterName, parameterNames, rowOf } from "./parameters.ts";
import type { Values } from "./request.ts";
import { resolveValues, splitSampler } from "./resolve.ts";

/**
 * Values that some webui here can serve, and those that none can: names of models, samplers, LoRAs from elsewhere. Of a list
 * those entries are kept that are known.
 */
export function keepKnown(
  values: Values,
  catalogs: readonly Catalog[],
): { values: Values; unknown: Values } {
  const known: Values = { ...values };
  const unknown: Values = {};
  for (const name of parameterNames) {
    const value = values[name];
    if (rowOf(name).suggest === undefined || value === undefined) continue;
    const isHere = (each: unknown) => isKnown({ [name]: each }, catalogs);
    if (isHere(value)) continue;
    const list: unknown[] = Array.isArray(value) ? value : [];
    const kept = list.filter((entry) => isHere([entry]));
    const gone = list.filter((entry) => !kept.includes(entry));
    unknown[name] = Array.isArray(value) ? gone : value;
    if (kept.length > 0) known[name] = kept;
    else delete known[name];
  }
  return { values: known, unknown };
}

/** The parameters among values, in the order of the table. */
export const namesIn = (values: Values): ParameterName[] =>
  parameterNames.filter((name) => values[name] !== undefined);

function isKnown(values: Values, catalogs: readonly Catalog[]): boolean {
  try {
    resolveValues(splitSampler(values, catalogs), catalogs);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
