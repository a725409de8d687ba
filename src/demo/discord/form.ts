import { formError, type Issue } from "./errors.ts";

export type Path = (string | number)[];
export type Wire = Record<string, unknown>;

/** Looks at one value of a request body and notes what Discord would refuse. */
export type Rule = (value: unknown, path: Path, issues: Issue[]) => void;

export const isObject = (value: unknown): value is Wire =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Discord counts code points, not UTF-16 units. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** What some rule has passed, under the type that rule stands for. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters, typescript/no-unsafe-type-assertion -- the rule that has passed is what makes it true
export const passed = <T>(value: unknown): T => value as T;

export const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A value as an error message quotes it. */
export const shown = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "None");

const required = (path: Path): Issue => ({
  path,
  code: "BASE_TYPE_REQUIRED",
  message: "This field is required",
});

function lengthIssue(path: Path, length: number, min: number, max: number): Issue[] {
  if (length >= min && length <= max) return [];
  if (min === 0)
    return [{ path, code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${max} or fewer in length.` }];
  return [
    { path, code: "BASE_TYPE_BAD_LENGTH", message: `Must be between ${min} and ${max} in length.` },
  ];
}

export const optional =
  (rule: Rule): Rule =>
  (value, path, issues) => {
    if (value !== undefined && value !== null) rule(value, path, issues);
  };

export const text =
  (min: number, max: number, pattern?: RegExp): Rule =>
  (value, path, issues) => {
    if (value === undefined || value === null) issues.push(required(path));
    else if (typeof value !== "string")
      issues.push({ path, code: "STRING_TYPE_CONVERT", message: "Could not interpret as string." });
    else {
      issues.push(...lengthIssue(path, lengthOf(value), min, max));
      if (pattern && !pattern.test(value))
        issues.push({
          path,
          code: "STRING_TYPE_REGEX",
          message: "String value did not match validation regex.",
        });
    }
  };

const numeric =
  (kind: "int" | "float", min: number, max: number): Rule =>
  (value, path, issues) => {
    if (value === undefined || value === null) issues.push(required(path));
    else if (typeof value !== "number" || (kind === "int" && !Number.isInteger(value)))
      issues.push({
        path,
        code: "NUMBER_TYPE_COERCE",
        message: `Value "${shown(value)}" is not ${kind}.`,
      });
    else if (value < min)
      issues.push({
        path,
        code: "NUMBER_TYPE_MIN",
        message: `${kind} value should be greater than or equal to ${min}.`,
      });
    else if (value > max)
      issues.push({
        path,
        code: "NUMBER_TYPE_MAX",
        message: `${kind} value should be less than or equal to ${max}.`,
      });
  };
export const whole = (min = -(2 ** 53) + 1, max = 2 ** 53 - 1): Rule => numeric("int", min, max);
export const decimal = (min = -(2 ** 53), max = 2 ** 53): Rule => numeric("float", min, max);

export const choice =
  (...values: (number | string)[]): Rule =>
  (value, path, issues) => {
    if (value === undefined || value === null) issues.push(required(path));
    else if (!values.some((one) => one === value))
      issues.push({
        path,
        code: "BASE_TYPE_CHOICES",
        message: `Value must be one of {${values.join(", ")}}.`,
      });
  };

export const yesNo: Rule = (value, path, issues) => {
  if (typeof value !== "boolean")
    issues.push({
      path,
      code: "BOOLEAN_TYPE_CONVERT",
      message: "Must be either true or false.",
    });
};

export const snowflake: Rule = (value, path, issues) => {
  if (!/^\d{1,20}$/.test(shown(value)))
    issues.push({
      path,
      code: "NUMBER_TYPE_COERCE",
      message: `Value "${shown(value)}" is not snowflake.`,
    });
};

export const list =
  (rule: Rule, min: number, max: number): Rule =>
  (value, path, issues) => {
    if (value === undefined || value === null) issues.push(required(path));
    else if (!Array.isArray(value))
      issues.push({
        path,
        code: "LIST_TYPE_CONVERT",
        message: "Only iterables may be used in a ListType",
      });
    else {
      issues.push(...lengthIssue(path, value.length, min, max));
      for (const [index, item] of value.entries()) rule(item, [...path, index], issues);
    }
  };

export const shape =
  (fields: Record<string, Rule>): Rule =>
  (value, path, issues) => {
    if (!isObject(value)) {
      if (value === undefined || value === null) issues.push(required(path));
      else
        issues.push({
          path,
          code: "DICT_TYPE_CONVERT",
          message: "Only dictionaries may be used in a DictType",
        });
      return;
    }
    for (const [key, rule] of Object.entries(fields)) rule(value[key], [...path, key], issues);
  };

/** A union told apart by its `type`. */
export const byType =
  (rules: Record<number, Rule>): Rule =>
  (value, path, issues) => {
    const rule = isObject(value) ? rules[Number(value["type"])] : undefined;
    if (rule) rule(value, path, issues);
    else if (!isObject(value)) shape({})(value, path, issues);
    else
      issues.push({
        path: [...path, "type"],
        code: "UNION_TYPE_CHOICES",
        message: `Value of field "type" must be one of (${Object.keys(rules).join(", ")},).`,
      });
  };

export const all =
  (...rules: Rule[]): Rule =>
  (value, path, issues) => {
    for (const rule of rules) rule(value, path, issues);
  };

export const record =
  (key: RegExp, rule: Rule): Rule =>
  (value, path, issues) => {
    if (!isObject(value)) {
      shape({})(value, path, issues);
      return;
    }
    for (const [name, item] of Object.entries(value)) {
      if (key.test(name)) rule(item, [...path, name], issues);
      else
        issues.push({
          path: [...path, name],
          code: "ENUM_TYPE_COERCE",
          message: `Value "${name}" is not a valid enum value.`,
        });
    }
  };

export function check(rule: Rule, value: unknown, path: Path = []): void {
  const issues: Issue[] = [];
  rule(value, path, issues);
  if (issues.length > 0) throw formError(issues);
}
