import type { APIMessage } from "discord-api-types/v10";
import { fetchShown } from "../discord/fetch-picture.ts";
import { readResult } from "../discord/read-result.ts";
import { customIdsOf, isPrivate, picturesOf, type ShownPicture, textOf } from "../discord/shown.ts";
import { UserError } from "../errors.ts";
import { asPrompts } from "../generation/expand.ts";
import { valuesOf } from "../generation/infotext-values.ts";
import { drawingNames } from "../generation/parameters.ts";
import { readGenerationData } from "../generation/picture/generation-data.ts";
import { inputBounds } from "../generation/policy.ts";
import { createRequest, type Values } from "../generation/request.ts";
import { picturesOf as picturesFor, type Work } from "../generation/work.ts";
import { allTexts } from "../text/text.ts";
import { type Author, authorOf } from "./author.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { mayKnow } from "./may-know.ts";
import { areKept } from "./picture.ts";

/** A result as its buttons need it. */
export type Recalled = Author & {
  work: Work;
  /** Of its pictures, in their order; fewer where they are not known. */
  seeds: number[];
  /** It began from pictures that nobody has any more: the posted one is all there is. */
  sourceGone: boolean;
};

/** Milliseconds for a picture of a message. */
const fetchMs = 20_000;
/** Before a dialog, which must be the first answer within Discord's 3 seconds. */
export const dialogFetchMs = 1_700;

/**
 * What a result was made with: from the record, else from the metadata of its picture, else from its own words. `number`: of
 * the picture that is meant, each of which may have words of its own.
 * @throws {UserError} when none of these says enough, or it is for somebody else alone.
 */
export async function recall(
  message: APIMessage,
  id: string,
  interaction: Asking,
  context: Context,
  { number, withinMs = fetchMs }: { number?: number; withinMs?: number } = {},
): Promise<Recalled> {
  const { records } = context;
  const [known, notes] = await orAway(() => Promise.all([records.get(id), records.notes(id)]));
  if (known !== undefined) {
    if (!mayKnow(known, interaction)) throw new UserError((text) => text.refused.forgotten);
    const seeds = (notes["seeds"] ?? "").split(",").filter(Boolean).map(Number);
    const { request: work } = known;
    return {
      work,
      seeds,
      ...authorOf(message, known),
      sourceGone: !(await areKept(picturesFor(work), context)),
    };
  }
  const [first] = picturesOf(message);
  const meant = number === undefined ? first : (numbered(message, number) ?? first);
  const read = readResult(textOf(message), allTexts);
  const values = (await valuesIn(meant, context, withinMs)) ?? read?.values;
  if (values === undefined) throw new UserError((text) => text.refused.forgotten);
  const seemsDrawnOver = read?.hasOrigin === true && isDrawnOver(values);
  return {
    work: createRequest([values, shownOn(message, first)], 0),
    seeds: read?.seeds ?? [],
    ...authorOf(message, undefined),
    sourceGone: read?.hasSource === true || seemsDrawnOver || hasControl(message),
  };
}

/** Only what was drawn with the structure of a picture offers to add another. */
const hasControl = (message: APIMessage) =>
  customIdsOf(message).some(({ action }) => action === "control");

/** Without a second pass only a picture that was drawn over another has this. */
const isDrawnOver = ({ denoising_strength, hr_scale, hr_upscaler }: Values) =>
  denoising_strength !== undefined && hr_scale === undefined && hr_upscaler === undefined;

/**
 * What is drawn from the same picture once more.
 * @throws {UserError} when that is gone.
 */
export function requireSource(recalled: Recalled): Recalled {
  if (recalled.sourceGone) throw new UserError((text) => text.refused.sourceForgotten);
  return recalled;
}

/** What stands in the picture's own metadata; undefined where there is none, or the picture is gone. */
export async function valuesIn(
  picture: ShownPicture | undefined,
  context: Context,
  withinMs = fetchMs,
): Promise<Values | undefined> {
  if (picture === undefined) return undefined;
  try {
    const data = readGenerationData(await fetchOf(picture, context, withinMs));
    if (data === undefined) return undefined;
    const { values } = valuesOf(data);
    return values.prompt === undefined ? undefined : asPrompts(onlyDrawing(values));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/**
 * The bytes of a picture that a message shows.
 * @throws {UserError} when they cannot be had.
 */
export function fetchOf(
  { url }: Pick<ShownPicture, "url">,
  context: Context,
  timeoutMs = fetchMs,
): Promise<Buffer> {
  const { maxBytes } = inputBounds;
  // A dead address takes a second try, for which there is no more time than for the first.
  const until = Date.now() + timeoutMs;
  return fetchShown(context.rest, url, (address) =>
    context.fetchAttachment(address, { maxBytes, timeoutMs: Math.max(1, until - Date.now()) }),
  );
}

/** The picture of a message by its number; where names say none, by its place. */
export function pictureOn(message: APIMessage, number: number): ShownPicture {
  const found = numbered(message, number);
  if (found === undefined) throw new UserError((text) => text.refused.attachmentGone);
  return found;
}

function numbered(message: APIMessage, number: number): ShownPicture | undefined {
  const pictures = picturesOf(message);
  return pictures.find((picture) => picture.number === number) ?? pictures[number - 1];
}

export function onlyDrawing(values: Values): Values {
  const set = drawingNames.filter((name) => values[name] !== undefined);
  return Object.fromEntries(set.map((name) => [name, values[name]]));
}

/** What is drawn from or after a hidden picture is hidden, too. */
export const hiddenAs = (picture: Pick<ShownPicture, "spoiler"> | undefined): Values =>
  picture?.spoiler === true ? { spoiler: true } : {};

/** How many there were, hidden how: only the message says that. */
function shownOn(message: APIMessage, first: ShownPicture | undefined): Values {
  const count = picturesOf(message).length;
  return {
    ...(count > 1 ? { count } : {}),
    ...hiddenAs(first),
    ...(isPrivate(message) ? { private: true } : {}),
  };
}
