import {
  type APIApplicationCommandOption,
  type APIAttachment,
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";
import { type Facts, factsOf, type Kind } from "../generation/facts.ts";
import { type ParameterName, parameters, rowOf } from "../generation/parameters.ts";
import { splitNames } from "../generation/values.ts";
import type { Values } from "../generation/request.ts";
import type { Text } from "../text/en.ts";

/** Slash options for rows of the table, the required ones first as Discord demands. */
export function toOptions(
  names: readonly ParameterName[],
  required: readonly ParameterName[],
  text: Text,
): APIApplicationCommandOption[] {
  const ordered = [...required, ...names.filter((name) => !required.includes(name))];
  return ordered.map((name) => {
    const facts = factsOf(name);
    return {
      name,
      description: text.parameters[name].about,
      type: optionTypes[facts.kind],
      ...(required.includes(name) ? { required: true } : {}),
      ...(rowOf(name).choices === undefined ? boundsOf(facts) : { choices: choicesOf(name, text) }),
      ...(rowOf(name).suggest === undefined ? {} : { autocomplete: true }),
    } as APIApplicationCommandOption;
  });
}

function choicesOf(name: ParameterName, text: Text) {
  return (rowOf(name).choices ?? []).map((value) => ({
    name: choiceWords(name, value, text),
    value,
  }));
}

/** What a person reads of a choice. */
export function choiceWords(name: ParameterName, value: unknown, text: Text): string {
  const words: Partial<Record<string, Record<string, string>>> = text.choices;
  return words[name]?.[String(value)] ?? String(value);
}

const optionTypes: Record<Kind, Type> = {
  text: Type.String,
  name: Type.String,
  names: Type.String,
  ratio: Type.String,
  integer: Type.Integer,
  number: Type.Number,
  boolean: Type.Boolean,
  choice: Type.String,
  // Never options: a request has them from elsewhere.
  texts: Type.String,
  units: Type.String,
  picture: Type.Attachment,
};

/** Discord takes no text of more than 6,000 characters; long names come as a short stand-in. */
function boundsOf({ kind, min, max, maxLength }: Facts) {
  if (kind === "integer" || kind === "number") {
    return {
      ...(min === undefined ? {} : { min_value: min }),
      ...(max === undefined ? {} : { max_value: max }),
    };
  }
  return kind === "text" && maxLength !== undefined
    ? { max_length: Math.min(6000, maxLength) }
    : {};
}

/** A file that a member attached, as Discord describes it; nothing of it is checked yet. */
export type Attached = {
  url: string;
  name: string;
  size: number;
  contentType: string | undefined;
  width: number | undefined;
  height: number | undefined;
};

export type ReadOptions = { values: Values; attached: Partial<Record<ParameterName, Attached>> };

export function toAttached(file: APIAttachment): Attached {
  return {
    url: file.url,
    name: file.filename,
    size: file.size,
    contentType: file.content_type,
    width: file.width ?? undefined,
    height: file.height ?? undefined,
  };
}

/** What the member filled in, and only that; lists are split, files stand apart. */
export function readOptions(interaction: APIChatInputApplicationCommandInteraction): ReadOptions {
  const { options = [], resolved } = interaction.data;
  const read: ReadOptions = { values: {}, attached: {} };
  for (const option of options) {
    if (!isParameter(option.name) || !("value" in option)) continue;
    const { name, value } = option;
    if (option.type === Type.Attachment) {
      const file = resolved?.attachments?.[option.value];
      if (file === undefined) continue;
      read.attached[name] = toAttached(file);
    } else {
      read.values[name] = factsOf(name).kind === "names" ? splitNames(String(value)) : value;
    }
  }
  return read;
}

function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}
