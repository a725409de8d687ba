import * as fc from "fast-check";

const unit = (max: number) => fc.integer({ min: 0, max }).map((code) => String.fromCharCode(code));

/** Any UTF-16 whatsoever, half characters too; mostly what keyboards make, with much of `pieces` in between. */
export function anyText(pieces: readonly string[] = [], maxLength = 40): fc.Arbitrary<string> {
  const own = fc.constantFrom("😀", "é", "\u200b", "漢", ...pieces);
  const part = fc.oneof(
    { arbitrary: unit(0x7f), weight: 3 },
    { arbitrary: unit(0xffff), weight: 1 },
    { arbitrary: own, weight: pieces.length === 0 ? 1 : 4 },
  );
  return fc.array(part, { maxLength }).map((parts) => parts.join(""));
}
