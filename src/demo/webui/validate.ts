import { readLoosely, readStrictly } from "./coerce.ts";
import { InvalidBody } from "./errors.ts";
import { isJson } from "./json.ts";
import type { Json } from "./types.ts";
import { faults, nullFault, type Fault } from "./wording.ts";

export interface Field {
  type: "int" | "float" | "bool" | "str" | "list" | "dict" | "any";
  /** Type of a list's items. */
  items?: "str" | "int";
  default?: unknown;
  required?: boolean;
  /** Null is refused by the schema; otherwise it passes and whoever uses the value trips over it. */
  notNull?: boolean;
  min?: number;
  max?: number;
  above?: number;
  /** The only values there are; they are not coerced. */
  choices?: number[];
}

export type Fields = Record<string, Field>;
export type Pydantic = 1 | 2;

/** The body as the server's schema takes it: coerced, unknown fields dropped, defaults filled in. */
export function validate(body: unknown, fields: Fields, pydantic: Pydantic): Json {
  if (body === undefined || body === null)
    throw new InvalidBody([item(faults.missing, ["body"], null, pydantic)]);
  if (!isJson(body)) throw new InvalidBody([item(faults.dict, ["body"], body, pydantic)]);
  const items: Json[] = [];
  const out: Json = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = body[name];
    const loc = ["body", name];
    if (value === undefined) {
      if (field.required) items.push(item(faults.missing, loc, body, pydantic));
      out[name] = structuredClone(field.default ?? null);
    } else if (value === null && !field.notNull && !field.required) out[name] = null;
    else out[name] = readField(value, field, loc, pydantic, items);
  }
  if (items.length > 0) throw new InvalidBody(items);
  return out;
}

function readField(
  value: unknown,
  field: Field,
  loc: (string | number)[],
  pydantic: Pydantic,
  items: Json[],
): unknown {
  const read =
    value === null && pydantic === 1
      ? { fault: nullFault }
      : pydantic === 1
        ? readLoosely(value, field.type)
        : readStrictly(value, field.type);
  if ("fault" in read) {
    items.push(item(read.fault, loc, value, pydantic));
    return undefined;
  }
  const bound = boundFault(read.value, field);
  if (bound) items.push(item(bound, loc, value, pydantic));
  if (!field.items || !Array.isArray(read.value)) return read.value;
  const itemField: Field = { type: field.items };
  return read.value.map((entry: unknown, index) =>
    readField(entry, itemField, [...loc, index], pydantic, items),
  );
}

function boundFault(value: unknown, { min, max, above, choices }: Field): Fault | undefined {
  if (choices && !choices.some((choice) => choice === value)) return choice(choices);
  if (typeof value !== "number") return undefined;
  if (min !== undefined && value < min)
    return bound("greater than or equal to", "ge", "greater_than_equal", min);
  if (max !== undefined && value > max)
    return bound("less than or equal to", "le", "less_than_equal", max);
  if (above !== undefined && value <= above)
    return bound("greater than", "gt", "greater_than", above);
  return undefined;
}

function bound(words: string, short: string, long: string, limit: number): Fault {
  return {
    one: [`ensure this value is ${words} ${limit}`, `value_error.number.not_${short}`],
    two: [`Input should be ${words} ${limit}`, long],
    ctx: { limit_value: limit, [short]: limit },
  };
}

function choice(choices: number[]): Fault {
  const words = choices.join(", ");
  return {
    one: [`unexpected value; permitted: ${words}`, "value_error.const"],
    two: [`Input should be ${choices.join(" or ")}`, "literal_error"],
  };
}

function item(fault: Fault, loc: (string | number)[], input: unknown, pydantic: Pydantic): Json {
  const [msg, type] = pydantic === 1 ? fault.one : fault.two;
  const ctx = fault.ctx;
  if (pydantic === 1)
    return { loc, msg, type, ...(ctx && { ctx: { limit_value: ctx["limit_value"] } }) };
  const url = `https://errors.pydantic.dev/2.8/v/${type}`;
  if (!ctx) return { type, loc, msg, input, url };
  const { limit_value: _, ...bounds } = ctx;
  return { type, loc, msg, input, ctx: bounds, url };
}
