import { factsOf } from "./facts.ts";
import { namesOn, type ParameterName, parameterNames } from "./parameters.ts";

/** What may stand behind two hyphens, known or not. */
export const flagName = String.raw`\p{L}[\p{L}\p{M}\p{N}_-]*`;

const shortForms = new Map<string, ParameterName>([
  ["ar", "aspect_ratio"],
  ["no", "negative_prompt"],
  ["n", "count"],
]);
export const shortOf = new Map([...shortForms].map(([short, parameter]) => [parameter, short]));

/** What a prompt may say of a drawing; the prompt itself and its picture are among them, but no flags. */
export const flagNames = parameterNames.filter((name) =>
  (["draw", "flag"] as const).some((use) => namesOn(use).includes(name)),
);

/** The parameter that a flag's name means, among those that may be set. */
export function parameterOf(
  typed: string,
  names: readonly ParameterName[],
): ParameterName | undefined {
  const name = typed.toLowerCase().replaceAll("-", "_");
  const wanted = shortForms.get(name) ?? name;
  const parameter = names.find((known) => known === wanted);
  return parameter !== undefined && isTyped(parameter) ? parameter : undefined;
}

/** The prompt is what is around the flags, and no picture can be typed. */
export function isTyped(parameter: ParameterName): boolean {
  return parameter !== "prompt" && !["picture", "units"].includes(factsOf(parameter).kind);
}
