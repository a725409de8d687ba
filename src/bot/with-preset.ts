import { insistedOn } from "../generation/fitting-layers.ts";
import { keepFitting } from "../generation/keep-fitting.ts";
import { keepKnown, namesIn } from "../generation/keep-known.ts";
import { liftLoras } from "../generation/lora-tags.ts";
import { withPresetWords } from "../generation/presets.ts";
import type { Values } from "../generation/request.ts";
import type { Asking, Context } from "./command.ts";
import type { Draft } from "./make-work.ts";
import { notHere, notThere } from "./not-here.ts";
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
  const stored = await requirePreset(interaction, typed, context);
  // Other LoRAs would take the place of the preset's; those in its words stay beside them, as words do.
  const { prompt: words, ...held } = values.lora === undefined ? liftLoras(stored) : stored;
  const catalogs = context.webuis.catalogs();
  const { values: known, unknown } = keepKnown(held, catalogs);
  // What was asked for beside it counts for more, and nothing of a preset can be taken back.
  const insisted = insistedOn(values, catalogs, { complete: false });
  const { values: preset, apart } = keepFitting(known, insisted, catalogs);
  // What somebody asked for otherwise is not missed.
  const missed = (gone: Values): Values =>
    Object.fromEntries(
      namesIn(gone)
        .filter((name) => values[name] === undefined)
        .map((name) => [name, gone[name]]),
    );
  return {
    ...draft,
    values: { ...values, prompt: withPresetWords(words, values.prompt) },
    preset,
    remarks: [...(draft.remarks ?? []), ...notHere(missed(unknown)), ...notThere(missed(apart))],
  };
}
