import { toInfotext } from "./infotext.ts";
import type { Json } from "./types.ts";

export interface CppRun {
  prompt: string;
  negative: string;
  steps: number;
  cfg: number;
  seeds: number[];
  /** Undefined: the server's own choice. */
  sampler: string | undefined;
  scheduler: string | undefined;
  clipSkip: number | undefined;
  strength: number | undefined;
  model: string;
  width: number;
  height: number;
}

export const cppSamplers = [
  "default",
  "euler",
  "euler_a",
  "heun",
  "dpm2",
  "dpm++2s_a",
  "dpm++2m",
  "dpm++2mv2",
  "ipndm",
  "ipndm_v",
  "lcm",
  "ddim_trailing",
  "tcd",
  "res_multistep",
  "res_2s",
];

export const cppSchedulers = [
  "discrete",
  "karras",
  "exponential",
  "ays",
  "gits",
  "sgm_uniform",
  "simple",
  "smoothstep",
  "kl_optimal",
  "lcm",
];

const understood: Record<string, string> = {
  "euler a": "euler_a",
  k_euler_a: "euler_a",
  k_euler: "euler",
  k_heun: "heun",
  k_dpm_2: "dpm2",
  "dpm++ 2m": "dpm++2m",
  k_dpmpp_2m: "dpm++2m",
  "dpm++ 2m sde": "dpm++2mv2",
  ddim: "ddim_trailing",
};

/** Any case; what is not known silently means the server's own choice. */
export function samplerByAnyName(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const found = understood[wanted] ?? cppSamplers.find((item) => item === wanted);
  return found === "default" ? undefined : found;
}

const fixed = (value: number) => value.toFixed(6);

export function toCppText(run: CppRun, index: number): string {
  const sampler = run.sampler ?? "NONE";
  const text = toInfotext(run.prompt, run.negative, [
    ["Steps", run.steps],
    ["CFG scale", fixed(run.cfg)],
    ["Guidance", fixed(3.5)],
    ["Eta", fixed(0)],
    ["Seed", run.seeds[index]],
    ["Size", `${run.width}x${run.height}`],
    ["Model", run.model],
    ["RNG", "cuda"],
    ["Sampler", run.scheduler ? `${sampler} ${run.scheduler}` : sampler],
    ["Clip skip", run.clipSkip],
    ["Version", "stable-diffusion.cpp"],
  ]);
  return `${text}, SDCPP: ${JSON.stringify({ seed: run.seeds[index], sample_steps: run.steps, sampler })}`;
}

export function toCppInfo(run: CppRun): Json {
  const { seeds, negative, scheduler } = run;
  return {
    prompt: run.prompt,
    ...(negative && { negative_prompt: negative }),
    seed: seeds[0],
    cfg_scale: run.cfg,
    width: run.width,
    height: run.height,
    steps: run.steps,
    sampler_name: run.sampler ?? "NONE",
    ...(scheduler && { extra_generation_params: { "Schedule type": scheduler } }),
    ...(run.strength !== undefined && { denoising_strength: run.strength }),
    ...(run.clipSkip !== undefined && { clip_skip: run.clipSkip }),
    sd_model_name: run.model,
    sd_vae_name: "",
    version: "stable-diffusion.cpp",
    infotexts: seeds.map((_, i) => toCppText(run, i)),
    all_prompts: seeds.map(() => run.prompt),
    all_negative_prompts: seeds.map(() => negative),
    all_seeds: seeds,
  };
}
