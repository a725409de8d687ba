import { ButtonStyle, ComponentType, MessageFlags, type RawFile } from "discord.js";
import type { GenerationRequest } from "../generation/request.ts";
import type { Text } from "../text/en.ts";
import { cut, cutBytes, plain } from "./markdown.ts";
import type { Outgoing } from "./outgoing.ts";
import { summaryOf } from "./summary.ts";

/** Discord's limits (Create Message; Components V2): per message 4,000 characters, 10 pictures, 25 MiB. */
const maxText = 4000;
/** More UTF-8 than about 10,170 bytes in a message's texts is answered with 500 (discord-api-docs, issue 8554). */
const maxTextBytes = 9_500;
const maxPictures = 10;
export const maxMessageBytes = 24 * 1024 * 1024;
/** Alt text: 1,024 characters (attachment description). */
const maxAltText = 1024;

/** What a button of ours does, and to which job: `again:1234`. */
export type ButtonName = "again" | "remove";

/** A picture as it is posted. */
export type PostedPicture = { bytes: Buffer; extension: string; mime: string };

export type Result = {
  id: string;
  request: GenerationRequest;
  userId: string;
  userName: string;
  pictures: PostedPicture[];
  /** As the webui reports them. */
  seeds: number[];
  model: string | undefined;
  size: { width: number; height: number } | undefined;
  remarks: string[];
};

/** A text of ours alone, with or without ❌ for the job it speaks of. */
export function textMessage(lines: readonly string[], removable?: string): Outgoing {
  return message([
    {
      type: ComponentType.TextDisplay,
      content: cutBytes(cut(lines.join("\n"), maxText), maxTextBytes),
    },
    ...(removable === undefined ? [] : [buttons([["remove", removable]])]),
  ]);
}

/** The gallery of a result, prompt and parameters below; over ten pictures, or too many bytes, on several pages. */
export function resultMessages(text: Text, result: Result, mention: boolean): Outgoing[] {
  const pages = toPages(result.pictures);
  let number = 0;
  return pages.map((pictures, index) => {
    const altText = cut(result.request.prompt, maxAltText);
    const files = pictures.map(({ bytes, extension, mime }): RawFile => {
      number += 1;
      return { name: `easel-${result.id}-${number}.${extension}`, data: bytes, contentType: mime };
    });
    const gallery = {
      type: ComponentType.MediaGallery,
      items: files.map(({ name }) => ({
        media: { url: `attachment://${name}` },
        description: altText,
        spoiler: result.request.spoiler === true,
      })),
    };
    const page = pages.length === 1 ? [] : [text.result.page(index + 1, pages.length)];
    const attachments = files.map(({ name }, id) => ({
      id,
      filename: name,
      description: altText,
    }));
    const below =
      index === 0
        ? [
            { type: ComponentType.TextDisplay, content: caption(text, result, mention, page) },
            buttons([
              ["again", result.id],
              ["remove", result.id],
            ]),
          ]
        : page.map((line) => ({ type: ComponentType.TextDisplay, content: `-# ${line}` }));
    return message([gallery, ...below], {
      files,
      attachments,
      mentioned: mention ? [result.userId] : [],
    });
  });
}

function caption(text: Text, result: Result, mention: boolean, page: string[]): string {
  const { request, userName, userId } = result;
  const remarks = result.remarks.map((remark) => `-# ⚠️ ${remark}`);
  const author = mention ? `<@${userId}>` : text.result.drawnFor(plain(userName));
  const facts = [...fitting(summaryOf(text, result), 1500), author, ...page].join(" · ");
  const tail = cutBytes(cut([`-# ${facts}`, ...remarks].join("\n"), 2200), 3000);
  const room = maxText - tail.length - 20;
  const without =
    request.negative_prompt === undefined
      ? ""
      : cutBytes(
          cut(plain(text.result.negative(request.negative_prompt)), Math.floor(room / 3)),
          maxTextBytes / 3,
        );
  const bytes = maxTextBytes - Buffer.byteLength(tail) - Buffer.byteLength(without);
  const prompt = `**${cutBytes(cut(plain(oneLine(request.prompt)), room - without.length), bytes)}**`;
  return [prompt, ...(without === "" ? [] : [`-# ${oneLine(without)}`]), tail].join("\n");
}

/** As many facts as `max` bytes hold, none of them in part: what follows must not be swallowed by a code of theirs. */
function fitting(facts: readonly string[], max: number): string[] {
  let bytes = 0;
  const kept = facts.filter((fact) => (bytes += Buffer.byteLength(fact) + 4) <= max);
  return kept.length === facts.length ? kept : [...kept, "…"];
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

function toPages(pictures: readonly PostedPicture[]): PostedPicture[][] {
  const pages: PostedPicture[][] = [[]];
  let bytes = 0;
  for (const picture of pictures) {
    const page = pages.at(-1) ?? [];
    if (
      page.length > 0 &&
      (page.length === maxPictures || bytes + picture.bytes.length > maxMessageBytes)
    ) {
      pages.push([picture]);
      bytes = picture.bytes.length;
    } else {
      page.push(picture);
      bytes += picture.bytes.length;
    }
  }
  return pages;
}

const looks: Record<ButtonName, { emoji: string; style: ButtonStyle }> = {
  again: { emoji: "🎲", style: ButtonStyle.Secondary },
  remove: { emoji: "❌", style: ButtonStyle.Secondary },
};

function buttons(names: [ButtonName, string][]) {
  return {
    type: ComponentType.ActionRow,
    components: names.map(([name, id]) => ({
      type: ComponentType.Button,
      style: looks[name].style,
      emoji: { name: looks[name].emoji },
      custom_id: `${name}:${id}`,
    })),
  };
}

type Extras = { files?: RawFile[]; attachments?: object[]; mentioned?: string[] };

/** No message of ours mentions anyone but those named, whatever its text says. */
function message(
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
