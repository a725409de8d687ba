import * as fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { BackendError } from "../../src/errors.ts";
import { readSize } from "../../src/webui/picture-size.ts";
import { readAnswers } from "../../src/webui/responses.ts";
import { answerOf, png, pngOf, requestOf } from "./server.ts";

const partOf = (images: string[], info: unknown = "") =>
  Buffer.from(JSON.stringify(answerOf(images, info)));

const texts = (count: number) => Array.from({ length: count }, (_, i) => `text ${i}`);

/** Pictures told apart by their width. */
const [one, two, three] = [png(1), png(2), png(3)];
const widthsOf = (parts: Buffer[], count = 1) =>
  readAnswers(parts, requestOf({ count })).pictures.map(({ width }) => width);

describe("the pictures of an answer", () => {
  it.each([
    ["all of them", [one, two], { all_seeds: [5, 6], infotexts: texts(2) }, [1, 2]],
    [
      "without the grid before them",
      [three, one, two],
      { index_of_first_image: 1, all_seeds: [5, 6], infotexts: texts(3) },
      [1, 2],
    ],
    [
      "without what an extension put behind them",
      [one, two, three],
      { all_seeds: [5, 6], infotexts: texts(2) },
      [1, 2],
    ],
    ["those made before an interrupt", [one], { all_seeds: [5, 6, 7], infotexts: texts(1) }, [1]],
    [
      "those made before an interrupt, without an extension's",
      [one, three],
      { all_seeds: [5, 6], infotexts: texts(1) },
      [1],
    ],
    [
      "between a grid and an extension's",
      [three, one, three],
      { index_of_first_image: 1, all_seeds: [5], infotexts: texts(2) },
      [1],
    ],
    ["all where nothing is told of them", [one, two], {}, [1, 2]],
    ["all where the telling is empty", [one, two], "", [1, 2]],
    [
      "all where the telling is odd",
      [one, two],
      { all_seeds: "5", infotexts: [1], index_of_first_image: -1, sd_model_name: 7 },
      [1, 2],
    ],
    [
      "those that are pictures",
      [one, "", "bm90aGluZw==", two],
      { all_seeds: [5, 6, 7, 8] },
      [1, 2],
    ],
    ["one with a data URL's head", [`data:image/png;base64,${two}`], "", [2]],
  ])("are %s", (_about, images, info, widths) => {
    expect(widthsOf([partOf(images, info)])).toEqual(widths);
  });

  it("follow one another over several answers, seeds going on where none are told", () => {
    const { pictures } = readAnswers([partOf([one]), partOf([""]), partOf([three])], requestOf());
    expect(pictures.map(({ width, seed }) => [width, seed])).toEqual([
      [1, 5],
      [3, 7],
    ]);
  });

  it("have the seeds that the webui tells", () => {
    const { pictures } = readAnswers([partOf([one, two], { all_seeds: [9, -1] })], requestOf());
    expect(pictures.map(({ seed }) => seed)).toEqual([9, undefined]);
  });

  it("are the bytes as they were made", () => {
    const [picture] = readAnswers([partOf([png(7, 9)])], requestOf()).pictures;
    expect(picture).toStrictEqual({ bytes: pngOf(7, 9), width: 7, height: 9, seed: 5 });
  });

  it("come with the model, the sampler and the infotexts that were used", () => {
    const info = {
      index_of_first_image: 1,
      all_seeds: [5],
      infotexts: ["grid", "first"],
      sd_model_name: "dream",
      sampler_name: "Euler",
    };
    expect(readAnswers([partOf([three, one], info)], requestOf())).toMatchObject({
      model: "dream",
      sampler: "Euler",
      infotexts: ["first"],
    });
    expect(readAnswers([partOf([one])], requestOf())).toMatchObject({
      model: undefined,
      sampler: undefined,
      infotexts: [],
    });
  });
});

describe("an answer without a picture is nonsense", () => {
  it.each([
    ["no JSON", Buffer.from("<html>")],
    ["nothing", Buffer.alloc(0)],
    ["null", Buffer.from("null")],
    ["no images", Buffer.from("{}")],
    ["images that are no list", Buffer.from('{"images":"x"}')],
    ["an empty list", partOf([])],
    ["an empty picture", partOf([""])],
    ["no picture", partOf(["bm90aGluZw=="])],
    ["a picture without its size", partOf([pngOf(0, 8).toString("base64")])],
    ["a grid alone", partOf([one], { index_of_first_image: 1 })],
  ])("%s", (_about, part) => {
    expect(() => readAnswers([part], requestOf())).toThrow(new BackendError("nonsense", ""));
  });

  it("and so is no answer at all", () => {
    expect(() => readAnswers([], requestOf())).toThrow(BackendError);
  });
});

describe("the size of a picture", () => {
  const drawn = sharp({ create: { width: 300, height: 70, channels: 3, background: "red" } });
  it.each([
    ["PNG", () => drawn.clone().png()],
    ["JPEG", () => drawn.clone().jpeg()],
    ["progressive JPEG", () => drawn.clone().jpeg({ progressive: true })],
    [
      "JPEG with metadata",
      () =>
        drawn
          .clone()
          .withExif({ IFD0: { Artist: "x".repeat(500) } })
          .jpeg(),
    ],
    ["lossy WebP", () => drawn.clone().webp()],
    ["lossless WebP", () => drawn.clone().webp({ lossless: true })],
    ["WebP with transparency", () => drawn.clone().ensureAlpha(0.5).webp()],
    [
      "WebP with metadata",
      () =>
        drawn
          .clone()
          .withExif({ IFD0: { Artist: "x" } })
          .webp(),
    ],
  ])("is read off a %s", async (_about, make) => {
    expect(readSize(await make().toBuffer())).toEqual({ width: 300, height: 70 });
  });

  it("is undefined for a GIF, which no webui makes", async () => {
    expect(readSize(await drawn.clone().gif().toBuffer())).toBeUndefined();
  });

  it("is read or undefined, whatever follows the first bytes", () => {
    const heads = [
      "\x89PNG\r\n\x1a\n",
      "\xff\xd8\xff",
      "RIFF\0\0\0\0WEBPVP8 ",
      "RIFF\0\0\0\0WEBPVP8L",
      "RIFF\0\0\0\0WEBPVP8X",
      "",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 64 }), (head, rest) => {
        const size = readSize(Buffer.concat([Buffer.from(head, "latin1"), rest]));
        if (size !== undefined) expect(size.width * size.height).toBeGreaterThan(0);
      }),
    );
  });
});
