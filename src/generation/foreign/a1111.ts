import { readInfotext } from "../infotext.ts";
import type { GenerationData, Program } from "./data.ts";
import { at, listOf, textOf } from "./json.ts";

/**
 * An infotext as A1111 began it and many write it. A text without parameters counts only where nothing else is kept
 * (`certain`), since cameras leave comments, too.
 */
export function readA1111(text: string, certain: boolean): GenerationData | undefined {
  // Civitai leaves the line out of an empty negative prompt, but not its name.
  const infotext = readInfotext(text.replace(/Negative prompt: (?=Steps: \d+, )/, "\n"));
  if (infotext.parameters.size === 0 && (!certain || /^\s*[{[]/.test(text))) return undefined;
  const program = programOf(infotext.parameters);
  if (program === "Civitai") nameModel(infotext.parameters);
  return { program, ...infotext };
}

function programOf(parameters: ReadonlyMap<string, string>): Program {
  const version = parameters.get("Version") ?? "";
  if (parameters.has("Civitai resources")) return "Civitai";
  if (version === "Easel") return "Easel";
  if (parameters.get("App") === "SD.Next") return "SD.Next";
  if (version.startsWith("stable-diffusion.cpp")) return "stable-diffusion.cpp";
  if (version.startsWith("KoboldCpp")) return "KoboldCpp";
  if (version.startsWith("Fooocus")) return "Fooocus";
  if (version.startsWith("ComfyUI")) return "ComfyUI";
  return /^(?:f\d|neo|classic)/.test(version) ? "Forge" : "AUTOMATIC1111";
}

/** Civitai's own generator names the model among its resources only. */
function nameModel(parameters: Map<string, string>): void {
  const resources = listOf(readArray(parameters.get("Civitai resources") ?? ""));
  const model = resources.find((resource) => at(resource, "type") === "checkpoint");
  const name = textOf(at(model, "modelName"));
  if (name !== undefined && !parameters.has("Model")) parameters.set("Model", name);
}

function readArray(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
