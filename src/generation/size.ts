/** Sides that suit every webui are multiples of this (webui-api.md, surprise 21). */
const step = 64;

export type Size = { width: number; height: number };

/** The webui's own default, used where nobody says how large a picture of a given ratio should be. */
export const defaultSize: Size = { width: 512, height: 512 };

type Bounds = { min: number; max: number };

/** `16:9` as a number, width by height. */
export function readRatio(ratio: string): number {
  const [width = Number.NaN, height = Number.NaN] = ratio.split(":").map(Number);
  return width / height;
}

/** Sides in the given ratio (width by height) at about `area` pixels, multiples of 64 within the bounds. */
export function sizeOfRatio(ratio: number, area: number, bounds: Bounds): Size {
  // From both sides: either may be the one that the bounds shorten.
  const candidates = [
    ...around(Math.sqrt(area * ratio), bounds).flatMap((width) =>
      around(width / ratio, bounds).map((height) => ({ width, height })),
    ),
    ...around(Math.sqrt(area / ratio), bounds).flatMap((height) =>
      around(height * ratio, bounds).map((width) => ({ width, height })),
    ),
  ];
  const error = ({ width, height }: Size) =>
    2 * Math.abs(Math.log(width / height / ratio)) + Math.abs(Math.log((width * height) / area));
  return candidates.reduce((best, size) => (error(size) < error(best) ? size : best));
}

/** The multiple of `step` within the bounds that is nearest to `side`. */
export function roundSide(side: number, step: number, { min, max }: Bounds): number {
  return Math.min(max, Math.max(min, Math.round(side / step) * step));
}

/** A picture's own size; scaled where it must be to keep the bounds, the sides are then multiples of 8. */
export function sizeWithin({ width, height }: Size, { min, max }: Bounds): Size {
  const shrink = Math.min(1, max / Math.max(width, height));
  const grow = Math.max(1, min / (Math.min(width, height) * shrink));
  if (shrink === 1 && grow === 1) return { width, height };
  const fit = (side: number) =>
    Math.min(max, Math.max(min, Math.floor((side * shrink * grow) / 8 + 1e-9) * 8));
  return { width: fit(width), height: fit(height) };
}

function around(side: number, { min, max }: Bounds): number[] {
  const low = Math.floor(side / step) * step;
  return [low, low + step].map((value) => Math.min(max, Math.max(min, value)));
}
