import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import type { WebuiKind } from "../generation/catalog.ts";
import type { Text } from "../text/en.ts";
import { emoji, pageRow } from "./buttons.ts";
import { toCustomId } from "./custom-id.ts";
import { cut, plain } from "./markdown.ts";
import { message, textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** A job as somebody may see it. */
export type QueueLine = {
  id: string;
  /** Among those that wait, from 1 on. */
  place: number;
  userId: string;
  /** Absent where they do not know each other. */
  userName: string | undefined;
  /** Where it was asked for, if that is no secret. */
  channelId: string | undefined;
  /** Of one's own jobs, and of those that were asked for here. */
  prompt: string | undefined;
  isDrawn: boolean;
  /** Where it is drawn. */
  webui: { number: number; kind: WebuiKind | undefined } | undefined;
  mayCancel: boolean;
};

type QueueView = {
  lines: readonly QueueLine[];
  counts: { drawn: number; waiting: number };
  /** That nothing is drawn for now, where that is so. */
  paused: readonly string[];
};

/** Lines a page: three components each, of 40. */
const perPage = 10;
/** Characters. */
const max = { name: 60, prompt: 120 };

/** A page of what is drawn and what waits, from 1 on; the nearest one there is. */
export function queueMessage(
  text: Text,
  { lines, counts, paused }: QueueView,
  wanted: number,
): Outgoing {
  if (lines.length === 0) return textMessage([text.queue.empty, ...paused]);
  const pages = Math.ceil(lines.length / perPage);
  const page = Math.min(pages, Math.max(1, wanted));
  const from = (page - 1) * perPage;
  const head = [
    `**${text.queue.title(counts.drawn, counts.waiting)}**`,
    ...paused,
    ...(pages > 1 ? [`-# ${text.result.page(page, pages)}`] : []),
  ].join("\n");
  return message([
    { type: ComponentType.TextDisplay, content: head },
    ...lines.slice(from, from + perPage).map((line) => toComponent(text, line, page)),
    ...pageRow(page, pages, (to) => toCustomId("queue", String(to))),
  ]);
}

function toComponent(text: Text, line: QueueLine, page: number): object {
  const { id, userId, mayCancel } = line;
  const words = { type: ComponentType.TextDisplay, content: wordsOf(text, line) };
  if (!mayCancel) return words;
  return {
    type: ComponentType.Section,
    components: [words],
    accessory: {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      emoji: { name: emoji.remove },
      custom_id: toCustomId("remove", id, userId, "list", page),
    },
  };
}

function wordsOf(text: Text, line: QueueLine): string {
  const { place, userName, channelId, prompt, isDrawn, webui } = line;
  const name = userName === undefined ? text.queue.elsewhere : plain(cut(userName, max.name));
  const where =
    webui?.kind === undefined
      ? text.queue.drawn
      : text.queue.drawnOn(webui.number, text.kinds[webui.kind]);
  const first = isDrawn ? `🖌️ ${name}: ${where}` : `${text.queue.place(place)} ${name}`;
  const more = [
    ...(channelId === undefined ? [] : [`<#${channelId}>`]),
    ...(prompt === undefined ? [] : [cut(plain(prompt.replace(/\s+/g, " ")), max.prompt)]),
  ];
  return more.length === 0 ? first : `${first}\n-# ${more.join(" · ")}`;
}
