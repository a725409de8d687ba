import type { Drawing } from "../generation/backend.ts";
import { isEmpty } from "../generation/picture/is-empty.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import type { Text } from "../text/en.ts";

/** Whoever asks for nothing gets nothing. */
const askedFor = /\b(black|white|grey|gray|blank|empty|plain|solid|void|nothing|darkness)\b/i;

/** A webui's own safety filter says nothing of it: what it strikes is just empty. */
export async function emptyRemarks(
  { pictures, infotexts }: Drawing,
  request: Work,
  text: Text,
): Promise<string[]> {
  if (!isDrawing(request) || askedFor.test(request.prompt)) return [];
  const found = await Promise.all(
    pictures.map(({ bytes, width, height }, index) =>
      isEmpty(bytes, { width, height, textBytes: 2 * Buffer.byteLength(infotexts[index] ?? "") }),
    ),
  );
  return found.includes(true) ? [text.moderation.emptyPicture] : [];
}
