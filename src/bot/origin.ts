import type { APIMessage } from "discord-api-types/v10";
import { messageLink } from "../discord/link.ts";
import { isPrivate } from "../discord/shown.ts";
import type { Origin } from "../jobs.ts";
import type { Author } from "./author.ts";

/** Where a result's button was pressed; nothing where nobody else could look at it. No author: somebody else's message. */
export function originOf(
  { message, guild_id: guild }: { message: APIMessage; guild_id?: string | undefined },
  author: Author | undefined,
): Origin | undefined {
  if (isPrivate(message)) return undefined;
  const { channel_id: channel, id } = message;
  const url = messageLink({ guild, channel, message: id });
  if (author === undefined) {
    return { url, userName: message.author.global_name ?? message.author.username };
  }
  const { userId, userName = "" } = author;
  return { url, userName, ...(userId === undefined ? {} : { userId }) };
}
