import { type ParameterName, parameterNames, rowOf } from "../generation/parameters.ts";
import type { Values } from "../generation/request.ts";
import { isDrawing, type Work } from "../generation/work.ts";
import type { Text } from "../text/en.ts";
import { code } from "./markdown.ts";
import { choiceWords } from "./options.ts";

/** What is shown of a result below its prompt: seed and model always, then whatever somebody set. */
export function summaryOf(
  text: Text,
  drawn: {
    request: Work;
    seeds: number[];
    model: string | undefined;
    size: { width: number; height: number } | undefined;
  },
): string[] {
  const { request, seeds, model, size } = drawn;
  const facts = [
    ...(isDrawing(request)
      ? [
          `${text.result.seed} ${shownSeeds(seeds.length === 0 ? [request.seed] : seeds)}`,
          `${text.result.model} ${code(model ?? request.model ?? text.result.unknownModel)}`,
        ]
      : []),
    ...(size === undefined ? [] : [`${text.result.size} ${size.width}×${size.height}`]),
  ];
  const units = isDrawing(request) ? (request.control ?? []) : [];
  return [...facts, ...[request, ...units].flatMap((values) => factsOf(values, text))];
}

function factsOf(values: Values, text: Text): string[] {
  return parameterNames.flatMap((name) => {
    const value = values[name];
    if (value === undefined || rowOf(name).quiet === true) return [];
    return [`${text.parameters[name].label} ${shownValue(name, value, text)}`];
  });
}

/** Pictures of one batch count their seeds up: `7–10`. */
function shownSeeds(seeds: readonly number[]): string {
  const [first = 0, ...rest] = seeds;
  const inTurn = rest.every((seed, index) => seed === first + index + 1);
  if (rest.length === 0) return String(first);
  return inTurn ? `${first}–${seeds.at(-1)}` : seeds.join(", ");
}

/** A value as people read it. */
export function shownValue(name: ParameterName, value: unknown, text: Text): string {
  return rowOf(name).choices === undefined ? shown(value) : choiceWords(name, value, text);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return typeof value === "string" ? code(value) : String(value);
}
