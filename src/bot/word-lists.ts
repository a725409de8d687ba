import {
  createWordMatcher,
  type FoundWord,
  type WordMatcher,
} from "../generation/words/matcher.ts";
import { dropWords } from "../generation/words/drop.ts";
import { wordLimits } from "../generation/words/limits.ts";
import { isPattern } from "../generation/words/pattern.ts";

/** A server's list, ready to hold texts against. */
export type WordList = {
  find(text: string): FoundWord | undefined;
  drop(text: string): string;
};

/** Each list is made ready once. */
export type WordLists = { of(entries: readonly string[]): WordList };

/** Those used last are kept. */
const mostKept = 64;

export function createWordLists(): WordLists {
  const kept = new Map<string, WordList>();
  return {
    of(entries) {
      const key = entries.join("\0");
      const list = kept.get(key) ?? createWordList(entries);
      kept.delete(key);
      kept.set(key, list);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return list;
    },
  };
}

/** A channel's words come to those of its server: together they may be more than one matcher takes. */
function createWordList(entries: readonly string[]): WordList {
  const words = entries.filter((entry) => !isPattern(entry));
  const patterns = entries.filter(isPattern);
  const matchers: WordMatcher[] = [
    ...chunks(words, wordLimits.entries),
    ...chunks(patterns, wordLimits.patterns),
  ].map(createWordMatcher);
  return {
    find(text) {
      for (const matcher of matchers) {
        const found = matcher.find(text);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    drop: (text) => matchers.reduce(dropWords, text),
  };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
