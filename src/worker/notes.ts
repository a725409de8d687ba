import type { Notes } from "../discord/outgoing.ts";
import type { WorkerContext } from "./context.ts";

/** What is noted of the way is noted before anything is posted, and then nobody changes the message any more. */
export function notesOf(id: string, { records, edits }: WorkerContext): Notes {
  return {
    read: () => records.notes(id),
    async note(name, value) {
      await records.note(id, name, value);
      if (name === "route") await edits.untilFree(id);
    },
  };
}
