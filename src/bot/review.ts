import { saidOf } from "../discord/review.ts";
import { textMessage } from "../discord/message.ts";
import { plain } from "../discord/markdown.ts";
import { textOf } from "../discord/shown.ts";
import { UserError } from "../errors.ts";
import { decideSetting, type Situation } from "../generation/rules.ts";
import { type Decision, readVerdict, toVerdict } from "../generation/verdict.ts";
import type { Reply } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import { isModerator, readAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Asking, Component } from "./command.ts";
import { publicLanguage } from "./public-language.ts";
import { readRules } from "./rules.ts";

/** Where results are checked, and who is asked about those that are held. Direct messages have no moderators. */
export function reviewOf(
  situation: Situation,
  interaction: Pick<Asking, "guild" | "guild_id">,
): Pick<Reply, "review"> {
  if (interaction.guild_id === undefined || decideSetting("review", situation).value === false)
    return {};
  const { value: channelId } = decideSetting("audit_channel", situation);
  const locale = publicLanguage(interaction, situation);
  return {
    review: {
      ...(channelId === undefined ? {} : { channelId }),
      ...(locale === undefined ? {} : { locale }),
    },
  };
}

/**
 * A moderator's word about a held result. The first one counts; it is noted before anything else, so that it is carried out
 * whoever is killed then.
 */
export function decideHeld(decision: Decision): NonNullable<Component["press"]> {
  return async (interaction, { id }, answer, context) => {
    const { records, producer, log } = context;
    if (!isModerator(interaction)) throw new UserError((text) => text.refused.moderatorsOnly);
    const { holding, posted } = await orAway(() => records.notes(id));
    const { userId, userName } = readAsker(interaction);
    // Held in another server, it is not theirs to decide about.
    if (holding === undefined || holding !== interaction.guild_id) {
      throw new UserError((text) => text.refused.forgotten);
    }
    const mine = toVerdict(decision, userName);
    const first = await orAway(() => records.claim(id, "verdict", mine));
    if (first !== mine || posted !== undefined) {
      const by = plain(readVerdict(first)?.by ?? "");
      throw new UserError((text) => text.moderation.refused.decided(by));
    }
    const { situation } = await readRules(interaction, context);
    const text = textFor(publicLanguage(interaction, situation));
    const said = saidOf(text, { decision, by: userName });
    const lines = textOf(interaction.message).split("\n").slice(0, -1);
    log.info({ job: id, by: userId, decision }, "a held result is decided about");
    try {
      await answer.replace(textMessage([...lines, said]));
    } finally {
      await producer.hurry("deliver", (job) => job.id === id);
    }
  };
}
