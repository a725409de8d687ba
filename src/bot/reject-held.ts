import { toVerdict } from "../generation/verdict.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";

/** What is held of a person for moderators is not shown any more; its pictures go. */
export async function rejectHeld(
  userId: string,
  by: string,
  { records, producer }: Pick<Context, "records" | "producer">,
): Promise<void> {
  await orAway(async () => {
    const ids = new Set<string>();
    for (const id of await records.idsOf(userId)) {
      const { heldAt, posted } = await records.notes(id);
      if (heldAt === undefined || posted !== undefined) continue;
      await records.claim(id, "verdict", toVerdict("rejected", by));
      ids.add(id);
    }
    if (ids.size > 0) await producer.hurry("deliver", ({ id }) => ids.has(id));
  });
}
