import type { Infotext } from "../infotext.ts";
import { withLoraTags } from "../lora-tags.ts";
import { textOf } from "./json.ts";

/** Who made a picture, by the name people know it under. */
export type Program =
  | "AUTOMATIC1111"
  | "Civitai"
  | "ComfyUI"
  | "Draw Things"
  | "Easel"
  | "Easy Diffusion"
  | "Fooocus"
  | "Forge"
  | "InvokeAI"
  | "KoboldCpp"
  | "NovelAI"
  | "SD.Next"
  | "stable-diffusion.cpp"
  | "SwarmUI";

/** How a picture was made, in A1111's words whoever made it, so that `valuesOf` reads it. */
export type GenerationData = Infotext & { program: Program };

/** The texts in a picture, by the keywords of PNG; those of other formats are `picture/texts.ts`'s. */
export type PictureTexts = ReadonlyMap<string, string>;

/** Longer values say nothing to people. UTF-16 units. */
const longestValue = 2000;
const modelEnding = /\.(?:safetensors|ckpt|pth?|gguf|sft|bin)$/i;

/** What a program's description comes to; whatever is no text, number or truth is left out. */
export function toData(
  program: Program,
  described: {
    prompt: unknown;
    negative?: unknown;
    loras?: readonly { name: unknown; weight?: unknown }[];
    /** Under A1111's keys. */
    pairs: readonly [key: string, value: unknown][];
  },
): GenerationData {
  const { prompt, negative, loras = [], pairs } = described;
  const negativePrompt = textOf(negative);
  const parameters = new Map<string, string>();
  for (const [key, value] of pairs) {
    const text = textOf(value)?.slice(0, longestValue);
    if (text !== undefined) parameters.set(key, text);
  }
  return {
    program,
    prompt: withLoraTags(textOf(prompt) ?? "", loras.flatMap(toLora)),
    ...(negativePrompt !== undefined && { negativePrompt }),
    parameters,
    rest: "",
  };
}

/** A file's name without folders and ending, as the webuis name models and LoRAs. */
export function stemOf(path: unknown): string | undefined {
  return fileOf(path)?.replace(modelEnding, "");
}

/** A file's name without folders: a VAE is listed with its ending. */
export function fileOf(path: unknown): string | undefined {
  return textOf(path)?.split(/[\\/]/).at(-1);
}

export function sizeOf(width: unknown, height: unknown): string | undefined {
  const sides = [textOf(width), textOf(height)];
  return sides.includes(undefined) ? undefined : sides.join("x");
}

function toLora({ name, weight }: { name: unknown; weight?: unknown }): string[] {
  const stem = stemOf(name);
  const value = Number(textOf(weight) ?? 1);
  if (stem === undefined || stem === "None" || !Number.isFinite(value)) return [];
  return [`${stem}:${Math.round(value * 1e4) / 1e4}`];
}
