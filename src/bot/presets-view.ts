import type { Outgoing } from "../discord/outgoing.ts";
import { presetsMessage, presetsPerPage } from "../discord/presets.ts";
import { textForAsker } from "./asker.ts";
import type { Asking, Context } from "./command.ts";
import { knownPresets, withValues } from "./presets.ts";

/** A page of all presets that somebody can use here, from 1 on; the nearest one there is. */
export async function presetsPage(
  interaction: Asking,
  wanted: number,
  context: Context,
): Promise<Outgoing> {
  const known = await knownPresets(interaction, context);
  const pages = Math.max(1, Math.ceil(known.length / presetsPerPage));
  const page = Math.min(pages, Math.max(1, wanted));
  const here = known.slice((page - 1) * presetsPerPage, page * presetsPerPage);
  const lines = await withValues(here, context);
  return presetsMessage(textForAsker(interaction), { lines, page, pages });
}
