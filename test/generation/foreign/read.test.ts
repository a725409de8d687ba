import { deflateSync } from "node:zlib";
import * as fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { GenerationData } from "../../../src/generation/foreign/data.ts";
import { readTexts } from "../../../src/generation/foreign/read.ts";
import { valuesOf } from "../../../src/generation/infotext-values.ts";
import { readGenerationData } from "../../../src/generation/picture/generation-data.ts";
import { withPictureText } from "../../../src/generation/picture/metadata.ts";
import { anyText } from "../../harness/any-text.ts";
import { draw, joined, withChunk } from "../picture/samples.ts";
import { type Fixture, fixtures } from "./fixtures.ts";
import { cpuMilliseconds } from "../../harness/cpu.ts";

const png = await draw(8, 8).png().toBuffer();
const jpeg = await draw(8, 8).jpeg().toBuffer();
const cases = fixtures.map((fixture): [string, Fixture] => [fixture.name, fixture]);

/** A PNG with the texts as chunks of the kind that holds any text. */
function pngWith(texts: Record<string, string>): Buffer {
  let bytes: Buffer = png;
  for (const [key, text] of Object.entries(texts).toReversed()) {
    bytes = withChunk(bytes, "iTXt", joined(`${key}\0\0\0\0\0`, Buffer.from(text)));
  }
  return bytes;
}

const only = (texts: Record<string, string>) => readTexts(new Map(Object.entries(texts)));

describe("how a picture was made", () => {
  test.each(cases)("is read from a PNG: %s", (_, { texts, program, values, others, dropped }) => {
    // A PNG has no comment of Exif but in its own chunk for that.
    const data =
      texts["UserComment"] === undefined ? readGenerationData(pngWith(texts)) : only(texts);
    expect(data?.program).toBe(program);
    const recalled = valuesOf(data as GenerationData);
    expect(recalled.values).toEqual(values);
    expect(Object.fromEntries(recalled.others)).toMatchObject(others ?? {});
    expect(recalled.dropped.map(({ key }) => key)).toEqual(dropped ?? []);
  });

  test.each(cases.filter(([, { texts }]) => texts["UserComment"] !== undefined))(
    "is read from the Exif of a JPEG, a WebP and a PNG: %s",
    async (_, { texts: { UserComment = "" }, program, values }) => {
      for (const format of ["jpeg", "webp"] as const) {
        const file = withPictureText(await draw(8, 8).toFormat(format).toBuffer(), UserComment);
        const data = readGenerationData(file);
        expect(data?.program).toBe(program);
        expect(valuesOf(data as GenerationData).values).toEqual(values);
      }
      const { exif } = await sharp(withPictureText(jpeg, UserComment)).metadata();
      const block = withChunk(png, "eXIf", exif?.subarray(6) ?? "");
      expect(readGenerationData(block)?.program).toBe(program);
    },
  );

  test("is read from what ComfyUI puts into a WebP's Exif", async () => {
    const [{ texts, values }] = fixtures as [Fixture];
    const webp = await draw(8, 8)
      .withExif({ IFD0: { Model: `prompt:${texts["prompt"]}`, Make: 'workflow:{"nodes":[]}' } })
      .webp()
      .toBuffer();
    expect(valuesOf(readGenerationData(webp) as GenerationData).values).toEqual(values);
  });

  test("is read from XMP in a JPEG and a WebP, and from stable-diffusion.cpp's own places", async () => {
    const { texts } = fixtures.find(({ program }) => program === "Draw Things") as Fixture;
    const xmp = texts["XML:com.adobe.xmp"] ?? "";
    for (const format of ["jpeg", "webp"] as const) {
      const file = await draw(8, 8).withXmp(xmp).toFormat(format).toBuffer();
      expect(readGenerationData(file)?.program).toBe("Draw Things");
    }
    const sdcpp = "<sdcpp:parameters>a cat\nSteps: 1, Seed: 2, Size: 64x64</sdcpp:parameters>";
    const webp = await draw(8, 8)
      .withXmp(`<x:xmpmeta xmlns:x='adobe:ns:meta/'>${sdcpp}</x:xmpmeta>`)
      .webp()
      .toBuffer();
    expect(readGenerationData(webp)?.parameters.get("Seed")).toBe("2");
  });

  test("is nothing where no program left word of it", async () => {
    for (const format of ["png", "jpeg", "webp", "gif", "avif"] as const) {
      expect(readGenerationData(await draw(8, 8).toFormat(format).toBuffer())).toBeUndefined();
    }
    expect(readGenerationData(withPictureText(jpeg, "Birthday: at the sea"))).toBeUndefined();
    expect(readGenerationData(pngWith({ Comment: '{"made":1}', Title: "x" }))).toBeUndefined();
    expect(readGenerationData(pngWith({ prompt: "a cat", parameters: "[1]" }))).toBeUndefined();
    expect(readGenerationData(Buffer.from("no picture"))).toBeUndefined();
  });

  test("may be a prompt alone where nothing else is kept", () => {
    expect(only({ parameters: "a cat" })).toMatchObject({ prompt: "a cat", parameters: new Map() });
  });

  test("is taken from an infotext before a graph, which says less", () => {
    const texts = { ...cases[0]?.[1].texts, parameters: "a cat\nSteps: 1, Seed: 2, Size: 8x8" };
    expect(readGenerationData(pngWith(texts))?.prompt).toBe("a cat");
  });

  test("is read from packed texts, but not from ones that unpack to more than 1 MiB", () => {
    const text = "a cat\nSteps: 1, Seed: 2, Size: 8x8";
    const packed = joined("parameters\0\0", deflateSync(text));
    expect(readGenerationData(withChunk(png, "zTXt", packed))?.prompt).toBe("a cat");
    const bomb = joined("parameters\0\0", deflateSync(Buffer.alloc(2 ** 26, " ")));
    expect(readGenerationData(withChunk(png, "zTXt", bomb))).toBeUndefined();
    const large = deflateSync(Buffer.alloc(2 ** 20));
    let many: Buffer = png;
    for (let index = 0; index < 1000; index += 1) {
      many = withChunk(many, "zTXt", joined(`k${index}\0\0`, large));
    }
    const spent = cpuMilliseconds(() => {
      expect(readGenerationData(many)).toBeUndefined();
    });
    expect(spent).toBeLessThan(1000);
  });
});

describe("hostile texts", () => {
  const timed = (texts: Record<string, string>) => {
    let data: GenerationData | undefined;
    const spent = cpuMilliseconds(() => {
      data = only(texts);
      if (data !== undefined) valuesOf(data);
    });
    expect(spent).toBeLessThan(1000);
    return data;
  };
  const link = (id: number) => [String(id), 0];
  const ring = (count: number, node: (index: number) => object) =>
    JSON.stringify(
      Object.fromEntries(Array.from({ length: count }, (_, index) => [index, node(index)])),
    );

  test("with cycles in a graph are read to an end", () => {
    const graph = ring(4000, (index) => ({
      class_type: index % 2 ? "KSampler" : "CLIPTextEncode",
      inputs: {
        seed: link(index + 1),
        steps: link((index + 7) % 4000),
        positive: link((index + 1) % 4000),
        negative: link((index + 3) % 4000),
        model: link((index + 1) % 4000),
        latent_image: link((index + 1) % 4000),
        text: link((index + 2) % 4000),
        conditioning: link((index + 1) % 4000),
      },
    }));
    expect(timed({ prompt: graph })?.program).toBe("ComfyUI");
    expect(
      timed({
        prompt: JSON.stringify({
          1: {
            class_type: "KSampler",
            inputs: { seed: 1, steps: 2, positive: ["1", 0], latent_image: ["1", 0] },
          },
        }),
      })?.prompt,
    ).toBe("");
  });

  test("with keys of Object's prototype touch nothing", () => {
    const own = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"sui_image_params":{"__proto__":{"prompt":"x"},"prompt":"a"}}`;
    expect(timed({ parameters: own })?.prompt).toBe("a");
    const graph = `{"__proto__":{"class_type":"KSampler","inputs":{"seed":1,"steps":2,"positive":["constructor",0],"__proto__":5}},"constructor":{"class_type":"toString","inputs":{}}}`;
    timed({ prompt: graph });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(only({ invokeai_metadata: '{"positive_prompt":{"toString":1}}' })?.prompt).toBe("");
  });

  test.each([
    ["deep JSON", '{"a":', 40_000],
    ["deep lists", '{"a":[', 40_000],
    ["NaN", "{NaN,", 50_000],
    ["escaped quotes", '{"\\"', 50_000],
    ["open brackets", '"[', 50_000],
    ["braces", "{}", 50_000],
    ["bars", "Prompt: | Steps: | NegativePrompt: ", 10_000],
    ["commas", "a, 'b", 50_000],
  ])("of %s are read in well under a second", (_, piece, count) => {
    const text = piece.repeat(count);
    const keys = ["parameters", "UserComment", "prompt", "workflow", "Comment", "Dream"];
    for (const key of [...keys, "invokeai_metadata", "sd-metadata", "xmp:UserComment"]) {
      timed({ [key]: text });
    }
    timed({
      Software: "NovelAI",
      Comment: text,
      num_inference_steps: text,
      guidance_scale: text,
      use_lora_model: text,
      sampler_name: text,
    });
  });

  test("never make reading throw, whatever of a true one is cut, doubled or replaced", () => {
    const spoilt = fc.tuple(
      fc.constantFrom(...fixtures),
      fc.nat(3000),
      fc.nat(3000),
      anyText(['"', "{", "}", "[", "]", ",", ":", "null", "1e999", "\\"], 4),
    );
    fc.assert(
      fc.property(spoilt, ([{ texts }, from, to, text]) => {
        const entries = Object.entries(texts).map(([key, whole]): [string, string] => [
          key,
          whole.slice(0, from % whole.length) + text + whole.slice(to % whole.length),
        ]);
        const data = readTexts(new Map(entries));
        if (data !== undefined) valuesOf(data);
      }),
      { numRuns: 1_500 },
    );
  });

  test("in files that are cut or spoilt never make reading throw", async () => {
    const graph = fixtures[0]?.texts ?? {};
    const webp = draw(8, 8).withExif({ IFD0: { Model: `prompt:${graph["prompt"]}` } });
    const files: Buffer[] = [
      pngWith(graph),
      withChunk(png, "zTXt", joined("prompt\0\0", deflateSync(graph["prompt"] ?? ""))),
      withPictureText(jpeg, "a cat\nSteps: 1, Seed: 2, Size: 8x8"),
      await webp.webp().toBuffer(),
      await draw(8, 8).withXmp("<exif:UserComment><rdf:li>{&#x41;").jpeg().toBuffer(),
    ];
    const change = fc.tuple(fc.nat(600), fc.nat(255));
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { maxLength: 12 }),
        fc.nat(4000),
        (file, changes, length) => {
          const bytes = Buffer.from(file.subarray(0, length));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          readGenerationData(bytes);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test("of other types than expected are passed over", () => {
    const odd = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.double(),
      fc.string(),
      fc.constant([]),
      fc.constant({}),
      fc.constant([["1", 0]]),
      fc.constant(["1", 0]),
    );
    const keys = [
      "prompt",
      "image",
      "loras",
      "model",
      "vae",
      "v4_prompt",
      "caption",
      "c",
      "uc",
      "v2",
      "steps",
      "size",
      "nodes",
      "links",
      "sui_image_params",
      "positive_prompt",
      "base_model",
      "guidance_scale",
      "resolution",
      "1",
      "class_type",
      "inputs",
      "seed",
      "lora",
      "weight",
      "widgets_values",
      "clip_skip",
      "extraMetadata",
    ];
    const leaf = fc.dictionary(fc.constantFrom(...keys), odd, { maxKeys: 12 });
    const tree = fc.dictionary(fc.constantFrom(...keys), fc.oneof(odd, leaf, fc.array(leaf)));
    const place = fc.constantFrom(
      "parameters",
      "UserComment",
      "prompt",
      "workflow",
      "Comment",
      "invokeai_metadata",
      "sd-metadata",
      "xmp:UserComment",
    );
    fc.assert(
      fc.property(place, tree, (key, json) => {
        const data = only({ [key]: JSON.stringify(json) });
        if (data !== undefined) valuesOf(data);
      }),
      { numRuns: 1_500 },
    );
  });
});
