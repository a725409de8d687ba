import { z } from "zod";

/** A new form of file gets a new number. */
const version = 1;

/**
 * A backup is gzip over lines of JSON: a header, one line a key (`entry.ts`), and a last line that proves that all of
 * it is there.
 */
const header = z.object({
  easel: z.literal("backup"),
  version: z.int(),
  at: z.iso.datetime(),
  /** The families of keys that it holds everything of. */
  families: z.array(z.string()),
});
const lastLine = z.strictObject({
  entries: z.int(),
  /** Of all bytes before this line. */
  sha256: z.string(),
});
export type Header = z.infer<typeof header>;
export type LastLine = z.infer<typeof lastLine>;

export const toHeader = (at: Date, families: readonly string[]): string =>
  JSON.stringify({ easel: "backup", version, at: at.toISOString(), families });

export const toLastLine = (values: LastLine): string => JSON.stringify(values);

export const readHeader = (value: unknown): Header | undefined => header.safeParse(value).data;
export const readLastLine = (value: unknown): LastLine | undefined =>
  lastLine.safeParse(value).data;
export const isOurVersion = (read: Header): boolean => read.version === version;
