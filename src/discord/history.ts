import { ComponentType } from "discord-api-types/v10";
import type { Text } from "../text/en.ts";
import { namedButton, pageRow } from "./buttons.ts";
import { toCustomId } from "./custom-id.ts";
import { cut, cutBytes, plain } from "./markdown.ts";
import { message, textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** One picture of a person's list; `at` in milliseconds since 1970. */
export type Entry = {
  id: string;
  at: number;
  prompt?: string | undefined;
  url?: string | undefined;
};

/** Entries a page: three components each, of 40. */
const perPage = 8;
/** Of one prompt, so that all of a page fit into a message. Characters, bytes. */
const maxPrompt = { length: 260, bytes: 750 };

/** A page of somebody's last pictures, from 1 on; the nearest one there is. */
export function historyMessage(text: Text, entries: readonly Entry[], wanted: number): Outgoing {
  if (entries.length === 0) return textMessage([text.history.nothing]);
  const pages = Math.ceil(entries.length / perPage);
  const page = Math.min(pages, Math.max(1, wanted));
  const shown = entries.slice((page - 1) * perPage, page * perPage);
  const head = [
    `**${text.history.title}**`,
    ...(pages > 1 ? [`-# ${text.result.page(page, pages)}`] : []),
  ].join("\n");
  return message([
    { type: ComponentType.TextDisplay, content: head },
    ...shown.map((entry) => section(text, entry)),
    ...pageRow(page, pages, (to) => toCustomId("history", String(to))),
  ]);
}

function section(text: Text, { id, at, prompt, url }: Entry): object {
  const words =
    prompt === undefined
      ? text.history.enlarged
      : cutBytes(cut(plain(prompt.replace(/\s+/g, " ")), maxPrompt.length), maxPrompt.bytes);
  const place = url === undefined ? text.history.hidden : `[${text.history.open}](${url})`;
  const content = `${words}\n-# ${place} · <t:${Math.floor(at / 1000)}:R>`;
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content }],
    accessory: namedButton("repeat", text, id),
  };
}
