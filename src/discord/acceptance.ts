import type { REST } from "@discordjs/rest";
import { MessageFlags } from "discord-api-types/v10";
import type { Reply } from "../jobs.ts";
import { answerRoute } from "./answer-route.ts";
import { isUnanswered } from "./refusals.ts";

/** An interaction unanswered for longer than Discord's 3 seconds stays so. Milliseconds. */
const answerMs = 6_000;

/** "Thinking" for longer than this, its author is told nothing any more: who was to say it is gone. Milliseconds. */
const thinkingMs = 60_000;

/** Whether its first answer may be under way still. Where the clock was set back meanwhile, nobody knows: then not. */
export const mayBeAnswered = ({ askedAt }: Pick<Reply, "askedAt">) =>
  Math.abs(Date.now() - askedAt) < answerMs;

/** What the author of a job was told; `unknown` where nothing can be found out (any more). */
export type Acceptance = "accepted" | "refused" | "not yet" | "unknown";

/**
 * Looks at the answer to the interaction: it speaks of the job if its author was told that it was taken. A job whose
 * author was told the contrary, because Redis broke down while it stored it, is not to be posted.
 */
export async function readAcceptance(rest: REST, id: string, reply: Reply): Promise<Acceptance> {
  try {
    const shown = (await rest.get(answerRoute(reply), { auth: false })) as { flags?: number };
    if ((Number(shown.flags ?? 0) & MessageFlags.Loading) !== 0)
      return Math.abs(Date.now() - reply.askedAt) < thinkingMs ? "not yet" : "unknown";
    if (JSON.stringify(shown).includes(id)) return "accepted";
    // A second message has no "thinking" to tell by.
    return reply.answerId !== undefined && mayBeAnswered(reply) ? "not yet" : "refused";
  } catch (error) {
    return isUnanswered(error) && mayBeAnswered(reply) ? "not yet" : "unknown";
  }
}
