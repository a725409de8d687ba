import type { APIModalSubmitInteraction } from "discord-api-types/v10";
import { readDialog } from "../discord/dialog.ts";
import { code } from "../discord/markdown.ts";
import { flagNames } from "../generation/flag-names.ts";
import type { Values } from "../generation/request.ts";
import type { Text } from "../text/en.ts";
import { toDraft } from "./draft.ts";
import type { Draft } from "./make-work.ts";

/** Whether somebody says that what comes of something private shall not be so. */
export const saysPublic = (interaction: APIModalSubmitInteraction): boolean =>
  typedDraft(interaction, {}).values.private === false;

/**
 * A draft with what was typed into the dialog in place of everything that can be typed there. What comes of something
 * private is private even where that field was emptied: only who says no means no.
 * @throws {UserError} when a value is not of its parameter's type.
 */
export function editedDraft(draft: Draft, interaction: APIModalSubmitInteraction): Draft {
  const { values, remarks = [] } = typedDraft(interaction, draft.values);
  const hidden = draft.values.private === true ? { private: true } : {};
  const edited = { ...untyped(draft.values), ...hidden, ...values };
  return { ...draft, edited: true, values: edited, remarks };
}

function typedDraft(interaction: APIModalSubmitInteraction, before: Values): Draft {
  const { values, unknown } = readDialog(interaction, before);
  const typed = toDraft({ values, attached: {} });
  const remarks = [
    ...(typed.remarks ?? []),
    ...(unknown.length === 0 ? [] : [(words: Text) => words.remarks.notFlags(unknown.map(code))]),
  ];
  return { ...typed, remarks };
}

/** What no field of the dialog shows stays as it is: a mask, a control picture. */
function untyped(values: Values): Values {
  const typed = new Set<string>([...flagNames, "prompts", "negative_prompts"]);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !typed.has(name)));
}
