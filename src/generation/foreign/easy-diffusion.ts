import { type GenerationData, fileOf, sizeOf, stemOf, toData } from "./data.ts";
import { listOf, textOf } from "./json.ts";
import { samplerPairs } from "./samplers.ts";

/** Its names for one thing: those of its API, and those that people read. */
const labels = {
  prompt: "Prompt",
  negative_prompt: "Negative Prompt",
  seed: "Seed",
  use_stable_diffusion_model: "Stable Diffusion model",
  clip_skip: "Clip Skip",
  use_vae_model: "VAE model",
  sampler_name: "Sampler",
  width: "Width",
  height: "Height",
  num_inference_steps: "Steps",
  guidance_scale: "Guidance Scale",
  prompt_strength: "Prompt Strength",
  use_lora_model: "LoRA model",
  lora_alpha: "LoRA Strength",
  tiling: "Seamless Tiling",
} as const;

/** Easy Diffusion: a text chunk for each value, or one JSON of all; `said` gives a value by its name. */
export function readEasyDiffusion(said: (name: string) => unknown): GenerationData | undefined {
  const value = (name: keyof typeof labels) => said(name) ?? said(labels[name]);
  if (value("num_inference_steps") === undefined || value("guidance_scale") === undefined) {
    return undefined;
  }
  const tiling = textOf(value("tiling"));
  // Its own clip skip is a switch.
  const skip = /^true$/i.test(textOf(value("clip_skip")) ?? "");
  return toData("Easy Diffusion", {
    prompt: value("prompt"),
    negative: value("negative_prompt"),
    loras: lorasOf(value("use_lora_model"), value("lora_alpha")),
    pairs: [
      ["Steps", value("num_inference_steps")],
      ...samplerPairs(value("sampler_name")),
      ["CFG scale", value("guidance_scale")],
      ["Seed", value("seed")],
      ["Size", sizeOf(value("width"), value("height"))],
      ["Model", stemOf(value("use_stable_diffusion_model"))],
      ["VAE", fileOf(value("use_vae_model"))],
      ["Denoising strength", value("prompt_strength")],
      ["Clip skip", skip ? 2 : undefined],
      ["Tiling", tiling === undefined || /^none$/i.test(tiling) ? undefined : "True"],
    ],
  });
}

/** One LoRA, or several in a list as JSON or as Python prints it. */
function lorasOf(names: unknown, weights: unknown) {
  const [name, weight] = [toList(names), toList(weights)];
  return name.map((one, index) => ({ name: one, weight: weight[index] }));
}

function toList(value: unknown): unknown[] {
  if (typeof value !== "string") return Array.isArray(value) ? listOf(value) : [value];
  const inner = /^\s*\[(.*)\]\s*$/s.exec(value)?.[1];
  return (inner ?? value).split(",").map((part) => part.trim().replace(/^["']|["']$/g, ""));
}
