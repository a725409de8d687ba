import { keyOf } from "./redis.ts";

export const answerFamily = "answer";
/** What nobody fetched goes after a while: results wait a week for moderators. Seconds. */
export const keepAnswersSeconds = 8 * 24 * 3600;
/** Hash of the whole parts: number of its first picture, from 0 on, to the kind of its webui and where its chunks are. */
export const answerKey = (id: string) => keyOf(answerFamily, id);
/** The kind of webui that was given a drawing last: only its answers count. */
export const answerKindKey = (id: string) => keyOf(answerFamily, id, "kind");
