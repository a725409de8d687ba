import type { Answer } from "../discord/answer.ts";
import { toCustomId } from "../discord/custom-id.ts";
import { toDialog } from "../discord/dialog.ts";
import { asPrompts } from "../generation/expand.ts";
import { isDrawing } from "../generation/work.ts";
import type { KeptDraft } from "../store/drafts.ts";
import { textFor } from "../text/text.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import { inspectBytes } from "./inspect.ts";
import { dialogFetchMs, fetchOf, hiddenAs } from "./recall.ts";
import type { Target } from "./target.ts";

/** Opens the dialog for a draft, which is kept under `id` until it is filled in. */
export async function openRemix(
  id: string,
  draft: KeptDraft,
  { locale, userId }: { locale: string; userId: string },
  answer: Answer,
  context: Context,
): Promise<void> {
  await orAway(() => context.drafts.put(id, userId, draft));
  const text = textFor(locale);
  await answer.dialog(toDialog(toCustomId("remix", id), draft.values, text, text.dialog.remix));
}

/**
 * What a picture is remixed from: its own words, or, where it has none, the picture itself.
 * @throws {UserError} when it cannot be had in time.
 */
export async function remixOf(
  picture: NonNullable<KeptDraft["picture"]>,
  from: KeptDraft["from"],
  context: Context,
): Promise<KeptDraft> {
  const inspected = inspectBytes(await fetchOf(picture, context, dialogFetchMs));
  const hidden = hiddenAs(picture);
  return inspected?.values.prompt === undefined
    ? { values: hidden, picture, from }
    : { values: { ...hidden, ...asPrompts(inspected.values) }, from };
}

/** A result of ours is remixed from what we know of its job, its source picture included; undefined where it was not drawn. */
export async function recordedRemix(
  { job, from }: Target,
  context: Context,
): Promise<KeptDraft | undefined> {
  if (job === undefined) return undefined;
  const record = await orAway(() => context.records.get(job));
  if (record === undefined || !isDrawing(record.request)) return undefined;
  const { image, prompts: _, negative_prompts: __, ...values } = record.request;
  return { values, image, from };
}
