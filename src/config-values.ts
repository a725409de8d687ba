import { z } from "zod";
import { readRedisAddress } from "./redis-address.ts";
import { config as say } from "./text/host/config.ts";

// How the variables of the environment are written.

export const blankIsAbsent = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(blankIsAbsent, schema.optional());
export const withDefault = <T>(schema: z.ZodType<T, string>, value: string) =>
  z.preprocess((raw) => blankIsAbsent(raw) ?? value, schema) as unknown as z.ZodType<T>;

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
export const number = (min: number, max: number) =>
  z
    .string()
    .transform((text) => Number(text.trim()))
    .pipe(z.int(say.wholeNumber).min(min).max(max));
export const share = z
  .string()
  .transform((text) => Number(text.trim().replace(",", ".")))
  .pipe(z.number(say.share).gt(0, say.share).max(1, say.share));
export const address = z
  .string()
  .refine(isHttp, say.address)
  .transform((text) => text.trim().replace(/\/+$/, ""));
export const addresses = list
  .transform((all) => [...new Set(all)])
  .pipe(z.array(z.string().refine(isHttp, say.addresses)).min(1, say.oneAddress));
export const snowflakes = list.pipe(z.array(z.string().regex(/^\d{15,21}$/, say.ids)));
/** `0-3/8`: the shards 0 to 3 of 8; one alone is `0/8`. */
export const shardRange = z.string().transform((text, context) => {
  const [, from, to = from, of] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})\s*$/.exec(text) ?? [];
  const shards = { first: Number(from), last: Number(to), count: Number(of) };
  if (shards.first <= shards.last && shards.last < shards.count) return shards;
  context.addIssue(say.shards);
  return z.NEVER;
});
export const redisAddress = z.string().superRefine((text, context) => {
  const read = readRedisAddress(text);
  if (typeof read === "string") context.addIssue(say.redis[read]);
});

/** What may stand in the value of a header. */
export const headerText = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, say.headerSigns);

export const webuiHeaders = z.string().transform((text, context) => {
  const headers: Record<string, string> = {};
  for (const line of text.split(";").map((part) => part.trim())) {
    if (line === "") continue;
    const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      context.addIssue(say.headers);
      return z.NEVER;
    }
    if (!headerText.safeParse(value).success) {
      context.addIssue(say.headerSigns);
      return z.NEVER;
    }
    headers[name] = value;
  }
  return headers;
});

function isHttp(text: string): boolean {
  return URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol);
}

/** What is wrong with a value, never the value itself. */
export function wrongIn(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small" && issue.origin === "number" && issue.inclusive !== false)
    return say.atLeast(String(issue.minimum));
  if (issue.code === "too_big") return say.atMost(String(issue.maximum));
  if (issue.code === "invalid_value") return say.oneOf(issue.values.map(String));
  return issue.message;
}
