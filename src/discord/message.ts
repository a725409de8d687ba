import type { RawFile } from "@discordjs/rest";
import { ComponentType, MessageFlags } from "discord-api-types/v10";
import { promptsOf } from "../generation/expand.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import type { Origin } from "../jobs.ts";
import type { Text } from "../text/en.ts";
import { describedRow, pictureMenus, resultRows } from "./buttons.ts";
import { cut, cutBytes, plain } from "./markdown.ts";
import { originMarks } from "./origin-marks.ts";
import type { Outgoing } from "./outgoing.ts";
import { shownName } from "./shown-name.ts";
import { summaryOf } from "./summary.ts";

/** Discord's limits (Create Message; Components V2): per message 4,000 characters, 10 pictures, 25 MiB. */
export const maxText = 4000;
/** More UTF-8 than about 10,170 bytes in a message's texts is answered with 500 (discord-api-docs, issue 8554). */
export const maxTextBytes = 9_500;
const maxPictures = 10;
export const maxMessageBytes = 24 * 1024 * 1024;
/** Alt text: 1,024 characters (attachment description). */
const maxAltText = 1024;

/** A picture as it is posted. */
export type PostedPicture = {
  bytes: Buffer;
  extension: string;
  mime: string;
  /** However small it is made, it has the place of so many bytes: what was posted of a result already stays as it is. */
  placeBytes?: number;
};

export type Result = {
  id: string;
  request: Work;
  userId: string;
  userName: string;
  pictures: PostedPicture[];
  /** As the webui reports them. */
  seeds: number[];
  model: string | undefined;
  size: { width: number; height: number } | undefined;
  remarks: string[];
  canUpscale: boolean;
  from?: Origin | undefined;
};

/** A text of ours alone, with the buttons that belong to it. */
export function textMessage(lines: readonly string[], rows: readonly object[] = []): Outgoing {
  return message([
    {
      type: ComponentType.TextDisplay,
      content: cutBytes(cut(lines.join("\n"), maxText), maxTextBytes),
    },
    ...rows,
  ]);
}

/** What a picture shows, in words that can be drawn. */
export function captionMessage(
  text: Text,
  {
    id,
    userId,
    userName,
    caption,
  }: { id: string; userId: string; userName: string; caption: string },
  mention: boolean,
): Outgoing {
  const author = mention ? `<@${userId}>` : text.result.describedFor(plain(userName));
  const lines = [`**${plain(cut(oneLine(caption), 3000))}**`, `-# ${author}`];
  const content = cutBytes(cut(lines.join("\n"), maxText), maxTextBytes);
  return message([{ type: ComponentType.TextDisplay, content }, describedRow(id, userId)], {
    mentioned: mention ? [userId] : [],
  });
}

/** The gallery of a result, prompt and parameters below; over ten pictures, or too many bytes, on several pages. */
export function resultMessages(text: Text, result: Result, mention: boolean): Outgoing[] {
  const pages = toPages(result.pictures);
  let number = 0;
  const { id, userId, canUpscale } = result;
  return pages.map((pictures, index) => {
    const numbers = pictures.map((_, at) => number + at + 1);
    const altTexts = numbers.map((each) => cut(altTextOf(text, result.request, each), maxAltText));
    const { request } = result;
    const hasControl = isDrawing(request) && request.control !== undefined;
    const follow = { id, userId, numbers, isDrawing: isDrawing(request), canUpscale, hasControl };
    const files = pictures.map(({ bytes, extension, mime }): RawFile => {
      number += 1;
      return { name: `easel-${result.id}-${number}.${extension}`, data: bytes, contentType: mime };
    });
    const gallery = {
      type: ComponentType.MediaGallery,
      items: files.map(({ name }, at) => ({
        media: { url: `attachment://${name}` },
        description: altTexts[at],
        spoiler: isSpoiler(result.request),
      })),
    };
    const page = pages.length === 1 ? [] : [text.result.page(index + 1, pages.length)];
    const attachments = files.map(({ name }, id) => ({
      id,
      filename: name,
      description: altTexts[id],
    }));
    const isFirst = index === 0;
    // Each says all of it, as its buttons have nothing else to go by when records and metadata are gone.
    const told = isFirst ? result : { ...result, remarks: [] };
    const mentions = mention && isFirst;
    const below = [
      { type: ComponentType.TextDisplay, content: caption(text, told, mentions, page) },
      ...(isFirst ? resultRows(follow, text) : pictureMenus(follow, text)),
    ];
    return message([gallery, ...below], {
      files,
      attachments,
      mentioned: mentions ? [result.userId] : [],
    });
  });
}

const isSpoiler = (request: Work) => "spoiler" in request && request.spoiler === true;

function altTextOf(text: Text, request: Work, number: number): string {
  return isDrawing(request) ? promptsOf(request, number - 1).prompt : headingOf(text, request);
}

function headingOf(text: Text, request: Exclude<Work, { prompt: string }>): string {
  return request.task === "upscale"
    ? text.result.upscaled(request.scale ?? 2)
    : text.result.described;
}

function caption(text: Text, result: Result, mention: boolean, page: string[]): string {
  const { request, userName, userId } = result;
  const remarks = result.remarks.map((remark) => `-# ⚠️ ${remark}`);
  const author = mention ? `<@${userId}>` : text.result.drawnFor(plain(userName));
  const facts = [
    ...fitting(summaryOf(text, result), 1500),
    ...originOf(text, result),
    author,
    ...page,
  ].join(" · ");
  const tail = cutBytes(cut([`-# ${facts}`, ...remarks].join("\n"), 2200), 3000);
  if (!isDrawing(request)) return `**${headingOf(text, request)}**\n${tail}`;
  const room = maxText - tail.length - 20;
  // What one picture's words came to is what was drawn; of several, all are told below.
  const [only, ...others] = request.prompts ?? [];
  const shownPrompt = others.length === 0 && only !== undefined ? only : request.prompt;
  const without =
    request.negative_prompt === undefined
      ? ""
      : cutBytes(
          cut(plain(text.result.negative(request.negative_prompt)), Math.floor(room / 3)),
          maxTextBytes / 3,
        );
  const bytes = maxTextBytes - Buffer.byteLength(tail) - Buffer.byteLength(without);
  const prompt = `**${cutBytes(cut(plain(oneLine(shownPrompt)), room - without.length), bytes)}**`;
  const lines = [prompt, ...(without === "" ? [] : [`-# ${oneLine(without)}`])];
  const each = others.length === 0 ? [] : expansions(text, request.prompts ?? []);
  const spare = maxText - [...lines, tail].join("\n").length - 10;
  return [...lines, ...fittingLines(each, spare), tail].join("\n");
}

function expansions(text: Text, prompts: readonly string[]): string[] {
  return prompts.map(
    (prompt, index) => `-# ${text.buttons.picture(index + 1)}: ${plain(oneLine(prompt))}`,
  );
}

/** As many whole lines as there is room for; characters, and bytes at the worst. */
function fittingLines(lines: readonly string[], room: number): string[] {
  let length = 0;
  return lines.filter((line) => (length += Buffer.byteLength(line) + 1) <= Math.min(room, 2_000));
}

/** Where it came from: a message that can be looked at, or just that there was a picture. */
function originOf(text: Text, { from, request }: Result): string[] {
  const hasSource = isDrawing(request) && request.image !== undefined;
  if (from === undefined) return hasSource ? [text.result.source] : [];
  const mark = hasSource ? originMarks.picture : originMarks.result;
  return [text.result.from(mark, from.url, shownName(from) ?? "…")];
}

/** As many facts as `max` bytes hold, none of them in part: what follows must not be swallowed by a code of theirs. */
function fitting(facts: readonly string[], max: number): string[] {
  let bytes = 0;
  const kept = facts.filter((fact) => (bytes += Buffer.byteLength(fact) + 4) <= max);
  return kept.length === facts.length ? kept : [...kept, "…"];
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

/** As many on each message as Discord takes. */
export function toPages<P extends PostedPicture>(pictures: readonly P[]): P[][] {
  const pages: P[][] = [[]];
  let bytes = 0;
  for (const picture of pictures) {
    const page = pages.at(-1) ?? [];
    const { length } = picture.bytes;
    const { placeBytes = length } = picture;
    if (page.length > 0 && (page.length === maxPictures || bytes + placeBytes > maxMessageBytes)) {
      pages.push([picture]);
      bytes = placeBytes;
    } else {
      page.push(picture);
      bytes += placeBytes;
    }
  }
  return pages;
}

type Extras = { files?: RawFile[]; attachments?: object[]; mentioned?: string[] };

/** No message of ours mentions anyone but those named, whatever its text says. */
export function message(
  components: readonly object[],
  { files = [], attachments = [], mentioned = [] }: Extras = {},
): Outgoing {
  return {
    body: {
      components,
      attachments,
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [], users: mentioned },
    },
    files,
  };
}
