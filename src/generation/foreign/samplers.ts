import { textOf } from "./json.ts";

/** The webui's names of samplers, by those of k-diffusion, diffusers and stable-diffusion.cpp. */
const names = new Map(
  Object.entries({
    euler: "Euler",
    euler_a: "Euler a",
    euler_ancestral: "Euler a",
    heun: "Heun",
    dpm2: "DPM2",
    dpm_2: "DPM2",
    kdpm_2: "DPM2",
    dpm2_a: "DPM2 a",
    dpm_2_a: "DPM2 a",
    dpm_2_ancestral: "DPM2 a",
    kdpm_2_a: "DPM2 a",
    lms: "LMS",
    dpm_fast: "DPM fast",
    dpm_adaptive: "DPM adaptive",
    dpmpp_2s: "DPM++ 2S a",
    dpmpp_2s_a: "DPM++ 2S a",
    dpmpp_2s_ancestral: "DPM++ 2S a",
    dpmpp_2: "DPM++ 2M",
    dpmpp_2m: "DPM++ 2M",
    dpmpp_sde: "DPM++ SDE",
    dpmpp_2m_sde: "DPM++ 2M SDE",
    dpmpp_3m_sde: "DPM++ 3M SDE",
    ddim: "DDIM",
    ddim_v3: "DDIM",
    ddpm: "DDPM",
    uni_pc: "UniPC",
    unipc: "UniPC",
    lcm: "LCM",
    plms: "PLMS",
    restart: "Restart",
  }),
);
/** Names of schedules that the webui has otherwise; `native` and `default` are the sampler's own. */
const schedules = new Map(
  Object.entries({ ddim_uniform: "ddim", native: undefined, default: undefined }),
);

/** Sampler and schedule in the webui's spelling; a name that is not known stays as it is. */
export function samplerPairs(
  sampler: unknown,
  schedule?: unknown,
): [key: string, value: unknown][] {
  const typed = textOf(sampler);
  const [, bare = "", karras] =
    /^(?:k_)?(.*?)(?:_gpu)?(_k|_karras)?$/.exec(
      (typed ?? "")
        .toLowerCase()
        .replaceAll("++", "pp")
        .replace(/[\s-]+/g, "_"),
    ) ?? [];
  const name = names.get(bare);
  const chosen = textOf(schedule)?.toLowerCase() ?? (name && karras ? "karras" : undefined);
  const known = chosen !== undefined && schedules.has(chosen);
  return [
    ["Sampler", name ?? typed],
    ["Schedule type", known ? schedules.get(chosen) : chosen],
  ];
}
