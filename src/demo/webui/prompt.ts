import { findLora, type Catalog, type Lora } from "./catalog.ts";

/** Applies styles by name; unknown ones and dividers change nothing. */
export function applyStyles(
  catalog: Catalog,
  names: string[],
  text: string,
  which: "prompt" | "negative_prompt",
): string {
  return names.reduce((prompt, name) => {
    const style = catalog.styles.find((item) => item.name === name)?.[which] ?? "";
    if (style.includes("{prompt}")) return style.replaceAll("{prompt}", prompt);
    return [prompt.trim(), style.trim()].filter((part) => part !== "").join(", ");
  }, text);
}

export function stripComments(text: string): string {
  return text.replace(/(^|\n)#[^\n]*(\n|$)/g, "\n").replace(/#[^\n]*(\n|$)/g, "\n");
}

/** The LoRAs that a prompt names and the server has; the others are ignored without a word. */
export function readLoras(catalog: Catalog, prompt: string): Lora[] {
  const found = new Map<string, Lora>();
  for (const [, name = ""] of prompt.matchAll(/<(?:lora|lyco):([^:>]+)[^>]*>/g)) {
    const lora = findLora(catalog, name);
    if (lora) found.set(lora.name, lora);
  }
  return [...found.values()];
}

export function withoutNetworks(prompt: string): string {
  return prompt.replace(/<\w+:[^>]*>/g, "");
}
