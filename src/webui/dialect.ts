import type { WebuiKind } from "../generation/catalog.ts";
import type { ParameterName } from "../generation/parameters.ts";

/** How the servers of the webui API differ in what they take (webui-api.md, sections 12 to 14). */
export type Dialect = {
  /** The field that makes several pictures of one request. */
  countField: "n_iter" | "batch_size" | undefined;
  /** Pictures that one request makes at most. */
  mostAtOnce: number;
  /** LoRAs stand in the prompt, or in a field of their own with the path of the file. */
  lora: "prompt" | "field";
  /** Where clip skip goes, if not where the table says. */
  clipSkip?: "clip_skip";
  /** Whether there is a second pass, and the fields it needs there beyond those of A1111. */
  hires: false | { cfg?: true; modules?: true; strength?: true };
  /** What it drops without a word, of what no list of its own tells to be missing. */
  ignores: readonly ParameterName[];
};

const plain: Dialect = {
  countField: "n_iter",
  mostAtOnce: Infinity,
  lora: "prompt",
  hires: {},
  ignores: [],
};

/** The two that draw with stable-diffusion.cpp know of inpainting the mask and its inversion alone. */
const ignoredByCpp: readonly ParameterName[] = [
  "tiling",
  "resize_mode",
  "inpainting_fill",
  "mask_blur",
  "inpaint_full_res",
  "inpaint_full_res_padding",
  "subseed",
  "subseed_strength",
];

/** Forge Classic is `forge` too: it drops the fields it does not know. */
const forge: Dialect = { ...plain, hires: { cfg: true, modules: true } };

export const dialects: Record<WebuiKind, Dialect> = {
  a1111: plain,
  reforge: plain,
  forge,
  "forge-neo": forge,
  sdnext: { ...plain, hires: { strength: true } },
  sdcpp: {
    countField: "batch_size",
    mostAtOnce: 8,
    lora: "field",
    clipSkip: "clip_skip",
    hires: {},
    ignores: ignoredByCpp,
  },
  koboldcpp: {
    countField: undefined,
    mostAtOnce: 1,
    lora: "prompt",
    clipSkip: "clip_skip",
    hires: false,
    ignores: [...ignoredByCpp, "hr_scale"],
  },
};
