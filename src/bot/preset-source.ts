import { DiscordAPIError } from "@discordjs/rest";
import { type APIMessage, Routes } from "discord-api-types/v10";
import { customIdsOf } from "../discord/shown.ts";
import { UserError } from "../errors.ts";
import { presetOf } from "../generation/presets.ts";
import type { Values } from "../generation/request.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import type { HistoryEntry } from "../store/history.ts";
import { readAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { recall } from "./recall.ts";

/** So many of somebody's last jobs are looked at for one that was drawn from words. */
const mostTries = 10;

/**
 * What is worth keeping of a result: of the one that is linked, else of the last picture of whoever asks.
 * @throws {UserError} when there is none, or it is none that they can look at here.
 */
export async function valuesOfResult(
  interaction: Asking,
  from: string | undefined,
  context: Context,
): Promise<Values> {
  const { userId } = readAsker(interaction);
  const entries = await orAway(() => context.history.list(userId));
  if (from === undefined) return ofLast(entries, context);
  const { channel, message } = readLink(from, interaction);
  const own = entries.find(({ id, url }) => id === message || url?.endsWith(`/${message}`));
  const recorded = own === undefined ? undefined : await workOf(own.id, context);
  return toValues(recorded ?? (await workOn(channel, message, interaction, context)));
}

async function ofLast(entries: readonly HistoryEntry[], context: Context): Promise<Values> {
  for (const { id } of entries.slice(0, mostTries)) {
    const work = await workOf(id, context);
    if (work !== undefined && isDrawing(work)) return presetOf(work);
  }
  throw new UserError((text) => text.presets.refused.noLastPicture);
}

async function workOf(id: string, { records }: Context): Promise<Work | undefined> {
  return (await orAway(() => records.get(id)))?.request;
}

function toValues(work: Work): Values {
  if (!isDrawing(work)) throw new UserError((text) => text.refused.notDrawn);
  return presetOf(work);
}

/** A message's link, or its id alone, which is one of this channel. */
function readLink(typed: string, { channel }: Asking): { channel: string; message: string } {
  const link = /^<?https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/[^/]+\/(\d+)\/(\d+)\/?>?$/;
  const [, there, linked] = link.exec(typed.trim()) ?? [];
  if (there !== undefined && linked !== undefined) return { channel: there, message: linked };
  const [id] = /^\d{15,21}$/.exec(typed.trim()) ?? [];
  if (id === undefined) throw nothingThere();
  return { channel: channel?.id ?? "", message: id };
}

const nothingThere = () => new UserError((text) => text.presets.refused.noResult);

/** Only of the channel where they are: what others see elsewhere is none of their business. */
async function workOn(
  channel: string,
  id: string,
  interaction: Asking,
  context: Context,
): Promise<Work> {
  if (channel !== interaction.channel?.id) throw nothingThere();
  const message = await readMessage(channel, id, context);
  if (message === undefined || message.author.id !== context.botId()) throw nothingThere();
  const job = customIdsOf(message).find(({ action }) => ofDrawings.includes(action))?.id;
  if (job === undefined) throw nothingThere();
  return (await recall(message, job, interaction, context)).work;
}

/** Buttons and menus that stand on results, on their further pages too. */
const ofDrawings = ["again", "vary", "upscale"];

async function readMessage(
  channel: string,
  id: string,
  { rest }: Context,
): Promise<APIMessage | undefined> {
  try {
    return (await rest.get(Routes.channelMessage(channel, id))) as APIMessage;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status < 500) return undefined;
    throw error;
  }
}
