import { type APIInteraction, ApplicationCommandType, InteractionType } from "discord.js";
import { type Answer, createAnswer } from "../discord/answer.ts";
import { textMessage } from "../discord/message.ts";
import { explain, QueueAwayError, UserError } from "../errors.ts";
import { textFor } from "../text/text.ts";
import { readAsker } from "./asker.ts";
import type { Command, Component, Context } from "./command.ts";
import { completionOf } from "./complete.ts";

/**
 * Every interaction comes through here, and every error of one ends here: the member is told privately, the log
 * says the rest.
 */
export function createRouter(
  commands: ReadonlyMap<string, Command>,
  components: ReadonlyMap<string, Component>,
  context: Context,
) {
  const { rest, log } = context;

  const run = async (interaction: APIInteraction, answer: Answer) => {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      await answer.choices(completionOf(interaction, context.webuis.catalogs()));
    } else if (interaction.type === InteractionType.ApplicationCommand) {
      const { data } = interaction;
      if (data.type !== ApplicationCommandType.ChatInput) return;
      // Its type says what its data is; the declared union does not follow.
      const command = interaction as Parameters<Command["execute"]>[0];
      const known = commands.get(data.name);
      if (known === undefined) throw new UserError((text) => text.refused.forgotten);
      await known.execute(command, answer, context);
    } else if (interaction.type === InteractionType.MessageComponent) {
      const [name = "", id = ""] = interaction.data.custom_id.split(":");
      const known = components.get(name);
      if (known === undefined) throw new UserError((text) => text.refused.forgotten);
      await known.press(interaction, id, answer, context);
    }
  };

  return async (interaction: APIInteraction): Promise<void> => {
    const isCompletion = interaction.type === InteractionType.ApplicationCommandAutocomplete;
    const answer = createAnswer(rest, interaction, {
      announce: !isCompletion,
      onError: (error) => log.warn({ job: interaction.id, err: error }, "announcement failed"),
    });
    try {
      await run(interaction, answer);
    } catch (error) {
      note(interaction, error);
      if (isCompletion) return;
      try {
        const text = textFor(readAsker(interaction).locale);
        await answer.whisper(textMessage([explain(error, text, interaction.id)]));
      } catch (failure) {
        log.warn({ job: interaction.id, err: failure }, "the member could not be told");
      }
    } finally {
      answer.close();
    }
  };

  function note({ id }: APIInteraction, error: unknown): void {
    if (error instanceof UserError) log.debug({ job: id }, "refused");
    else if (error instanceof QueueAwayError)
      log.warn({ job: id, err: error }, "the queue is away");
    else log.error({ job: id, err: error }, "an interaction failed");
  }
}
