import type { Outgoing } from "./outgoing.ts";
import { textMessage } from "./message.ts";

/** What stands in the place of pictures that do not come. */
export function failureMessage(words: string, userId: string, mention: boolean): Outgoing {
  const plain = textMessage([...(mention ? [`<@${userId}>`] : []), `❗ ${words}`]);
  if (!mention) return plain;
  return { ...plain, body: { ...plain.body, allowed_mentions: { parse: [], users: [userId] } } };
}
