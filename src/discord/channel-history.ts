import { DiscordAPIError, type REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";

/** A message as Discord tells it; an answer to an interaction says to which. */
export type Seen = { id: string; interaction_metadata?: { id: string } };

/**
 * The latest hundred messages of a channel, or the first hundred after something; none without the right to read its
 * history.
 */
export async function readMessages(rest: REST, channelId: string, after?: string): Promise<Seen[]> {
  const query = new URLSearchParams({ limit: "100", ...(after === undefined ? {} : { after }) });
  try {
    return (await rest.get(Routes.channelMessages(channelId), { query })) as Seen[];
  } catch (error) {
    if (error instanceof DiscordAPIError) return [];
    throw error;
  }
}
