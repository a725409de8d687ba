import { HTTPError } from "@discordjs/rest";
import {
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  InteractionType,
} from "discord-api-types/v10";
import { type Announcing, type Answer, createAnswer, UnansweredError } from "../discord/answer.ts";
import { type CustomId, readCustomId } from "../discord/custom-id.ts";
import { textMessage } from "../discord/message.ts";
import { readFocused } from "../discord/subcommand.ts";
import { explain, QueueAwayError, RuleError, UserError } from "../errors.ts";
import { isRedisAway } from "../store/redis-away.ts";
import { checkCommand } from "./allowed.ts";
import { textForAsker } from "./asker.ts";
import { audit } from "./audit.ts";
import type { Command, Component, Context } from "./command.ts";
import { completionOf } from "./complete.ts";
import { completePreset } from "./preset-completion.ts";
import { inServer } from "./server-view.ts";

/** Commands of different types may have the same name. */
export const keyOf = ({ type, name }: { type?: number | undefined; name: string }) =>
  `${type ?? ApplicationCommandType.ChatInput}:${name}`;

function knownOf<T>(found: T | undefined): T {
  if (found === undefined) throw new UserError((text) => text.refused.forgotten);
  return found;
}

/** A menu says by its value what a button says by the rest of its custom id. */
function readPressed(data: APIMessageComponentInteraction["data"]): CustomId {
  const pressed = readCustomId(data.custom_id);
  const [value] = "values" in data ? data.values : [];
  return value === undefined ? pressed : { ...pressed, args: value.split(":") };
}

/**
 * Every interaction comes through here, and every error of one ends here: the member is told privately, the log
 * says the rest.
 */
export function createRouter(
  commands: ReadonlyMap<string, Command>,
  components: ReadonlyMap<string, Component>,
  known: Context,
) {
  const { rest, log } = known;

  const run = async (interaction: APIInteraction, answer: Answer) => {
    const context = await inServer(interaction, known);
    switch (interaction.type) {
      case InteractionType.ApplicationCommandAutocomplete: {
        const command = commands.get(keyOf(interaction.data));
        const isOwn = command?.completes?.includes(readFocused(interaction)?.name ?? "");
        const offered =
          isOwn === true
            ? undefined
            : (completionOf(interaction, context.webuis.catalogs()) ??
              (await completePreset(interaction, context)));
        return answer.choices(offered ?? (await command?.complete?.(interaction, context)) ?? []);
      }
      case InteractionType.ApplicationCommand:
        await checkCommand(interaction, context);
        return knownOf(commands.get(keyOf(interaction.data))).execute(interaction, answer, context);
      case InteractionType.MessageComponent: {
        const pressed = readPressed(interaction.data);
        const press = knownOf(components.get(pressed.action)?.press);
        return press(interaction, pressed, answer, context);
      }
      case InteractionType.ModalSubmit: {
        const submitted = readCustomId(interaction.data.custom_id);
        const submit = knownOf(components.get(submitted.action)?.submit);
        return submit(interaction, submitted, answer, context);
      }
      default:
        return undefined;
    }
  };

  return async (interaction: APIInteraction): Promise<void> => {
    const isCompletion = interaction.type === InteractionType.ApplicationCommandAutocomplete;
    const answer = createAnswer(rest, interaction, {
      announce: announcingOf(interaction),
      onError: (error) => log.warn({ job: interaction.id, err: error }, "announcement failed"),
    });
    try {
      await run(interaction, answer);
    } catch (thrown) {
      const error = isRedisAway(thrown) ? new QueueAwayError({ cause: thrown }) : thrown;
      note(interaction, error);
      if (isCompletion) return;
      if (error instanceof RuleError && interaction.type !== InteractionType.Ping) {
        audit(interaction, (text) => text.moderation.audit.refused(error.say(text)), known);
      }
      try {
        await answer.whisper(
          textMessage([explain(error, textForAsker(interaction), interaction.id)]),
        );
      } catch (failure) {
        log.warn({ job: interaction.id, err: failure }, "the member could not be told");
      }
    } finally {
      answer.close();
    }
  };

  /** What cannot be read ends in an error, which is a message. */
  function announcingOf(interaction: APIInteraction): Announcing {
    try {
      return announcingFor(interaction);
    } catch {
      return "message";
    }
  }

  function announcingFor(interaction: APIInteraction): Announcing {
    switch (interaction.type) {
      case InteractionType.ApplicationCommandAutocomplete:
        return "never";
      case InteractionType.ApplicationCommand:
        return commands.get(keyOf(interaction.data))?.opensDialog === true ? "never" : "message";
      case InteractionType.MessageComponent: {
        const component = components.get(readPressed(interaction.data).action);
        if (component?.opensDialog === true) return "never";
        return component?.updates === true ? "update" : "message";
      }
      default:
        return "message";
    }
  }

  function note({ id }: APIInteraction, error: unknown): void {
    if (error instanceof UserError) log.debug({ job: id }, "refused");
    else if (error instanceof QueueAwayError)
      log.warn({ job: id, err: error }, "the queue is away");
    // We stood still, or Discord is not well: nothing is wrong in here.
    else if (error instanceof UnansweredError || error instanceof HTTPError)
      log.warn({ job: id, err: error }, "an interaction could not be answered");
    else {
      log.error({ job: id, err: error }, "an interaction failed");
      const kind = error instanceof Error ? error.name : "unknown";
      known.troubles.note({ id, at: Date.now(), kind }).catch(() => undefined);
    }
  }
}
