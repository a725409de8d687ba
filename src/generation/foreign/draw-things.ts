import { type GenerationData, type PictureTexts, stemOf, toData } from "./data.ts";
import { at, isObject, type Json, listOf, numberOf, readObject } from "./json.ts";
import { samplerPairs } from "./samplers.ts";

/** Draw Things writes JSON as the comment of Exif, mostly within XMP (`picture/texts.ts` gets it out of there). */
export function readDrawThings(texts: PictureTexts): GenerationData | undefined {
  const json = readObject(texts.get("xmp:UserComment")) ?? readObject(texts.get("UserComment"));
  return json && "c" in json && "uc" in json ? fromJson(json) : undefined;
}

function fromJson(json: Json): GenerationData {
  const own = listOf(json["lora"]).filter(isObject);
  const inner = listOf(at(json, "v2", "loras")).filter(isObject);
  const strength = numberOf(json["strength"]);
  return toData("Draw Things", {
    prompt: json["c"],
    negative: json["uc"],
    loras: (own.length > 0 ? own : inner).map((entry) => ({
      name: at(entry, "model") ?? at(entry, "file"),
      weight: at(entry, "weight"),
    })),
    pairs: [
      ["Steps", json["steps"]],
      ...samplerPairs(json["sampler"]),
      ["CFG scale", json["scale"]],
      ["Seed", json["seed"]],
      ["Size", json["size"]],
      ["Model", stemOf(json["model"])],
      // All of it is no img2img.
      ["Denoising strength", strength === 1 ? undefined : strength],
      ["Shift", json["shift"]],
      ["Seed mode", json["seed_mode"]],
    ],
  });
}
