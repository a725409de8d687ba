import { ComponentType } from "discord-api-types/v10";
import type { Text } from "../text/en.ts";
import { pageRow, row } from "./buttons.ts";
import { toCustomId } from "./custom-id.ts";
import { code, cut, cutBytes, plain } from "./markdown.ts";
import { message } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** What can be listed. */
export const infoLists = [
  "models",
  "samplers",
  "schedulers",
  "styles",
  "loras",
  "upscalers",
  "vaes",
  "detailers",
  "controlTypes",
  "webuis",
] as const;
export type InfoList = (typeof infoLists)[number];

/** A look at the lists: one of them, or all of them for what is searched in all. */
export type InfoView = { list: InfoList | undefined; search: string; page: number };
/** Names, safe to show or not; `list`: where each stands. */
export type InfoEntry = { list: InfoList; name: string; isPlain?: boolean };

const perPage = 25;
/** Of one name, so that all of a page fit into a message. Characters, bytes. */
const maxName = { length: 110, bytes: 300 };
/** What is searched must fit into a custom id of 100 characters, beside the rest. Bytes. */
const maxSearchBytes = 45;

/** What is searched, as far as the buttons can remember it: never half of a character. */
export function readSearch(typed: string): string {
  let search = typed.trim();
  while (Buffer.byteLength(search) > maxSearchBytes)
    search = Array.from(search).slice(0, -1).join("");
  return search;
}

export function toInfoId({ list, search }: InfoView, page: number): string {
  return toCustomId("info", list ?? "all", page, Buffer.from(search).toString("base64url"));
}

/** The inverse, and what the menu says; for anything else the first page of everything. */
export function readInfoId(id: string, args: readonly string[]): InfoView {
  const [first = "", search = ""] = args;
  const list = infoLists.find((each) => each === (id === "menu" ? first : id));
  if (id === "menu") return { list, search: "", page: 1 };
  return { list, search: Buffer.from(search, "base64url").toString(), page: Number(first) || 1 };
}

/** How much there is of everything, with a menu to look at each, and what the member's limits are. */
export function overviewMessage(
  text: Text,
  counts: Record<InfoList, number>,
  limits: readonly string[],
): Outgoing {
  const lines = infoLists.map(
    (list) => `**${text.info.lists[list]}:** ${text.info.count(counts[list])}`,
  );
  const own = [`**${text.limits.info.title}**`, ...limits];
  return message([
    { type: ComponentType.TextDisplay, content: [`**${text.info.title}**`, ...lines].join("\n") },
    { type: ComponentType.TextDisplay, content: own.join("\n") },
    listMenu(text),
  ]);
}

/** A page of names, from 1 on; the nearest one there is. */
export function infoMessage(text: Text, view: InfoView, entries: readonly InfoEntry[]): Outgoing {
  const { list, search } = view;
  const pages = Math.max(1, Math.ceil(entries.length / perPage));
  const page = Math.min(pages, Math.max(1, view.page));
  const shown = entries.slice((page - 1) * perPage, page * perPage);
  const title = list === undefined ? text.info.title : text.info.lists[list];
  const found = search === "" ? "" : ` · ${text.info.searched(plain(search))}`;
  const content = [
    `**${title}** · ${text.info.count(entries.length)}${found}`,
    ...shown.map((entry) => lineOf(text, entry, list === undefined)),
    ...(pages > 1 ? [`-# ${text.result.page(page, pages)}`] : []),
  ].join("\n");
  return message([
    { type: ComponentType.TextDisplay, content },
    ...pageRow(page, pages, (to) => toInfoId(view, to)),
    listMenu(text),
  ]);
}

function lineOf(text: Text, { list, name, isPlain }: InfoEntry, isMixed: boolean): string {
  const short = cutBytes(cut(name, maxName.length), maxName.bytes);
  const words = isPlain === true ? short : code(short);
  return isMixed ? `${text.info.lists[list]}: ${words}` : words;
}

function listMenu(text: Text): object {
  return row([
    {
      type: ComponentType.StringSelect,
      custom_id: toCustomId("info", "menu"),
      placeholder: text.info.choose,
      options: infoLists.map((list) => ({ label: text.info.lists[list], value: list })),
    },
  ]);
}
