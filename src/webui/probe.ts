import type { WebuiKind } from "../generation/catalog.ts";
import type { Entry } from "../generation/names.ts";
import { readText } from "./http.ts";
import { get, type Webui } from "./webui.ts";

/** Which routes are there that tell the servers apart (webui-api.md, sections 12 and 14). */
export type Signs = {
  progress: boolean;
  modules: boolean;
  version: boolean;
  realesrgan: boolean;
  schedulers: boolean;
  capabilities: boolean;
};

/** A sampler that only stable-diffusion.cpp has by this name; older ones have no capabilities. */
const sdcppSampler = "default";
/** A script built into reForge; by its routes it is A1111, and nothing we do depends on which of the two it is. */
const reforgeScript = "never oom integrated";

export async function readSigns(webui: Webui, signal: AbortSignal): Promise<Signs> {
  const has = (path: string) => isThere(webui, path, signal);
  const [progress, modules, version, realesrgan, schedulers, capabilities] = await Promise.all([
    has("/sdapi/v1/progress?skip_current_image=true"),
    has("/sdapi/v1/sd-modules"),
    has("/sdapi/v1/version"),
    has("/sdapi/v1/realesrgan-models"),
    has("/sdapi/v1/schedulers"),
    has("/sdcpp/v1/capabilities"),
  ]);
  return { progress, modules, version, realesrgan, schedulers, capabilities };
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
