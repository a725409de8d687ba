import { isUtf8 } from "node:buffer";
import { z } from "zod";

/** Types of Redis that a backup has a form for. */
export const kinds = ["string", "hash", "list", "set", "zset"] as const;
export type Kind = (typeof kinds)[number];

/** One key with all it holds: `parts` as Redis lists them (field and value, member and score, by turns). */
export type Entry = {
  key: Buffer;
  kind: Kind;
  /** When it goes, in milliseconds since 1970. */
  expires: number | undefined;
  parts: Buffer[];
};

/** Text stands as it is; other bytes as base64. */
const bytes = z
  .union([z.string(), z.strictObject({ base64: z.base64() })])
  .transform((value) =>
    typeof value === "string" ? Buffer.from(value) : Buffer.from(value.base64, "base64"),
  );
const written = (part: Buffer) =>
  isUtf8(part) ? part.toString("utf8") : { base64: part.toString("base64") };

const line = z
  .strictObject({
    key: bytes,
    type: z.enum(kinds),
    expires: z.int().optional(),
    value: z.array(bytes),
  })
  .refine(({ type, value }) => isComplete(type, value.length))
  .transform(({ key, type, expires, value }): Entry => ({
    key,
    kind: type,
    expires,
    parts: value,
  }));

function isComplete(kind: Kind, parts: number): boolean {
  if (kind === "string") return parts === 1;
  return parts > 0 && (kind === "list" || kind === "set" || parts % 2 === 0);
}

export const toLine = ({ key, kind, expires, parts }: Entry): string =>
  JSON.stringify({ key: written(key), type: kind, expires, value: parts.map(written) });

/** Undefined for what is not an entry. */
export const readEntry = (value: unknown): Entry | undefined => line.safeParse(value).data;
