export interface SamplerItem {
  name: string;
  aliases: string[];
  options: Record<string, string>;
}

export interface SchedulerItem {
  name: string;
  label: string;
  aliases: string[] | null;
  default_rho: number | null;
  need_inner_model: boolean | null;
}

const karras = { scheduler: "karras" };

export const samplers: SamplerItem[] = [
  { name: "DPM++ 2M", aliases: ["k_dpmpp_2m"], options: karras },
  {
    name: "DPM++ SDE",
    aliases: ["k_dpmpp_sde"],
    options: { ...karras, second_order: "True", brownian_noise: "True" },
  },
  {
    name: "DPM++ 2M SDE",
    aliases: ["k_dpmpp_2m_sde"],
    options: { scheduler: "exponential", brownian_noise: "True" },
  },
  {
    name: "DPM++ 2M SDE Heun",
    aliases: ["k_dpmpp_2m_sde_heun"],
    options: { scheduler: "exponential", brownian_noise: "True", solver_type: "heun" },
  },
  {
    name: "DPM++ 2S a",
    aliases: ["k_dpmpp_2s_a"],
    options: { ...karras, uses_ensd: "True", second_order: "True" },
  },
  {
    name: "DPM++ 3M SDE",
    aliases: ["k_dpmpp_3m_sde"],
    options: {
      scheduler: "exponential",
      discard_next_to_last_sigma: "True",
      brownian_noise: "True",
    },
  },
  { name: "Euler a", aliases: ["k_euler_a", "k_euler_ancestral"], options: { uses_ensd: "True" } },
  { name: "Euler", aliases: ["k_euler"], options: {} },
  { name: "LMS", aliases: ["k_lms"], options: {} },
  { name: "Heun", aliases: ["k_heun"], options: { second_order: "True" } },
  {
    name: "DPM2",
    aliases: ["k_dpm_2"],
    options: { ...karras, discard_next_to_last_sigma: "True", second_order: "True" },
  },
  {
    name: "DPM2 a",
    aliases: ["k_dpm_2_a"],
    options: {
      ...karras,
      discard_next_to_last_sigma: "True",
      uses_ensd: "True",
      second_order: "True",
    },
  },
  { name: "DPM fast", aliases: ["k_dpm_fast"], options: { uses_ensd: "True" } },
  { name: "DPM adaptive", aliases: ["k_dpm_ad"], options: { uses_ensd: "True" } },
  { name: "Restart", aliases: ["restart"], options: { ...karras, second_order: "True" } },
  { name: "DDIM", aliases: ["ddim"], options: {} },
  { name: "DDIM CFG++", aliases: ["ddim_cfgpp"], options: {} },
  { name: "PLMS", aliases: ["plms"], options: {} },
  { name: "UniPC", aliases: ["unipc"], options: {} },
  { name: "LCM", aliases: ["k_lcm"], options: {} },
];

function scheduler(name: string, label: string, more: Partial<SchedulerItem> = {}): SchedulerItem {
  return { name, label, aliases: null, default_rho: null, need_inner_model: null, ...more };
}

export const schedulers: SchedulerItem[] = [
  scheduler("automatic", "Automatic"),
  scheduler("uniform", "Uniform", { need_inner_model: true }),
  scheduler("karras", "Karras", { default_rho: 7 }),
  scheduler("exponential", "Exponential"),
  scheduler("polyexponential", "Polyexponential", { default_rho: 1 }),
  scheduler("sgm_uniform", "SGM Uniform", { aliases: ["SGMUniform"], need_inner_model: true }),
  scheduler("kl_optimal", "KL Optimal"),
  scheduler("align_your_steps", "Align Your Steps"),
  scheduler("simple", "Simple", { need_inner_model: true }),
  scheduler("normal", "Normal", { need_inner_model: true }),
  scheduler("ddim", "DDIM", { need_inner_model: true }),
  scheduler("beta", "Beta", { need_inner_model: true }),
];

/**
 * What 1.10 makes of the two names: exact, case-sensitive, aliases not looked at, the first sampler for everything
 * unknown; a sampler's name may end in a scheduler's.
 */
export function resolveSampler(
  list: SamplerItem[],
  samplerName: string,
  schedulerName: string | null,
): { sampler: string; scheduler: string } {
  let name = samplerName;
  let fromName: string | undefined;
  for (const item of schedulers) {
    const ending = [item.label, item.name, ...(item.aliases ?? [])].find((word) =>
      name.endsWith(` ${word}`),
    );
    if (ending === undefined) continue;
    fromName = item.label;
    name = name.slice(0, -(ending.length + 1));
    break;
  }
  const sampler = list.find((item) => item.name === name) ?? list[0];
  const asked = schedulers.find(
    (item) => item.name === schedulerName || item.label === schedulerName,
  )?.label;
  return {
    sampler: sampler?.name ?? name,
    scheduler: schedulerName ? (asked ?? "Automatic") : (fromName ?? "Automatic"),
  };
}
