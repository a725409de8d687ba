import * as fc from "fast-check";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { type Bitmap, grown, withoutSpecks } from "../../../src/generation/picture/bitmap.ts";
import { readMask } from "../../../src/generation/picture/mask.ts";
import { scribbleMask } from "../../../src/generation/picture/scribble.ts";
import { draw } from "./samples.ts";

const [width, height] = [640, 480];
const original = await draw(width, height, 60).png().toBuffer();
/** A thick stroke and a thin one, and where they are. */
const strokes = `<svg width="${width}" height="${height}"><path d="M100 100 L300 180" stroke="#ff2020" stroke-width="24" stroke-linecap="round"/><path d="M400 350 L560 350" stroke="#20ff20" stroke-width="4"/></svg>`;
const layer = await sharp(Buffer.from(strokes)).png().toBuffer();
const painted = (): Sharp => sharp(original).composite([{ input: layer }]);
const inside = [
  [100, 100],
  [200, 140],
  [300, 180],
  [480, 350],
] as const;
const outside = [
  [10, 10],
  [200, 250],
  [600, 60],
  [480, 300],
  [320, 470],
] as const;

async function greyOf(mask: Buffer | undefined) {
  const { data, info } = await sharp(mask)
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, info, at: (x: number, y: number) => data[y * info.width + x] };
}

/** White where the strokes are, black well away from them, of the original's size. */
async function expectStrokes(mask: Buffer | undefined): Promise<void> {
  const { data, info, at } = await greyOf(mask);
  expect(info).toMatchObject({ format: "raw", width, height, channels: 1 });
  expect(inside.map(([x, y]) => at(x, y))).toEqual(inside.map(() => 255));
  expect(outside.map(([x, y]) => at(x, y))).toEqual(outside.map(() => 0));
  const share = data.filter((value) => value === 255).length / data.length;
  expect(share).toBeGreaterThan(0.019);
  expect(share).toBeLessThan(0.045);
}

describe("what somebody painted over a picture", () => {
  const copies: [string, () => Promise<Buffer>][] = [
    ["a PNG", () => painted().png().toBuffer()],
    ["a good JPEG", () => painted().jpeg({ quality: 90 }).toBuffer()],
    ["a poor JPEG", () => painted().jpeg({ quality: 40 }).toBuffer()],
    ["a lossy WebP", () => painted().webp({ quality: 60 }).toBuffer()],
    ["a palette", () => painted().png({ palette: true, colours: 128, effort: 1 }).toBuffer()],
    [
      "a smaller JPEG",
      async () =>
        sharp(await painted().png().toBuffer())
          .resize(400)
          .jpeg()
          .toBuffer(),
    ],
    [
      "a larger JPEG",
      async () =>
        sharp(await painted().png().toBuffer())
          .resize(1100)
          .jpeg()
          .toBuffer(),
    ],
    [
      "a brighter copy",
      async () =>
        sharp(await painted().png().toBuffer())
          .linear(1, 6)
          .png()
          .toBuffer(),
    ],
  ];

  test.each(copies)("is the mask, in %s", async (_, copy) => {
    const given = await copy();
    await expectStrokes(await scribbleMask(original, given));
    await expectStrokes(await readMask(original, given));
  });

  test("is the mask over a JPEG and a WebP, too", async () => {
    for (const format of ["jpeg", "webp"] as const) {
      const first = await sharp(original).toFormat(format).toBuffer();
      const given = await sharp(first)
        .composite([{ input: layer }])
        .toFormat(format)
        .toBuffer();
      await expectStrokes(await readMask(first, given));
    }
  });

  test("has black and white paint on it as well as any other", async () => {
    for (const colour of ["#000000", "#ffffff"]) {
      const dot = Buffer.from(
        `<svg width="${width}" height="${height}"><circle cx="320" cy="240" r="40" fill="${colour}"/></svg>`,
      );
      const { at } = await greyOf(
        await readMask(
          original,
          await sharp(original)
            .composite([{ input: dot }])
            .jpeg()
            .toBuffer(),
        ),
      );
      expect([at(320, 240), at(20, 20)]).toEqual([255, 0]);
    }
  });

  test("is nothing in a copy, however it was compressed or scaled", async () => {
    const same = [
      original,
      await sharp(original).jpeg({ quality: 40 }).toBuffer(),
      await sharp(original).webp({ quality: 40 }).toBuffer(),
      await sharp(original).resize(300).jpeg({ quality: 60 }).toBuffer(),
      await sharp(original).resize(1300).png().toBuffer(),
      await sharp(original).png({ palette: true, colours: 64, effort: 1 }).toBuffer(),
    ];
    for (const copy of same) expect(await readMask(original, copy)).toBeUndefined();
  });

  test("finds no paint in a large picture", async () => {
    const large = await draw(2048, 2048, 20).jpeg().toBuffer();
    expect(await readMask(large, large)).toBeUndefined();
  });
});

describe("a file given as mask", () => {
  const circle = (inner: string, outer: string, size = 320) =>
    sharp(
      Buffer.from(
        `<svg width="${size}" height="${size * 0.75}"><rect width="100%" height="100%" fill="${outer}"/><circle cx="50%" cy="50%" r="${size / 6}" fill="${inner}"/></svg>`,
      ),
    );
  const cases: [string, Sharp, number, number][] = [
    ["a PNG in black and white", circle("#fff", "#000"), 255, 0],
    ["a JPEG in black and white", circle("#fff", "#000").flatten().jpeg({ quality: 60 }), 255, 0],
    ["white with a black spot", circle("#000", "#fff"), 0, 255],
    ["nearly black and white", circle("#f0eef2", "#100c0e", 1000), 255, 0],
    ["white paint on a transparent layer", circle("#fff", "none"), 255, 0],
    ["paint of any colour on a transparent layer", circle("#0a8", "none"), 255, 0],
    ["all white", circle("#fff", "#fff"), 255, 255],
  ];

  test.each(cases)("is used as it is: %s", async (_, file, middle, corner) => {
    const format = (await file.metadata()).format === "svg" ? file.png() : file;
    const mask = await readMask(original, await format.toBuffer());
    const { info, at } = await greyOf(mask);
    expect(info).toMatchObject({ width, height, channels: 1 });
    expect(Math.abs((at(320, 240) ?? 0) - middle)).toBeLessThan(40);
    expect(Math.abs((at(10, 10) ?? 0) - corner)).toBeLessThan(40);
  });

  test("keeps its soft edges", async () => {
    const soft = await circle("#fff", "#000", 640).blur(4).flatten().png().toBuffer();
    const { data } = await greyOf(await readMask(original, soft));
    expect(data.some((value) => value > 60 && value < 200)).toBe(true);
  });

  test("is what was erased where the rest is the picture", async () => {
    const hole = Buffer.from(
      `<svg width="${width}" height="${height}"><circle cx="320" cy="240" r="60"/></svg>`,
    );
    const erased = sharp(original)
      .ensureAlpha()
      .composite([{ input: hole, blend: "dest-out" }]);
    const { at } = await greyOf(await readMask(original, await erased.png().toBuffer()));
    expect([at(320, 240), at(10, 10)]).toEqual([255, 0]);
  });

  test("is no mask where the picture itself is in black and white and was painted over", async () => {
    const ink = await circle("#000", "#fff", 640).flatten().png().toBuffer();
    const dot = Buffer.from('<svg width="640" height="480"><circle cx="60" cy="60" r="30"/></svg>');
    const given = await sharp(ink)
      .composite([{ input: dot }])
      .png()
      .toBuffer();
    const { at } = await greyOf(await readMask(ink, given));
    expect([at(60, 60), at(320, 240), at(600, 400)]).toEqual([255, 0, 0]);
  });

  test("is none where it is all black", async () => {
    expect(await readMask(original, await circle("#000", "#000").png().toBuffer())).toBeUndefined();
  });
});

describe("a bitmap", () => {
  const bitmap = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .chain(([width, height]) =>
      fc
        .array(fc.boolean(), { minLength: width * height, maxLength: width * height })
        .map((bits): Bitmap => ({
          data: Uint8Array.from(bits, (bit) => (bit ? 255 : 0)),
          width,
          height,
        })),
    );
  const near = ({ width, height }: Bitmap, at: number, radius: number) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const found: number[] = [];
    for (let row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row += 1)
      for (
        let column = Math.max(0, x - radius);
        column <= Math.min(width - 1, x + radius);
        column += 1
      )
        found.push(row * width + column);
    return found;
  };

  test("grows and shrinks by squares", () => {
    fc.assert(
      fc.property(bitmap, fc.nat(3), (bits, radius) => {
        const [larger, smaller] = [grown(bits, radius), grown(bits, -radius)];
        for (const at of bits.data.keys()) {
          const around = near(bits, at, radius).map((other) => bits.data[other]);
          expect(larger.data[at]).toBe(around.includes(255) ? 255 : 0);
          expect(smaller.data[at]).toBe(around.includes(0) ? 0 : 255);
        }
      }),
    );
  });

  test("loses its specks and nothing else", () => {
    const rows = ["##..#", "##...", "....#", "#..##"];
    const data = Uint8Array.from(rows.join(""), (sign) => (sign === "#" ? 255 : 0));
    const bits = { data, width: 5, height: 4 };
    const shown = (least: number, sure = bits) =>
      Buffer.from(withoutSpecks(bits, sure, least).data)
        .toString("latin1")
        .replace(/./gs, (sign) => (sign === "\0" ? "." : "#"))
        .match(/.{5}/g);
    expect(shown(1)).toEqual(rows);
    expect(shown(2)).toEqual(["##...", "##...", "....#", "...##"]);
    expect(shown(4)).toEqual(["##...", "##...", ".....", "....."]);
    const one = { ...bits, data: Uint8Array.from(data, (_, at) => (at === 14 ? 255 : 0)) };
    expect(shown(1, one)).toEqual([".....", ".....", "....#", "...##"]);
  });
});
