import { el } from "./dom.js";
import { inline } from "./markdown-inline.js";

const fence = /^```(?:([\w+#-]*)\n)?([\s\S]*?)```\n?/;
const heading = /^(#{1,3}) +(.+)(?:\n|$)/;
const subtext = /^-# +(.+)(?:\n|$)/;
const longQuote = /^>>> ([\s\S]+)$/;
const quote = /^(?:> .*(?:\n|$))+/;
const bullet = /^(?: *[-*] +.+(?:\n|$))+/;
const numbers = /^(?: *\d+\. +.+(?:\n|$))+/;

/** Which blocks begin a line, and what they become. */
const blocks = [
  [
    fence,
    ([, , code]) => el("pre", { class: "code-block" }, el("code", {}, code.replace(/\n$/, ""))),
  ],
  [heading, ([, marks, text]) => el(`h${marks.length + 2}`, { class: "heading" }, inline(text))],
  [subtext, ([, text]) => el("p", { class: "subtext" }, inline(text))],
  [longQuote, ([, text]) => el("blockquote", {}, markdown(text))],
  [quote, ([text]) => el("blockquote", {}, markdown(text.replace(/^> /gm, "").trimEnd()))],
  [bullet, ([text]) => list("ul", text, /^( *)[-*] +(.*)$/)],
  [numbers, ([text]) => list("ol", text, /^( *)\d+\. +(.*)$/)],
];

/** Discord's markdown as nodes. */
export function markdown(text) {
  const nodes = [];
  let rest = text;
  let plain = "";
  const flush = () => {
    if (plain !== "") nodes.push(el("p", {}, inline(plain.replace(/\n$/, ""))));
    plain = "";
  };
  while (rest !== "") {
    const found = blocks.map(([pattern, make]) => [pattern.exec(rest), make]).find(([hit]) => hit);
    if (found) {
      flush();
      const [hit, make] = found;
      nodes.push(make(hit));
      rest = rest.slice(hit[0].length);
      continue;
    }
    const [line] = /^[^\n]*\n?/.exec(rest);
    // A fence may begin in the middle of a line.
    const at = line.indexOf("```");
    const taken = at > 0 && fence.test(rest.slice(at)) ? rest.slice(0, at) : line;
    plain += taken;
    rest = rest.slice(taken.length);
  }
  flush();
  return nodes;
}

function list(tag, text, pattern) {
  const lines = text.trimEnd().split("\n");
  const root = el(tag, tag === "ol" ? { start: Number.parseInt(lines[0].trim(), 10) } : {});
  for (const line of lines) {
    const [, indent, words] = pattern.exec(line);
    const last = root.lastElementChild;
    if (indent.length < 2 || !last) root.append(el("li", {}, inline(words)));
    else {
      const inner = last.querySelector(tag) ?? last.appendChild(el(tag));
      inner.append(el("li", {}, inline(words)));
    }
  }
  return root;
}
