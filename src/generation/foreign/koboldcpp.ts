import type { GenerationData } from "./data.ts";
import { toData } from "./data.ts";

const head = "Prompt: ";
const negativeHead = " | NegativePrompt: ";
const parametersHead = " | Steps: ";

/** `Prompt: … | NegativePrompt: … | Steps: 20 | CFGScale: 7 | …`, as KoboldCpp writes since 2025. */
export function readKoboldCpp(text: string): GenerationData | undefined {
  const end = text.lastIndexOf(parametersHead);
  const middle = end < 0 ? -1 : text.lastIndexOf(negativeHead, end - negativeHead.length);
  if (!text.startsWith(head) || middle < 0) return undefined;
  const pairs = text
    .slice(end)
    .split("|")
    .map((pair): [string, string] => {
      const colon = pair.indexOf(":");
      return [pair.slice(0, Math.max(0, colon)).trim(), pair.slice(colon + 1)];
    })
    .filter(([key]) => key !== "");
  return toData("KoboldCpp", {
    prompt: text.slice(head.length, middle),
    negative: text.slice(middle + negativeHead.length, end),
    pairs,
  });
}
