import type { APIModalSubmitInteraction } from "discord-api-types/v10";
import { readDialog } from "../discord/dialog.ts";
import { code } from "../discord/markdown.ts";
import { flagNames } from "../generation/flag-names.ts";
import type { Values } from "../generation/request.ts";
import type { Text } from "../text/en.ts";
import { toDraft } from "./draft.ts";
import type { Draft } from "./make-work.ts";

/**
 * What was typed into the dialog.
 * @throws {UserError} when a value is not of its parameter's type.
 */
export function typedDraft(interaction: APIModalSubmitInteraction): Draft {
  const { values, unknown } = readDialog(interaction);
  const typed = toDraft({ values, attached: {} });
  const remarks = [
    ...(typed.remarks ?? []),
    ...(unknown.length === 0 ? [] : [(words: Text) => words.remarks.notFlags(unknown.map(code))]),
  ];
  return { ...typed, remarks };
}

/**
 * A draft with what was typed in place of everything that can be typed there. What comes of something private is private
 * even where that field was emptied: only who says no means no.
 */
export function editedDraft(draft: Draft, { values, remarks = [] }: Draft): Draft {
  const hidden = draft.values.private === true ? { private: true } : {};
  return { ...draft, values: { ...untyped(draft.values), ...hidden, ...values }, remarks };
}

/** What no field of the dialog shows stays as it is: a mask, a control picture. */
function untyped(values: Values): Values {
  const typed = new Set<string>([...flagNames, "prompts", "negative_prompts"]);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !typed.has(name)));
}
