import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRatio, roundSide, sizeOfRatio, sizeWithin } from "../../src/generation/size.ts";

const bounds = { min: 64, max: 2048 };
const side = fc.integer({ min: 1, max: 20_000 });

describe("a size of a given ratio", () => {
  test.each([
    ["1:1", { width: 512, height: 512 }],
    ["3:2", { width: 576, height: 384 }],
    ["2:1", { width: 768, height: 384 }],
    ["1:2", { width: 384, height: 768 }],
  ])("is close to the ratio and the area: %s", (ratio, size) => {
    expect(sizeOfRatio(readRatio(ratio), 512 * 512, bounds)).toEqual(size);
  });

  test("has sides that are multiples of 64 within the bounds, whatever the ratio", () => {
    const ratio = fc.double({ min: 1 / 16, max: 16, noNaN: true });
    fc.assert(
      fc.property(ratio, fc.integer({ min: 64 * 64, max: 2048 * 2048 }), (ratio, area) => {
        for (const length of Object.values(sizeOfRatio(ratio, area, bounds))) {
          expect(length % 64).toBe(0);
          expect(length).toBeGreaterThanOrEqual(64);
          expect(length).toBeLessThanOrEqual(2048);
        }
      }),
    );
  });

  test("has about the same area and the ratio, where the bounds let it", () => {
    const ratio = fc.double({ min: 1 / 2, max: 2, noNaN: true });
    fc.assert(
      fc.property(ratio, fc.integer({ min: 512 * 512, max: 1448 * 1448 }), (ratio, area) => {
        const { width, height } = sizeOfRatio(ratio, area, bounds);
        expect((width * height) / area).toBeGreaterThan(0.8);
        expect((width * height) / area).toBeLessThan(1.25);
        expect(width / height / ratio).toBeGreaterThan(0.85);
        expect(width / height / ratio).toBeLessThan(1.18);
      }),
    );
  });

  test("turns when the ratio turns", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }), (a, b) => {
        const wide = sizeOfRatio(a / b, 1024 * 1024, bounds);
        const tall = sizeOfRatio(b / a, 1024 * 1024, bounds);
        expect(tall).toEqual({ width: wide.height, height: wide.width });
      }),
    );
  });
});

describe("a side", () => {
  test("is rounded to the nearest multiple of 64 within the bounds", () => {
    expect([100, 95, 512, 1, 99_999].map((length) => roundSide(length, 64, bounds))).toEqual([
      128, 64, 512, 64, 2048,
    ]);
  });
});

describe("a picture's own size", () => {
  test("stays as it is where a webui takes it", () => {
    expect(sizeWithin({ width: 640, height: 832 }, bounds)).toEqual({ width: 640, height: 832 });
  });

  test("stays as it is, and is scaled down or up into the bounds in its ratio where it must", () => {
    expect(sizeWithin({ width: 645, height: 839 }, bounds)).toEqual({ width: 645, height: 839 });
    expect(sizeWithin({ width: 4096, height: 2048 }, bounds)).toEqual({
      width: 2048,
      height: 1024,
    });
    expect(sizeWithin({ width: 32, height: 16 }, bounds)).toEqual({ width: 128, height: 64 });
  });

  test("never leaves the bounds, nor its ratio where these leave room for it", () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = sizeWithin({ width, height }, bounds);
        for (const length of Object.values(size)) {
          expect(length === width || length === height || length % 8 === 0).toBe(true);
          expect(length).toBeGreaterThanOrEqual(64);
          expect(length).toBeLessThanOrEqual(2048);
        }
        const ratio = width / height;
        if (ratio < 1 / 32 || ratio > 32) return;
        // Each side loses less than 8 pixels.
        expect(size.width).toBeGreaterThan((size.height * ratio - 8) * 0.999);
        expect(size.height).toBeGreaterThan((size.width / ratio - 8) * 0.999);
      }),
    );
  });
});
