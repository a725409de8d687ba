import { DiscordAPIError, type REST } from "@discordjs/rest";
import {
  type APIMessage,
  type GatewayMessageReactionAddDispatchData,
  Routes,
} from "discord-api-types/v10";
import { pagesOf, removeMessage } from "../discord/posts.ts";
import { customIdsOf, ownerOf } from "../discord/shown.ts";
import { UserError } from "../errors.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import { mailResult } from "./mail.ts";
import { createOnce } from "./once.ts";
import { forgetResult } from "./remove-result.ts";

type Reaction = GatewayMessageReactionAddDispatchData;
/** A result of ours; `userId`: whose it is. */
type Result = { job: string; userId: string | undefined; message: APIMessage };

/** Without the sign that makes a letter an emoji, which clients leave out at times. */
const bare = (emoji: string | null) => (emoji ?? "").replaceAll("\u{FE0F}", "");
const known = ["❌", "✉"];
/** Only results have such buttons, each of their pages some. */
const resultActions = ["again", "draw", "vary", "upscale", "zoom"];

/**
 * What a reaction on a result does: ❌ by its author removes it, ✉️ sends its pictures to whoever wants them. Each once,
 * also if Discord tells of it twice; nothing is said where something is missing. `rest`: patient enough for uploads.
 */
export function createReactions(context: Context, rest: REST): (reaction: Reaction) => void {
  const isNew = createOnce();
  /** One after the other: each holds all pictures of a result in memory. */
  let mailing: Promise<void> = Promise.resolve();

  return (reaction) => {
    const emoji = bare(reaction.emoji.name);
    if (!known.includes(emoji) || !isMeant(reaction, context)) return;
    const { message_id: messageId, user_id: userId } = reaction;
    if (!isNew(`${messageId}:${userId}:${emoji}`)) return;
    const act = emoji === "❌" ? remove : mail;
    const done = emoji === "❌" ? act() : (mailing = mailing.then(act));
    void done;

    async function remove(): Promise<void> {
      await guarded(async () => {
        const result = await resultOf(reaction, context);
        if (result?.userId !== userId) return;
        const { job, message } = result;
        const notes = await orAway(() => context.records.notes(job));
        await forgetResult(job, userId, context);
        for (const id of new Set([message.id, ...pagesOf(notes)])) {
          await removeMessage(context.rest, message.channel_id, id);
        }
        context.log.info({ job, by: userId }, "result removed");
      });
    }

    async function mail(): Promise<void> {
      await guarded(async () => {
        const result = await resultOf(reaction, context);
        if (result === undefined) return;
        const wanted = { ...result, userId, guildId: reaction.guild_id };
        const page = (id: string) => fetchMessage(reaction.channel_id, id, context);
        await mailResult(wanted, rest, page, context);
      });
    }
  };

  /** Nobody waits for an answer to a reaction. */
  async function guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const level = error instanceof UserError ? "debug" : "warn";
      context.log[level]({ err: error }, "a reaction could not be answered");
    }
  }
}

/** By a person, on a message of ours. */
function isMeant(reaction: Reaction, { botId }: Context): boolean {
  const me = botId();
  const { user_id: userId, member, message_author_id: authorId = me } = reaction;
  return me !== undefined && userId !== me && member?.user?.bot !== true && authorId === me;
}

/** Undefined where it is none of ours, or we may not look. */
async function resultOf(reaction: Reaction, context: Context): Promise<Result | undefined> {
  const message = await fetchMessage(reaction.channel_id, reaction.message_id, context);
  if (message === undefined || message.author.id !== context.botId()) return undefined;
  const buttons = customIdsOf(message);
  const job = buttons.find(({ action }) => resultActions.includes(action))?.id;
  if (job === undefined) return undefined;
  const userId = ownerOf(message) ?? (await orAway(() => context.records.get(job)))?.userId;
  return { job, userId, message };
}

async function fetchMessage(
  channelId: string,
  messageId: string,
  { rest }: Context,
): Promise<APIMessage | undefined> {
  try {
    return (await rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage;
  } catch (error) {
    if (error instanceof DiscordAPIError) return undefined;
    throw error;
  }
}
