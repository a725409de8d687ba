import { readChoices } from "./choices.ts";
import { readWeighted } from "./names.ts";
import { parameters } from "./parameters.ts";
import type { Values } from "./request.ts";

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

/** One weight or none; what has several, or a name that is not certain yet, is left to the webui. */
const typedTag =
  /<lora:[ \t]*([^<>:{}|\n]{1,300})(?::[ \t]*(-?(?:\d{1,3}(?:\.\d{0,20})?|\.\d{1,20})))?[ \t]*>/gi;

/**
 * Values whose prompt somebody typed, its LoRAs beside those that were chosen otherwise: so they are checked, and go to a
 * webui that has them. Those within a choice of a dynamic prompt stay, as they may not be drawn, and so do those in a comment.
 */
export function liftLoras(values: Values): Values {
  if (typeof values.prompt !== "string") return values;
  const { prompt, lora } = taken(values.prompt);
  if (lora.length === 0) return values;
  const chosen: unknown[] = Array.isArray(values.lora) ? values.lora : [];
  return { ...values, prompt, lora: [...chosen, ...lora] };
}

function taken(text: string): { prompt: string; lora: string[] } {
  const choices = [...readChoices(text)];
  const isSure = (at: number) =>
    !choices.some(([start, { end }]) => start < at && at < end) &&
    !text.slice(text.lastIndexOf("\n", at) + 1, at).includes("#");
  const lora: string[] = [];
  let [prompt, from] = ["", 0];
  for (const { 0: tag, 1: typed = "", 2: weight = "1", index } of text.matchAll(typedTag)) {
    const name = typed.trim();
    if (name === "" || /__[\p{L}\p{N}]/u.test(name) || !isSure(index)) continue;
    const rounded = Number(Number(weight).toFixed(4));
    lora.push(rounded === 1 ? name : `${name}:${rounded}`);
    prompt = joined(prompt, text.slice(from, index));
    from = index + tag.length;
  }
  if (from > 0) prompt = joined(prompt, text.slice(from)).trim();
  return prompt === "" ? { prompt: text, lora: [] } : { prompt, lora };
}

/** What stood on both sides of a tag, with one blank or comma between where there were two. */
function joined(before: string, after: string): string {
  const left = before.replace(/[ \t]+$/, "");
  const bare = after.replace(/^[ \t]+/, "");
  // Blanks alone: what follows the next tag decides.
  if (bare === "") return before + after;
  const right = left === "" || left.endsWith(",") ? bare.replace(/^,[ \t]*/, "") : bare;
  const isApart = left !== before || bare !== after;
  const needsNone = /(?:^|[\s([])$/.test(left) || /^[\s,.;:)\]]/.test(right);
  return left + (isApart && !needsNone ? " " : "") + right;
}
