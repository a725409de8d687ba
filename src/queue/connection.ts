import type { JobName } from "../jobs.ts";

/** BullMQ's keys stand beside ours; the braces keep them on one node of a Redis Cluster. */
export const queuePrefix = "{easel}";

/** BullMQ refuses ids that are whole numbers to JavaScript, which some snowflakes are. */
export const jobIdOf = (id: string) => `job-${id}`;

/** Where a job stands until it has ended. */
export const jobKey = (name: JobName, id: string) => `${queuePrefix}:${name}:${jobIdOf(id)}`;

/** A job is tried until we say that it is enough (`queue/worker.ts` decides), so BullMQ's own bound is out of reach. */
export const jobOptions = {
  attempts: 1_000_000,
  backoff: { type: "custom" },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

/**
 * A killed worker's job runs again within about 10 s (measured: 10.4 s); renewal is at half the lock, so the event
 * loop may never be held for 5 s. Milliseconds.
 */
export const lockMs = { lockDuration: 10_000, stalledInterval: 2_000 } as const;
