/**
 * What is drawn of numbers. Words stay outside: a picture holds what a few signs can write in every language, so
 * nothing depends on the fonts of a machine.
 */
export type Chart =
  | {
      kind: "columns";
      values: readonly number[];
      /** Below the columns; `at` counts in columns: 0.5 is the middle of the first. */
      labels: readonly { at: number; words: string }[];
      color: string;
    }
  /** Lying below each other, each in a colour of its own. */
  | { kind: "bars"; rows: readonly { value: number; words: string; color: string }[] };

/** The signs that a picture can hold. */
export const isDrawable = (words: string): boolean => /^[\d .:/-]*$/.test(words);
