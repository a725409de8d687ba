import type { APIApplicationCommandInteraction, APIMessage } from "discord-api-types/v10";
import { customIdsOf, picturesOf, type ShownPicture } from "../discord/shown.ts";
import { UserError } from "../errors.ts";
import type { Origin } from "../jobs.ts";
import { authorOf } from "./author.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import { originOf } from "./origin.ts";

/** The message that a menu command was chosen on. */
export type Target = {
  message: APIMessage;
  /** One at least. */
  pictures: ShownPicture[];
  /** The job whose result it is, where it is ours. */
  job: string | undefined;
  from: Origin | undefined;
};

/** @throws {UserError} when it has no picture. */
export async function readTarget(
  interaction: APIApplicationCommandInteraction,
  context: Context,
): Promise<Target> {
  const { data } = interaction;
  const message =
    "target_id" in data && "messages" in data.resolved
      ? data.resolved.messages[data.target_id]
      : undefined;
  const pictures = message === undefined ? [] : picturesOf(message);
  if (message === undefined || pictures.length === 0) {
    throw new UserError((text) => text.refused.noPictureThere);
  }
  const job = jobOf(message, context);
  const record = job === undefined ? undefined : await orAway(() => context.records.get(job));
  const author = job === undefined ? undefined : authorOf(message, record);
  const place = { message, guild_id: interaction.guild_id };
  return { message, pictures, job, from: originOf(place, author) };
}

/** The job that a message of ours is the result of. Anybody else's buttons may claim anything. */
export function jobOf(message: APIMessage, { botId }: Pick<Context, "botId">): string | undefined {
  if (message.author.id !== botId()) return undefined;
  return customIdsOf(message).find(({ action }) => action === "again" || action === "draw")?.id;
}
