import type { APIMessage } from "discord-api-types/v10";
import { readResult } from "../discord/read-result.ts";
import { ownerOf, textOf } from "../discord/shown.ts";
import type { JobRecord } from "../store/records.ts";
import { allTexts } from "../text/text.ts";

/** Whose a result of ours is; either may be absent where nobody knows any more. */
export type Author = { userId: string | undefined; userName: string | undefined };

/** By what is kept of it, else by its own words and its ❌. */
export function authorOf(
  message: APIMessage,
  known: Pick<JobRecord, "userId" | "userName"> | undefined,
): Author {
  // Earlier versions kept results anew of which they knew no author.
  return {
    userId: known?.userId || ownerOf(message),
    userName: known?.userName || readResult(textOf(message), allTexts)?.userName,
  };
}
