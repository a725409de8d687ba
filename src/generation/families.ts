import type { Values } from "./request.ts";

/** What a model was made from, which decides the size that it draws well at. */
export const families = [
  "sd1",
  "sd2",
  "sdxl",
  "pony",
  "illustrious",
  "noobai",
  "sd3",
  "flux",
  "qwen-image",
  "z-image",
  "chroma",
  "kolors",
  "pixart",
  "auraflow",
  "lumina",
  "hunyuan-dit",
  "hidream",
  "cascade",
  "playground",
] as const;
export type Family = (typeof families)[number];

/** What was done to a model so that few steps are enough. */
export const speeds = ["turbo", "lightning", "lcm", "hyper", "dmd2", "schnell"] as const;
export type Speed = (typeof speeds)[number];

/** What a model's name tells, and what its kind draws well with. */
export type Kin = { family?: Family; speed?: Speed; values: Values };

type Rule = { family: Family; pattern: RegExp; values: Values; speed?: Speed };

const square = (side: number, values: Values = {}): Values => ({
  width: side,
  height: side,
  ...values,
});

/**
 * Patterns for a title's words (`wordsOf`); the first that fits counts. SD 1.5 draws at the API's own size, so nothing is
 * sent for it; steps and CFG only where the API's own would spoil the picture.
 */
const rules: readonly Rule[] = [
  { family: "sd1", pattern: /\b(?:sd|stable diffusion) (?:v )?1 ?[1-5]\b/, values: {} },
  { family: "sd1", pattern: /(?:^|\/ )v 1 [1-5] (?:pruned|ema|inpainting|fp)/, values: {} },
  { family: "sd2", pattern: /(?:^|\/ )(?:v 2 [01] |)512 (?:base )?(?:non)?ema\b/, values: {} },
  {
    family: "sd2",
    pattern: /\b(?:sd|stable diffusion) (?:v )?2 ?[01]? (?:base|512)\b/,
    values: {},
  },
  { family: "sd2", pattern: /(?:^|\/ )(?:v 2 [01] 768|768 v ema)\b/, values: square(768) },
  {
    family: "sd2",
    pattern: /\b(?:sd (?:v )?2 ?[01]|stable diffusion (?:v )?2(?: ?[01])?)\b/,
    values: square(768),
  },
  {
    family: "sd2",
    pattern: /(?:^|\/ |stabilityai )sd turbo\b/,
    values: { steps: 4, cfg_scale: 1 },
    speed: "turbo",
  },
  { family: "pixart", pattern: /\bpix ?art (?:alpha|sigma|delta|xl)\b.* 512\b/, values: {} },
  {
    family: "pixart",
    pattern: /\bpix ?art (?:alpha|sigma|delta|xl)\b/,
    values: square(1024, { cfg_scale: 4.5 }),
  },
  {
    family: "auraflow",
    pattern: /\baura ?flow\b|(?:^|\/ )pony (?:diffusion )?v 7\b/,
    values: square(1024, { cfg_scale: 3.5 }),
  },
  {
    family: "lumina",
    pattern: /(?:^|\/ )lumina 2\b|\blumina (?:image|next)\b|\bneta (?:yume )?lumina\b/,
    values: square(1024, { cfg_scale: 4 }),
  },
  { family: "hunyuan-dit", pattern: /\bhunyuan ?di ?t\b/, values: square(1024, { cfg_scale: 5 }) },
  { family: "qwen-image", pattern: /\bqwen image\b/, values: square(1328, { cfg_scale: 2.5 }) },
  {
    family: "z-image",
    pattern: /\bz image turbo\b/,
    values: square(1024, { steps: 9, cfg_scale: 1 }),
    speed: "turbo",
  },
  { family: "z-image", pattern: /\bz image\b/, values: square(1024, { steps: 30, cfg_scale: 4 }) },
  { family: "kolors", pattern: /\bkolors\b/, values: square(1024, { cfg_scale: 5 }) },
  {
    family: "hidream",
    pattern: /\bhi ?dream (?:i 1 )?(?:dev|fast)\b/,
    values: square(1024, { cfg_scale: 1 }),
  },
  { family: "hidream", pattern: /\bhi ?dream i 1\b/, values: square(1024, { cfg_scale: 5 }) },
  { family: "cascade", pattern: /\bstable cascade\b/, values: square(1024, { cfg_scale: 4 }) },
  {
    family: "playground",
    pattern: /\bplayground\b.* 1024 px\b/,
    values: square(1024, { cfg_scale: 3 }),
  },
  // The first five of it, and what is merely about ponies, were made from SD 1.5 and 2.
  { family: "pony", pattern: /(?<!little )\bpony\b(?! diffusion v [1-5]\b)/, values: square(1024) },
  { family: "noobai", pattern: /\bnoob ?ai\b/, values: square(1024) },
  { family: "illustrious", pattern: /\billustrious\b/, values: square(1024) },
  // The first of all Turbos draws at 512; what others made so draws as SDXL does.
  {
    family: "sdxl",
    pattern: /(?:^|\/ |stabilityai )sd xl turbo\b/,
    values: { steps: 4, cfg_scale: 1 },
    speed: "turbo",
  },
  { family: "sdxl", pattern: /\bxl\b|\bssd 1 b\b/, values: square(1024) },
  {
    family: "sd3",
    pattern: /\b(?:sd|stable diffusion) 3 ?5 .*\bturbo\b/,
    values: square(1024, { steps: 4, cfg_scale: 1 }),
    speed: "turbo",
  },
  {
    family: "sd3",
    pattern: /\b(?:sd|stable diffusion) (?:v )?3(?: ?5)?\b/,
    values: square(1024, { steps: 28, cfg_scale: 4.5 }),
  },
  {
    family: "chroma",
    pattern: /\bchroma (?:1|unlocked|hd|radiance)\b/,
    values: square(1024, { steps: 26, cfg_scale: 4 }),
  },
  {
    family: "flux",
    pattern: /\bflux\b.*\bschnell\b/,
    values: square(1024, { steps: 4, cfg_scale: 1 }),
    speed: "schnell",
  },
  { family: "flux", pattern: /\bflux\b/, values: square(1024, { cfg_scale: 1 }) },
];

/** Most of these words mean something else too, so they count beside a known family; `alone`: where they do not. */
const speedRules: readonly { speed: Speed; beside: RegExp; alone?: RegExp; values: Values }[] = [
  { speed: "lightning", beside: /\blightning\b/, values: { steps: 6, cfg_scale: 2 } },
  { speed: "lcm", beside: /\blcm\b/, alone: /\blcm\b/, values: { steps: 8, cfg_scale: 1.5 } },
  { speed: "dmd2", beside: /\bdmd 2\b/, values: { steps: 8, cfg_scale: 1 } },
  {
    speed: "hyper",
    beside: /\bhyper(?= (?:sd|flux|vae|\d)|$)/,
    alone: /\bhyper (?:sd|vae)\b/,
    values: { steps: 8, cfg_scale: 1.5 },
  },
  { speed: "turbo", beside: /\bturbo\b/, values: { steps: 8, cfg_scale: 2 } },
];

/**
 * What a checkpoint's title tells of its kind; undefined where it does not tell: a size that is wrong is worse than the
 * webui's own.
 */
export function kinOf(title: string): Kin | undefined {
  const words = wordsOf(title);
  const rule = rules.find(({ pattern }) => pattern.test(words));
  if (rule?.speed !== undefined) {
    return { family: rule.family, speed: rule.speed, values: rule.values };
  }
  const fast = speedRules.find(({ beside, alone }) =>
    (rule === undefined ? alone : beside)?.test(words),
  );
  if (rule === undefined && fast === undefined) return undefined;
  return {
    ...(rule === undefined ? {} : { family: rule.family }),
    ...(fast === undefined ? {} : { speed: fast.speed }),
    values: { ...rule?.values, ...(fast === undefined ? {} : hurried(rule, fast.values, words)) },
  };
}

/** What was made for a number of steps says so, and wants no guidance. */
function hurried(rule: Rule | undefined, usual: Values, words: string): Values {
  const made = /\b([1-9]|1[0-6]) steps?\b/.exec(words)?.[1];
  const values = made === undefined ? usual : { steps: Number(made), cfg_scale: 1 };
  const most = Number(rule?.values.cfg_scale ?? Infinity);
  return { ...values, cfg_scale: Math.min(most, Number(values.cfg_scale)) };
}

/** A title's words, apart and in small letters, numbers too; between folders stands a `/`. */
export function wordsOf(title: string): string {
  return title
    .replace(/\s*\[[0-9a-f]{6,64}\]$/i, "")
    .replace(/\.(?:safetensors|ckpt|pth?|gguf|sft|bin)$/i, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/gi, "$1$2 ")
    .toLowerCase()
    .replace(/[\\/]+/g, " / ")
    .replace(/[^\p{L}\p{N}/]+/gu, " ")
    .replace(/([a-z]*)sdxl/g, "$1 sd xl ")
    .replace(/\b([a-z]{4,})xl\b/g, "$1 xl")
    .replace(/\s+/g, " ")
    .trim();
}
