/** Quotas count by days that begin at the same moment for everybody: midnight, UTC. */
const dayMs = 24 * 3600_000;

/** The day's name: `2026-03-01`. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** When the next one begins, in milliseconds since 1970. */
export const nextDay = (now: number): number => (Math.floor(now / dayMs) + 1) * dayMs;
