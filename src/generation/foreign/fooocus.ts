import { type GenerationData, sizeOf, stemOf, toData } from "./data.ts";
import { type Json, listOf, textOf } from "./json.ts";
import { samplerPairs } from "./samplers.ts";

/** Fooocus's own scheme: JSON in `parameters`, or in the comment of Exif. */
export function readFooocus(json: Json): GenerationData | undefined {
  if (!("base_model" in json) || !("guidance_scale" in json || "metadata_scheme" in json)) {
    return undefined;
  }
  const [, width, height] = /(\d+)\s*[,x×]\s*(\d+)/.exec(textOf(json["resolution"]) ?? "") ?? [];
  const vae = textOf(json["vae"]);
  return toData("Fooocus", {
    prompt: json["prompt"],
    negative: json["negative_prompt"],
    loras: lorasOf(json),
    pairs: [
      ["Steps", json["steps"]],
      ...samplerPairs(json["sampler"], json["scheduler"]),
      ["CFG scale", json["guidance_scale"]],
      ["Seed", json["seed"]],
      ["Size", sizeOf(width, height)],
      ["Model", stemOf(json["base_model"])],
      ["Model hash", json["base_model_hash"]],
      ["VAE", vae?.startsWith("Default") ? undefined : stemOf(vae)],
      ["Clip skip", json["clip_skip"]],
      ["Styles", json["styles"]],
      ["Performance", json["performance"]],
      ["Sharpness", json["sharpness"]],
      ["Version", json["version"]],
    ],
  });
}

/** `loras: [["name.safetensors", 0.5, "hash"]]`, and in older ones `lora_combined_1: "name.safetensors : 0.5"`. */
function lorasOf(json: Json) {
  const listed = listOf(json["loras"]).map((entry) => {
    const [name, weight] = listOf(entry);
    return { name, weight };
  });
  if (listed.length > 0) return listed;
  return [1, 2, 3, 4, 5].map((index) => {
    const [name, weight] = (textOf(json[`lora_combined_${index}`]) ?? "").split(" : ");
    return { name, weight };
  });
}
