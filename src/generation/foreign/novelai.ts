import { type GenerationData, type PictureTexts, sizeOf, toData } from "./data.ts";
import { at, type Json, listOf, readObject, textOf } from "./json.ts";
import { samplerPairs } from "./samplers.ts";

/** NovelAI keeps JSON in `Comment`, and in a WebP the same texts as JSON in the comment of Exif. */
export function readNovelAi(texts: PictureTexts): GenerationData | undefined {
  const outer = readObject(texts.get("UserComment"));
  const said = (key: string) => texts.get(key) ?? textOf(at(outer, key));
  const comment = readObject(said("Comment"));
  const own = said("Software") === "NovelAI" || at(comment, "uc") !== undefined;
  return comment && own ? fromComment(comment, said("Description"), said("Source")) : undefined;
}

function fromComment(json: Json, description: unknown, source: unknown): GenerationData {
  return toData("NovelAI", {
    prompt: captionsOf(json["v4_prompt"]) ?? json["prompt"] ?? description,
    negative: captionsOf(json["v4_negative_prompt"]) ?? json["uc"],
    pairs: [
      ["Steps", json["steps"]],
      ...samplerPairs(json["sampler"], json["noise_schedule"]),
      ["CFG scale", json["scale"]],
      ["Seed", json["seed"]],
      ["Size", sizeOf(json["width"], json["height"])],
      ["Denoising strength", json["strength"]],
      ["CFG rescale", json["cfg_rescale"]],
      // Nobody has their models: not to be taken for one of the webui's.
      ["Source", source],
    ],
  });
}

/** Since version 4 each character has a caption of its own. */
function captionsOf(prompt: unknown): string | undefined {
  const caption = at(prompt, "caption");
  const characters = listOf(at(caption, "char_captions")).map((one) => at(one, "char_caption"));
  const texts = [at(caption, "base_caption"), ...characters].map(textOf);
  return textOf(texts.filter((text) => text !== undefined).join("\n"));
}
