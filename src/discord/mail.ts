import type { RawFile } from "@discordjs/rest";
import { ComponentType } from "discord-api-types/v10";
import type { Text } from "../text/en.ts";
import { cut, cutBytes } from "./markdown.ts";
import { maxText, maxTextBytes, message, type PostedPicture, toPages } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** Below what a result says of itself, which is safe to show already. */
const room = { length: maxText - 300, bytes: maxTextBytes - 500 };

/** A result's pictures as they are sent to somebody who wants to keep them: its own words, and the way back. */
export function mailMessages(
  text: Text,
  {
    id,
    words,
    url,
    pictures,
  }: { id: string; words: string; url: string; pictures: (PostedPicture & { spoiler: boolean })[] },
): Outgoing[] {
  let number = 0;
  return toPages(pictures).map((page, index) => {
    const files = page.map(({ bytes, extension, mime }): RawFile => {
      number += 1;
      return { name: `easel-${id}-${number}.${extension}`, data: bytes, contentType: mime };
    });
    const items = files.map(({ name }, at) => ({
      media: { url: `attachment://${name}` },
      spoiler: page[at]?.spoiler === true,
    }));
    const content = `${cutBytes(cut(words, room.length), room.bytes)}\n-# [${text.mail.back}](${url})`;
    return message(
      [
        { type: ComponentType.MediaGallery, items },
        ...(index === 0 ? [{ type: ComponentType.TextDisplay, content }] : []),
      ],
      { files, attachments: files.map(({ name }, at) => ({ id: at, filename: name })) },
    );
  });
}
