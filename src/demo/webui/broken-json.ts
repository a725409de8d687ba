import { InvalidBody } from "./errors.ts";
import type { Pydantic } from "./validate.ts";

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

interface Place {
  position: number;
  words: string;
}

const blank = /[ \t\n\r]*/y;
const text = /"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where the reading stops, in Python's words. */
function locate(source: string): Place {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found !== null;
  };
  const fault = (words: string): Place => ({ position: at, words });
  const is = (sign: string): boolean => {
    skip(blank);
    if (source[at] !== sign) return false;
    at += 1;
    return true;
  };
  const pair = (): Place | undefined => {
    skip(blank);
    if (!skip(text)) return fault("Expecting property name enclosed in double quotes");
    return is(":") ? value() : fault("Expecting ':' delimiter");
  };
  const list = (end: string, entry: () => Place | undefined): Place | undefined => {
    if (is(end)) return undefined;
    for (;;) {
      const bad = entry();
      if (bad) return bad;
      if (is(end)) return undefined;
      if (!is(",")) return fault("Expecting ',' delimiter");
    }
  };
  const value = (): Place | undefined => {
    if (is("{")) return list("}", pair);
    if (is("[")) return list("]", value);
    if (source[at] === '"')
      return skip(text) ? undefined : fault("Unterminated string starting at");
    return skip(scalar) ? undefined : fault("Expecting value");
  };
  const bad = value();
  skip(blank);
  return bad ?? fault("Extra data");
}
