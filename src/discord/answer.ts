import { setTimeout as delay } from "node:timers/promises";
import { DiscordAPIError, type REST } from "@discordjs/rest";
import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from "discord-api-types/v10";
import { textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/**
 * The answers to one interaction. Discord wants the first within 3 seconds and it cannot change from public to
 * private afterwards; so a slow answer is announced first ("thinking"). What turns out to be private never goes into an
 * announcement that everyone sees: that is removed, and another message takes its place.
 */
export type Answer = {
  /** From now on what is said or announced is for the member alone. */
  hide(): void;
  /** The message that what is said will stand in, where it is not the interaction's first answer. */
  place(): Promise<string | undefined>;
  /** Seen by everyone in the channel, unless hidden. Resolves with the message's id, if Discord tells. */
  say(message: Outgoing): Promise<string | undefined>;
  /** Seen by the member alone. */
  whisper(message: Outgoing): Promise<void>;
  /** In place of the message whose button was pressed; where that is slow, `announce` must be `update`. */
  replace(message: Outgoing): Promise<void>;
  /** Heard; the message whose button was pressed stays as it is. */
  acknowledge(): Promise<void>;
  /** Removes the message whose button was pressed. */
  remove(): Promise<void>;
  /** A dialog to fill in; only as the first answer, which cannot be announced. */
  dialog(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  choices(choices: { name: string; value: string }[]): Promise<void>;
  /** Ends the clock that would announce an answer. */
  close(): void;
};

/** Discord did not take the answer: the member does not see it, and never will. */
export class UnansweredError extends Error {
  constructor(options?: ErrorOptions) {
    super("the interaction can no longer be answered", options);
    this.name = "UnansweredError";
  }
}

/** The library tries again at once what Discord answers with a 5xx, and hardly anything that it does not answer at all. */
const brokenTries = 4;
/** Before the second try, growing; all of them end within Discord's 3 seconds. Milliseconds. */
const againMs = 80;

/** Before Discord's 3 seconds are over, with some to spare for the way. Milliseconds. */
const announceMs = 1_500;

type Address = { id: string; token: string; application_id: string };

/**
 * How a slow answer is announced: by a new message that says "thinking"; not at all to be seen, where the message
 * whose button was pressed is what changes; or never, which completion and dialogs do not know.
 */
export type Announcing = "message" | "update" | "never";

export function createAnswer(
  rest: REST,
  { id, token, application_id: applicationId }: Address,
  { announce, onError }: { announce: Announcing; onError: (error: unknown) => void },
): Answer {
  let hidden = false;
  let announced: Promise<unknown> | undefined;
  let answered = false;
  /** A message of ours says so, in a place of its own, and who sees that is settled. */
  let thinking: "publicly" | "privately" | undefined;
  /** The private message that took the place of a public announcement. */
  let instead: Promise<string> | undefined;

  const callback = async (
    type: InteractionResponseType,
    data: object,
    files: Outgoing["files"] = [],
  ) => {
    answered = true;
    try {
      const told = (await insist(() =>
        rest.post(Routes.interactionCallback(id, token), {
          body: { type, data },
          files,
          query: new URLSearchParams({ with_response: "true" }),
          auth: false,
        }),
      )) as { resource?: { message?: { id?: string } } } | undefined;
      return told?.resource?.message?.id;
    } catch (error) {
      // 40060: this very interaction came twice, or this answer did, and its twin was taken, which is as good.
      if (error instanceof DiscordAPIError && error.code === 40_060) return undefined;
      if (error instanceof DiscordAPIError && error.status < 500) {
        throw new UnansweredError({ cause: error });
      }
      throw error;
    }
  };
  const announceNow = () => {
    if (answered) return;
    if (announce === "message") thinking = hidden ? "privately" : "publicly";
    announced =
      announce === "update"
        ? callback(InteractionResponseType.DeferredMessageUpdate, {})
        : callback(
            InteractionResponseType.DeferredChannelMessageWithSource,
            hidden ? { flags: MessageFlags.Ephemeral } : {},
          );
    announced.catch(onError);
  };
  const timer = announce === "never" ? undefined : setTimeout(announceNow, announceMs);
  const messageAt = (id?: string) => Routes.webhookMessage(applicationId, token, id);
  const original = messageAt();
  const followUp = async ({ body, files }: Outgoing) => {
    const sent = await rest.post(Routes.webhook(applicationId, token), {
      body: privately(body),
      files,
      auth: false,
    });
    return sent as { id: string };
  };
  /** Nothing private goes into what everyone sees. The first message after it would, so it is removed before. */
  const moveAway = async () => {
    await rest.delete(original, { auth: false });
    return (await followUp(oneMoment)).id;
  };
  const place = async () => {
    await announced;
    if (hidden && thinking === "publicly") instead ??= moveAway();
    return instead;
  };
  /** The message whose button was pressed is `@original` from now on. */
  const begin = async () => {
    clearTimeout(timer);
    announced ??= callback(InteractionResponseType.DeferredMessageUpdate, {});
    await announced;
  };

  return {
    hide() {
      hidden = true;
    },
    place,
    async say({ body, files }) {
      clearTimeout(timer);
      if (announced === undefined) {
        const data = hidden ? privately(body) : body;
        return callback(InteractionResponseType.ChannelMessageWithSource, data, files);
      }
      await announced;
      try {
        const at = messageAt(await place());
        const edited = (await insist(() => rest.patch(at, { body, files, auth: false }))) as
          | { id?: string }
          | undefined;
        return edited?.id;
      } catch (error) {
        // Whatever stands there now, `whisper` takes it away.
        throw new UnansweredError({ cause: error });
      }
    },
    async whisper(message) {
      const { body, files } = message;
      clearTimeout(timer);
      if (!answered) {
        await callback(InteractionResponseType.ChannelMessageWithSource, privately(body), files);
        return;
      }
      await announced;
      const moved = await instead;
      if (moved !== undefined || thinking === "privately") {
        await rest.patch(messageAt(moved), { body, files, auth: false });
        return;
      }
      if (thinking === "publicly") await rest.delete(original, { auth: false });
      await followUp(message);
    },
    async replace({ body, files }) {
      clearTimeout(timer);
      if (announced === undefined) {
        await callback(InteractionResponseType.UpdateMessage, body, files);
        return;
      }
      await announced;
      await rest.patch(original, { body, files, auth: false });
    },
    acknowledge: begin,
    async remove() {
      await begin();
      await rest.delete(original, { auth: false });
    },
    async dialog(modal) {
      clearTimeout(timer);
      await callback(InteractionResponseType.Modal, modal);
    },
    async choices(choices) {
      await callback(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices });
    },
    close() {
      clearTimeout(timer);
    },
  };
}

/** Discord has no "thinking" for a second message. */
const oneMoment = textMessage(["⏳"]);

/** Only for what may come twice. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof DiscordAPIError || tries === brokenTries) throw error;
      await delay(againMs * 2 ** (tries - 1));
    }
  }
}

function privately(body: Record<string, unknown>): Record<string, unknown> {
  return { ...body, flags: Number(body["flags"] ?? 0) | MessageFlags.Ephemeral };
}
