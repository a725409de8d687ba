import * as fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  type Canvas,
  type Direction,
  extendCanvas,
  makeSquare,
  pan,
  zoomOut,
} from "../../../src/generation/picture/canvas.ts";
import { draw, haveSamePixels } from "./samples.ts";

const [width, height] = [320, 240];
const picture = await draw(width, height, 30).png().toBuffer();

/** Both pictures decoded, after a look at what holds for every canvas. */
async function checked(canvas: Canvas) {
  const { width, height } = canvas;
  expect([width % 8, height % 8]).toEqual([0, 0]);
  expect(Math.max(width, height)).toBeLessThanOrEqual(2048);
  const [shown, mask] = [sharp(canvas.picture), sharp(canvas.mask)];
  expect(await shown.metadata()).toMatchObject({ format: "png", width, height, channels: 3 });
  expect(await mask.metadata()).toMatchObject({ format: "png", width, height, channels: 1 });
  const grey = await mask.toColourspace("b-w").raw().toBuffer();
  expect(grey.every((value) => value === 0 || value === 255)).toBe(true);
  return { white: (x: number, y: number) => grey[y * width + x] === 255, grey };
}

describe("a larger canvas", () => {
  test("has the picture in its place, every pixel of it, and the mask around it", async () => {
    const canvas = await extendCanvas(picture, { left: 64, down: 80 });
    const { white } = await checked(canvas);
    expect(canvas).toMatchObject({ width: 384, height: 320 });
    const inner = sharp(canvas.picture).extract({ left: 64, top: 0, width, height });
    expect(await haveSamePixels(await inner.png().toBuffer(), picture)).toBe(true);
    expect([white(0, 0), white(63, 100), white(200, 319)]).toEqual([true, true, true]);
    // The seam goes into the picture, but not where there is no room.
    expect([white(70, 100), white(85, 100)]).toEqual([true, false]);
    expect([white(200, 0), white(383, 100), white(200, 230)]).toEqual([false, false, true]);
  });

  test("goes on in the colours of the picture's edge, without its detail", async () => {
    const half = await sharp({
      create: { width: 256, height: 256, channels: 3, background: "#c03020" },
    })
      .composite([
        {
          input: { create: { width: 128, height: 256, channels: 3, background: "#2060c0" } },
          left: 128,
          top: 0,
        },
      ])
      .png()
      .toBuffer();
    const canvas = await extendCanvas(half, { left: 128, right: 128, up: 128 });
    const pixels = await sharp(canvas.picture).raw().toBuffer();
    const at = (x: number, y: number) => [
      ...pixels.subarray(3 * (y * canvas.width + x)).subarray(0, 3),
    ];
    const far = (a: number[], b: number[]) =>
      Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));
    expect(far(at(20, 200), [0xc0, 0x30, 0x20])).toBeLessThan(12);
    expect(far(at(490, 200), [0x20, 0x60, 0xc0])).toBeLessThan(12);
    expect(far(at(150, 20), [0xc0, 0x30, 0x20])).toBeLessThan(30);
  });

  test("keeps its bounds and every format, whatever is asked", async () => {
    const side = fc.integer({ min: 1, max: 700 });
    const room = fc.integer({ min: 0, max: 3000 });
    const format = fc.constantFrom("png" as const, "jpeg" as const, "webp" as const);
    await fc.assert(
      fc.asyncProperty(
        side,
        side,
        room,
        room,
        room,
        room,
        format,
        async (w, h, left, right, up, down, type) => {
          const file = await draw(w, h).toFormat(type).toBuffer();
          const canvas = await extendCanvas(file, { left, right, up, down });
          const { grey } = await checked(canvas);
          if (left + right + up + down >= 64) expect(grey.includes(255)).toBe(true);
          expect(grey.includes(0)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  test("is the picture itself, unmasked, where it is to grow nowhere and fits", async () => {
    const canvas = await extendCanvas(picture, {});
    const { grey } = await checked(canvas);
    expect(grey.includes(255)).toBe(false);
    expect(await haveSamePixels(canvas.picture, picture)).toBe(true);
  });

  test("takes transparency for white, and a turned picture as it is looked at", async () => {
    const turned = await draw(64, 32).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await extendCanvas(turned, { right: 32 })).toMatchObject({ width: 64, height: 64 });
    const empty = await sharp({
      create: { width: 64, height: 64, channels: 4, background: "#00000000" },
    })
      .png()
      .toBuffer();
    const { picture: white } = await extendCanvas(empty, { up: 8 });
    expect((await sharp(white).raw().toBuffer()).every((value) => value === 255)).toBe(true);
  });
});

describe("zooming, panning and squaring", () => {
  test.each([1.5, 2])("zooms out by %f in the same size", async (factor) => {
    const canvas = await zoomOut(picture, factor);
    const { white, grey } = await checked(canvas);
    expect(canvas).toMatchObject({ width, height });
    expect([white(0, 0), white(319, 239), white(160, 120)]).toEqual([true, true, false]);
    const kept = grey.filter((value) => value === 0).length / grey.length;
    expect(kept).toBeGreaterThan(0.65 / factor ** 2);
    expect(kept).toBeLessThan(1 / factor ** 2);
    const small = await sharp(picture).resize(32, 24, { fit: "fill" }).raw().toBuffer();
    const left = Math.round((width - width / factor) / 2);
    const top = Math.round((height - height / factor) / 2);
    const inner = await sharp(canvas.picture)
      .extract({
        left,
        top,
        width: Math.floor(width / factor),
        height: Math.floor(height / factor),
      })
      .png()
      .toBuffer();
    const again = await sharp(inner).resize(32, 24, { fit: "fill" }).raw().toBuffer();
    const far = small.reduce((sum, value, i) => sum + Math.abs(value - (again[i] ?? 0)), 0);
    expect(far / small.length).toBeLessThan(6);
  });

  test("makes the sides multiples of 8 where the picture's are not", async () => {
    const odd = await draw(333, 250).png().toBuffer();
    expect(await zoomOut(odd, 2)).toMatchObject({ width: 328, height: 248 });
    await checked(await zoomOut(odd, 1.5));
  });

  test.each<[Direction, number, number, number, number]>([
    ["left", 480, 240, 10, 100],
    ["right", 480, 240, 470, 100],
    ["up", 320, 360, 100, 10],
    ["down", 320, 360, 100, 350],
  ])("pans %s by half", async (direction, width, height, x, y) => {
    const canvas = await pan(picture, direction, 0.5);
    const { white } = await checked(canvas);
    expect(canvas).toMatchObject({ width, height });
    expect([white(x, y), white(width - 1 - x, height - 1 - y)]).toEqual([true, false]);
  });

  test("makes a square of wide and tall ones", async () => {
    for (const [w, h] of [
      [320, 200],
      [200, 320],
      [323, 200],
    ] as const) {
      const canvas = await makeSquare(await draw(w, h).png().toBuffer());
      await checked(canvas);
      expect(Math.abs(canvas.width - canvas.height)).toBeLessThanOrEqual(7);
      expect(Math.max(canvas.width, canvas.height)).toBeLessThanOrEqual(328);
    }
  });
});
