import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asAsked,
  contradictsRatio,
  costOf,
  finalSize,
  isHires,
  maxPixels,
  withSize,
} from "../../src/generation/policy.ts";
import { checkWork } from "../../src/generation/work.ts";
import { UserError } from "../../src/errors.ts";
import type { GenerationRequest, Values } from "../../src/generation/request.ts";
import { refusalOf } from "../harness/refusal.ts";
import { requestOf } from "./sample.ts";

const image = { hash: "0", width: 1030, height: 774 };

/** Width and height of a request: defaults below, what the person chose above. */
function sizeOf(chosen: Values, defaults: Values = {}) {
  const { width, height } = withSize(requestOf({ ...defaults, ...chosen }), chosen);
  return { width, height };
}
const size = (width: number | undefined, height: number | undefined) => ({ width, height });

function sizedOrRefused(request: GenerationRequest, chosen: Values) {
  try {
    return withSize(request, chosen);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect([chosen.width, chosen.height]).toContain(undefined);
    return undefined;
  }
}

describe("the size of a drawing", () => {
  test.each<
    [
      about: string,
      chosen: Values,
      defaults: Values,
      width: number | undefined,
      height: number | undefined,
    ]
  >([
    ["nothing said: the webui's own", {}, {}, undefined, undefined],
    ["one side said: the webui's other one", { width: 640 }, {}, 640, undefined],
    ["both said", { width: 640, height: 832 }, {}, 640, 832],
    ["a default of both", {}, { width: 640, height: 832 }, 640, 832],
    ["one side said, a default of both", { width: 700 }, { width: 640, height: 832 }, 700, 832],
    ["a ratio", { aspect_ratio: "2:1" }, {}, 768, 384],
    ["a ratio as default", {}, { aspect_ratio: "2:1" }, 768, 384],
    [
      "a ratio and a default of both: their area",
      { aspect_ratio: "1:1" },
      { width: 1280, height: 832 },
      1024,
      1024,
    ],
    ["a ratio and a width", { aspect_ratio: "2:1", width: 1024 }, {}, 1024, 512],
    ["a ratio and a height", { aspect_ratio: "2:1", height: 512 }, {}, 1024, 512],
    ["a width, a ratio as default", { width: 1000 }, { aspect_ratio: "2:1" }, 1000, 512],
    [
      "a width and a ratio, a default of both",
      { aspect_ratio: "2:1", width: 1024 },
      { width: 512, height: 512 },
      1024,
      512,
    ],
    ["both and a ratio: both", { aspect_ratio: "2:1", width: 640, height: 640 }, {}, 640, 640],
    [
      "both, a ratio as default: both",
      { width: 640, height: 640 },
      { aspect_ratio: "2:1" },
      640,
      640,
    ],
    ["a picture: its own", { image }, {}, 1030, 774],
    [
      "a picture, and defaults that are meant for none",
      { image },
      { width: 512, aspect_ratio: "2:1" },
      1030,
      774,
    ],
    ["a picture and a width: in the picture's ratio", { image, width: 512 }, {}, 512, 384],
    ["a picture and both", { image, width: 512, height: 512 }, {}, 512, 512],
    ["a picture and a ratio: its area", { image, aspect_ratio: "1:1" }, {}, 896, 896],
    ["a picture, a ratio and a height", { image, aspect_ratio: "2:1", height: 512 }, {}, 1024, 512],
    [
      "a picture, a ratio and both",
      { image, aspect_ratio: "2:1", width: 512, height: 512 },
      {},
      512,
      512,
    ],
    ["a large picture", { image: { hash: "0", width: 8000, height: 4000 } }, {}, 2048, 1024],
    ["a tiny picture", { image: { hash: "0", width: 16, height: 32 } }, {}, 64, 128],
  ])("is worked out from %s", (_, chosen, defaults, width, height) => {
    expect(sizeOf(chosen, defaults)).toEqual(size(width, height));
  });

  test("leaves everything else of the request alone", () => {
    const request = requestOf({ aspect_ratio: "2:1", model: "a", styles: ["b"] });
    const sized = withSize(request, request);
    expect(sized).toEqual({ ...request, width: 768, height: 384 });
    expect(withSize(requestOf(), {})).toEqual(requestOf());
  });

  test.each(["1:17", "17:1", "0:1", "1:0", "0:0", "9999:1"])(
    "is refused at a ratio of %s",
    (aspect_ratio) => {
      expect(refusalOf(() => sizeOf({ aspect_ratio }))).toBe(
        `Aspect ratio \`${aspect_ratio}\` is too extreme: from 1:16 to 16:1.`,
      );
    },
  );

  test("is refused where there is no side in the ratio to the one that was given", () => {
    const refused = (chosen: Values) => refusalOf(() => sizeOf(chosen));
    expect(refused({ width: 2048, aspect_ratio: "1:4" })).toBe(
      "Height cannot be `8192`: it must be from 64 to 2,048.",
    );
    expect(refused({ height: 64, aspect_ratio: "1:4" })).toBe(
      "Width cannot be `16`: it must be from 64 to 2,048.",
    );
    expect(sizeOf({ width: 2048, aspect_ratio: "9:10" })).toEqual(size(2048, 2048));
    expect(sizeOf({ width: 2048 }, { aspect_ratio: "1:4" })).toEqual(size(2048, 2048));
  });

  test("is one that the table admits or refused, whatever is combined", () => {
    const side = fc.option(fc.integer({ min: 64, max: 2048 }), { nil: undefined });
    const pixels = fc.integer({ min: 1, max: 8000 });
    const ratio = fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }));
    const picture = fc.record({ hash: fc.constant("0"), width: pixels, height: pixels });
    const values = fc
      .record(
        {
          width: side,
          height: side,
          aspect_ratio: ratio.map((sides) => sides.join(":")),
          image: picture,
        },
        { requiredKeys: [] },
      )
      .map((any): Values =>
        Object.fromEntries(Object.entries(any).filter(([, value]) => value !== undefined)),
      );
    fc.assert(
      fc.property(values, values, (chosen, defaults) => {
        const request = requestOf({ ...defaults, ...chosen });
        const sized = sizedOrRefused(request, chosen);
        if (sized === undefined) return;
        expect(requestOf(sized)).toEqual(sized);
        for (const name of ["width", "height"] as const) {
          if (chosen[name] !== undefined) expect(sized[name]).toBe(chosen[name]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a ratio beside the sides that follow from it", () => {
  const ratio = (aspect_ratio: string, width: number, height: number) => ({
    aspect_ratio,
    width,
    height,
  });

  test("is no contradiction, while that of other sides is one", () => {
    for (const aspect_ratio of ["1:1", "3:2", "16:9", "9:21", "1:16"]) {
      const drawn = withSize(requestOf({ aspect_ratio }), { aspect_ratio });
      expect(contradictsRatio(drawn), aspect_ratio).toBe(false);
    }
    expect(contradictsRatio(requestOf(ratio("3:2", 512, 512)))).toBe(true);
    expect(contradictsRatio(requestOf({ aspect_ratio: "3:2" }))).toBe(false);
  });

  test("is asked for again by the ratio alone, or by the sides where the ratio does not say them", () => {
    expect(asAsked(ratio("3:2", 576, 384))).toEqual({ aspect_ratio: "3:2" });
    expect(asAsked(ratio("3:2", 768, 512))).toEqual({ width: 768, height: 512 });
    expect(asAsked({ width: 64, steps: 3 })).toEqual({ width: 64, steps: 3 });
  });
});

describe("the largest picture", () => {
  test.each<[values: Values, width: number, height: number]>([
    [{}, 512, 512],
    [{ hr_scale: 1.5 }, 768, 768],
    [{ hr_upscaler: "Latent" }, 1024, 1024],
    [{ hr_upscaler: "Latent", hr_scale: 3, width: 640, height: 360 }, 1920, 1080],
    [{ hr_scale: 4, image, width: 640, height: 360 }, 640, 360],
  ])("counts hires fix, which a given picture has none of: %j", (values, width, height) => {
    expect(finalSize(requestOf(values))).toEqual({ width, height });
    expect(isHires(requestOf(values))).toBe(width > Number(values["width"] ?? 512));
  });

  test("is refused above 4096 by 4096, with its sides and the bound", () => {
    checkWork(requestOf({ width: 2048, height: 2048, hr_scale: 2 }));
    checkWork(requestOf({ width: 1024, height: 1024, hr_scale: 4 }));
    checkWork(requestOf({ width: 2048, height: 2048, hr_scale: 4, image }));
    expect(maxPixels).toBe(4096 * 4096);
    expect(refusalOf(() => checkWork(requestOf({ width: 2048, height: 1024, hr_scale: 4 })))).toBe(
      "8,192 × 4,096 is too large: a picture may have 16.7 megapixels at most, hires fix included.",
    );
  });
});

describe("what a drawing costs", () => {
  test("grows with steps, pixels, pictures and the second pass", () => {
    expect(costOf(requestOf())).toBe(20);
    expect(costOf(requestOf({ steps: 30 }))).toBe(30);
    expect(costOf(requestOf({ count: 4 }))).toBe(80);
    expect(costOf(requestOf({ width: 1024, height: 1024 }))).toBe(80);
    expect(costOf(requestOf({ hr_scale: 2 }))).toBe(100);
    expect(costOf(requestOf({ hr_scale: 2, image }))).toBe(20);
  });
});
