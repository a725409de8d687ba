import { RE2JS, RE2JSException } from "re2js";
import { UserError } from "../../errors.ts";
import { wordLimits } from "./limits.ts";

/** A pattern of a list, on an engine whose time grows with the text and not beyond. */
export type Pattern = { entry: string; engine: RE2JS };

export const isPattern = (entry: string) => entry.length > 2 && /^\/.*\/$/s.test(entry);

/** Refuses what the engine cannot run (it knows no back references and no looking around), and what fits any text. */
export function createPattern(entry: string): Pattern {
  if (entry.length > wordLimits.patternLength) {
    throw new UserError((text) => text.refused.patternTooLong(wordLimits.patternLength));
  }
  const engine = compile(entry);
  if (engine.programSize() > wordLimits.patternSize) {
    throw new UserError((text) => text.refused.patternTooLarge(shown(entry)));
  }
  if (engine.test("")) throw new UserError((text) => text.refused.patternFitsAll(shown(entry)));
  return { entry, engine };
}

function compile(entry: string): RE2JS {
  try {
    return RE2JS.compile(entry.slice(1, -1), RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new UserError((text) => text.refused.badPattern(shown(entry)), { cause: error });
  }
}

const shown = (entry: string) => entry.replaceAll("`", "'");

export type Span = { start: number; end: number };

/** Where the pattern fits; nothing where what fits is empty. */
export function* spansOf({ engine }: Pattern, text: string): Generator<Span> {
  if (!engine.test(text)) return;
  const matcher = engine.matcher(text);
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start) yield { start, end };
  }
}
