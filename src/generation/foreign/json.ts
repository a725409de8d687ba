/** JSON from strangers: only own properties are looked at, no key becomes a property of ours, nothing is walked without end. */
export type Json = Record<string, unknown>;

/** More is no description of a picture. UTF-16 units. */
const maxLength = 2 ** 20;

/** An object, or nothing where the text is none or too long. ComfyUI writes NaN, which JSON has not: it becomes null. */
export function readObject(text: unknown): Json | undefined {
  if (typeof text !== "string" || text.length > maxLength || !/^\s*\{/.test(text)) return undefined;
  return parse(text) ?? parse(withoutNaN(text));
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value inside objects and arrays, by its way from outside. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    const holds = typeof found === "object" && found !== null && Object.hasOwn(found, key);
    // An object with an own property is read by that property's name.
    found = holds ? (found as Json)[key] : undefined;
  }
  return found;
}

/** Text, or a number or truth as text; nothing for anything else and for empty text. */
export function textOf(value: unknown): string | undefined {
  const plain = typeof value === "number" || typeof value === "boolean";
  const text = plain ? String(value) : typeof value === "string" ? value.trim() : "";
  return text === "" ? undefined : text;
}

export function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function parse(text: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Outside of strings, in one walk. */
function withoutNaN(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"') {
      index += 1;
      while (index < text.length && text[index] !== '"') index += text[index] === "\\" ? 2 : 1;
    } else if (sign === "N" || sign === "I") {
      const length = sign === "N" ? "NaN".length : "Infinity".length;
      parts.push(text.slice(from, text[index - 1] === "-" ? index - 1 : index), "null");
      from = index + length;
      index = from - 1;
    }
  }
  return [...parts, text.slice(from)].join("");
}
