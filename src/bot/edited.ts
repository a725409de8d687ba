import type { APIModalSubmitInteraction } from "discord-api-types/v10";
import { readDialog } from "../discord/dialog.ts";
import { code } from "../discord/markdown.ts";
import { namesOn } from "../generation/parameters.ts";
import type { Values } from "../generation/request.ts";
import type { Text } from "../text/en.ts";
import { toDraft } from "./draft.ts";
import type { Draft } from "./make-work.ts";

/**
 * A draft with what was typed into the dialog in place of everything that can be typed there.
 * @throws {UserError} when a value is not of its parameter's type.
 */
export function editedDraft(draft: Draft, interaction: APIModalSubmitInteraction): Draft {
  const { values, unknown } = readDialog(interaction, draft.values);
  const typed = toDraft({ values, attached: {} });
  const remarks = [
    ...(typed.remarks ?? []),
    ...(unknown.length === 0 ? [] : [(words: Text) => words.remarks.notFlags(unknown.map(code))]),
  ];
  return { ...draft, edited: true, values: { ...untyped(draft.values), ...typed.values }, remarks };
}

/** What no field of the dialog shows stays as it is: a mask, a control picture. */
function untyped(values: Values): Values {
  const typed = new Set<string>([...namesOn("draw"), "prompts", "negative_prompts"]);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !typed.has(name)));
}
