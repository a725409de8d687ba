import { el, safeAddress } from "./dom.js";
import { nameOf, personById, roleName, rolesHere } from "./people.js";
import { spoilerText } from "./parts/spoiler.js";
import { state } from "./state.js";
import { timestamp } from "./times.js";
import { say } from "./words.js";

const wrap =
  (tag) =>
  ([, text]) =>
    el(tag, {}, inline(text));

const link = (url, ...children) => {
  const href = safeAddress(url);
  return href === undefined
    ? children
    : el("a", { href, target: "_blank", rel: "noopener noreferrer" }, children);
};

const mention = (text) => el("span", { class: "mention" }, text);

function person([, id]) {
  const found = personById(id);
  return mention(`@${found ? nameOf(found) : say("unknown.person")}`);
}

function role([, id]) {
  const found = rolesHere().find((one) => one.id === id);
  return mention(roleName(found ?? { name: say("unknown.role") }));
}

function channel([, id]) {
  const found = state.channels.find((one) => one.id === id);
  return mention(`#${found?.name ?? say("unknown.channel")}`);
}

/** The address of a bare link does not swallow the bracket or the full stop after it. */
function bareLink([url]) {
  const trimmed = url.replace(/[.,:;!?'")\]]+$/, "");
  return [link(trimmed, trimmed), url.slice(trimmed.length)];
}

/** In the order in which they are tried at each place. */
const rules = [
  [/^\\([^\w\s])/u, ([, character]) => character],
  [/^``([^`][\s\S]*?[^`])``(?!`)/, ([, code]) => el("code", {}, code)],
  [/^`([^`\n]+)`/, ([, code]) => el("code", {}, code)],
  [/^\|\|([\s\S]+?)\|\|/, ([, text]) => spoilerText(inline(text))],
  [/^\*\*\*((?:\\.|[^\\])+?)\*\*\*/s, ([, text]) => el("em", {}, el("strong", {}, inline(text)))],
  [/^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/s, wrap("strong")],
  [/^__((?:\\.|[^\\])+?)__(?!_)/s, wrap("u")],
  [/^~~((?:\\.|[^\\])+?)~~/s, wrap("s")],
  [/^\*(?!\s)((?:\\.|[^\\*])+?)\*(?!\*)/s, wrap("em")],
  [/^_((?:\\.|[^\\_])+?)_(?!\w)/s, wrap("em")],
  [
    /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/,
    ([, text, url]) => link(url, inline(text)),
  ],
  [/^<(https?:\/\/[^\s<>]+)>/, ([, url]) => link(url, url)],
  [/^https?:\/\/[^\s<>]+/, bareLink],
  [/^<@!?(\d+)>/, person],
  [/^<@&(\d+)>/, role],
  [/^<#(\d+)>/, channel],
  [/^<\/([^:>]+):\d+>/, ([, name]) => mention(`/${name}`)],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, ([, seconds, style]) => timestamp(seconds * 1000, style)],
  [/^<a?(:\w+:)\d+>/, ([, name]) => name],
  [/^@(?:everyone|here)\b/, ([text]) => mention(text)],
];
const marks = /[\\`|*_~[<@h]/;

/** Bold, links, mentions and the like within one block. */
export function inline(text) {
  const nodes = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const hit = marks.test(text[at]) ? firstHit(text, at) : undefined;
    if (!hit) {
      plain += text[at];
      at += 1;
      continue;
    }
    nodes.push(plain, hit.node);
    plain = "";
    at += hit.length;
  }
  return [...nodes, plain].flat(Infinity).filter((node) => node !== "");
}

function firstHit(text, at) {
  const rest = text.slice(at);
  // `snake_case` is no emphasis.
  const isInWord = text[at] === "_" && /\w/.test(text[at - 1] ?? "");
  for (const [pattern, make] of rules) {
    const hit = pattern.exec(rest);
    if (hit && !(isInWord && !hit[0].startsWith("__")))
      return { node: make(hit), length: hit[0].length };
  }
  return undefined;
}

/** The words of some markdown without its marks. */
export const plainText = (text) => el("div", {}, inline(text)).textContent;
