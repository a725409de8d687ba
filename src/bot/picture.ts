import type { Attached } from "../discord/options.ts";
import { UserError } from "../errors.ts";
import type { InputPicture } from "../generation/parameters.ts";
import { formats, sniffFormat } from "../generation/picture/format.ts";
import { type Refusal, readPicture } from "../generation/picture/decode.ts";
import { inputBounds } from "../generation/policy.ts";
import type { Text } from "../text/en.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";

/** One fetch from Discord's CDN. Milliseconds. */
const fetchMs = 20_000;

const pictureTypes: readonly string[] = Object.values(formats).map(({ mime }) => mime);

/**
 * A member's picture, fetched, decoded, bounded and kept. What Discord says of the file is enough to refuse it
 * unfetched; it is not enough to take it.
 * @throws {UserError} saying why it is not taken.
 */
export async function takePicture(
  image: Attached | InputPicture,
  context: Context,
): Promise<InputPicture> {
  if ("hash" in image) {
    await requireKept([image], context);
    return image;
  }
  return keepPicture(await fetchAttached(image, context), context);
}

/** Whether all of these are still kept; inputs are kept for a shorter time than records. */
export async function areKept(
  pictures: readonly InputPicture[],
  { inputs }: Context,
): Promise<boolean> {
  const kept = await orAway(() => Promise.all(pictures.map(({ hash }) => inputs.has(hash))));
  return !kept.includes(false);
}

/** @throws {UserError} when one of these is gone. */
export async function requireKept(
  pictures: readonly InputPicture[],
  context: Context,
): Promise<void> {
  if (await areKept(pictures, context)) return;
  throw new UserError((text) => text.refused.sourceForgotten);
}

/**
 * The bytes of a file that a member attached and that looks like a picture.
 * @throws {UserError} saying why it is not taken.
 */
export async function fetchAttached(image: Attached, context: Context): Promise<Buffer> {
  const declared = refusalOf(image);
  if (declared !== undefined) throw refused(declared);
  const bounds = { maxBytes: inputBounds.maxBytes, timeoutMs: fetchMs };
  const bytes = await context.fetchAttachment(image.url, bounds);
  if (sniffFormat(bytes) === undefined) throw refused("not a picture");
  return bytes;
}

/**
 * A picture from whatever place, decoded, bounded and kept.
 * @throws {UserError} saying why it is not taken.
 */
export async function keepPicture(bytes: Buffer, { inputs }: Context): Promise<InputPicture> {
  const picture = await readPicture(bytes, inputBounds);
  if ("refused" in picture) throw refused(picture.refused);
  const hash = await orAway(() => inputs.put(picture.bytes));
  return { hash, width: picture.width, height: picture.height };
}

function refusalOf({ contentType, size, width, height }: Attached): Refusal | undefined {
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  if (type !== undefined && !pictureTypes.includes(type)) return "not a picture";
  if (size > inputBounds.maxBytes) return "too large";
  return (width ?? 0) * (height ?? 0) > inputBounds.maxPixels ? "too many pixels" : undefined;
}

function refused(refusal: Refusal): UserError {
  const words: Record<Refusal, (text: Text) => string> = {
    "not a picture": (text) => text.refused.notAPicture,
    broken: (text) => text.refused.brokenPicture,
    "too large": (text) => text.refused.fileTooLarge(inputBounds.maxBytes / 1024 / 1024),
    "too many pixels": (text) => text.refused.pictureTooLarge(inputBounds.maxPixels / 1e6),
  };
  return new UserError(words[refusal]);
}
