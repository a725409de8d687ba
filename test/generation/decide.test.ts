import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chosenSize,
  decide,
  fixedSides,
  type Layer,
  sources,
} from "../../src/generation/decide.ts";
import type { ParameterName } from "../../src/generation/parameters.ts";
import { withSize } from "../../src/generation/policy.ts";
import { createRequest, type Values } from "../../src/generation/request.ts";
import { defaultNames } from "../../src/generation/settings.ts";

/** As product.md puts it: the first one that has it, of these. */
const strongestFirst = ["asked", "preset", "me", "channel", "server", "profile"] as const;

/** What is decided, in ten lines. */
function reference(layers: readonly Layer[]): Map<ParameterName, { value: unknown; by: string }> {
  const decided = new Map<ParameterName, { value: unknown; by: string }>();
  for (const name of defaultNames) {
    for (const source of strongestFirst) {
      const layer = layers.find(({ from }) => from === source);
      const value = layer?.values[name];
      if (value === undefined || decided.has(name)) continue;
      decided.set(name, { value, by: source });
    }
  }
  return decided;
}

const anyValues = fc.dictionary(
  fc.constantFrom(...defaultNames),
  fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(undefined)),
) as fc.Arbitrary<Values>;
const anyLayers = fc
  .subarray([...sources])
  .chain((chosen) =>
    fc
      .tuple(...chosen.map((from) => anyValues.map((values): Layer => ({ from, values }))))
      .chain((layers) => fc.shuffledSubarray(layers, { minLength: layers.length })),
  );

describe("who decides a value", () => {
  it("is the first one that has it: asked, preset, me, channel, server, profile", () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        const { values, from } = decide(layers);
        const expected = reference(layers);
        expect(new Set(Object.keys(values))).toEqual(new Set(expected.keys()));
        for (const [name, { value, by }] of expected) {
          expect(values[name]).toBe(value);
          expect(from[name]).toBe(by);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("is nobody where nobody said anything: nothing is there to be sent", () => {
    expect(decide([{ from: "server", values: { steps: undefined } }])).toEqual({
      values: {},
      from: {},
    });
  });
});

describe("a ratio and sides from different scopes", () => {
  const sized = (layers: Layer[]) => {
    const decided = decide([...layers, { from: "asked", values: { prompt: "x" } }]);
    const request = createRequest([decided.values], 1);
    const { width, height } = withSize(request, fixedSides(decided));
    return { width, height };
  };
  const square: Values = { width: 1024, height: 1024 };

  it("keep the ratio of the stronger at the area of the weaker", () => {
    const { width = 0, height = 0 } = sized([
      { from: "profile", values: square },
      { from: "me", values: { aspect_ratio: "2:1" } },
    ]);
    expect(width / height).toBeCloseTo(2, 0);
    expect(width * height).toBeGreaterThan(900_000);
  });

  it("keep the sides of the stronger whatever ratio the weaker would like", () => {
    const mine = { width: 512, height: 768 };
    const theirs: Layer = { from: "server", values: { aspect_ratio: "16:9" } };
    expect(sized([theirs, { from: "me", values: mine }])).toEqual(mine);
  });

  it("keep one side of the stronger, and make the other in the weaker's ratio", () => {
    const size = sized([
      { from: "server", values: { aspect_ratio: "2:1" } },
      { from: "me", values: { width: 1024 } },
    ]);
    expect(size).toEqual({ width: 1024, height: 512 });
  });
});

describe("the size that was chosen for one picture", () => {
  const chosen = (...layers: Layer[]) => chosenSize(decide(layers));

  it("is the preset's and what was asked for, and no default", () => {
    const preset = {
      from: "preset",
      values: { width: 640, height: 448, aspect_ratio: "3:2" },
    } as const;
    expect(chosen({ from: "me", values: { width: 512, aspect_ratio: "1:1" } })).toEqual({});
    expect(chosen({ from: "server", values: { height: 512 } }, preset)).toEqual(preset.values);
  });

  it("is the ratio that was asked for, and not the preset's sides", () => {
    const preset = { from: "preset", values: { width: 640, height: 448 } } as const;
    expect(chosen(preset, { from: "asked", values: { aspect_ratio: "1:1" } })).toEqual({
      aspect_ratio: "1:1",
    });
    expect(chosen(preset, { from: "asked", values: { width: 128 } })).toEqual({
      width: 128,
      height: 448,
    });
  });
});
