import type { JobRecord } from "../store/records.ts";
import { readAsker } from "./asker.ts";
import type { Asking } from "./command.ts";

/** What was drawn for one person alone is nobody else's business: whoever presses may have made up its id. */
export function mayKnow({ request, userId }: JobRecord, interaction: Asking): boolean {
  const isPrivate = "private" in request && request.private === true;
  // Of a result that was forgotten and looked at again, nobody may know whose it was.
  return !isPrivate || userId === "" || userId === readAsker(interaction).userId;
}
