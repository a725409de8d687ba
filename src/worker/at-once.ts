import { setTimeout as delay } from "node:timers/promises";

/** Redis is given this long, which may be away. Milliseconds. */
const patienceMs = 1_000;

/** What Redis says in time, else the other. */
export async function atOnce<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  const late = delay(patienceMs, otherwise, { ref: false });
  return Promise.race([asked.catch(() => otherwise), late]);
}
