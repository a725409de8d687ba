import type { WebuiKind } from "../generation/catalog.ts";

/** What was found out about a webui beyond its lists, and decides how a request is put to it. */
export type WebuiFacts = {
  kind: WebuiKind;
  /** It tells how far it is, and which tasks wait. */
  tells: { progress: boolean; listsTasks: boolean };
  /** VAEs are chosen with `forge_additional_modules` instead of `sd_vae`. */
  vaeModules: boolean;
  /** Text encoders that are chosen there as well: whoever names a VAE alone would unload them. */
  textEncoders: readonly string[];
  detailer: "adetailer" | "restorer" | undefined;
  /** File of each LoRA by its name, for those that want it said so; not for people. */
  loraPaths: ReadonlyMap<string, string>;
  /** What ControlNet takes for each of its types. */
  controlTypes: ReadonlyMap<string, { module: string; model: string }>;
};
