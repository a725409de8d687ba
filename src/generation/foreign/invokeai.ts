import { type GenerationData, type PictureTexts, sizeOf, stemOf, toData } from "./data.ts";
import { at, isObject, type Json, listOf, numberOf, readObject, textOf } from "./json.ts";
import { samplerPairs } from "./samplers.ts";

/** InvokeAI 3 to 5 (`invokeai_metadata`), 2 (`sd-metadata`) and 1 (`Dream`). */
export function readInvokeAi(texts: PictureTexts): GenerationData | undefined {
  const metadata = readObject(texts.get("invokeai_metadata"));
  if (metadata !== undefined) return fromMetadata(metadata);
  const older = readObject(texts.get("sd-metadata"));
  if (older !== undefined) return fromOlder(older);
  const dream = texts.get("Dream") ?? texts.get("dream");
  return dream === undefined ? undefined : fromDream(dream);
}

function fromMetadata(json: Json): GenerationData | undefined {
  if (!("positive_prompt" in json)) return undefined;
  const skipped = numberOf(json["clip_skip"]) ?? 0;
  const seamless = json["seamless_x"] === true && json["seamless_y"] === true;
  return toData("InvokeAI", {
    prompt: json["positive_prompt"],
    negative: json["negative_prompt"],
    loras: listOf(json["loras"]).map((entry) => ({
      name: nameOf(at(entry, "model")) ?? nameOf(at(entry, "lora")),
      weight: at(entry, "weight"),
    })),
    pairs: [
      ["Steps", json["steps"]],
      ...samplerPairs(json["scheduler"]),
      ["CFG scale", json["cfg_scale"]],
      ["Distilled CFG Scale", json["guidance"]],
      ["Seed", json["seed"]],
      ["Size", sizeOf(json["width"], json["height"])],
      ["Model", nameOf(json["model"])],
      ["VAE", nameOf(json["vae"])],
      ["Denoising strength", json["strength"]],
      // It counts the layers left out, the webui the layer it stops at.
      ["Clip skip", skipped > 0 ? skipped + 1 : undefined],
      ["Tiling", seamless ? "True" : undefined],
      ["Version", textOf(json["app_version"]) && `InvokeAI ${textOf(json["app_version"])}`],
    ],
  });
}

/** A model by its name: `name` since version 4, `model_name` in 3. */
function nameOf(model: unknown): string | undefined {
  return stemOf(isObject(model) ? (at(model, "name") ?? at(model, "model_name")) : model);
}

function fromOlder(json: Json): GenerationData | undefined {
  const image = at(json, "image");
  if (!isObject(image)) return undefined;
  const prompts = listOf(image["prompt"]).map((part) => textOf(at(part, "prompt")) ?? "");
  return toData("InvokeAI", {
    ...withoutBrackets(textOf(image["prompt"]) ?? prompts.join(" ")),
    pairs: [
      ["Steps", image["steps"]],
      ...samplerPairs(image["sampler"]),
      ["CFG scale", image["cfg_scale"]],
      ["Seed", image["seed"]],
      ["Size", sizeOf(image["width"], image["height"])],
      ["Model", stemOf(json["model_weights"])],
      ["Denoising strength", image["strength"]],
      ["Tiling", image["seamless"] === true ? "True" : undefined],
      ["Version", textOf(json["app_version"]) && `InvokeAI ${textOf(json["app_version"])}`],
    ],
  });
}

/** A line as one typed it: `"a cat [dog]" -s 50 -S 42 -W 512 -H 512 -C 7.5 -A k_lms`. */
function fromDream(line: string): GenerationData | undefined {
  const [, prompt, flags = ""] = /^\s*"([^"]*)"(.*)$/s.exec(line) ?? [];
  if (prompt === undefined) return undefined;
  const flag = new Map(
    [...flags.matchAll(/\s-([sSWHCAf])\s?(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  return toData("InvokeAI", {
    ...withoutBrackets(prompt),
    pairs: [
      ["Steps", flag.get("s")],
      ...samplerPairs(flag.get("A")),
      ["CFG scale", flag.get("C")],
      ["Seed", flag.get("S")],
      ["Size", sizeOf(flag.get("W"), flag.get("H"))],
      ["Denoising strength", flag.get("f")],
    ],
  });
}

/** Before version 3 a negative prompt stood in brackets within the prompt. */
function withoutBrackets(text: string) {
  const brackets = /\[([^[\]]*)\]/g;
  const negative = [...text.matchAll(brackets)].map(([, inside = ""]) => inside.trim());
  const prompt = text.replace(brackets, " ").replace(/ {2,}/g, " ");
  return { prompt, negative: negative.join(", ") };
}
