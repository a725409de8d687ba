import type { Catalog } from "./catalog.ts";
import { type ParameterName, parameterNames } from "./parameters.ts";
import type { Values } from "./request.ts";

/** What of these values no webui here heeds; something switched off is heeded by leaving it out. */
export function unheeded(values: Values, catalogs: readonly Catalog[]): ParameterName[] {
  if (catalogs.length === 0) return [];
  return parameterNames.filter((name) => {
    const isSet = values[name] !== undefined && values[name] !== false;
    return isSet && catalogs.every(({ ignores }) => ignores.includes(name));
  });
}

export function without<V extends Values>(values: V, names: readonly ParameterName[]): V {
  const kept = Object.entries(values).filter(([name]) => !names.some((each) => each === name));
  // What is left out may be absent anyway.
  return Object.fromEntries(kept) as V;
}
