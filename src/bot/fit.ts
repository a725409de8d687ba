import { UserError } from "../errors.ts";
import type { Catalog } from "../generation/catalog.ts";
import { misfitOf, whereItFits } from "../generation/fitting.ts";
import { insistedOn } from "../generation/fitting-layers.ts";
import { namesOn, type ParameterName } from "../generation/parameters.ts";
import { namedIn, type Piece, piecesOf, piecesOfWork } from "../generation/pieces.ts";
import type { GenerationRequest, Values } from "../generation/request.ts";
import { resolveNames } from "../generation/resolve.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import type { Draft } from "./make-work.ts";
import { misfitRefusal } from "./misfit.ts";

/** What the person, or the preset that they named, says. */
export const askedIn = ({ preset, values }: Draft): Values => ({ ...preset, ...values });

/** What a webui must have for what was asked for. */
export function insistedIn(draft: Draft, catalogs: readonly Catalog[]): readonly Piece[] {
  const { task = "draw", complete } = draft;
  const asked = askedIn(draft);
  if (task !== "draw") return namedIn(asked, namesOn(task));
  return insistedOn(asked, catalogs, { complete: complete === true }).pieces;
}

/** Work under the names that the webuis use who can do it, each alone; and these. */
export type Fitted<W> = { work: W; where: readonly Catalog[] };

/**
 * What is not here, or not together, may be new: the lists are read once more before it is refused.
 * @throws {UserError} naming what no webui has, or what no webui has together, and what comes nearest.
 */
export async function fitted<W extends Work>(
  work: W,
  draft: Draft,
  { webuis }: Context,
): Promise<Fitted<W>> {
  try {
    return fit(work, draft, webuis);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await orAway(() => webuis.renew());
    return fit(work, draft, webuis);
  }
}

function fit<W extends Work>(work: W, draft: Draft, webuis: Context["webuis"]): Fitted<W> {
  const catalogs = webuis.catalogs();
  const resolved = resolveNames(work, catalogs);
  const needed = neededFor(work, draft, catalogs);
  const misfit = misfitOf(insistedIn(draft, catalogs), catalogs) ?? misfitOf(needed, catalogs);
  if (misfit !== undefined) throw misfitRefusal(misfit, webuis.states());
  const where = whereItFits(needed, catalogs);
  return { work: where.length === 0 ? resolved : resolveNames(work, where), where };
}

const neededFor = (work: Work, draft: Draft, catalogs: readonly Catalog[]) =>
  isDrawing(work)
    ? insistedOn(work, catalogs, { complete: draft.complete === true }).pieces
    : piecesOfWork(work);

/** The parameters that are dropped even where a drawing is heeded best. */
export function droppedFrom(
  request: GenerationRequest,
  where: readonly Catalog[],
): ParameterName[] {
  const lacks = misfitOf(piecesOf(request), where)?.lacks ?? [];
  return lacks.flatMap((piece) => (piece.kind === "parameter" ? [piece.parameter] : []));
}
