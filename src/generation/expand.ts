import { asPrompt, expandPrompt, isDynamic, type Wildcards } from "./dynamic-prompt.ts";
import type { GenerationRequest, Values } from "./request.ts";

/** A request whose dynamic prompts are worked out, a text for each of its pictures, and the lists that were not found. */
export function expandPrompts(
  request: GenerationRequest,
  wildcards: Wildcards,
): { request: GenerationRequest; unknown: string[] } {
  const { prompts: _, negative_prompts: __, ...asked } = request;
  const unknown = new Set<string>();
  const expand = (prompt: string | undefined): string[] | undefined => {
    if (prompt === undefined || !isDynamic(prompt)) return undefined;
    return Array.from({ length: asked.count ?? 1 }, (_each, index) => {
      const { text, unknown: missing } = expandPrompt(prompt, asked.seed + index, wildcards);
      for (const name of missing) unknown.add(name);
      return text;
    });
  };
  const prompts = expand(asked.prompt);
  const negatives = expand(asked.negative_prompt);
  return {
    request: {
      ...asked,
      ...(prompts === undefined ? {} : { prompts }),
      ...(negatives === undefined ? {} : { negative_prompts: negatives }),
    },
    unknown: [...unknown],
  };
}

/** The prompts of one picture, counted from 0. */
export function promptsOf(request: GenerationRequest, index: number) {
  const { prompts, negative_prompts: negatives } = request;
  return {
    prompt: prompts?.[index] ?? request.prompt,
    negative_prompt: negatives?.[index] ?? request.negative_prompt,
  };
}

/** The request of one picture alone, whose prompts stand for themselves. */
export function ofPicture(request: GenerationRequest, index: number): GenerationRequest {
  const { prompts, negative_prompts: negatives, ...rest } = request;
  const prompt = prompts?.[index];
  const negative = negatives?.[index];
  return {
    ...rest,
    ...(prompt === undefined ? {} : { prompt: asPrompt(prompt) }),
    ...(negative === undefined ? {} : { negative_prompt: asPrompt(negative) }),
  };
}

/** Values whose words are those of a finished picture: they stand for themselves, also where they look like a choice of several. */
export function asPrompts(values: Values): Values {
  const asIs = (name: "prompt" | "negative_prompt") => {
    const text = values[name];
    return typeof text === "string" ? { [name]: asPrompt(text) } : {};
  };
  return { ...values, ...asIs("prompt"), ...asIs("negative_prompt") };
}
