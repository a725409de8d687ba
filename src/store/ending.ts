import { keyOf } from "./redis.ts";

/** How a job ended; the first to say so is right for good. */
export type Ending = "drawn" | "failed" | "cancelled";

export const endFamily = "end";

/** Where that is written. */
export const endKey = (id: string) => keyOf(endFamily, id);
