import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import type { AllowedModels } from "../../src/generation/allowed-models.ts";
import type { Layer } from "../../src/generation/decide.ts";
import { fixedSides } from "../../src/generation/decide.ts";
import { decideDrawing } from "../../src/generation/decide-model.ts";
import { emptyBook, type ModelBook } from "../../src/generation/model-book.ts";
import { activated } from "../../src/generation/model-profile.ts";
import { withSize } from "../../src/generation/policy.ts";
import type { Values } from "../../src/generation/request.ts";
import { viewOf } from "../../src/generation/server-view.ts";
import { en } from "../../src/text/en.ts";
import { catalogOf, requestOf } from "./sample.ts";

const models = [
  { name: "dreamshaper_8.safetensors [879db523c3]" },
  { name: "xl/aurora-xl.safetensors", aliases: ["aurora-xl"] },
  { name: "inkwell.ckpt" },
];
const webui = catalogOf({ models }, { model: "dreamshaper_8.safetensors [879db523c3]" });

type Rules = { allowed?: AllowedModels; book?: ModelBook; complete?: boolean };
function decided(layers: Layer[], { allowed, book = emptyBook, complete = false }: Rules = {}) {
  const catalogs = viewOf([webui], book);
  const fitting = (values: Values) => values;
  return decideDrawing(layers, { allowed, book, catalogs }, { complete, fitting });
}
const asked = (values: Values = {}): Layer => ({
  from: "asked",
  values: { prompt: "a castle", ...values },
});
const by = (from: Layer["from"], values: Values): Layer => ({ from, values });
const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.say(en);
    throw error;
  }
  throw new Error("it was not refused");
};

describe("a model's profile", () => {
  const profile = {
    activator: "aurora style",
    values: { width: 832, steps: 30, sampler_name: "Euler", vae: "nobody-has-it" },
  };
  const book: ModelBook = {
    models: { "xl_aurora-xl": { title: "xl/aurora-xl.safetensors", profile } },
  };

  test("says nothing of a model whose name does not tell, which is the webui's own here", () => {
    const { values, from } = decided([asked()]);
    expect(values).toEqual({ prompt: "a castle", model: webui.model });
    expect(from).toEqual({ prompt: "asked" });
  });

  test("is that of the model that was decided, whoever did: the server's own values over its family's", () => {
    for (const layers of [
      [asked({ model: "aurora-xl" })],
      [by("server", { model: "XL/Aurora-XL" }), asked()],
    ]) {
      expect(decided(layers).values).toMatchObject({ width: 1024, height: 1024 });
      expect(decided(layers, { book }).values).toMatchObject({
        prompt: "aurora style, a castle",
        width: 832,
        height: 1024,
        steps: 30,
        sampler_name: "Euler",
      });
      expect(decided(layers, { book }).values.vae).toBeUndefined();
    }
  });

  test("is the weakest of all, and the source of what it decides", () => {
    const layers = [by("server", { steps: 12 }), asked({ model: "aurora-xl", height: 640 })];
    const { values, from } = decided(layers, { book });
    expect(values).toMatchObject({ width: 832, height: 640, steps: 12 });
    expect(from).toMatchObject({ width: "profile", height: "asked", steps: "server" });
  });

  test("says nothing of a drawing that is complete", () => {
    const layers = [asked({ model: "aurora-xl" })];
    expect(decided(layers, { book, complete: true }).values).toEqual(layers[0]?.values);
  });

  test("says how large a picture is, not in which shape: a ratio has the same area, and so has a given picture's", () => {
    const sizeOf = (layers: Layer[]) => {
      const made = decided(layers);
      const { width, height } = withSize(requestOf(made.values), fixedSides(made));
      return [width, height];
    };
    const model = { model: "aurora-xl" };
    expect(sizeOf([asked(model)])).toEqual([1024, 1024]);
    expect(sizeOf([by("server", { aspect_ratio: "16:9" }), asked(model)])).toEqual([1344, 768]);
    expect(sizeOf([asked({ ...model, aspect_ratio: "1:2" })])).toEqual([704, 1408]);
    expect(sizeOf([asked({ aspect_ratio: "1:2" })])).toEqual([384, 768]);
    expect(sizeOf([asked({ ...model, aspect_ratio: "2:1", width: 512 })])).toEqual([512, 256]);
    const image = { hash: "x", width: 600, height: 1200 };
    const control = [{ type: "Canny", image }];
    expect(sizeOf([asked({ ...model, control })])).toEqual([704, 1408]);
  });
});

describe("the words that wake a model", () => {
  test.each([
    ["a cat", "ink style", "ink style, a cat"],
    ["INK   style, a cat", "ink style", "INK   style, a cat"],
    ["think styles", "ink style", "ink style, think styles"],
    ["b, a cat", "a, b", "b, a cat"],
    ["b", "a1, b, c", "a1, c, b"],
    ["(a, b:1.2) cat", "(a, b:1.2)", "(a, b:1.2) cat"],
    ["a", "(a, b:1.2)", "(a, b:1.2), a"],
    ["fire.", "c++", "c++, fire."],
    ["a", "  ,", "a"],
  ])("stand before the prompt once: %s / %s", (prompt, words, woken) => {
    expect(activated(prompt, words)).toBe(woken);
    expect(activated(woken, words)).toBe(woken);
  });

  test("give way to a prompt that leaves them no room", () => {
    expect(activated("x".repeat(5999), "ink")).toBe("x".repeat(5999));
  });
});

describe("allowed models", () => {
  const allowed = ["gone.ckpt", "Inkwell", "aurora-xl"];

  test("refuse what a person chooses beside them, naming those that are here", () => {
    const refused = () => decided([asked({ model: "dreamshaper_8" })], { allowed });
    expect(refusalOf(refused)).toBe(
      "Model `dreamshaper_8.safetensors [879db523c3]` is not allowed here. `inkwell.ckpt` and `xl/aurora-xl.safetensors` are.",
    );
    const again = () =>
      decided([asked({ model: "dreamshaper_8" })], { allowed: ["inkwell"], complete: true });
    expect(refusalOf(again)).toContain("`inkwell.ckpt` is.");
    const preset = by("preset", { model: "dreamshaper_8" });
    expect(refusalOf(() => decided([preset, asked()], { allowed }))).toContain("not allowed");
    expect(decided([preset, asked({ model: "inkwell.ckpt" })], { allowed }).values.model).toBe(
      "inkwell.ckpt",
    );
  });

  test("name as many as can be read, by the names that members read", () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ name: `m${i}.ckpt` }));
    const catalogs = [
      catalogOf({ models: [...many.map((m, i) => ({ ...m, label: `M ${i}` })), ...models] }),
    ];
    const all = many.map(({ name }) => name);
    const refused = () =>
      decideDrawing(
        [asked({ model: "inkwell" })],
        { allowed: all, book: emptyBook, catalogs },
        { complete: false, fitting: (values) => values },
      );
    expect(refusalOf(refused)).toMatch(/`M 9`,? and 2 more are\.$/);
  });

  test("refuse a name that no webui has told of yet, unless it is allowed", () => {
    const refused = () => decided([asked({ model: "unheard of" })], { allowed });
    expect(refusalOf(refused)).toContain("Model `unheard of` is not allowed here.");
    expect(decided([asked({ model: "gone" })], { allowed }).values.model).toBe("gone");
  });

  test("let a default fall through to the next that is allowed", () => {
    const layers = [
      by("server", { model: "aurora-xl" }),
      by("channel", { model: "dreamshaper_8" }),
      by("me", { model: "dreamshaper_8", steps: 7 }),
      asked(),
    ];
    const { values, from } = decided(layers, { allowed });
    expect(values).toMatchObject({ model: "aurora-xl", steps: 7, width: 1024 });
    expect(from.model).toBe("server");
  });

  test("stand in for the webui's own model where that is not allowed, the first that is here", () => {
    const modelOf = (names: string[]) => decided([asked()], { allowed: names }).values.model;
    expect(modelOf([...allowed])).toBe("inkwell.ckpt");
    expect(modelOf(["dreamshaper_8"])).toBe(webui.model);
    expect(modelOf([])).toBe(webui.model);
  });

  test("refuse every drawing while none of them is here", () => {
    expect(refusalOf(() => decided([asked()], { allowed: ["gone.ckpt"] }))).toBe(
      en.models.noneAllowedHere,
    );
  });

  test("hold by name where no webui was ever reached", () => {
    const decideBlind = (values: Values) =>
      decideDrawing(
        [asked(values)],
        { allowed: ["ink.ckpt"], book: emptyBook, catalogs: [] },
        { complete: false, fitting: (all) => all },
      );
    expect(decideBlind({}).values.model).toBe("ink.ckpt");
    expect(decideBlind({ model: "ink" }).values.model).toBe("ink");
    expect(refusalOf(() => decideBlind({ model: "other" }))).toContain("not allowed");
  });
});
