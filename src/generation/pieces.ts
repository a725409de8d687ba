import { type Ability, type Catalog, listOf } from "./catalog.ts";
import { drawingNames, namesOn, type ParameterName, parameterNames, rowOf } from "./parameters.ts";
import type { Values } from "./request.ts";
import { abilityFor, findName, isListName, splitSampler } from "./resolve.ts";
import { isDrawing, type Work } from "./work.ts";

/** What one webui may have and another may lack: something by its name, heed of a parameter, an ability. */
export type Piece =
  | { kind: "name"; parameter: ParameterName; name: string }
  | { kind: "parameter"; parameter: ParameterName }
  | { kind: "ability"; ability: Ability };

/** What a drawing is described by, with one ControlNet unit as it is typed. */
export const drawnWith = parameterNames.filter(
  (name) => drawingNames.includes(name) || namesOn("control").includes(name),
);

/** Everything that a webui needs for these values of a drawing, in the order of the table. */
export function piecesOf(values: Values, names: readonly ParameterName[] = drawnWith): Piece[] {
  return [...namedIn(values, names), ...setIn(values, names)];
}

/** Everything that a webui needs to do it. */
export function piecesOfWork(work: Work): Piece[] {
  const ability = abilityFor(work);
  if (isDrawing(work)) return piecesOf(work);
  const own: Piece[] = ability === undefined ? [] : [{ kind: "ability", ability }];
  return [...own, ...namedIn(work, parameterNames)];
}

/** What stands in a list of the webuis: each entry by itself. */
export function namedIn(values: Values, parameters: readonly ParameterName[]): Piece[] {
  const typed = parameters.flatMap((parameter) => {
    if (!isListName(rowOf(parameter).suggest)) return [];
    const value: unknown = values[parameter];
    const names: unknown[] = Array.isArray(value) ? value : [value];
    return names.map((name) => ({ parameter, name }));
  });
  const units: unknown[] = Array.isArray(values.control) ? values.control : [];
  const types = units.map((unit) => ({
    parameter: "type" as const,
    name: typeof unit === "object" && unit !== null && "type" in unit ? unit.type : undefined,
  }));
  return [...typed, ...types].flatMap(({ parameter, name }) =>
    typeof name === "string" ? [{ kind: "name", parameter, name } as const] : [],
  );
}

/** Something switched off is heeded by leaving it out. */
function setIn(values: Values, names: readonly ParameterName[]): Piece[] {
  return names
    .filter((name) => values[name] !== undefined && values[name] !== false)
    .map((parameter) => ({ kind: "parameter", parameter }));
}

/** Whether a webui has it. */
export function hasPiece(catalog: Catalog, piece: Piece): boolean {
  if (piece.kind === "ability") return catalog.can.includes(piece.ability);
  if (piece.kind === "parameter") return !catalog.ignores.includes(piece.parameter);
  const { parameter, name } = piece;
  const { suggest } = rowOf(parameter);
  if (!isListName(suggest)) return true;
  if (findName(parameter, listOf([catalog], suggest), name) !== undefined) return true;
  // On some webuis a sampler with its scheduler in one name is two names.
  const asTwo = { sampler_name: name };
  return parameter === "sampler_name" && splitSampler(asTwo, [catalog]) !== asTwo;
}
