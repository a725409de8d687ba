import type { RawFile } from "@discordjs/rest";
import { ComponentType } from "discord-api-types/v10";
import type { Score } from "../generation/classify.ts";
import type { Verdict } from "../generation/verdict.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import type { Reply } from "../jobs.ts";
import type { Text } from "../text/en.ts";
import { namedButton, row } from "./buttons.ts";
import { cut, plain } from "./markdown.ts";
import { message, textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** A result that is not shown before a moderator has decided. */
export type HeldResult = { id: string; request: Work; reply: Reply };

/** More than Discord shows in one gallery are not looked at. */
export const mostShown = 10;
/** Characters. */
const maxPrompt = 1_500;

/** For moderators: whose it is and where, its pictures blurred and behind a spoiler. `found` is absent where none could be checked. */
export function heldMessage(
  text: Text,
  held: HeldResult,
  found: Score | undefined,
  { blurred, count }: { blurred: readonly Buffer[]; count: number },
): Outgoing {
  const { id } = held;
  const files = blurred.map((data, index): RawFile => ({
    name: `review-${id}-${index + 1}.webp`,
    data,
    contentType: "image/webp",
  }));
  const why =
    found === undefined
      ? text.moderation.review.unchecked
      : text.moderation.review.score(found.score, plain(cut(found.label, 100)));
  const shown = count > blurred.length ? [text.moderation.review.some(blurred.length, count)] : [];
  const facts = [why, ...shown].join(" · ");
  const lines = [...linesOf(text, held), `-# ${facts}`];
  const buttons = row([namedButton("approve", text, id), namedButton("reject", text, id)]);
  return message(
    [
      { type: ComponentType.TextDisplay, content: lines.join("\n") },
      {
        type: ComponentType.MediaGallery,
        items: files.map(({ name }) => ({
          media: { url: `attachment://${name}` },
          spoiler: true,
        })),
      },
      buttons,
    ],
    { files, attachments: files.map(({ name }, at) => ({ id: at, filename: name })) },
  );
}

/** What is left of that afterwards: no picture and no button. `url`: of the result. */
export function decidedMessage(
  text: Text,
  held: HeldResult,
  { url, ...verdict }: Verdict & { url: string | undefined },
): Outgoing {
  const link = url === undefined ? "" : ` [${text.moderation.review.posted}](${url})`;
  return textMessage([...linesOf(text, held), `${saidOf(text, verdict)}${link}`]);
}

export const saidOf = (text: Text, { decision, by }: Verdict): string =>
  text.moderation.review.decided[decision](plain(by));

function linesOf(text: Text, { request, reply }: HeldResult): string[] {
  const who = `${plain(reply.userName)} (<@${reply.userId}>)`;
  const prompt = isDrawing(request) ? request.prompt.replace(/\s+/g, " ") : "";
  return [
    text.moderation.review.held(who, `<#${reply.channelId}>`),
    ...(prompt === "" ? [] : [`||${cut(plain(prompt), maxPrompt)}||`]),
  ];
}
