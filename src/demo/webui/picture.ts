import { createChance } from "./chance.ts";
import type { Pixels } from "./png.ts";
import { createScene, type Colour, type Scene, type SceneRequest } from "./scene.ts";

/** Draws a landscape. The same request gives the same bytes. */
export function drawPicture(
  request: SceneRequest & { width: number; height: number; noise?: boolean },
): Pixels {
  const { width, height } = request;
  const scene = createScene(request);
  const rgb = Buffer.allocUnsafe(width * height * 3);
  paint(scene, width, height, rgb);
  if (scene.stars > 0) paintStars(scene, request.seed, width, height, rgb);
  if (scene.water !== undefined) paintWater(scene.water, width, height, rgb);
  const pixels = { width, height, rgb };
  if (request.noise) addNoise(pixels, 0.7, request.seed);
  return pixels;
}

function paint(scene: Scene, width: number, height: number, rgb: Buffer): void {
  const long = Math.max(width, height);
  const tops = scene.layers.map((layer) =>
    Float32Array.from({ length: width }, (_, x) => layer.top(x / long) * height),
  );
  const { sun } = scene;
  const [sx, sy, radius] = [sun.x * width, sun.y * height, sun.radius * Math.min(width, height)];
  const [sunR, sunG, sunB] = sun.colour;
  const reach = 1 / (radius * radius);
  const flat = new Float64Array(tops.length * 3);
  for (let y = 0, at = 0; y < height; y++) {
    const [skyR, skyG, skyB] = skyAt(scene, y / height);
    const deep = (y / height) ** 2;
    for (const [i, layer] of scene.layers.entries())
      flat.set(blend(layer.colour, layer.deep, deep), i * 3);
    const dy = (y - sy) * (y - sy);
    for (let x = 0; x < width; x++, at += 3) {
      let first = tops.length - 1;
      while (first >= 0 && y < tops[first]![x]!) first--;
      let r = skyR;
      let g = skyG;
      let b = skyB;
      if (first >= 0) {
        r = flat[first * 3]!;
        g = flat[first * 3 + 1]!;
        b = flat[first * 3 + 2]!;
      } else {
        const d = ((x - sx) * (x - sx) + dy) * reach;
        const light = d < 1 ? 1 : Math.min(1, sun.glow / (d * 0.6 + 0.4));
        r += (sunR - r) * light;
        g += (sunG - g) * light;
        b += (sunB - b) * light;
      }
      const next = first + 1;
      const edge = next < tops.length ? y + 1 - tops[next]![x]! : 0;
      if (edge > 0) {
        r += (flat[next * 3]! - r) * edge;
        g += (flat[next * 3 + 1]! - g) * edge;
        b += (flat[next * 3 + 2]! - b) * edge;
      }
      rgb[at] = r;
      rgb[at + 1] = g;
      rgb[at + 2] = b;
    }
  }
}

function skyAt({ sky: [top, middle, low] }: Scene, part: number): Colour {
  return part < 0.35
    ? blend(top, middle, part / 0.35)
    : blend(middle, low, Math.min(1, (part - 0.35) / 0.3));
}

function blend(a: Colour, b: Colour, part: number): Colour {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part];
}

function paintStars(scene: Scene, seed: number, width: number, height: number, rgb: Buffer): void {
  const chance = createChance(seed + 1);
  for (let i = 0; i < scene.stars; i++) {
    const x = Math.floor(chance() * width);
    const part = chance() * 0.5;
    const hidden = scene.layers.some((layer) => part > layer.top(x / Math.max(width, height)));
    const at = (Math.floor(part * height) * width + x) * 3;
    const light = 120 + chance() * 135;
    if (!hidden) for (let c = 0; c < 3; c++) rgb[at + c] = Math.max(rgb[at + c] ?? 0, light);
  }
}

/** Below the waterline stands the picture upside down, with ripples. */
function paintWater(from: number, width: number, height: number, rgb: Buffer): void {
  const line = Math.floor(from * height);
  const stride = width * 3;
  for (let y = line; y < height; y++) {
    const depth = y - line;
    const mirrored = line - 1 - Math.floor(depth * 2.2 + Math.sin(depth * 0.9) * 2);
    const source = Math.max(0, mirrored) * stride;
    const light = 0.82 - 0.25 * (depth / (height - line)) + 0.06 * Math.sin(depth * 1.7);
    for (let i = 0; i < stride; i++) rgb[y * stride + i] = rgb[source + i]! * light;
  }
}

/** Mixes noise in, in place: what is left of it when a picture is only partly drawn. */
export function addNoise({ rgb }: Pixels, part: number, seed: number): void {
  let state = (seed ^ 0x9e3779b9) | 1;
  const keep = 1 - part;
  for (let i = 0; i < rgb.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    rgb[i] = rgb[i]! * keep + ((state >>> 8) & 255) * part;
  }
}

/** Mixes a second picture of the same size in, in place; where a mask is given, only there. */
export function mixPicture(base: Pixels, over: Pixels, part: number, mask?: Buffer): void {
  for (let pixel = 0, i = 0; i < base.rgb.length; pixel++)
    for (let c = 0; c < 3; c++, i++) {
      const share = mask ? (part * mask[pixel]!) / 255 : part;
      base.rgb[i] = base.rgb[i]! * (1 - share) + over.rgb[i]! * share;
    }
}

/** The pictures of a batch side by side, as the server's grid and its live preview show them. */
export function joinPictures(pictures: Pixels[]): Pixels {
  const [first] = pictures;
  if (!first || pictures.length === 1)
    return first ?? { width: 1, height: 1, rgb: Buffer.alloc(3) };
  const rows = Math.max(1, Math.round(Math.sqrt(pictures.length)));
  const columns = Math.ceil(pictures.length / rows);
  const width = first.width * columns;
  const rgb = Buffer.alloc(width * first.height * rows * 3);
  for (const [i, picture] of pictures.entries()) {
    const left = (i % columns) * first.width;
    const top = Math.floor(i / columns) * first.height;
    for (let y = 0; y < Math.min(picture.height, first.height); y++)
      picture.rgb.copy(
        rgb,
        ((top + y) * width + left) * 3,
        y * picture.width * 3,
        (y * picture.width + Math.min(picture.width, first.width)) * 3,
      );
  }
  return { width, height: first.height * rows, rgb };
}
