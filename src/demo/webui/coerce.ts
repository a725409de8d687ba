import type { Field } from "./validate.ts";
import { faults, type Fault } from "./wording.ts";

const yes = new Set(["1", "on", "t", "true", "y", "yes"]);
const no = new Set(["0", "off", "f", "false", "n", "no"]);

export type Read = { value: unknown } | { fault: Fault };

/** As pydantic 1 reads a value: fractions are cut, numbers are texts. */
export function readLoosely(value: unknown, type: Field["type"]): Read {
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

/** As pydantic 2 does. */
export function readStrictly(value: unknown, type: Field["type"]): Read {
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
