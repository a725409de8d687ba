/** Redis's own words for: not now, or not here. They come while a replica takes the place of its master. */
const replies =
  /^(?:READONLY|LOADING|CLUSTERDOWN|MASTERDOWN|MOVED|ASK|TRYAGAIN|UNBLOCKED|NOREPLICAS) /;
/** ioredis's words, as it has no class for most of them. */
const words =
  /^(?:Connection is closed|Command timed out|Command aborted due to connection close|Reached the max retries|Stream isn't writeable|Cluster is|Cluster isn't|Too many Cluster redirections|Failed to refresh slots cache|None of startup nodes|All sentinels)/;

/** Whether this says only that Redis could not be asked just now: the same may work in a moment. */
export function isRedisAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.message.startsWith("EXECABORT") && "previousErrors" in error) {
    return Array.isArray(error.previousErrors) && error.previousErrors.some(isRedisAway);
  }
  return replies.test(error.message) || words.test(error.message);
}
