import { z } from "zod";
import { UserError } from "../errors.ts";
import { factsOf } from "./facts.ts";
import { type ParameterName, parameters, rowOf } from "./parameters.ts";

/**
 * A value as a person typed it, made into the parameter's type; bounds are checked later, with all other values.
 * @throws {UserError} when it cannot be read at all.
 */
export function readValue(parameter: ParameterName, typed: string): unknown {
  const text = typed.trim();
  switch (factsOf(parameter).kind) {
    case "integer":
    case "number": {
      const value = Number(text.replace(/^(-?\d+),(\d+)$/, "$1.$2"));
      if (text === "" || !Number.isFinite(value)) {
        throw new UserError((words) =>
          words.refused.notANumber(words.parameters[parameter].label, text),
        );
      }
      return value;
    }
    case "boolean":
      return /^(true|yes|on|1)$/i.test(text);
    case "names":
      return splitNames(text);
    default:
      return text;
  }
}

/** `a, b:0.7` as a list; empty entries are dropped. */
export function splitNames(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/**
 * The value, as the table's schema makes it.
 * @throws {UserError} saying which bound it breaks.
 */
export function checkValue(parameter: ParameterName, value: unknown): unknown {
  const { data, error } = parameters[parameter].schema.safeParse(value);
  const issue = error?.issues[0];
  if (issue === undefined) return data;
  throw new UserError(
    (text) =>
      text.refused.outOfBounds(
        text.parameters[parameter].label,
        shown(value),
        why(issue, parameter)(text),
      ),
    { cause: error },
  );
}

function why(issue: z.core.$ZodIssue, parameter: ParameterName) {
  const { kind, min, max, maxLength } = factsOf(parameter);
  return (text: Parameters<UserError["say"]>[0]) => {
    if (issue.code === "invalid_type" && kind === "integer") return text.bounds.wholeNumber;
    if (kind === "integer" || kind === "number")
      return text.bounds.between(min ?? 0, max ?? Infinity);
    if (kind === "choice") return text.bounds.oneOf(choicesOf(parameter).map(String));
    if (kind === "ratio") return text.bounds.ratio;
    if (issue.code === "too_small") return text.bounds.empty;
    if (issue.code === "too_big" && issue.origin === "array")
      return text.bounds.tooMany(Number(issue.maximum));
    return text.bounds.tooLong(maxLength ?? Number(issue.code === "too_big" ? issue.maximum : 0));
  };
}

function choicesOf(parameter: ParameterName): readonly (string | number)[] {
  return rowOf(parameter).choices ?? [];
}

/** Of a value, as much as a refusal can show. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
