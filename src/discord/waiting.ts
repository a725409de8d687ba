import type { REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import type { Reply } from "../jobs.ts";
import { answerRoute } from "./answer-route.ts";
import type { Outgoing } from "./outgoing.ts";
import { isDeadToken } from "./refusals.ts";

/** Puts something in the place of a job's waiting message, whose id is known once it was answered. */
export async function replaceWaiting(
  rest: REST,
  reply: Reply,
  waiting: string | undefined,
  { body, files }: Outgoing,
): Promise<void> {
  const { channelId, private: hidden } = reply;
  try {
    await rest.patch(answerRoute(reply), { body, files, auth: false });
  } catch (error) {
    // The bot may change what it has said itself, once the token is dead; private words it cannot reach.
    if (!isDeadToken(error) || waiting === undefined || hidden) throw error;
    await rest.patch(Routes.channelMessage(channelId, waiting), { body, files });
  }
}
