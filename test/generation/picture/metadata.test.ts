import { deflateSync } from "node:zlib";
import * as fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readInfotext, toInfotext } from "../../../src/generation/infotext.ts";
import { readPictureText, withPictureText } from "../../../src/generation/picture/metadata.ts";
import { draw, handmadePng, haveSamePixels, joined, withChunk } from "./samples.ts";

const INFOTEXT =
  "a cat é 🐈\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, Seed: 1, Size: 8x8";
const png = await draw(9, 7).png().toBuffer();
const jpeg = await draw(9, 7).jpeg().toBuffer();
const files = {
  png,
  jpeg,
  "lossy webp": await draw(9, 7).webp().toBuffer(),
  "lossless webp": await draw(9, 7).webp({ lossless: true }).toBuffer(),
  "transparent webp": await draw(9, 7, 90, 4).webp().toBuffer(),
  "transparent lossless webp": await draw(9, 7, 90, 4).webp({ lossless: true }).toBuffer(),
};
const cases = Object.entries(files);
const text = fc.string({ unit: "binary", minLength: 1 }).filter((text) => !text.includes("\0"));

/** A UserComment in a block of its own, in either byte order. */
function exifBlock(order: "MM" | "II", comment: Buffer): Buffer {
  const numbers = (size: 2 | 4, ...values: number[]) =>
    joined(
      ...values.map((value) => {
        const bytes = Buffer.alloc(size);
        if (order === "MM") bytes.writeUIntBE(value, 0, size);
        else bytes.writeUIntLE(value, 0, size);
        return bytes;
      }),
    );
  const header = joined(order, numbers(2, 42), numbers(4, 8));
  const main = joined(numbers(2, 1, 0x8769, 4), numbers(4, 1, 26, 0));
  const inner = joined(numbers(2, 1, 0x9286, 7), numbers(4, comment.length, 44, 0));
  return joined(header, main, inner, comment);
}

function withSegment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]);
  return joined(jpeg.subarray(0, 2), head, content, jpeg.subarray(2));
}

const withExif = (block: Buffer) => withSegment(0xe1, joined("Exif\0\0", block));
const big = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("reading a PNG's text", () => {
  test.each([
    ["tEXt in Latin-1", "tEXt", joined("parameters\0caf\xe9"), "café"],
    [
      "tEXt in UTF-8, against the rule",
      "tEXt",
      joined("parameters\0", Buffer.from("café 猫")),
      "café 猫",
    ],
    ["zTXt", "zTXt", joined("parameters\0\0", deflateSync("café")), "café"],
    ["iTXt", "iTXt", joined("parameters\0\0\0\0\0", Buffer.from("猫")), "猫"],
    [
      "iTXt with a language",
      "iTXt",
      joined("parameters\0\0\0de\0Werte\0", Buffer.from("猫")),
      "猫",
    ],
    ["packed iTXt", "iTXt", joined("parameters\0\x01\0\0\0", deflateSync("猫")), "猫"],
  ])("reads %s", (_, type, data, expected) => {
    expect(readPictureText(withChunk(png, type, data))).toBe(expected);
  });

  test("passes over other keywords, and chunks that cannot be read", () => {
    const readable = withChunk(png, "tEXt", "parameters\0a cat");
    const other = withChunk(readable, "tEXt", "Software\0something");
    const unpackable = withChunk(other, "zTXt", "parameters\0\0not zlib");
    expect(readPictureText(withChunk(unpackable, "iTXt", "parameters\0\0\0"))).toBe("a cat");
  });

  test("does not unpack more than 1 MiB", () => {
    const bomb = deflateSync(Buffer.alloc(2 ** 26, "a"));
    expect(readPictureText(withChunk(png, "zTXt", joined("parameters\0\0", bomb)))).toBeUndefined();
    const packed = joined("parameters\0\x01\0\0\0", bomb);
    expect(readPictureText(withChunk(png, "iTXt", packed))).toBeUndefined();
  });
});

describe("reading a JPEG's and a WebP's text", () => {
  test.each([
    ["UTF-16BE in a big-endian block", exifBlock("MM", joined("UNICODE\0", big(INFOTEXT)))],
    ["UTF-16BE in a little-endian block", exifBlock("II", joined("UNICODE\0", big(INFOTEXT)))],
    ["UTF-16LE", exifBlock("II", joined("UNICODE\0", Buffer.from(INFOTEXT, "utf16le")))],
    [
      "UTF-16LE with a mark",
      exifBlock("MM", joined("UNICODE\0\xff\xfe", Buffer.from(INFOTEXT, "utf16le"))),
    ],
    [
      "UTF-8 that says ASCII",
      exifBlock("II", joined("ASCII\0\0\0", Buffer.from(INFOTEXT), "\0\0")),
    ],
    ["UTF-8 that says nothing", exifBlock("MM", Buffer.from(INFOTEXT))],
  ])("reads %s", (_, block) => {
    expect(readPictureText(withExif(block))).toBe(INFOTEXT);
  });

  test("reads what the decoder's own Exif writer made", async () => {
    const block = exifBlock("MM", joined("UNICODE\0", big(INFOTEXT)));
    for (const format of ["jpeg", "webp"] as const) {
      const rewritten = await sharp(withExif(block)).keepExif().toFormat(format).toBuffer();
      expect(readPictureText(rewritten)).toBe(INFOTEXT);
    }
  });

  test("reads stable-diffusion.cpp's JPEG comment and WebP XMP", async () => {
    const comment = joined("parameters\0", Buffer.from("a cat <é>"), "\0");
    expect(readPictureText(withSegment(0xfe, comment))).toBe("a cat <é>");
    const xmp =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><sdcpp:parameters>a &amp;lt; &lt;é&gt;</sdcpp:parameters></x:xmpmeta>";
    const webp = await draw(8, 8).withXmp(xmp).webp().toBuffer();
    expect(readPictureText(webp)).toBe("a &lt; <é>");
    expect(readPictureText(withPictureText(webp, "a dog"))).toBe("a dog");
    expect(readPictureText(withPictureText(webp, ""))).toBeUndefined();
  });
});

describe("writing a picture's text", () => {
  test.each(cases)("gives back any text from a %s", (_, file) => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const written = withPictureText(file, first);
        expect(readPictureText(written)).toBe(first);
        const rewritten = withPictureText(written, second);
        expect(readPictureText(rewritten)).toBe(second);
        expect(rewritten).toEqual(withPictureText(file, second));
      }),
    );
  });

  test.each(cases)("keeps every pixel of a %s", async (_, file) => {
    const written = withPictureText(file, INFOTEXT);
    expect(await haveSamePixels(written, file)).toBe(true);
    const [before, after] = [await sharp(file).metadata(), await sharp(written).metadata()];
    expect(after).toMatchObject({ width: 9, height: 7, hasAlpha: before.hasAlpha });
  });

  test.each(cases)("takes the text of a %s away when it is empty", async (_, file) => {
    const bare = withPictureText(withPictureText(file, INFOTEXT), "");
    expect(readPictureText(bare)).toBeUndefined();
    expect(await haveSamePixels(bare, file)).toBe(true);
  });

  test("is read by the decoder, too", async () => {
    for (const expected of ["a cat é", "a cat 猫", "Ã©"]) {
      const { comments = [] } = await sharp(withPictureText(png, expected)).metadata();
      const raw = Buffer.from(comments[0]?.text ?? "").toString();
      if (expected !== "a cat é") expect(raw).toBe(expected);
      expect(comments).toHaveLength(1);
    }
    for (const file of [jpeg, files["lossy webp"]]) {
      const { exif } = await sharp(withPictureText(file, INFOTEXT)).metadata();
      expect(exif?.includes(joined("UNICODE\0", big(INFOTEXT)))).toBe(true);
    }
  });

  test("writes tEXt where Latin-1 suffices, and iTXt elsewhere", () => {
    expect(withPictureText(png, "café").includes(joined("tEXtparameters\0caf\xe9"))).toBe(true);
    expect(withPictureText(png, "猫").includes("iTXtparameters\0")).toBe(true);
  });

  test("keeps a JPEG's and a WebP's orientation, and nothing else of its Exif block", async () => {
    for (const format of ["jpeg", "webp"] as const) {
      const turned = draw(9, 7)
        .withExif({ IFD0: { Artist: "somebody" } })
        .withMetadata({ orientation: 6 });
      const file = await turned.toFormat(format).toBuffer();
      for (const text of [INFOTEXT, ""]) {
        const written = withPictureText(file, text);
        const { orientation, exif } = await sharp(written).metadata();
        expect(orientation).toBe(6);
        expect(exif?.includes("somebody")).toBe(false);
        expect(readPictureText(written)).toBe(text || undefined);
      }
    }
  });

  test("keeps an animation's frames", async () => {
    const frames = [await draw(8, 8).png().toBuffer(), await draw(8, 8, 200).png().toBuffer()];
    const animation = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const written = withPictureText(animation, INFOTEXT);
    expect(readPictureText(written)).toBe(INFOTEXT);
    expect((await sharp(written).metadata()).pages).toBe(2);
  });

  test("keeps a WebP's colour profile", async () => {
    const file = await draw(8, 8).withIccProfile("p3").webp().toBuffer();
    expect((await sharp(withPictureText(file, INFOTEXT)).metadata()).hasProfile).toBe(true);
  });

  test("cuts the prompt, not the parameters, where a JPEG has no room for it", async () => {
    const parameters = readInfotext(INFOTEXT).parameters;
    const long = {
      prompt: "🐈".repeat(40_000),
      negativePrompt: "b".repeat(40_000),
      parameters,
      rest: "",
    };
    const written = withPictureText(jpeg, toInfotext(long));
    const short = readInfotext(readPictureText(written) ?? "");
    expect(short.parameters).toEqual(parameters);
    expect(long.prompt.startsWith(short.prompt)).toBe(true);
    expect(short.prompt.length + (short.negativePrompt?.length ?? 0)).toBeGreaterThan(32_000);
    expect(await haveSamePixels(written, jpeg)).toBe(true);
    expect(readPictureText(withPictureText(png, toInfotext(long)))).toBe(toInfotext(long));
  });

  test("drops zeros and halves of characters, which no format can hold", () => {
    for (const [, file] of cases) {
      expect(readPictureText(withPictureText(file, "a\0b\uD800"))).toBe("ab\uFFFD");
    }
  });

  test("leaves formats alone that have no place for a text", async () => {
    for (const format of ["gif", "avif"] as const) {
      const file = await draw(8, 8).toFormat(format).toBuffer();
      expect(withPictureText(file, INFOTEXT)).toEqual(file);
      expect(readPictureText(file)).toBeUndefined();
    }
  });
});

describe("malformed pictures", () => {
  const written = [
    ...cases,
    ["exif", withExif(exifBlock("II", Buffer.from(INFOTEXT)))] as const,
  ].map(([, file]) => withPictureText(file, INFOTEXT));

  test("never make reading or writing throw, wherever they break off", () => {
    for (const file of written) {
      for (let length = 0; length < file.length; length += 1) {
        readPictureText(file.subarray(0, length));
        withPictureText(file.subarray(0, length), INFOTEXT);
      }
    }
  });

  test("without a width are left as they are", () => {
    const empty = Buffer.from(
      "52494646160000005745425056503820" + "0a000000" + "3001009d012a00000000",
      "hex",
    );
    expect(withPictureText(empty, INFOTEXT)).toEqual(empty);
  });

  test("never make reading or writing throw, whatever bytes are in them", () => {
    const spoilt = fc.tuple(
      fc.constantFrom(...written, handmadePng(3, 3, 3)),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(spoilt, ([file, changes]) => {
        const bytes = Buffer.from(file);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        readPictureText(bytes);
        withPictureText(bytes, INFOTEXT);
      }),
      { numRuns: 3_000 },
    );
  });
});
