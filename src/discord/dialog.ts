import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import { factsOf } from "../generation/facts.ts";
import { flagNames } from "../generation/flag-names.ts";
import { readFlags } from "../generation/flags.ts";
import { toFlags } from "../generation/to-flags.ts";
import type { ParameterName } from "../generation/parameters.ts";
import { asAsked } from "../generation/policy.ts";
import type { Values } from "../generation/request.ts";
import { readValue } from "../generation/values.ts";
import type { Text } from "../text/en.ts";

/** Discord's limits for text inputs, in characters: value, label. */
const maxValue = 4000;
const maxLabel = 45;

/** Those with a field of their own; everything else that can be typed stands in a last one, as flags. */
const ownFields = ["prompt", "negative_prompt", "model", "seed"] as const satisfies ParameterName[];
const flagged = flagNames.filter(
  (name) =>
    !(ownFields as readonly ParameterName[]).includes(name) && factsOf(name).kind !== "picture",
);
const flagsField = "flags";

/** The dialog in which a drawing is edited, filled in with what it was made with. */
export function toDialog(
  customId: string,
  values: Values,
  text: Text,
  title: string,
): APIModalInteractionResponseCallbackData {
  const fields = ownFields.map((name) =>
    toField(name, text.parameters[name].label, typedOf(name, values), {
      long: factsOf(name).kind === "text",
      required: name === "prompt",
    }),
  );
  const rest = toField(flagsField, text.dialog.flags, flagsOf(values), {
    long: true,
    required: false,
  });
  return {
    custom_id: customId,
    title,
    // Labels around inputs are younger than the types of the library.
    components: [...fields, rest] as never,
  };
}

/** The prompt will be read like that of a command, flags and all. */
function typedOf(name: ParameterName, values: Values): string {
  const value = values[name];
  if (name === "prompt") return toFlags({ prompt: value });
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const flagsOf = (values: Values) => toFlags(asAsked(values), flagged);

const fitting = (value: string) => value.slice(0, maxValue).toWellFormed();

function toField(
  id: string,
  label: string,
  value: string,
  { long, required }: { long: boolean; required: boolean },
) {
  return {
    type: ComponentType.Label,
    label: label.slice(0, maxLabel),
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required,
      max_length: maxValue,
      ...(value === "" ? {} : { value: fitting(value) }),
    },
  };
}

/** What was filled in: an empty field is a value that nobody set. */
export type FilledIn = { values: Values; unknown: string[] };

/**
 * Reads the dialog back. `before`: what it was filled in with, of which a field may have held but a part.
 * @throws {UserError} when a value is not of its parameter's type.
 */
export function readDialog({ data }: APIModalSubmitInteraction, before: Values): FilledIn {
  const filled = new Map(
    data.components.flatMap((row) => {
      const inputs =
        "components" in row ? row.components : "component" in row ? [row.component] : [];
      return inputs.flatMap((input) =>
        "value" in input && typeof input.value === "string" ? [[input.custom_id, input.value]] : [],
      );
    }) as [string, string][],
  );
  const values: Values = {};
  for (const name of ownFields) {
    const typed = wholeOf(filled.get(name), typedOf(name, before)).trim();
    if (typed !== "") values[name] = readValue(name, typed);
  }
  const {
    values: flags,
    unknown,
    prompt: loose,
  } = readFlags(wholeOf(filled.get(flagsField), flagsOf(before)), flagged);
  return {
    values: { ...flags, ...values },
    unknown: [...unknown, ...(loose === "" ? [] : [loose])],
  };
}

/** A field that nobody changed stands for all of what it was filled in with, also what it had no room for. */
function wholeOf(typed = "", before: string): string {
  return typed.trim() === fitting(before).trim() ? before : typed;
}
