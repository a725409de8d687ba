import type { FoundWord, WordMatcher } from "./matcher.ts";
import { cut, tidyCuts } from "./tidy.ts";

const mostTimes = 10;

/** Names in a prompt that would be others if a word were cut out of them. */
const names = /<[a-z]{2,20}:[^<>\n]{1,300}>|__[\p{L}\p{N}](?:[\p{L}\p{N}/.* -]|_(?!_)){0,99}__/giu;

/**
 * A text without the words of a list, still a prompt: brackets that are left with nothing go away with their weights, and so do
 * options, commas and blanks around what was cut. Names of LoRAs and wildcards stay whole.
 */
export function dropWords(text: string, matcher: WordMatcher): string {
  let left = text;
  // What was cut out may have parted another one.
  for (let times = 0; times < mostTimes; times += 1) {
    const less = dropOnce(left, matcher);
    if (less === left) break;
    left = less;
  }
  return left;
}

function dropOnce(text: string, matcher: WordMatcher): string {
  const found = outsideNames(text, matcher.findAll(text));
  if (found.length === 0) return text;
  let [rest, at] = ["", 0];
  for (const { start, end } of found) {
    rest += text.slice(at, start) + cut + unpaired(text.slice(start, end));
    at = end;
  }
  return tidyCuts(rest + text.slice(at));
}

function outsideNames(text: string, found: readonly FoundWord[]): FoundWord[] {
  const kept = [...text.matchAll(names)];
  let next = 0;
  return found.filter(({ start, end }) => {
    while (next < kept.length && endOf(kept[next]) <= start) next += 1;
    const name = kept[next];
    return name === undefined || name.index >= end;
  });
}

const endOf = (match: RegExpExecArray | undefined) =>
  match === undefined ? 0 : match.index + match[0].length;

/** The brackets in what is cut out that have their partner outside: "[n]ude" leaves "[" behind. */
function unpaired(text: string): string {
  let open = "";
  let left = "";
  for (const sign of text.replace(/[^()[\]{}]/g, "")) {
    if ("([{".includes(sign)) open += sign;
    else if (open !== "") open = open.slice(0, -1);
    else left += sign;
  }
  return (left + open).replace(/./g, `$&${cut}`);
}
