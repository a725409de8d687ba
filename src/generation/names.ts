import { createHash } from "node:crypto";

/**
 * A thing that can be chosen by name. `name` is what the webui wants; `label` and `aliases` are other spellings. What is
 * `hidden` is not offered, but found by whoever names it.
 */
export type Entry = {
  name: string;
  label?: string | undefined;
  aliases?: string[] | undefined;
  hidden?: boolean | undefined;
};

/** Discord shows no more choices than this, and no longer values (Application Command Option Choice). */
export const maxChoices = 25;
const maxChoiceLength = 100;

export const fold = (text: string) => text.normalize("NFKC").toLowerCase().trim();

/** A name's stand-in where it cannot be sent itself. */
const standIn = (name: string) =>
  `#${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;

/**
 * What stands for a name in a choice's value: the name, or its hash where Discord's 100 characters do not hold it,
 * or where it is to stand in a list, whose commas it would add to.
 */
export function choiceValue(name: string, inList = false): string {
  const fits = name.length <= maxChoiceLength && !(inList && name.includes(","));
  return fits ? name : standIn(name);
}

/** What a person reads in a choice: never over 100 characters, the telling end of a long name kept. */
export function choiceLabel({ name, label }: Entry): string {
  const text = label ?? name;
  if (text.length <= maxChoiceLength) return text;
  // Discord refuses all choices for half a character in one.
  return `${text.slice(0, 60)}…${text.slice(-(maxChoiceLength - 61))}`.toWellFormed();
}

/** A checkpoint's file name without folder signs, ending and hash, which is what stays when its title changes. */
export function modelStem(title: string): string {
  return title
    .replace(/\s*\[[0-9a-f]{6,64}\]$/i, "")
    .replace(/\.(safetensors|ckpt|pth?|gguf|sft|bin)$/i, "")
    .replace(/[\\/]/g, "_");
}

/** The entry that `typed` names exactly: as a choice's value, or by name, label or alias in any case. */
export function findEntry(entries: readonly Entry[], typed: string): Entry | undefined {
  const wanted = fold(typed);
  return (
    entries.find(({ name }) => name === typed) ??
    (typed.startsWith("#") ? entries.find(({ name }) => standIn(name) === typed) : undefined) ??
    entries.find((entry) => spellings(entry).some((spelling) => fold(spelling) === wanted))
  );
}

/** What a checkpoint is known by, whatever becomes of its title. */
export const modelKey = (title: string): string => fold(modelStem(title));

/** The hash at the end of a checkpoint's title; stable-diffusion.cpp and KoboldCpp have eights for every model's. */
function hashIn(title: string): string | undefined {
  return /\[(?!8+\])([0-9a-f]{6,64})\]$/i.exec(title.trim())?.[1]?.toLowerCase();
}

/** A1111 tells a checkpoint's hash in two lengths, older ones in eight letters. */
const isHash = (text: string) => /^(?:[0-9a-f]{8}|[0-9a-f]{10}|[0-9a-f]{64})$/i.test(text);

/** What is known of a checkpoint's hash, the longest first: a title changes when it is computed, the hash never. */
export function modelHashes({ name, aliases = [] }: Entry): string[] {
  const all = [hashIn(name) ?? "", ...aliases.filter(isHash).map(fold)];
  return [...new Set(all)].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** True when one is the other's beginning: they are cut to different lengths. */
export const isSameHash = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Whether two titles of the same key are of one file: no hash says otherwise. */
export function isSameFile(a: Entry, b: Entry): boolean {
  const [left, right] = [modelHashes(a)[0], modelHashes(b)[0]];
  return left === undefined || right === undefined || isSameHash(left, right);
}

/** The checkpoint that `typed` names, also by an outdated title: by the hash in it, else by its stem. */
export function findModel(entries: readonly Entry[], typed: string): Entry | undefined {
  const key = modelKey(typed);
  const hash = hashIn(typed) ?? (isHash(typed) ? fold(typed) : undefined);
  return (
    findEntry(entries, typed) ??
    (hash === undefined
      ? undefined
      : entries.find((entry) => modelHashes(entry).some((own) => isSameHash(own, hash)))) ??
    entries.find(({ name }) => modelKey(name) === key) ??
    findEntry(entries, modelStem(typed))
  );
}

/** As many as Discord shows of those that `searchEntries` finds. */
export function completeEntries(entries: readonly Entry[], typed: string): Entry[] {
  return searchEntries(entries, typed).slice(0, maxChoices);
}

/** Entries with `typed` anywhere in their name: exact, then beginnings, then beginnings of words, then the rest. */
export function searchEntries(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = fold(typed);
  return entries
    .filter(({ hidden }) => hidden !== true)
    .map((entry) => ({ entry, rank: Math.min(...spellings(entry).map((s) => rankOf(s, wanted))) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** Up to `most` names that look like `typed`, the likest first. */
export function nearestNames(entries: readonly Entry[], typed: string, most = 3): string[] {
  const wanted = fold(typed);
  return entries
    .filter(({ hidden }) => hidden !== true)
    .map((entry) => ({
      text: entry.label ?? entry.name,
      likeness: Math.max(...spellings(entry).map((spelling) => likeness(fold(spelling), wanted))),
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ text }) => text);
}

/** `name:0.7` in its two parts; without a weight, or with a name that ends so, the weight is absent. */
export function readWeighted(text: string): { name: string; weight: number | undefined } {
  const [, name, weight] =
    /^(.+):([+-]?(?:\d{1,3}(?:[.,]\d{1,4})?|[.,]\d{1,4}))$/s.exec(text) ?? [];
  if (name === undefined || weight === undefined) return { name: text, weight: undefined };
  return { name: name.trim(), weight: Number(weight.replace(",", ".")) };
}

/** All names that stand for it. */
export function spellings({ name, label, aliases }: Entry): string[] {
  return [name, ...(label === undefined ? [] : [label]), ...(aliases ?? [])];
}

function rankOf(spelling: string, wanted: string): number {
  const text = fold(spelling);
  if (text === wanted) return 0;
  const at = text.indexOf(wanted);
  if (at === -1) return Infinity;
  if (at === 0) return 1;
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? "") ? 3 : 2;
}

/** Share of letter pairs that two names have in common (Dice's coefficient), plus one where one holds the other. */
function likeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  const pairsOf = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  const dice = (2 * common) / Math.max(1, left.size + right.size);
  return dice + (a.includes(b) || b.includes(a) ? 1 : 0);
}
