import { leastFileBytes } from "../discord/file-bytes.ts";
import type { REST } from "@discordjs/rest";
import { type APIMessage, Routes } from "discord-api-types/v10";
import { messageLink } from "../discord/link.ts";
import { mailMessages } from "../discord/mail.ts";
import { maxMessageBytes } from "../discord/message.ts";
import { pagesOf } from "../discord/posts.ts";
import { readResult } from "../discord/read-result.ts";
import { isForbidden } from "../discord/refusals.ts";
import { picturesOf, textOf } from "../discord/shown.ts";
import { fitPicture } from "../generation/picture/fit.ts";
import { formats } from "../generation/picture/format.ts";
import { allTexts, textFor } from "../text/text.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import { fetchOf } from "./recall.ts";

/** What Discord lets anyone upload into direct messages. Bytes. */
const maxFileBytes = Math.min(leastFileBytes, maxMessageBytes);

/** Where a result was asked for by a reaction. */
export type Wanted = {
  job: string;
  userId: string;
  message: APIMessage;
  guildId: string | undefined;
};

/**
 * Sends all pictures of a result to somebody, once however often it is tried: the message's id is an enforced nonce.
 * Says nothing where direct messages are closed. `fetchMessage`: another message of the same channel, if it is there.
 */
export async function mailResult(
  { job, userId, message, guildId }: Wanted,
  rest: REST,
  fetchMessage: (id: string) => Promise<APIMessage | undefined>,
  context: Context,
): Promise<void> {
  const notes = await orAway(() => context.records.notes(job));
  const noted = pagesOf(notes);
  // The first page is noted last, a moment after it is there.
  const ids = noted.includes(message.id) ? noted : [message.id, ...noted];
  const pages: APIMessage[] = [];
  for (const id of ids) {
    const page = id === message.id ? message : await fetchMessage(id);
    if (page !== undefined) pages.push(page);
  }
  const pictures = [];
  for (const shown of pages.flatMap(picturesOf)) {
    const fitted = await fitPicture(await fetchOf(shown, context), maxFileBytes);
    pictures.push({ ...fitted, ...formats[fitted.format], spoiler: shown.spoiler });
  }
  if (pictures.length === 0) return;
  const [first = message] = pages;
  const url = messageLink({ guild: guildId, channel: message.channel_id, message: first.id });
  const words = textOf(first);
  // A reaction does not say in which language to answer: it is that of the result.
  const text = readResult(words, allTexts)?.language ?? textFor(undefined);
  const mail = mailMessages(text, { id: job, words, url, pictures });
  try {
    const channel = (await rest.post(Routes.userChannels(), {
      body: { recipient_id: userId },
    })) as { id: string };
    for (const [index, { body, files }] of mail.entries()) {
      const nonce = `${message.id}-${index}`;
      await rest.post(Routes.channelMessages(channel.id), {
        body: { ...body, nonce, enforce_nonce: true },
        files,
      });
    }
    context.log.info({ job, user: userId }, "pictures sent");
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
}
