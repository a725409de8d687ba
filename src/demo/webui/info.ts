import type { Detailer } from "./adetailer.ts";
import { modelName, shortHash, type Checkpoint, type Lora } from "./catalog.ts";
import type { Unit } from "./control.ts";
import { toFloatText, toInfotext, type Pairs } from "./infotext.ts";
import { toList, toText } from "./json.ts";
import type { Plan } from "./plan.ts";
import type { Json, World } from "./types.ts";

/** All that the texts about a run need to know. */
export interface Facts {
  plan: Plan;
  prompt: string;
  negative: string;
  sampler: string;
  scheduler: string;
  model: Checkpoint | undefined;
  loras: Lora[];
  request: Json;
  clipSkip: number;
  route: "txt2img" | "img2img";
  refiner: Checkpoint | undefined;
  units: Unit[];
  detailers: Detailer[];
}

/** The part of the infotext that scripts and passes add; the same pairs are `extra_generation_params`. */
function extraPairs(facts: Facts): Pairs {
  const { plan, request, loras, refiner, units, detailers } = facts;
  const { hires } = plan;
  const strength = request["denoising_strength"];
  const isStrengthUsed = facts.route === "img2img" || hires;
  return [
    ["Denoising strength", isStrengthUsed && typeof strength === "number" ? strength : undefined],
    ["Hires upscale", hires?.scale],
    [
      "Hires resize",
      hires && hires.scale === undefined ? `${hires.width}x${hires.height}` : undefined,
    ],
    ["Hires steps", hires?.steps || undefined],
    ["Hires upscaler", hires?.upscaler],
    ["Hires sampler", hires?.sampler],
    ["Hires checkpoint", hires?.checkpoint],
    ["Mask blur", request["mask"] ? Number(request["mask_blur"] ?? 4) : undefined],
    ["Refiner", refiner && modelName(refiner)],
    ["Refiner switch at", refiner && Number(request["refiner_switch_at"] ?? 0.8)],
    ...units.map((unit, i): Pairs[number] => [`ControlNet ${i}`, unit.text]),
    ...detailers.flatMap((detailer, i) => detailer.pairs(i)),
    ["Lora hashes", loras.map(({ name, hash }) => `${name}: ${hash}`).join(", ") || undefined],
  ];
}

export function toPictureText(world: World, facts: Facts, index: number): string {
  const { plan, model, clipSkip, request } = facts;
  const { settings, profile } = world;
  const vae = vaeOf(world);
  return toInfotext(facts.prompt, facts.negative, [
    ["Steps", plan.steps],
    ["Sampler", facts.sampler],
    ["Schedule type", facts.scheduler],
    ["CFG scale", toFloatText(plan.cfg)],
    [
      "Distilled CFG Scale",
      profile.forge ? Number(request["distilled_cfg_scale"] ?? 3.5) : undefined,
    ],
    ["Seed", plan.seeds[index]],
    [
      "Face restoration",
      request["restore_faces"] === true ? String(settings["face_restoration_model"]) : undefined,
    ],
    ["Size", `${plan.width}x${plan.height}`],
    ["Model hash", model && shortHash(model)],
    ["Model", model && modelName(model)],
    ["VAE hash", vae?.hash],
    ["VAE", vae?.name],
    ["Variation seed", plan.subseedStrength === 0 ? undefined : plan.subseeds[index]],
    ["Variation seed strength", plan.subseedStrength || undefined],
    ["Clip skip", clipSkip > 1 ? clipSkip : undefined],
    ["Tiling", request["tiling"] === true ? "True" : undefined],
    ...extraPairs(facts),
    ...modulePairs(world),
    ["Version", profile.version],
  ]);
}

/** Forge names its VAEs and text encoders. */
function modulePairs({ settings, profile }: World): Pairs {
  const modules = profile.forge ? toList(settings["forge_additional_modules"]) : [];
  return modules.map((path, i) => [
    `Module ${i + 1}`,
    toText(path)
      .replace(/^.*[\\/]/, "")
      .replace(/\.[^.]+$/, ""),
  ]);
}

function vaeOf({ settings, catalog }: World): { name: string; hash: string } | undefined {
  const name = catalog.vaes.find((file) => file === settings["sd_vae"]);
  return name === undefined ? undefined : { name, hash: "735e4c3a44" };
}

/** The document that travels as a string in `info`. The arrays keep their full length after an interrupt. */
export function toInfo(world: World, facts: Facts, infotexts: string[], firstImage: number): Json {
  const { plan, model, prompt, negative, request } = facts;
  const count = plan.seeds.length;
  const vae = vaeOf(world);
  const faces = request["restore_faces"] === true;
  const extra = Object.fromEntries(extraPairs(facts).filter(([, value]) => value !== undefined));
  return {
    prompt,
    all_prompts: Array.from({ length: count }, () => prompt),
    negative_prompt: negative,
    all_negative_prompts: Array.from({ length: count }, () => negative),
    seed: plan.seeds[0],
    all_seeds: plan.seeds,
    subseed: plan.subseeds[0],
    all_subseeds: plan.subseeds.slice(0, count),
    subseed_strength: plan.subseedStrength,
    width: plan.width,
    height: plan.height,
    sampler_name: facts.sampler,
    cfg_scale: plan.cfg,
    steps: plan.steps,
    batch_size: plan.batch,
    restore_faces: faces,
    face_restoration_model: faces ? world.settings["face_restoration_model"] : null,
    sd_model_name: model ? modelName(model) : null,
    sd_model_hash: model ? shortHash(model) : null,
    sd_vae_name: vae?.name ?? null,
    sd_vae_hash: vae?.hash ?? null,
    seed_resize_from_w: request["seed_resize_from_w"],
    seed_resize_from_h: request["seed_resize_from_h"],
    denoising_strength: request["denoising_strength"],
    extra_generation_params: extra,
    index_of_first_image: firstImage,
    infotexts,
    styles: request["styles"] ?? [],
    job_timestamp: world.progress.state.job_timestamp,
    clip_skip: facts.clipSkip,
    is_using_inpainting_conditioning: false,
    version: world.profile.version,
  };
}
