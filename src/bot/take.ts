import type { APIMessageApplicationCommandInteraction } from "discord-api-types/v10";
import type { Answer } from "../discord/answer.ts";
import { chooseMessage } from "../discord/choose.ts";
import { UserError } from "../errors.ts";
import type { KeptDraft } from "../store/drafts.ts";
import { readAsker, textForAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { hidePrivate } from "./hide-private.ts";
import { keepPicture } from "./picture.ts";
import { fetchOf } from "./recall.ts";
import { submit } from "./submit.ts";
import { readTarget } from "./target.ts";

/** What is done to a picture as it is, wherever it stands. */
export type Taking = "upscale" | "describe";

/** Does it to the picture of a message; of several, to the one that is then chosen privately. */
export async function takeFrom(
  task: Taking,
  interaction: APIMessageApplicationCommandInteraction,
  answer: Answer,
  context: Context,
): Promise<void> {
  const { pictures, from } = await readTarget(interaction, context);
  const kept: KeptDraft = { values: {}, pictures, from };
  if (pictures.length === 1) return takePictureOf(task, kept, 1, interaction, answer, context);
  answer.hide();
  await orAway(() => context.drafts.put(interaction.id, readAsker(interaction).userId, kept));
  const text = textForAsker(interaction);
  await answer.say(chooseMessage(text, "take", interaction.id, pictures.length, task));
}

/** `number` counts from 1. */
export async function takePictureOf(
  task: Taking,
  { pictures = [], from }: KeptDraft,
  number: number,
  interaction: Asking,
  answer: Answer,
  context: Context,
): Promise<void> {
  const picture = pictures[number - 1];
  if (picture === undefined) throw new UserError((text) => text.refused.attachmentGone);
  const values = picture.spoiler && task === "upscale" ? { spoiler: true } : {};
  await hidePrivate(interaction, { task, values }, answer, context);
  const image = await keepPicture(await fetchOf(picture, context), context);
  await submit(interaction, { task, values, image, from }, answer, context);
}
