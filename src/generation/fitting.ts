import type { Catalog } from "./catalog.ts";
import { hasPiece, type Piece } from "./pieces.ts";

/** The webuis that have all of it, each alone. */
export const whereItFits = (pieces: readonly Piece[], catalogs: readonly Catalog[]): Catalog[] =>
  catalogs.filter((catalog) => pieces.every((piece) => hasPiece(catalog, piece)));

/** Without the parameters that no webui heeds: these are left out, wherever it is drawn. */
export const heeded = (pieces: readonly Piece[], catalogs: readonly Catalog[]): Piece[] =>
  pieces.filter(
    (piece) => piece.kind !== "parameter" || catalogs.some((catalog) => hasPiece(catalog, piece)),
  );

/** Why nothing can be done with all of it. */
export type Misfit = {
  /** As few as no webui has together. */
  together: Piece[];
  /** The webui that lacks least, and what it lacks. */
  nearest: Catalog;
  lacks: Piece[];
};

/** Undefined where a webui has all of it; also where none was ever reached, as nothing is known then. */
export function misfitOf(
  pieces: readonly Piece[],
  catalogs: readonly Catalog[],
): Misfit | undefined {
  const all = catalogs.map((catalog) => ({
    catalog,
    lacks: pieces.filter((piece) => !hasPiece(catalog, piece)),
  }));
  // A person sooner does without anything else than the model.
  const rank = (lacks: readonly Piece[]) => lacks.length + (lacks.some(isModel) ? 0.5 : 0);
  const [nearest] = all.toSorted((a, b) => rank(a.lacks) - rank(b.lacks));
  if (nearest === undefined || nearest.lacks.length === 0) return undefined;
  return {
    together: fewest(
      pieces,
      all.map(({ lacks }) => lacks),
    ),
    nearest: nearest.catalog,
    lacks: nearest.lacks,
  };
}

const isModel = (piece: Piece) => piece.kind === "name" && piece.parameter === "model";

/** Of these pieces as few as needed for each webui to lack one; none of them could be left out. */
function fewest(pieces: readonly Piece[], lacking: readonly (readonly Piece[])[]): Piece[] {
  let left = [...pieces];
  // From the end: what stands first in the table tells people most.
  for (const piece of pieces.toReversed()) {
    const without = left.filter((each) => each !== piece);
    if (lacking.every((lacks) => without.some((each) => lacks.includes(each)))) left = without;
  }
  return left;
}
