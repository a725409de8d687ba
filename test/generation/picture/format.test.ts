import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { formats, sniffFormat } from "../../../src/generation/picture/format.ts";
import { draw, joined } from "./samples.ts";

describe("sniffing the format", () => {
  test.each(["png", "jpeg", "webp", "gif", "avif"] as const)(
    "knows %s by its bytes",
    async (format) => {
      expect(sniffFormat(await draw(8, 8).toFormat(format).toBuffer())).toBe(format);
      expect(formats[format].mime).toBe(`image/${format}`);
    },
  );

  test("knows AVIF by a compatible brand", () => {
    expect(sniffFormat(joined("\0\0\0\x18ftypmif1\0\0\0\0miafavif"))).toBe("avif");
  });

  test.each([
    ["nothing", ""],
    ["text", "a cat"],
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ["PDF", "%PDF-1.7\n"],
    ["HEIC", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
    ["MP4", "\0\0\0\x18ftypisom\0\0\x02\0isommp41"],
    ["an avif outside the brands", "\0\0\0\x10ftypisom\0\0\x02\0avif"],
    ["BMP", "BM\x3a\0\0\0"],
    ["another RIFF", "RIFF\x04\0\0\0WAVE"],
    ["half a signature", "\x89PNG\r\n"],
  ])("takes %s for no picture", (_, bytes) => {
    expect(sniffFormat(joined(bytes))).toBeUndefined();
  });

  test("takes TIFF for no picture, though the decoder knows it", async () => {
    const tiff = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
      .tiff()
      .toBuffer();
    expect(sniffFormat(tiff)).toBeUndefined();
  });
});
