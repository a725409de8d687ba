import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawingNames, type ParameterName } from "../../src/generation/parameters.ts";
import { createRequest, generationRequest, type Values } from "../../src/generation/request.ts";
import { refusalOf } from "../harness/refusal.ts";

describe("a request", () => {
  test("takes every value from the last layer that has it", () => {
    const layers: Values[] = [
      { steps: 10, cfg_scale: 5, model: "webui's", tiling: true },
      { steps: 11, model: "server's", styles: ["Ink", "Old photo"] },
      {},
      { prompt: "a castle", model: "own", styles: ["Paper"], tiling: false },
    ];
    expect(createRequest(layers, 7)).toEqual({
      prompt: "a castle",
      model: "own",
      styles: ["Paper"],
      steps: 11,
      cfg_scale: 5,
      seed: 7,
      tiling: false,
    });
  });

  test("holds only prompt, seed and 20 steps when nobody decided more", () => {
    const request = createRequest([{ prompt: " a castle " }], 7);
    expect(Object.keys(request).sort()).toEqual(["prompt", "seed", "steps"]);
    expect(request).toEqual({ prompt: "a castle", seed: 7, steps: 20 });
  });

  test("keeps a value of 0 or false that somebody chose", () => {
    const request = createRequest([{ prompt: "a", cfg_scale: 0, seed: 0, tiling: false }], 7);
    expect(request).toMatchObject({ cfg_scale: 0, seed: 0, tiling: false });
  });

  test.each([[-1], [undefined]])("draws the seed where it is %s", (seed) => {
    const values: Values = seed === undefined ? {} : { seed };
    expect(createRequest([{ prompt: "a", ...values }], 7).seed).toBe(7);
  });

  test("keeps a seed that somebody chose, also against a layer's -1", () => {
    expect(createRequest([{ seed: -1 }, { prompt: "a", seed: 5 }], 7).seed).toBe(5);
    expect(createRequest([{ seed: 5 }, { prompt: "a", seed: -1 }], 7).seed).toBe(7);
  });

  test("takes an empty negative prompt for none, also against a default", () => {
    const layers: Values[] = [{ negative_prompt: "people" }, { prompt: "a", negative_prompt: " " }];
    expect(createRequest(layers, 7)).not.toHaveProperty("negative_prompt");
  });

  test.each([
    [{}, "Prompt"],
    [{ prompt: "" }, "Prompt"],
    [{ prompt: "x".repeat(6001) }, "Prompt"],
    [{ prompt: "a", width: 63 }, "Width"],
    [{ prompt: "a", steps: 151, cfg_scale: 31 }, "Steps"],
    [{ prompt: "a", count: 26 }, "Count"],
  ])("out of bounds is refused by the first label that breaks them: %j", (values, label) => {
    expect(refusalOf(() => createRequest([values], 7))).toMatch(new RegExp(`^${label} cannot be`));
  });

  test("is refused for what a default of somebody's says as well", () => {
    expect(refusalOf(() => createRequest([{ steps: 900 }, { prompt: "a" }], 7))).toContain("Steps");
  });

  test("refuses parameters that are not in the table, as another version might store", () => {
    const request = { prompt: "a", seed: 1, steps: 20 };
    expect(generationRequest.safeParse(request).success).toBe(true);
    expect(generationRequest.safeParse({ ...request, unheard_of: 1 }).success).toBe(false);
    expect(generationRequest.safeParse({ prompt: "a", steps: 20 }).success).toBe(false);
  });

  test("has what its last layer says, whatever the layers below say", () => {
    const small = fc.integer({ min: 1, max: 12 });
    const side = fc.integer({ min: 64, max: 2048 });
    const layer: fc.Arbitrary<Values> = fc.record(
      { steps: small, count: small, clip_skip: small, cfg_scale: small, width: side, height: side },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 6 }), (layers) => {
        const request = createRequest([...layers, { prompt: "a" }], 7);
        for (const name of drawingNames) {
          const said = layers
            .map((values: Values) => values[name])
            .filter((value) => value !== undefined);
          const fixed: Partial<Record<ParameterName, unknown>> = {
            prompt: "a",
            seed: 7,
            steps: 20,
          };
          expect(request[name]).toBe(said.at(-1) ?? fixed[name]);
        }
      }),
    );
  });
});
