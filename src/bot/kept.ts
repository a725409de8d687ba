import { UserError } from "../errors.ts";
import type { KeptDraft } from "../store/drafts.ts";
import { orAway } from "./away.ts";
import { readAsker } from "./asker.ts";
import type { Asking, Context } from "./command.ts";
import { mayKnow } from "./may-know.ts";
import type { Draft } from "./make-work.ts";
import { keepPicture } from "./picture.ts";
import { fetchOf, hiddenAs } from "./recall.ts";
import { redraw } from "./redraw.ts";

/**
 * What a button of a private answer stands for.
 * @throws {UserError} when it was kept for too long, or for somebody else.
 */
export async function keptDraft(
  id: string,
  interaction: Asking,
  { drafts }: Context,
): Promise<KeptDraft> {
  const kept = await orAway(() => drafts.get(id, readAsker(interaction).userId));
  if (kept === undefined) throw new UserError((text) => text.refused.forgotten);
  return kept;
}

/** Ready to be submitted: the picture that it starts from, if any, is fetched and kept. */
export async function fromKept(kept: KeptDraft, context: Context): Promise<Draft> {
  const { values, image, picture, from } = kept;
  if (image !== undefined || picture === undefined) return { values, image, from };
  const bytes = await fetchOf(picture, context);
  const hidden = hiddenAs(picture);
  return { values: { ...hidden, ...values }, image: await keepPicture(bytes, context), from };
}

/** The same once more: what an answer offered, or what a job was asked for. */
export async function repeatable(
  id: string,
  interaction: Asking,
  context: Context,
): Promise<Draft> {
  const { drafts, records } = context;
  const { userId } = readAsker(interaction);
  const [kept, record] = await orAway(() => Promise.all([drafts.get(id, userId), records.get(id)]));
  if (kept !== undefined) return fromKept(kept, context);
  if (record === undefined || !mayKnow(record, interaction))
    throw new UserError((text) => text.refused.forgotten);
  return redraw(record.request);
}
