import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import { toFlags } from "../generation/to-flags.ts";
import { maxPresetName } from "../generation/preset-name.ts";
import { type PresetOwner, presetNames, readPresetValues } from "../generation/presets.ts";
import type { Text } from "../text/en.ts";
import { pageRow } from "./buttons.ts";
import { toCustomId } from "./custom-id.ts";
import { code, cut, cutBytes, plain } from "./markdown.ts";
import { message, textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

export type PresetLine = {
  name: string;
  owner: PresetOwner;
  values: Readonly<Record<string, unknown>>;
  sharedHere: boolean;
};

export const presetsPerPage = 10;
/** Of one preset's values, so that all of a page fit into a message. Characters, bytes. */
const maxValues = { length: 180, bytes: 450 };

/** What a preset holds, as one would type it, as far as there is room. */
export function presetWords(values: PresetLine["values"]): string {
  const flags = toFlags(readPresetValues(values), presetNames);
  return flags === "" ? "–" : code(cutBytes(cut(flags, maxValues.length), maxValues.bytes));
}

/** A page of presets, in the order in which they are found by name. */
export function presetsMessage(
  text: Text,
  { lines, page, pages }: { lines: readonly PresetLine[]; page: number; pages: number },
): Outgoing {
  if (lines.length === 0) return textMessage([text.presets.nothing]);
  const body = lines.flatMap((line, index) => {
    const { kind } = line.owner;
    const begins = lines[index - 1]?.owner.kind !== kind;
    return [...(begins ? [`### ${text.presets.groups[kind]}`] : []), wordsOf(line, text)];
  });
  const foot = pages > 1 ? [`-# ${text.result.page(page, pages)}`] : [];
  const content = [`**${text.presets.title}**`, ...body, ...foot].join("\n");
  return message([
    { type: ComponentType.TextDisplay, content },
    ...pageRow(page, pages, (to) => toCustomId("presets", String(to))),
  ]);
}

function wordsOf({ name, owner, values, sharedHere }: PresetLine, text: Text): string {
  const [shown, words] = [plain(name), presetWords(values)];
  if (sharedHere) return text.presets.sharedHere(shown, words);
  return owner.kind === "shared"
    ? text.presets.lineOf(shown, text.presets.of(plain(owner.userName)), words)
    : text.presets.line(shown, words);
}

const scopes = ["me", "server"] as const;
export type PresetScope = (typeof scopes)[number];
export const readPresetScope = (typed: string | undefined): PresetScope | undefined =>
  scopes.find((scope) => scope === typed);

/** Asks under which name a result is saved; who decides for the server, for whom as well. */
export function toPresetDialog(
  customId: string,
  { forServer }: { forServer: boolean },
  text: Text,
): APIModalInteractionResponseCallbackData {
  const label = (words: string, component: object) => ({
    type: ComponentType.Label,
    label: words,
    component,
  });
  const scope = {
    type: ComponentType.StringSelect,
    custom_id: "scope",
    options: scopes.map((value) => ({
      label: text.presets.scopes[value],
      value,
      default: value === "me",
    })),
  };
  return {
    custom_id: customId,
    title: text.presets.dialog.title,
    // Labels around inputs are younger than the types of the library.
    components: [
      label(text.presets.dialog.name, {
        type: ComponentType.TextInput,
        custom_id: "name",
        style: TextInputStyle.Short,
        required: true,
        max_length: maxPresetName,
      }),
      ...(forServer ? [label(text.presets.dialog.scope, scope)] : []),
    ] as never,
  };
}

type Filled = { custom_id?: string; value?: string; values?: string[] };

export function readPresetDialog({ data }: APIModalSubmitInteraction): {
  name: string;
  scope: PresetScope;
} {
  const rows = data.components as { component?: Filled }[];
  const filled = (id: string) => rows.find(({ component }) => component?.custom_id === id);
  const [scope] = filled("scope")?.component?.values ?? [];
  return { name: filled("name")?.component?.value ?? "", scope: readPresetScope(scope) ?? "me" };
}
