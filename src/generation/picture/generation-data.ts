import type { GenerationData } from "../foreign/data.ts";
import { readTexts } from "../foreign/read.ts";
import { readPictureTexts } from "./texts.ts";

/**
 * How a picture was made, as whichever program made it left word of it; nothing where none did. Never throws, whatever the
 * bytes. `valuesOf` makes values of it.
 */
export function readGenerationData(bytes: Uint8Array): GenerationData | undefined {
  return readTexts(readPictureTexts(bytes));
}
