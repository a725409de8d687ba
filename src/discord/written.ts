import type { Text } from "../text/en.ts";
import { namedButton, row } from "./buttons.ts";
import { cut, cutBytes, plain } from "./markdown.ts";
import { textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";
import { remarkLines } from "./status.ts";

/** Characters, bytes. */
const maxPrompt = { length: 3_000, bytes: 8_000 };
const maxWords = 300;

type Written = {
  prompt: string;
  /** What it was made of, and what else was typed. */
  words: string;
  flags: string;
  remarks: readonly string[];
};

/** A prompt that was written for somebody, to be drawn as it is or edited first. */
export function writtenMessage(
  text: Text,
  id: string,
  { prompt, words, flags, remarks }: Written,
): Outgoing {
  const shown = cutBytes(cut(plain(prompt), maxPrompt.length), maxPrompt.bytes);
  const lines = [
    `**${shown}**`,
    ...(flags === "" ? [] : [`-# ${cut(plain(flags), maxWords)}`]),
    `-# ${text.written.from(cut(plain(words.replace(/\s+/g, " ")), maxWords))}`,
    ...remarkLines(remarks),
  ];
  return textMessage(lines, [row([namedButton("draw", text, id), namedButton("remix", text, id)])]);
}
