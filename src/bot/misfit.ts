import { code } from "../discord/markdown.ts";
import { UserError } from "../errors.ts";
import type { Misfit } from "../generation/fitting.ts";
import { nearestNames } from "../generation/names.ts";
import { rowOf } from "../generation/parameters.ts";
import type { Piece } from "../generation/pieces.ts";
import { bareName, isListName } from "../generation/resolve.ts";
import type { WebuiState } from "../store/catalogs.ts";
import type { Text } from "../text/en.ts";

/** More is not read anyway; and of one name, characters. */
const most = { together: 5, lacks: 5, name: 100 };

/** Says what does not go together, which webui comes nearest, and what it has in place of what it lacks. */
export function misfitRefusal(misfit: Misfit, states: readonly WebuiState[]): UserError {
  const { together, nearest, lacks } = misfit;
  const place = states.findIndex(({ name }) => name === nearest.webui) + 1;
  return new UserError((text) => {
    const { misfit: words } = text;
    const named = together.map((piece) => pieceWords(piece, text));
    return [
      words.together(named.slice(0, most.together), Math.max(0, named.length - most.together)),
      words.nearest(place, text.kinds[nearest.kind]),
      ...lacks.slice(0, most.lacks).map((piece) => instead(piece, misfit, text)),
      ...(lacks.length > most.lacks ? [words.more(lacks.length - most.lacks)] : []),
    ].join("\n");
  });
}

function pieceWords(piece: Piece, text: Text): string {
  if (piece.kind === "ability") return text.misfit.abilities[piece.ability];
  const { label } = text.parameters[piece.parameter];
  if (piece.kind === "parameter") return label;
  return text.misfit.name(label, code(bareName(piece.parameter, piece.name).slice(0, most.name)));
}

function instead(piece: Piece, { nearest: { lists } }: Misfit, text: Text): string {
  const said = pieceWords(piece, text);
  if (piece.kind !== "name") return text.misfit.without(said);
  const { suggest } = rowOf(piece.parameter);
  const entries = isListName(suggest) ? lists[suggest] : [];
  const names = nearestNames(entries, bareName(piece.parameter, piece.name));
  return names.length === 0
    ? text.misfit.without(said)
    : text.misfit.instead(said, names.map(code));
}
