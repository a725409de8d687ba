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
