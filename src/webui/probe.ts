import type { WebuiKind } from "../generation/catalog.ts";
import type { Entry } from "../generation/names.ts";
import { readText } from "./http.ts";
import { get, type Webui } from "./webui.ts";

/** The routes whose being there tells the servers apart (webui-api.md, sections 12 and 14). */
const signs = {
  progress: "/sdapi/v1/progress?skip_current_image=true",
  modules: "/sdapi/v1/sd-modules",
  version: "/sdapi/v1/version",
  realesrgan: "/sdapi/v1/realesrgan-models",
  schedulers: "/sdapi/v1/schedulers",
  capabilities: "/sdcpp/v1/capabilities",
} as const;
type Sign = keyof typeof signs;

export type Signs = Record<Sign, boolean>;

/** A sampler that only stable-diffusion.cpp has by this name; older ones have no capabilities. */
const sdcppSampler = "default";
/** A script built into reForge; by its routes it is A1111, and nothing we do depends on which of the two it is. */
const reforgeScript = "never oom integrated";

export async function readSigns(webui: Webui, signal: AbortSignal): Promise<Signs> {
  const names = Object.keys(signs) as Sign[];
  const found = await Promise.all(
    names.map(async (name) => [name, await isThere(webui, signs[name], signal)] as const),
  );
  // Object.fromEntries forgets the keys; they are those of `signs`.
  return Object.fromEntries(found) as Signs;
}

/** Which server it is. Forge Classic, a Forge without modules, schedulers and realesrgan-models, is `forge`. */
export function kindOf(
  has: Signs,
  samplers: readonly Entry[],
  scripts: readonly string[],
): WebuiKind {
  if (!has.progress) {
    return has.capabilities || samplers.some(({ name }) => name === sdcppSampler)
      ? "sdcpp"
      : "koboldcpp";
  }
  if (has.version) return "sdnext";
  if (has.modules) return has.realesrgan ? "forge" : "forge-neo";
  if (!has.schedulers && !has.realesrgan) return "forge";
  return scripts.includes(reforgeScript) ? "reforge" : "a1111";
}

/** A route that breaks is there. A page in place of JSON is what some servers and proxies have for everything else. */
async function isThere(webui: Webui, path: string, signal: AbortSignal): Promise<boolean> {
  const answer = await get(webui, path, signal);
  await readText(answer, 1024 * 1024);
  if (answer.status >= 500) return true;
  return answer.status < 300 && !(answer.header("content-type") ?? "").includes("html");
}
