/** Numbers between 0 and 1 that are the same for the same seed: a multiplicative generator after Lehmer. */
export function chance(seed: number): () => number {
  const prime = 2_147_483_647;
  let state = (seed * 48_271 + 11) % prime;
  const next = () => {
    state = (state * 48_271) % prime;
    return state / prime;
  };
  // The first ones of neighbouring seeds are neighbours.
  for (let skipped = 0; skipped < 10; skipped += 1) next();
  return next;
}
