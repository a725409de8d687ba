import { DiscordAPIError, type REST } from "@discordjs/rest";
import type { Reply } from "../jobs.ts";
import { answerRoute } from "./answer-route.ts";
import { readMessages } from "./channel-history.ts";
import { removeMessage } from "./posts.ts";
import { isDeadToken } from "./refusals.ts";

/**
 * The result stands elsewhere; a waiting message that cannot be removed is no reason to try again. Where an earlier
 * try had made the result of it after all, it stays.
 */
export async function removeWaiting(
  rest: REST,
  id: string,
  reply: Reply,
  waiting: string | undefined,
  posted: readonly string[],
): Promise<void> {
  const { channelId, private: hidden } = reply;
  if (waiting !== undefined && posted.includes(waiting)) return;
  try {
    await rest.delete(answerRoute(reply), { auth: false });
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    // The bot may remove what it has said itself, once the token is dead; private words it cannot reach.
    if (!isDeadToken(error) || hidden) return;
    const message = waiting ?? (await findWaiting(rest, channelId, id));
    if (message !== undefined && !posted.includes(message)) {
      await removeMessage(rest, channelId, message);
    }
  }
}

/** A bot that was killed as it answered did not live to note which message that was: a job has its interaction's id. */
async function findWaiting(rest: REST, channelId: string, id: string): Promise<string | undefined> {
  const seen = await readMessages(rest, channelId, id);
  return seen.find(({ interaction_metadata: asked }) => asked?.id === id)?.id;
}
