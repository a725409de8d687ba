import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readPicture } from "../../../src/generation/picture/decode.ts";
import { draw, handmadePng, joined } from "./samples.ts";

const LIMITS = { maxBytes: 2 ** 20, maxPixels: 10_000 };

describe("reading what a member uploads", () => {
  test.each(["png", "jpeg", "webp"] as const)("leaves an upright %s as it is", async (format) => {
    const bytes = await draw(40, 30).toFormat(format).toBuffer();
    expect(await readPicture(bytes, LIMITS)).toEqual({ bytes, format, width: 40, height: 30 });
  });

  test.each(["gif", "avif"] as const)("makes a PNG of a %s", async (format) => {
    const bytes = await draw(40, 30).toFormat(format).toBuffer();
    const picture = await readPicture(bytes, LIMITS);
    expect(picture).toMatchObject({ format: "png", width: 40, height: 30 });
  });

  test("turns a picture that lies on its side", async () => {
    for (const format of ["jpeg", "webp", "png"] as const) {
      const left = joined(Buffer.alloc(300, 255), Buffer.alloc(900));
      const raw = { width: 40, height: 10, channels: 3 } as const;
      const upright = sharp(left, { raw }).withMetadata({ orientation: 6 });
      const picture = await readPicture(await upright.toFormat(format).toBuffer(), LIMITS);
      if ("refused" in picture) throw new Error(picture.refused);
      expect(picture).toMatchObject({ format: "png", width: 10, height: 40 });
      const header = await sharp(picture.bytes).metadata();
      expect(header).toMatchObject({ format: "png", width: 10, height: 40 });
      expect(header.orientation ?? 1).toBe(1);
    }
  });

  test.each(["gif", "webp"] as const)("takes the first frame of an animated %s", async (format) => {
    const frames = await Promise.all(
      ["red", "blue"].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const picture = await readPicture(bytes, LIMITS);
    if ("refused" in picture) throw new Error(picture.refused);
    expect(picture).toMatchObject({ format: "png", width: 20, height: 10 });
    const [red = 0, , blue = 0] = await sharp(picture.bytes).raw().toBuffer();
    expect(red).toBeGreaterThan(blue);
  });

  test("bounds bytes and pixels exactly", async () => {
    const bytes = await draw(100, 100).png().toBuffer();
    expect(await readPicture(bytes, LIMITS)).toMatchObject({ width: 100 });
    const fewer = { ...LIMITS, maxPixels: 9_999 };
    expect(await readPicture(bytes, fewer)).toEqual({ refused: "too many pixels" });
    const smaller = { ...LIMITS, maxBytes: bytes.length - 1 };
    expect(await readPicture(bytes, smaller)).toEqual({ refused: "too large" });
  });
});

describe("refusing what is no picture", () => {
  test.each([
    ["nothing", ""],
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'],
    ["a PDF", "%PDF-1.7\n"],
    ["a text", "a cat"],
  ])("refuses %s", async (_, bytes) => {
    expect(await readPicture(joined(bytes), LIMITS)).toEqual({ refused: "not a picture" });
  });

  test.each([
    ["a PNG's first bytes and an SVG", joined("\x89PNG\r\n\x1a\n<svg/>")],
    ["a JPEG's first bytes", joined("\xff\xd8\xff\xe0")],
    ["a WebP's first bytes", joined("RIFF\x04\0\0\0WEBP")],
    ["a GIF's first bytes", joined("GIF89a")],
    ["an AVIF's first bytes", joined("\0\0\0\x14ftypavif\0\0\0\0avif")],
  ])("finds %s broken", async (_, bytes) => {
    expect(await readPicture(bytes, LIMITS)).toEqual({ refused: "broken" });
  });

  test.each(["png", "jpeg", "webp", "gif", "avif"] as const)(
    "finds a %s that breaks off broken",
    async (format) => {
      const bytes = await draw(90, 90, 200).toFormat(format).toBuffer();
      const half = bytes.subarray(0, Math.floor(bytes.length * 0.7));
      expect(await readPicture(half, LIMITS)).toEqual({ refused: "broken" });
    },
  );

  test("finds a PNG with fewer rows than it promises broken", async () => {
    expect(await readPicture(handmadePng(90, 90, 45), LIMITS)).toEqual({ refused: "broken" });
  });
});

describe("refusing bombs by their header", () => {
  test("refuses a few bytes that claim 50000 by 50000 pixels", async () => {
    const bytes = handmadePng(50_000, 50_000, 1);
    expect(bytes.length).toBeLessThan(1000);
    const limits = { maxBytes: 2 ** 20, maxPixels: 100_000_000 };
    expect(await readPicture(bytes, limits)).toEqual({ refused: "too many pixels" });
  });

  test("refuses a real bomb without unpacking it", async () => {
    const bytes = handmadePng(8_000, 8_000, 8_000);
    expect(bytes.length).toBeLessThan(LIMITS.maxBytes);
    const before = process.memoryUsage.rss();
    expect(await readPicture(bytes, LIMITS)).toEqual({ refused: "too many pixels" });
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 2 ** 20);
  });

  test("refuses a bomb in each format that has room for one", async () => {
    const picture = sharp({
      create: { width: 1200, height: 1200, channels: 3, background: "red" },
    });
    for (const format of ["jpeg", "webp", "gif", "avif"] as const) {
      const bytes = await picture.clone().toFormat(format, { effort: 1 }).toBuffer();
      expect(await readPicture(bytes, LIMITS)).toEqual({ refused: "too many pixels" });
    }
  });

  test("bounds a frame of an animation, and decodes no other", async () => {
    const frame = await draw(50, 50).png().toBuffer();
    const frames = Array.from({ length: 100 }, (_, index) =>
      index % 2 ? frame : handmadePng(50, 50, 50),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await readPicture(bytes, LIMITS)).toMatchObject({ width: 50, height: 50 });
    const fewer = { ...LIMITS, maxPixels: 2_499 };
    expect(await readPicture(bytes, fewer)).toEqual({ refused: "too many pixels" });
  });
});
