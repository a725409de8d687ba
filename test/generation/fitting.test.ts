import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../../src/generation/catalog.ts";
import { decide, type Layer } from "../../src/generation/decide.ts";
import { decideDrawing } from "../../src/generation/decide-model.ts";
import { misfitOf, whereItFits } from "../../src/generation/fitting.ts";
import { fittingLayers, insistedOn } from "../../src/generation/fitting-layers.ts";
import { keepFitting } from "../../src/generation/keep-fitting.ts";
import { emptyBook } from "../../src/generation/model-book.ts";
import type { ParameterName } from "../../src/generation/parameters.ts";
import { drawnWith, type Piece, piecesOf, piecesOfWork } from "../../src/generation/pieces.ts";
import type { Values } from "../../src/generation/request.ts";
import { canDo } from "../../src/generation/resolve.ts";
import { createDescription, createUpscale } from "../../src/generation/work.ts";
import { catalogOf, requestOf } from "./sample.ts";

const entries = (...names: string[]) => fc.subarray(names.map((name) => ({ name })));
const lists = fc.record({
  models: entries("m1.safetensors [0123456789]", "m2.ckpt", "m3"),
  samplers: entries("Euler", "DPM++ 2M", "DPM++ 2M Karras"),
  schedulers: fc.subarray([{ name: "karras", label: "Karras" }, { name: "beta" }]),
  styles: entries("Ink", "Oil"),
  loras: fc.subarray([{ name: "a", aliases: ["first"] }, { name: "b" }, { name: "c:1" }]),
  hiresUpscalers: entries("Latent"),
  vaes: entries("v1", "v2"),
  detailers: entries("face"),
  upscalers: entries("U1", "U2"),
  controlTypes: entries("Canny", "Depth"),
});
const webui = fc.record({
  lists,
  model: fc.option(fc.constantFrom("m1.safetensors [0123456789]", "m2.ckpt", "m3"), {
    nil: undefined,
  }),
  can: fc.subarray(["upscale", "caption", "tags"] as const),
  ignores: fc.subarray(["tiling", "mask_blur"]),
});
const catalogs: fc.Arbitrary<Catalog[]> = fc
  .array(webui, { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map(({ lists: own, model, ...rest }, index) => {
      const has = own.models.some(({ name }) => name === model);
      return catalogOf(own, {
        ...rest,
        webui: `webui ${index}`,
        ...(has && model !== undefined ? { model } : {}),
      });
    }),
  );

const image = { hash: "h", width: 64, height: 64 };
const unit = fc.constantFrom("Canny", "depth").map((type) => ({ type, image }));
const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 3 });
const drawing: fc.Arbitrary<Values> = fc
  .record({
    model: some(fc.constantFrom("m1", "M2.ckpt", "m3", "m1.safetensors [0123456789]")),
    sampler_name: some(fc.constantFrom("euler", "DPM++ 2M Karras", "DPM++ 2M")),
    scheduler: some(fc.constantFrom("Karras", "beta")),
    styles: some(fc.subarray(["Ink", "oil"], { minLength: 1 })),
    lora: some(fc.subarray(["first:0.5", "b", "c:1", "a"], { minLength: 1 })),
    hr_upscaler: some(fc.constant("Latent")),
    vae: some(fc.constantFrom("v1", "v2")),
    detailer: some(fc.constant("face")),
    tiling: some(fc.boolean()),
    mask_blur: some(fc.constant(4)),
    cfg_scale: some(fc.constant(7)),
  })
  .map((values) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  );
const wish = fc
  .tuple(drawing, some(fc.array(unit, { minLength: 1, maxLength: 2 })))
  .map(([values, control]) => ({ ...values, ...(control === undefined ? {} : { control }) }));

/** One by one, by what a worker asks before it draws. */
const ableTo = (values: Values, all: readonly Catalog[]) =>
  all.filter((catalog) => canDo(requestOf(values), catalog));

/** The values that are left when some pieces are taken away. */
function valuesWithout(values: Values, gone: readonly Piece[]): Values {
  const left: Values = { ...values };
  for (const piece of gone) {
    if (piece.kind === "ability") continue;
    const name: ParameterName = piece.parameter === "type" ? "control" : piece.parameter;
    const value: unknown = left[name];
    const rest = Array.isArray(value)
      ? value.filter((each: unknown) =>
          piece.kind === "name" ? each !== piece.name && typeOf(each) !== piece.name : false,
        )
      : [];
    if (rest.length > 0) left[name] = rest;
    else delete left[name];
  }
  return left;
}
const typeOf = (each: unknown) =>
  typeof each === "object" && each !== null && "type" in each ? each.type : undefined;

/** Every way to take some of them, the fewest first. */
function subsets<T>(all: readonly T[]): T[][] {
  const [first, ...rest] = all;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((each) => [each, [first, ...each]]);
}

/** What some webui can do, by leaving out what the first lacks. */
const possible = (values: Values, all: readonly Catalog[]): Values => {
  const first = all.slice(0, 1);
  return valuesWithout(
    values,
    insistedOn(values, all, { complete: false }).pieces.filter(
      (piece) => whereItFits([piece], first).length === 0,
    ),
  );
};

describe("the webuis that can do it", () => {
  it("are those that a worker finds able, one by one", () => {
    fc.assert(
      fc.property(wish, catalogs, (values, all) => {
        expect(whereItFits(piecesOf(values), all)).toEqual(ableTo(values, all));
      }),
      { numRuns: 100 },
    );
  });

  it("are so for pictures to be enlarged and described as well", () => {
    const upscaler = some(fc.constantFrom("U1", "u2"));
    const work = fc.oneof(
      fc.record({ upscaler, upscaler_2: upscaler }).map((values) => createUpscale([values], image)),
      fc.constantFrom("caption", "tags").map((mode) => createDescription({ mode }, image)),
    );
    fc.assert(
      fc.property(work, catalogs, (request, all) => {
        const able = all.filter((catalog) => canDo(request, catalog));
        expect(whereItFits(piecesOfWork(request), all)).toEqual(able);
      }),
    );
  });
});

describe("what does not go together", () => {
  it("is named only where no webui can do it, with the one that can once the fewest things are gone", () => {
    let misfits = 0;
    fc.assert(
      fc.property(wish, catalogs, (values, all) => {
        const pieces = piecesOf(values);
        const misfit = misfitOf(pieces, all);
        expect(misfit === undefined).toBe(ableTo(values, all).length > 0);
        if (misfit === undefined) return;
        misfits += 1;
        const { nearest, lacks, together } = misfit;
        expect(canDo(requestOf(valuesWithout(values, lacks)), nearest)).toBe(true);
        const relevant = pieces.filter((piece) => whereItFits([piece], all).length < all.length);
        const fewest = subsets(relevant)
          .filter((gone) =>
            all.some((catalog) =>
              pieces.every((each) => gone.includes(each) || whereItFits([each], [catalog]).length),
            ),
          )
          .map((gone) => gone.length);
        expect(lacks).toHaveLength(Math.min(...fewest));
        // None of those could be missing from what is said.
        expect(whereItFits(together, all)).toEqual([]);
        for (const piece of together) {
          const others = together.filter((each) => each !== piece);
          expect(whereItFits(others, all).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
    expect(misfits).toBeGreaterThan(20);
  });

  it("is nothing where no webui was ever reached", () => {
    expect(misfitOf(piecesOf({ model: "m1" }), [])).toBeUndefined();
  });
});

describe("what was decided beforehand", () => {
  const layer = (from: Layer["from"]) => drawing.map((values): Layer => ({ from, values }));
  const layers = fc.tuple(layer("server"), layer("channel"), layer("me"));

  it("never keeps anybody from drawing, and gives way only to what one webui cannot do as well", () => {
    fc.assert(
      fc.property(wish, layers, catalogs, (wished, defaults, all) => {
        const asked = possible(wished, all);
        const insisted = insistedOn(asked, all, { complete: false });
        const { layers: kept, where } = fittingLayers(defaults, insisted, all, drawnWith);
        const whole = decide([...kept, { from: "asked", values: asked }]).values;
        const needed = insistedOn(whole, all, { complete: false }).pieces;
        expect(whereItFits(needed, all)).toEqual(where);
        expect(where.length).toBeGreaterThan(0);
        expect(whole).toMatchObject(asked);
        const first = decide([...defaults, { from: "asked", values: asked }]).values;
        if (whereItFits(insistedOn(first, all, { complete: false }).pieces, all).length > 0) {
          expect(whole).toEqual(first);
        }
        // What is gone would have nowhere to be drawn.
        for (const { values } of defaults) {
          for (const [name, value] of Object.entries(values)) {
            if (name in whole) continue;
            const more = insistedOn({ ...whole, [name]: value }, all, { complete: false }).pieces;
            expect(whereItFits(more, all)).toEqual([]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("goes with a model that can do what was asked for, where nobody chose one", () => {
    fc.assert(
      fc.property(wish, layers, catalogs, (wished, defaults, known) => {
        const all = known.map((each) => ({ ...each, model: each.lists.models[0]?.name }));
        fc.pre(all.every(({ model }) => model !== undefined));
        const asked = possible(wished, all);
        const { values } = decideDrawing(
          [...defaults, { from: "asked", values: asked }],
          { allowed: undefined, book: emptyBook, catalogs: all },
          { complete: false, fitting: (each) => each },
        );
        const needed = insistedOn(values, all, { complete: false }).pieces;
        expect(whereItFits(needed, all).length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it("has its model first of all, then what the stronger say", () => {
    const [one, two] = [
      catalogOf({ models: [{ name: "m1" }], vaes: [{ name: "v1" }] }, { model: "m1" }),
      catalogOf({ models: [{ name: "m2" }], vaes: [{ name: "v2" }] }, { model: "m2" }),
    ];
    const draw = (asked: Values, ...defaults: Layer[]) =>
      decideDrawing(
        [...defaults, { from: "asked", values: { prompt: "a", ...asked } }],
        { allowed: undefined, book: emptyBook, catalogs: [one, two] },
        { complete: false, fitting: (each) => each },
      ).values;
    const mine: Layer = { from: "me", values: { vae: "v1" } };
    const theirs: Layer = { from: "server", values: { model: "m2", vae: "v2" } };
    expect(draw({}, mine, theirs)).toEqual({ prompt: "a", model: "m2", vae: "v2" });
    expect(draw({}, mine)).toEqual({ prompt: "a", model: "m1", vae: "v1" });
    expect(draw({ vae: "v2" }, mine)).toEqual({ prompt: "a", model: "m2", vae: "v2" });
    expect(draw({ model: "m1" }, mine, theirs)).toMatchObject({ model: "m1", vae: "v1" });
  });

  it("of a list keeps the entries that go with the rest, and says which do not", () => {
    const [one, two] = [
      catalogOf({ loras: [{ name: "a" }, { name: "b" }], models: [{ name: "m1" }] }),
      catalogOf({ loras: [{ name: "c" }], models: [{ name: "m2" }] }),
    ];
    const values = { lora: ["c", "a:0.5", "b"], vae: "kl-f8.pt", steps: 3 };
    const insisted = insistedOn({ model: "m1" }, [one, two], { complete: false });
    expect(keepFitting(values, insisted, [one, two])).toEqual({
      values: { lora: ["a:0.5", "b"], vae: "kl-f8.pt", steps: 3 },
      apart: { lora: ["c"] },
    });
  });
});
