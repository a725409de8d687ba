import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readPicture } from "../../src/generation/picture/decode.ts";
import { readGenerationData } from "../../src/generation/picture/generation-data.ts";
import { valuesOf } from "../../src/generation/infotext-values.ts";
import { withPictureText } from "../../src/generation/picture/metadata.ts";
import { cpuMilliseconds } from "../harness/cpu.ts";
import { inputBounds, maxPixels } from "../../src/generation/policy.ts";

const square = () => sharp({ create: { width: 64, height: 64, channels: 3, background: "teal" } });
const page = Buffer.from("<!DOCTYPE html><script>alert(1)</script>");
const archive = Buffer.from("PK\u0003\u0004\u0014\u0000evil.exe");

describe("a file that is two things at once", () => {
  it.each([
    ["a page before a picture", async () => Buffer.concat([page, await square().png().toBuffer()])],
    [
      "an archive before a picture",
      async () => Buffer.concat([archive, await square().png().toBuffer()]),
    ],
    ["a script that begins as a GIF", async () => Buffer.from("GIF89a/*\u0000*/=1;alert(1)")],
    [
      "a PNG's name over a JPEG's rest",
      async () =>
        Buffer.concat([
          Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
          await square().jpeg().toBuffer(),
        ]),
    ],
    [
      "a drawing in SVG",
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    [
      "a drawing in SVG behind blanks",
      async () => Buffer.from(' \n<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
  ])("is refused: %s", async (_, make) => {
    expect(await readPicture(await make(), inputBounds)).toHaveProperty("refused");
  });

  it.each(["png", "jpeg", "webp"] as const)(
    "is a picture where it begins as one: a page behind a %s",
    async (format) => {
      const bytes = Buffer.concat([await square().toFormat(format).toBuffer(), page, archive]);
      // What is kept is sent to a webui as a picture, and never served.
      expect(await readPicture(bytes, inputBounds)).toMatchObject({
        format,
        width: 64,
        height: 64,
      });
    },
  );
});

describe("words in a picture", () => {
  const read = async (infotext: string) => {
    const bytes = withPictureText(await square().png().toBuffer(), infotext);
    const data = readGenerationData(bytes);
    return data === undefined ? undefined : valuesOf(data).values;
  };

  it("ask for no more than a person may", async () => {
    const values = await read(
      "a mill\nSteps: 99999, CFG scale: 1e9, Seed: -5, Size: 99999x99999, Clip skip: 999, Hires upscale: 1000, Batch size: 4000",
    );
    expect(values?.prompt).toBe("a mill");
    const { width = 512, height = 512, hr_scale = 1, steps = 20, cfg_scale = 7 } = values ?? {};
    expect(Number(width) * Number(height) * Number(hr_scale) ** 2).toBeLessThanOrEqual(maxPixels);
    expect(steps).toBeLessThanOrEqual(150);
    expect(cfg_scale).toBeLessThanOrEqual(100);
  });

  it.each([
    ["no end", `${"a".repeat(900_000)}\nSteps: 20, Sampler: Euler a, Seed: 5`],
    ["brackets without end", `${"(".repeat(200_000)}\nSteps: 20, Sampler: Euler a, Seed: 5`],
    ["quotes without end", `a\nSteps: 20, Sampler: Euler a, Seed: 5, x: ${'"{\\'.repeat(100_000)}`],
    ["pairs without end", `a\n${"Steps: 20, ".repeat(60_000)}Seed: 5`],
    ["lines without end", "\nNegative prompt: ".repeat(40_000)],
    [
      "nothing that can be shown",
      "\u0000\u001b[2J\u202e\u2066\ud800\nSteps: 20, Seed: 5, Size: 1x1",
    ],
    [
      "a name that every object has",
      "a\n__proto__: 1, constructor: 2, toString: 3, Steps: 20, Seed: 5",
    ],
  ])("are read at once, or are none: %s", async (_, infotext) => {
    const bytes = withPictureText(await square().png().toBuffer(), infotext);
    const milliseconds = cpuMilliseconds(() => {
      const data = readGenerationData(bytes);
      if (data !== undefined) valuesOf(data);
    });
    expect(milliseconds).toBeLessThan(3_000);
    expect(({} as Record<string, unknown>)["steps"]).toBeUndefined();
  });
});
