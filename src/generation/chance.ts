/** Choices that hang on a seed alone, the same everywhere and for ever: they are part of what a seed means. */
export type Chance = {
  /** One of `count` things: 0 to `count - 1`, each as likely as the others. */
  oneOf(count: number): number;
  /** The index of one of the weights, each as likely as it weighs; none of weight 0 unless all are. */
  weighted(weights: readonly number[]): number;
};

/**
 * The seed is read as a number whose digits are the choices, the first choice the lowest digit: seeds in a row go through
 * all choices before any comes again, so the pictures of one job differ as long as there are choices left. Each digit is
 * turned by a hash of those before it, so that the later choices vary too. Where the seed is used up, the hash remains.
 */
export function createChance(seed: number): Chance {
  let left = Math.abs(Math.trunc(seed)) % 2 ** 32;
  let state = 0x9e3779b9;
  const oneOf = (count: number) => {
    const digit = left % count;
    left = Math.floor(left / count);
    const chosen = (digit + (mix(state) % count)) % count;
    state = mix(state ^ (chosen + 1));
    return chosen;
  };
  const weighted = (weights: readonly number[]) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0)) return oneOf(weights.length);
    state = mix(state ^ left);
    let rest = (state / 2 ** 32) * total;
    const index = weights.findIndex((weight) => (rest -= weight) < 0);
    return index < 0 ? weights.findLastIndex((weight) => weight > 0) : index;
  };
  return { oneOf, weighted };
}

/** The finisher of MurmurHash3 over 32 bits (Austin Appleby, public domain), after a step that leaves no 0 in place. */
function mix(value: number): number {
  let bits = (value + 0x6d2b79f5) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
