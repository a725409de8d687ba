import type { WebuiKind } from "../generation/catalog.ts";

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
};

const plain: Dialect = {
  countField: "n_iter",
  mostAtOnce: Infinity,
  lora: "prompt",
  hires: {},
};

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
  },
  koboldcpp: {
    countField: undefined,
    mostAtOnce: 1,
    lora: "prompt",
    clipSkip: "clip_skip",
    hires: false,
  },
};
