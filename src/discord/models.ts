import { ComponentType } from "discord-api-types/v10";
import type { Text } from "../text/en.ts";
import { pageRow } from "./buttons.ts";
import { toCustomId } from "./custom-id.ts";
import { code, cut, cutBytes, plain } from "./markdown.ts";
import { message, textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** A look at the models: only those with these words in their name, from page 1 on. */
export type ModelsView = { search: string; page: number };

/** What is said of a model behind its name. */
export type Mark = keyof Text["models"]["marks"];
export type ModelLine = { name: string; family: string | undefined; marks: readonly Mark[] };

const perPage = 20;
/** Of one name, so that all of a page fit into a message. Characters, bytes. */
const maxName = { length: 110, bytes: 300 };

const short = (name: string) => cutBytes(cut(name, maxName.length), maxName.bytes);

export function readModelsId(page: string, [search = ""]: readonly string[]): ModelsView {
  return { page: Number(page) || 1, search: Buffer.from(search, "base64url").toString() };
}

/** A page of models, the nearest one there is. */
export function modelsMessage(
  text: Text,
  { search, page: wanted }: ModelsView,
  models: readonly ModelLine[],
): Outgoing {
  const pages = Math.max(1, Math.ceil(models.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.floor(wanted)));
  const shown = models.slice((page - 1) * perPage, page * perPage);
  const found = search === "" ? "" : ` · ${text.models.searched(plain(search))}`;
  const content = [
    `**${text.models.title}** · ${text.models.count(models.length)}${found}`,
    ...(models.length === 0 && search === "" ? [text.models.none] : []),
    ...shown.map((model) => lineOf(text, model)),
    ...(pages > 1 ? [`-# ${text.result.page(page, pages)}`] : []),
  ].join("\n");
  const toId = (to: number) =>
    toCustomId("models", String(to), Buffer.from(search).toString("base64url"));
  return message([{ type: ComponentType.TextDisplay, content }, ...pageRow(page, pages, toId)]);
}

function lineOf(text: Text, { name, family, marks }: ModelLine): string {
  const more = [
    ...(family === undefined ? [] : [family]),
    ...marks.map((m) => text.models.marks[m]),
  ];
  return `${code(short(name))}${more.length === 0 ? "" : ` · ${more.join(" · ")}`}`;
}

/** What is known of one model: its name, and a line for each thing, its value safe to show. */
export function modelMessage(
  text: Text,
  name: string,
  fields: readonly [keyof Text["models"]["fields"], string][],
): Outgoing {
  return textMessage([
    `**${plain(short(name))}**`,
    ...fields.map(([field, value]) => `${text.models.fields[field]}: ${value}`),
  ]);
}

/** A model's name within a sentence. */
export const modelName = (name: string): string => code(short(name));
