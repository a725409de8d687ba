import type { APIMessage } from "discord-api-types/v10";
import { customIdsOf } from "../discord/shown.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";

/** A result of ours, by its buttons; a waiting message has none of these. */
export const isResult = (message: APIMessage): boolean =>
  customIdsOf(message).some(({ action }) => action === "again" || action === "draw");

/** A job's result is gone, or going: its author's list has it no more, also where it is just being put there. */
export async function forgetResult(
  id: string,
  userId: string | undefined,
  { records, history }: Pick<Context, "records" | "history">,
): Promise<void> {
  await orAway(async () => {
    await records.note(id, "removed", "1");
    if (userId !== undefined) await history.remove(userId, id);
  });
}
