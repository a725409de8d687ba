import { UserError } from "../errors.ts";
import { type Ability, type Catalog, type ListName, listNames, listOf } from "./catalog.ts";
import { type Entry, findEntry, findModel, nearestNames, readWeighted } from "./names.ts";
import { type ControlUnit, type ParameterName, parameterNames, rowOf } from "./parameters.ts";
import type { Values } from "./request.ts";
import { unheeded } from "./unheeded.ts";
import { defaultUpscaler } from "./upscaler.ts";
import { isDescription, isDrawing, isUpscale, type Work } from "./work.ts";

/**
 * Replaces every name in a request by the spelling the webuis use, and fills in the model or the upscaler that nobody
 * chose.
 * Without a catalog (no webui was ever reached) nothing is known and the names stay as they are.
 * @throws {UserError} naming the first name that no webui has, and the nearest ones.
 */
export function resolveNames<W extends Work>(request: W, catalogs: readonly Catalog[]): W {
  if (catalogs.length === 0) return request;
  const resolved: Record<string, unknown> = resolveValues(
    isDrawing(request) ? splitSampler(request, catalogs) : request,
    catalogs,
  );
  if (isDrawing(request)) {
    resolved["model"] ??= catalogs.find((known) => known.model !== undefined)?.model;
    if (resolved["model"] === undefined) delete resolved["model"];
    if (request.control !== undefined)
      resolved["control"] = resolveUnits(request.control, catalogs);
  }
  if (isUpscale(request)) {
    // Without one the webui would hand the picture back as it is.
    resolved["upscaler"] ??= defaultUpscaler(catalogs);
    if (resolved["upscaler"] === undefined) delete resolved["upscaler"];
  }
  // Only strings took the place of strings: it is a request as before.
  return resolved as W;
}

/**
 * The values with every name in the spelling that the webuis use; where none was ever reached, as they are.
 * @throws {UserError} naming the first name that no webui has, and the nearest ones.
 */
export function resolveValues(values: Values, catalogs: readonly Catalog[]): Values {
  const resolved: Values = { ...values };
  if (catalogs.length === 0) return resolved;
  for (const parameter of parameterNames) {
    const { suggest } = rowOf(parameter);
    const value = resolved[parameter];
    if (!isListName(suggest) || value === undefined) continue;
    const entries = listOf(catalogs, suggest);
    const resolveOne = (name: unknown) =>
      typeof name === "string" ? resolveName(parameter, entries, name) : name;
    resolved[parameter] = Array.isArray(value) ? value.map(resolveOne) : resolveOne(value);
  }
  return resolved;
}

function resolveUnits(units: readonly ControlUnit[], catalogs: readonly Catalog[]): ControlUnit[] {
  const types = listOf(catalogs, "controlTypes");
  if (types.length === 0) throw new UserError((text) => text.refused.noControl);
  return units.map((unit) => ({ ...unit, type: resolveName("type", types, unit.type) }));
}

/** True when one webui alone can do it and has every name in it. */
export function canDo(request: Work, catalog: Catalog): boolean {
  const needed = abilityFor(request);
  if (needed !== undefined && !catalog.can.includes(needed)) return false;
  if (isDrawing(request) && unheeded(request, [catalog]).length > 0) return false;
  try {
    resolveNames(request, [catalog]);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** What a webui must be able to do beyond drawing. */
export function abilityFor(request: Work): Ability | undefined {
  if (isUpscale(request)) return "upscale";
  return isDescription(request) ? request.mode : undefined;
}

function resolveName(parameter: ParameterName, entries: readonly Entry[], typed: string): string {
  const found = findName(parameter, entries, typed);
  if (found !== undefined) return found;
  const nearest = nearestNames(entries, bareName(parameter, typed));
  throw new UserError((text) =>
    text.refused.unknownName(
      text.parameters[parameter].label,
      bareName(parameter, typed).slice(0, 100),
      nearest,
    ),
  );
}

/** The name among `entries` that somebody means. A LoRA may carry a weight (`name:0.7`), unless the whole of it is a name. */
export function findName(
  parameter: ParameterName,
  entries: readonly Entry[],
  typed: string,
): string | undefined {
  const { suggest } = rowOf(parameter);
  const whole = suggest === "models" ? findModel(entries, typed) : findEntry(entries, typed);
  if (whole !== undefined || suggest !== "loras") return whole?.name;
  const { name, weight } = readWeighted(typed);
  const found = weight === undefined ? undefined : findEntry(entries, name);
  return found && `${found.name}:${weight}`;
}

/** A name without the weight that it may carry. */
export const bareName = (parameter: ParameterName, typed: string): string =>
  rowOf(parameter).suggest === "loras" ? readWeighted(typed).name : typed;

/** `DPM++ 2M Karras` is a sampler on old webuis and a sampler with a scheduler on new ones (surprise 2). */
export function splitSampler<V extends Values>(request: V, catalogs: readonly Catalog[]): V {
  const { sampler_name: typed, scheduler } = request;
  const samplers = listOf(catalogs, "samplers");
  if (typeof typed !== "string" || findEntry(samplers, typed)) return request;
  for (const { name, label } of listOf(catalogs, "schedulers")) {
    for (const ending of [label ?? name, name]) {
      const sampler = typed.toLowerCase().endsWith(` ${ending.toLowerCase()}`)
        ? findEntry(samplers, typed.slice(0, -ending.length))
        : undefined;
      // A scheduler that was chosen wins over the one in the name, as on the webui.
      if (sampler) {
        return { ...request, sampler_name: sampler.name, scheduler: scheduler ?? name };
      }
    }
  }
  return request;
}

export function isListName(name: string | undefined): name is ListName {
  return listNames.some((known) => known === name);
}
