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
