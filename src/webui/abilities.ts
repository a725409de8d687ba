import type { Ability, WebuiKind } from "../generation/catalog.ts";
import type { Signs } from "./probe.ts";

const control: readonly Ability[] = ["progress", "interrupt", "skip"];

/**
 * What the servers can do beyond drawing (webui-api.md, sections 9 and 12 to 14). Their routes for it take POST alone,
 * so they cannot be tried without doing it: the kind decides.
 */
const abilities: Record<WebuiKind, readonly Ability[]> = {
  a1111: [...control, "upscale", "caption", "tags"],
  reforge: [...control, "upscale", "caption", "tags"],
  forge: [...control, "upscale", "caption", "tags"],
  "forge-neo": [...control, "upscale"],
  sdnext: [...control, "upscale"],
  sdcpp: [],
  koboldcpp: ["caption"],
};

/** Forge Classic, a Forge without schedulers, has no interrogate either. */
export function abilitiesOf(kind: WebuiKind, has: Signs): Ability[] {
  const classic = kind === "forge" && !has.schedulers;
  return abilities[kind].filter((each) => !classic || (each !== "caption" && each !== "tags"));
}
