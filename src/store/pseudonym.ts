import { createHash } from "node:crypto";

/** What stands for a person where counters outlive that everything of theirs was erased. */
export const pseudonym = (userId: string): string =>
  createHash("sha256").update(userId).digest("hex").slice(0, 24);
