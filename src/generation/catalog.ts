import { z } from "zod";
import type { Entry } from "./names.ts";

const entry = z.object({
  /** As the webui wants it sent. */
  name: z.string(),
  /** As a person reads it, where that differs. */
  label: z.string().optional(),
  /** Other names a person may type for it. */
  aliases: z.array(z.string()).optional(),
});

/** The lists a parameter's value can be chosen from. */
export const listNames = [
  "models",
  "samplers",
  "schedulers",
  "styles",
  "loras",
  "hiresUpscalers",
  "vaes",
  "detailers",
  "upscalers",
  "controlTypes",
] as const;
export type ListName = (typeof listNames)[number];

export const webuiKinds = [
  "a1111",
  "reforge",
  "forge",
  "forge-neo",
  "sdnext",
  "sdcpp",
  "koboldcpp",
] as const;
export type WebuiKind = (typeof webuiKinds)[number];

/**
 * `upscale`; `caption` and `tags`: describe; `progress`, `interrupt`, `skip`: tell how far a drawing is, end it, end
 * one picture of it.
 */
export const abilities = ["upscale", "caption", "tags", "progress", "interrupt", "skip"] as const;
export type Ability = (typeof abilities)[number];

/** What one webui has and can do, found out by asking it. */
export const catalog = z.object({
  webui: z.string(),
  kind: z.enum(webuiKinds),
  /** Name of the checkpoint the webui has set as its own; absent if it has none. */
  model: z.string().optional(),
  lists: z.object({
    models: z.array(entry),
    samplers: z.array(entry),
    schedulers: z.array(entry),
    styles: z.array(entry),
    loras: z.array(entry),
    hiresUpscalers: z.array(entry),
    vaes: z.array(entry),
    detailers: z.array(entry),
    upscalers: z.array(entry).default([]),
    controlTypes: z.array(entry).default([]),
  }),
  /** What it can do beyond drawing. */
  can: z.array(z.enum(abilities)).default([]),
  /** Parameters that it drops without a word. */
  ignores: z.array(z.string()).default([]),
  readAt: z.int(),
});
export type Catalog = z.infer<typeof catalog>;

/** One list over several webuis, each name once, in the order of the webuis. */
export function listOf(catalogs: readonly Catalog[], name: ListName): Entry[] {
  const seen = new Map<string, Entry>();
  for (const { lists } of catalogs) {
    for (const item of lists[name]) if (!seen.has(item.name)) seen.set(item.name, item);
  }
  return [...seen.values()];
}
