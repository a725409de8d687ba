import { readWeighted } from "./names.ts";
import { parameters } from "./parameters.ts";

/** More than a request can have are left in the prompt. */
const mostLoras = 20;

/**
 * A prompt with its LoRAs behind it, as the webuis read them. From a `#` to the end of its line they take a prompt for a
 * comment, so the tags go to a line of their own.
 */
export function withLoraTags(prompt: string, lora: readonly string[]): string {
  if (lora.length === 0) return prompt;
  const gap = prompt.slice(prompt.lastIndexOf("\n") + 1).includes("#") ? "\n" : " ";
  const tags = lora.map((text) => {
    const { name, weight = 1 } = readWeighted(text);
    return `<lora:${name}:${weight}>`;
  });
  return prompt + gap + tags.join(" ");
}

/**
 * The inverse: tags of the plain form `<lora:name:weight>` at the end of a prompt, as `name` or `name:weight`. Tags in the
 * middle, with weights for each part of the model, or alone stay where they are.
 */
export function splitLoras(text: string): { prompt: string; lora: string[] } {
  const lora: string[] = [];
  let prompt = text.trimEnd();
  for (let tag = lastTag(prompt); tag !== undefined; tag = lastTag(prompt)) {
    lora.unshift(tag.weight === 1 ? tag.name : `${tag.name}:${tag.weight}`);
    prompt = prompt.slice(0, tag.start).trimEnd();
    if (lora.length > mostLoras) break;
  }
  const fits = prompt !== "" && parameters.lora.schema.safeParse(lora).success;
  return fits ? { prompt, lora } : { prompt: text, lora: [] };
}

function lastTag(prompt: string) {
  if (!prompt.endsWith(">")) return undefined;
  const start = prompt.lastIndexOf("<");
  const [, name, weight] =
    /^<lora:([^<>:]{1,300}):(-?\d{1,3}(?:\.\d{1,4})?)>$/.exec(prompt.slice(start)) ?? [];
  if (name === undefined || weight === undefined) return undefined;
  const apart = start === 0 || /\s/.test(prompt[start - 1] ?? "");
  return apart ? { name: name.trim(), weight: Number(weight), start } : undefined;
}
