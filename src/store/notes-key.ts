import { keyOf } from "./redis.ts";

export const notesFamily = "notes";

/** Where the notes of a job's delivery stand. The receiver reads them, which is to load little. */
export const notesKey = (id: string) => keyOf(notesFamily, id);
