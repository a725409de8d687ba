import { UserError } from "../errors.ts";
import type { KeptDraft } from "../store/drafts.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import type { Draft } from "./make-work.ts";
import { keepPicture } from "./picture.ts";
import { fetchOf } from "./recall.ts";
import { redraw } from "./redraw.ts";

/**
 * What a button of a private answer stands for.
 * @throws {UserError} when it was kept for too long.
 */
export async function keptDraft(id: string, { drafts }: Context): Promise<KeptDraft> {
  const kept = await orAway(() => drafts.get(id));
  if (kept === undefined) throw new UserError((text) => text.refused.forgotten);
  return kept;
}

/** Ready to be submitted: the picture that it starts from, if any, is fetched and kept. */
export async function fromKept(kept: KeptDraft, context: Context): Promise<Draft> {
  const { values, image, picture, from } = kept;
  if (image !== undefined || picture === undefined) return { values, image, from };
  const spoiler = picture.spoiler ? { spoiler: true } : {};
  const bytes = await fetchOf(picture, context);
  return { values: { ...spoiler, ...values }, image: await keepPicture(bytes, context), from };
}

/** The same once more: what an answer offered, or what a job was asked for. */
export async function repeatable(id: string, context: Context): Promise<Draft> {
  const { drafts, records } = context;
  const [kept, record] = await orAway(() => Promise.all([drafts.get(id), records.get(id)]));
  if (kept !== undefined) return fromKept(kept, context);
  if (record === undefined) throw new UserError((text) => text.refused.forgotten);
  return redraw(record.request);
}
