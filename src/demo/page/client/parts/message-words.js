import { plainText } from "../markdown-inline.js";
import { say } from "../words.js";

const loading = 1 << 7;
export const isThinking = ({ flags }) => (flags & loading) !== 0;
export const isPrivate = ({ flags }) => (flags & (1 << 6)) !== 0;

/** All words of a message in one line, for replies and for those who listen. */
export function wordsOf(message) {
  const texts = [];
  const visit = (one) => {
    if (one.type === 10) texts.push(one.content);
    for (const inner of [...(one.components ?? []), one.accessory].filter(Boolean)) visit(inner);
  };
  message.components.forEach(visit);
  const { embeds, content } = message;
  const all = [
    content,
    ...embeds.flatMap(({ title, description }) => [title, description]),
    ...texts,
  ];
  const words = all.filter(Boolean).join(" ").replaceAll(/^-# /gm, "").replaceAll(/\s+/g, " ");
  return words === "" ? say("message.picture") : plainText(words).slice(0, 300);
}
