import { signs } from "../text/names.ts";

/** One line of what was found; of what is wrong it says what to do as well. */
export type Finding = { name: string; state: keyof typeof signs; words: string };

export const fine = (name: string, words: string): Finding => ({ name, state: "fine", words });
/** Neither good nor bad, but worth knowing. */
export const told = (name: string, words: string): Finding => ({ name, state: "told", words });
export const wrong = (name: string, words: string, remedy?: string): Finding => ({
  name,
  state: "wrong",
  words: remedy === undefined ? words : `${words} → ${remedy}`,
});

/** What others have named must not steer a terminal. */
const controls = /\p{Cc}+/gu;

export const toLine = ({ name, state, words }: Finding): string =>
  `${signs[state]} ${name}: ${words}`.replaceAll(controls, " ");
