import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readInfotext } from "../../../src/generation/infotext.ts";
import { fitPicture } from "../../../src/generation/picture/fit.ts";
import { sniffFormat } from "../../../src/generation/picture/format.ts";
import { readPictureText, withPictureText } from "../../../src/generation/picture/metadata.ts";
import { draw, haveSamePixels } from "./samples.ts";

const INFOTEXT =
  "a cat é 🐈\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, Seed: 1, Size: 8x8";
const MEBIBYTE = 2 ** 20;

describe("making a picture fit", () => {
  test("leaves the very bytes of one that fits", async () => {
    const bytes = withPictureText(await draw(300, 300).png().toBuffer(), INFOTEXT);
    const fitted = await fitPicture(bytes, bytes.length);
    expect(fitted).toMatchObject({ format: "png", changed: false, lossless: true });
    expect(fitted.bytes).toEqual(bytes);
  });

  test.each([3, 4] as const)(
    "packs a PNG of %d channels better, if that suffices",
    async (channels) => {
      const picture = draw(512, 512, 8, channels).png({ compressionLevel: 0 });
      const bytes = withPictureText(await picture.toBuffer(), INFOTEXT);
      const fitted = await fitPicture(bytes, Math.floor(bytes.length * 0.8));
      expect(fitted).toMatchObject({ format: "png", changed: true, lossless: true });
      expect(await haveSamePixels(fitted.bytes, bytes)).toBe(true);
      expect(readPictureText(fitted.bytes)).toBe(INFOTEXT);
    },
  );

  test.each([3, 4] as const)(
    "takes lossless WebP for %d channels where PNG is too large",
    async (channels) => {
      const picture = draw(700, 500, 8, channels);
      const bytes = withPictureText(await picture.clone().png().toBuffer(), INFOTEXT);
      const webp = await picture.webp({ lossless: true, exact: true, effort: 2 }).toBuffer();
      const limit = webp.length + 500;
      expect(limit).toBeLessThan(bytes.length);
      const fitted = await fitPicture(bytes, limit);
      expect(fitted).toMatchObject({ format: "webp", lossless: true });
      expect(fitted.bytes.length).toBeLessThanOrEqual(limit);
      expect(await haveSamePixels(fitted.bytes, bytes)).toBe(true);
      expect(readPictureText(fitted.bytes)).toBe(INFOTEXT);
    },
  );

  test("keeps a grey picture's and a palette's pixels", async () => {
    const grey = draw(400, 400, 40).greyscale().toColourspace("b-w").png({ compressionLevel: 0 });
    const palette = draw(400, 400, 40).png({ palette: true, colours: 200, compressionLevel: 0 });
    for (const picture of [grey, palette]) {
      const bytes = await picture.toBuffer();
      const fitted = await fitPicture(bytes, bytes.length - 1);
      expect(fitted).toMatchObject({ changed: true, lossless: true });
      expect(await haveSamePixels(fitted.bytes, bytes)).toBe(true);
    }
  });

  test.each([
    ["an opaque PNG", draw(320, 240, 60).png()],
    ["a transparent PNG", draw(320, 240, 60, 4).png()],
    ["a JPEG", draw(320, 240, 60).jpeg({ quality: 100 })],
    ["a lossless WebP", draw(320, 240, 60).webp({ lossless: true })],
    ["pure noise", draw(320, 240, 255).png()],
    ["a strip", draw(17_000, 6, 255).png()],
    ["a column", draw(5, 17_000, 255).png()],
    ["a 16-bit PNG", draw(300, 200, 255).toColourspace("rgb16").png()],
    ["a PNG with a profile", draw(300, 200, 255).withIccProfile("p3").png()],
    ["a GIF", draw(300, 200, 255).gif()],
  ])("never exceeds a limit nor loses the infotext: %s", async (name, picture) => {
    const bytes = withPictureText(await picture.toBuffer(), INFOTEXT);
    const { width, height, hasAlpha } = await sharp(bytes).metadata();
    for (const part of [0.95, 0.3, 0]) {
      const limit = Math.max(10_000, Math.floor(bytes.length * part));
      const fitted = await fitPicture(bytes, limit);
      expect(fitted.bytes.length).toBeLessThanOrEqual(limit);
      expect(fitted.format).toBe(sniffFormat(fitted.bytes));
      const after = await sharp(fitted.bytes).metadata();
      expect(after.width / after.height / (width / height)).toBeGreaterThan(0.5);
      expect(after.hasAlpha).toBe(hasAlpha);
      if (name !== "a GIF") expect(readPictureText(fitted.bytes)).toBe(INFOTEXT);
      if (fitted.lossless) expect(await haveSamePixels(fitted.bytes, bytes)).toBe(true);
    }
  });

  test("keeps size before quality, and scales down only in the end", async () => {
    const bytes = await draw(1000, 800, 60).png().toBuffer();
    const fair = await sharp((await fitPicture(bytes, 200_000)).bytes).metadata();
    expect(fair).toMatchObject({ width: 1000, height: 800 });
    const tiny = await sharp((await fitPicture(bytes, 10_000)).bytes).metadata();
    expect(tiny.width).toBeLessThan(1000);
  });

  test("makes good use of the room there is", async () => {
    const bytes = await draw(600, 600, 60).png().toBuffer();
    for (const limit of [225_000, 150_000, 100_000]) {
      expect((await fitPicture(bytes, limit)).bytes.length).toBeGreaterThan(limit * 0.8);
    }
  });

  test("counts a long infotext, and cuts its prompt where it alone would fill the limit", async () => {
    const long = INFOTEXT.replace("a cat", "a cat ".repeat(10_000));
    const bytes = withPictureText(await draw(500, 500, 60).png().toBuffer(), long);
    const fitted = await fitPicture(bytes, 10_000);
    expect(fitted.bytes.length).toBeLessThanOrEqual(10_000);
    const infotext = readInfotext(readPictureText(fitted.bytes) ?? "");
    expect(infotext.parameters).toEqual(readInfotext(INFOTEXT).parameters);
    expect(infotext.prompt.length).toBeGreaterThan(1000);
  });

  test("stands a turned picture up before it forgets the orientation", async () => {
    const turned = draw(600, 300, 200).withMetadata({ orientation: 6 }).jpeg({ quality: 100 });
    const fitted = await fitPicture(await turned.toBuffer(), 50_000);
    const { width, height, orientation = 1 } = await sharp(fitted.bytes).metadata();
    expect(orientation).toBe(1);
    expect(height / width).toBeCloseTo(2, 1);
  });

  test("keeps an animation moving, until no size would do", async () => {
    const still = await draw(128, 128, 255).png().toBuffer();
    const frames = Array.from({ length: 12 }, () => still);
    for (let at = 1; at < 12; at += 1)
      frames[at] = await draw(128, 128, 255 - at * 9)
        .png()
        .toBuffer();
    const bytes = await sharp(frames, { join: { animated: true } })
      .webp({ quality: 100 })
      .toBuffer();
    const fitted = await fitPicture(withPictureText(bytes, INFOTEXT), 40_000);
    expect(fitted.bytes.length).toBeLessThanOrEqual(40_000);
    expect((await sharp(fitted.bytes).metadata()).pages).toBe(12);
    expect(readPictureText(fitted.bytes)).toBe(INFOTEXT);
    const tiny = await fitPicture(bytes, 10_000);
    expect(tiny.lossless).toBe(false);
    expect(tiny.bytes.length).toBeLessThanOrEqual(10_000);
  });

  test("fits noisy pixels of a size that a webui makes with hires fix", async () => {
    const bytes = await draw(2048, 2048, 60).png({ compressionLevel: 1 }).toBuffer();
    const fitted = await fitPicture(withPictureText(bytes, INFOTEXT), 2.5 * MEBIBYTE);
    expect(fitted.bytes.length).toBeLessThanOrEqual(2.5 * MEBIBYTE);
    expect(fitted.bytes.length).toBeGreaterThan(1.75 * MEBIBYTE);
    expect(readPictureText(fitted.bytes)).toBe(INFOTEXT);
  });
});
