/** One byte a pixel, row by row: 255 where something is, 0 elsewhere, unless it says otherwise. */
export type Bitmap = { data: Uint8Array; width: number; height: number };

/** Everything within `radius` pixels of what is there, in a square; a negative radius shrinks as much. Linear in pixels. */
export function grown(bitmap: Bitmap, radius: number): Bitmap {
  const { data, width, height } = bitmap;
  const rows = new Uint8Array(data.length);
  const both = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) spread(data, rows, y * width, 1, width, radius);
  for (let x = 0; x < width; x += 1) spread(rows, both, x, width, height, radius);
  return { data: both, width, height };
}

/** Along one line: a pixel is set if any within the radius is, or if all are where the radius is negative. */
function spread(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  length: number,
  radius: number,
): void {
  const wanted = radius < 0 ? 0 : 255;
  const reach = Math.abs(radius);
  let last = -Infinity;
  for (let index = 0; index < length + reach; index += 1) {
    if (index < length && from[start + index * step] === wanted) last = index;
    const at = index - reach;
    if (at >= 0) to[start + at * step] = last >= at - reach ? wanted : 255 - wanted;
  }
}

/**
 * What is there but for specks: groups of touching pixels of at least `least`, one of which at least is in `certain` too.
 * Linear in pixels.
 */
export function withoutSpecks(bitmap: Bitmap, certain: Bitmap, least: number): Bitmap {
  const { data, width, height } = bitmap;
  const kept = new Uint8Array(data.length);
  const seen = new Uint8Array(data.length);
  const group = new Uint32Array(data.length);
  for (let first = 0; first < data.length; first += 1) {
    if (data[first] !== 255 || seen[first] === 1) continue;
    let [size, sure] = [1, false];
    group[0] = first;
    seen[first] = 1;
    for (let index = 0; index < size; index += 1) {
      const at = group[index] ?? 0;
      sure ||= certain.data[at] === 255;
      for (const next of neighbours(at, width, height)) {
        if (data[next] !== 255 || seen[next] === 1) continue;
        seen[next] = 1;
        group[size] = next;
        size += 1;
      }
    }
    if (sure && size >= least) for (const at of group.subarray(0, size)) kept[at] = 255;
  }
  return { data: kept, width, height };
}

function neighbours(at: number, width: number, height: number): number[] {
  const [x, y] = [at % width, Math.floor(at / width)];
  const found: number[] = [];
  if (x > 0) found.push(at - 1);
  if (x < width - 1) found.push(at + 1);
  if (y > 0) found.push(at - width);
  if (y < height - 1) found.push(at + width);
  return found;
}
