import { sum } from "../../src/generation/tally.ts";

/** Theil and Sen: the median of the slopes between all pairs, which a few wild values do not bend. */
export function slopeOf(points: readonly { x: number; y: number }[]): number {
  const slopes = points.flatMap((one, index) =>
    points
      .slice(index + 1)
      .flatMap((other) => (other.x === one.x ? [] : (other.y - one.y) / (other.x - one.x))),
  );
  return medianOf(slopes);
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/**
 * Mann and Kendall: how many standard deviations the pairs that rise outnumber those that fall by, had the values no order.
 * 0 where all are alike; over 2.33 comes by chance once in a hundred times.
 */
export function certaintyOf(points: readonly { x: number; y: number }[]): number {
  const values = points.toSorted((a, b) => a.x - b.x).map(({ y }) => y);
  const ups = sum(
    values.flatMap((one, index) => values.slice(index + 1).map((later) => Math.sign(later - one))),
  );
  const alike = [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length);
  const variance = (spread(values.length) - sum(alike.map(spread))) / 18;
  return variance === 0 ? 0 : (ups - Math.sign(ups)) / Math.sqrt(variance);
}

const spread = (count: number) => count * (count - 1) * (2 * count + 5);
