import { UserError } from "../errors.ts";
import type { Text } from "../text/en.ts";
import { isModerator, textForAsker } from "./asker.ts";
import { audit } from "./audit.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { isOwner } from "./owners.ts";

/** What `/queue` can do beside showing it; pausing stops nothing that is being drawn. */
export const pausingActions = ["pause", "resume", "pause_all", "resume_all"] as const;
export type PausingAction = (typeof pausingActions)[number];

/**
 * Moderators, and the bot's owners, for their server; its owners for everything. Answers what to say.
 * @throws {UserError} when whoever asks may not.
 */
export async function setPaused(
  interaction: Asking,
  action: PausingAction,
  context: Context,
): Promise<string> {
  const { pauses, signals } = context;
  const { guild_id: guildId } = interaction;
  const everywhere = action.endsWith("_all");
  const mayHere = !everywhere && isModerator(interaction);
  if (!mayHere && !(await isOwner(interaction, context))) {
    throw new UserError(({ refused }) =>
      everywhere ? refused.ownersOnly : refused.moderatorsOnly,
    );
  }
  if (!everywhere && guildId === undefined) {
    throw new UserError((text) => text.settings.refused.noServer);
  }
  const what = everywhere || guildId === undefined ? "all" : { guildId };
  const resumes = action.startsWith("resume");
  await orAway(() => (resumes ? pauses.resume(what) : pauses.pause(what)));
  if (resumes) await orAway(() => signals.work());
  const words = (text: Text) => saidOf(text, action);
  audit(interaction, words, context);
  return words(textForAsker(interaction));
}

/** Why what waits in this place is not drawn for now, if that is so. */
export async function pausedWords(
  { guild_id: guildId = "" }: Asking,
  { queue }: Text,
  { pauses }: Context,
): Promise<string[]> {
  const paused = await orAway(() => pauses.all());
  if (paused.includes("all")) return [queue.pausedAll];
  return paused.includes(guildId) ? [queue.pausedHere] : [];
}

function saidOf({ queue }: Text, action: PausingAction): string {
  const said: Record<PausingAction, string> = {
    pause: queue.pausedHere,
    resume: queue.resumedHere,
    pause_all: queue.pausedAll,
    resume_all: queue.resumedAll,
  };
  return said[action];
}
