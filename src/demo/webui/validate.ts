import { InvalidBody } from "./errors.ts";
import type { Json } from "./types.ts";

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
}

export type Fields = Record<string, Field>;
export type Pydantic = 1 | 2;

interface Fault {
  one: [msg: string, type: string];
  two: [msg: string, type: string];
  ctx?: Json;
}

const faults = {
  missing: {
    one: ["field required", "value_error.missing"],
    two: ["Field required", "missing"],
  },
  int: {
    one: ["value is not a valid integer", "type_error.integer"],
    two: ["Input should be a valid integer", "int_type"],
  },
  intText: {
    one: ["value is not a valid integer", "type_error.integer"],
    two: ["Input should be a valid integer, unable to parse string as an integer", "int_parsing"],
  },
  intFraction: {
    one: ["", ""],
    two: ["Input should be a valid integer, got a number with a fractional part", "int_from_float"],
  },
  float: {
    one: ["value is not a valid float", "type_error.float"],
    two: ["Input should be a valid number", "float_type"],
  },
  floatText: {
    one: ["value is not a valid float", "type_error.float"],
    two: ["Input should be a valid number, unable to parse string as a number", "float_parsing"],
  },
  bool: {
    one: ["value could not be parsed to a boolean", "type_error.bool"],
    two: ["Input should be a valid boolean", "bool_type"],
  },
  boolText: {
    one: ["value could not be parsed to a boolean", "type_error.bool"],
    two: ["Input should be a valid boolean, unable to interpret input", "bool_parsing"],
  },
  str: {
    one: ["str type expected", "type_error.str"],
    two: ["Input should be a valid string", "string_type"],
  },
  list: {
    one: ["value is not a valid list", "type_error.list"],
    two: ["Input should be a valid list", "list_type"],
  },
  dict: {
    one: ["value is not a valid dict", "type_error.dict"],
    two: ["Input should be a valid dictionary", "dict_type"],
  },
} satisfies Record<string, Fault>;

const yes = new Set(["1", "on", "t", "true", "y", "yes"]);
const no = new Set(["0", "off", "f", "false", "n", "no"]);

type Read = { value: unknown } | { fault: Fault };

/** The body as the server's schema takes it: coerced, unknown fields dropped, defaults filled in. */
export function validate(body: unknown, fields: Fields, pydantic: Pydantic): Json {
  if (body === undefined || body === null)
    throw new InvalidBody([item(faults.missing, ["body"], null, pydantic)]);
  if (typeof body !== "object" || Array.isArray(body))
    throw new InvalidBody([item(faults.dict, ["body"], body, pydantic)]);
  const given = body as Json; // an object: checked above
  const items: Json[] = [];
  const out: Json = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = given[name];
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

const nullFault: Fault = {
  one: ["none is not an allowed value", "type_error.none.not_allowed"],
  two: ["", ""],
};

function readLoosely(value: unknown, type: Field["type"]): Read {
  switch (type) {
    case "int": {
      if (typeof value === "number") return { value: Math.trunc(value) };
      if (typeof value === "boolean") return { value: Number(value) };
      if (typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value))
        return { value: Number(value) };
      return { fault: faults.int };
    }
    case "float": {
      if (typeof value === "number" || typeof value === "boolean") return { value: Number(value) };
      if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
        return { value: Number(value) };
      return { fault: faults.float };
    }
    case "str": {
      if (typeof value === "string") return { value };
      if (typeof value === "boolean") return { value: value ? "True" : "False" };
      if (typeof value === "number") return { value: String(value) };
      return { fault: faults.str };
    }
    default:
      return readCommon(value, type);
  }
}

function readStrictly(value: unknown, type: Field["type"]): Read {
  switch (type) {
    case "int": {
      if (typeof value === "number")
        return Number.isInteger(value) ? { value } : { fault: faults.intFraction };
      if (typeof value === "boolean") return { value: Number(value) };
      if (typeof value !== "string") return { fault: faults.int };
      return /^\s*[+-]?\d+(\.0*)?\s*$/.test(value)
        ? { value: Number(value) }
        : { fault: faults.intText };
    }
    case "float": {
      if (typeof value === "number" || typeof value === "boolean") return { value: Number(value) };
      if (typeof value !== "string") return { fault: faults.float };
      return value.trim() !== "" && Number.isFinite(Number(value))
        ? { value: Number(value) }
        : { fault: faults.floatText };
    }
    case "str":
      return typeof value === "string" ? { value } : { fault: faults.str };
    default:
      return readCommon(value, type);
  }
}

function readCommon(value: unknown, type: Field["type"]): Read {
  if (type === "any") return { value };
  if (type === "list") return Array.isArray(value) ? { value } : { fault: faults.list };
  if (type === "dict")
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { value }
      : { fault: faults.dict };
  if (typeof value === "boolean") return { value };
  if (value === 1 || value === 0) return { value: value === 1 };
  if (typeof value !== "string" && typeof value !== "number") return { fault: faults.bool };
  const word = String(value).toLowerCase();
  if (yes.has(word)) return { value: true };
  return no.has(word) ? { value: false } : { fault: faults.boolText };
}

function boundFault(value: unknown, { min, max, above }: Field): Fault | undefined {
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

/** A body that is no JSON. The older framework echoes it back whole. */
export function brokenJson(text: string, pydantic: Pydantic): InvalidBody {
  const { position, words } = locate(text);
  if (pydantic === 2)
    return new InvalidBody([
      {
        type: "json_invalid",
        loc: ["body", position],
        msg: "JSON decode error",
        input: {},
        ctx: { error: words },
      },
    ]);
  const before = text.slice(0, position);
  const lineno = before.split("\n").length;
  const colno = position - before.lastIndexOf("\n");
  return new InvalidBody([
    {
      loc: ["body", position],
      msg: `${words}: line ${lineno} column ${colno} (char ${position})`,
      type: "value_error.jsondecode",
      ctx: { msg: words, doc: text, pos: position, lineno, colno },
    },
  ]);
}

function locate(text: string): { position: number; words: string } {
  let message = "";
  try {
    JSON.parse(text);
  } catch (error) {
    message = String(error);
  }
  const found = /position (\d+)/.exec(message)?.[1];
  const position = found === undefined ? text.length : Number(found);
  if (/property name/.test(message))
    return { position, words: "Expecting property name enclosed in double quotes" };
  if (/after (property value|array element)/.test(message))
    return { position, words: "Expecting ',' delimiter" };
  if (/after JSON/.test(message)) return { position, words: "Extra data" };
  return {
    position: found === undefined && text.trim() === "" ? 0 : position,
    words: "Expecting value",
  };
}
