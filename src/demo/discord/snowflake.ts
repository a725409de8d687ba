const DISCORD_EPOCH = 1_420_070_400_000n;

/** Ids as Discord makes them: the time in the upper bits, always rising. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const id = ((BigInt(Math.floor(now())) - DISCORD_EPOCH) << 22n) | (1n << 17n);
    last = id > last ? id : last + 1n;
    return String(last);
  };
}

export const isSnowflake = (value: unknown): boolean =>
  typeof value === "string" && /^\d{15,20}$/.test(value);

/** When the id was made, in milliseconds. */
export const timeOf = (id: string): number => Number((BigInt(id) >> 22n) + DISCORD_EPOCH);
