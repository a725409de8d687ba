import { keepKnown, namesIn } from "../generation/keep-known.ts";
import { withPresetWords } from "../generation/presets.ts";
import type { Values } from "../generation/request.ts";
import type { Asking, Context } from "./command.ts";
import type { Draft } from "./make-work.ts";
import { notHere } from "./not-here.ts";
import { requirePreset } from "./presets.ts";

/**
 * A draft with the values of the preset that it names, as far as a webui here can serve them.
 * @throws {UserError} when there is no such preset.
 */
export async function withPreset(
  interaction: Asking,
  draft: Draft,
  context: Context,
): Promise<Draft> {
  const { preset: typed, ...rest } = draft.values;
  if (typeof typed !== "string") return draft;
  const values: Values = rest;
  const { prompt: words, ...held } = await requirePreset(interaction, typed, context);
  const { values: preset, unknown } = keepKnown(held, context.webuis.catalogs());
  // What somebody asked for otherwise is not missed.
  const missing = namesIn(unknown).filter((name) => values[name] === undefined);
  const gone = Object.fromEntries(missing.map((name) => [name, unknown[name]]));
  return {
    ...draft,
    values: { ...values, prompt: withPresetWords(words, values.prompt) },
    preset,
    remarks: [...(draft.remarks ?? []), ...notHere(gone)],
  };
}
