import type { APIApplicationCommandAutocompleteInteraction } from "discord-api-types/v10";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complete, completionOf } from "../../src/bot/complete.ts";
import { parameterNames, rowOf } from "../../src/generation/parameters.ts";
import { resolveNames } from "../../src/generation/resolve.ts";
import { splitNames } from "../../src/generation/values.ts";
import { anyText } from "../harness/any-text.ts";
import { catalogOf, requestOf } from "../generation/sample.ts";

const one = [catalogOf()];
const namesFor = (...args: Parameters<typeof complete>) =>
  complete(...args).map(({ name }) => name);
const valuesFor = (...args: Parameters<typeof complete>) =>
  complete(...args).map(({ value }) => value);
const long = (end: string) => ({ name: `${"x".repeat(150)}${end}` });

describe("completion", () => {
  test("offers what the webuis have, by what was typed", () => {
    expect(namesFor("model", "dream", one)).toEqual(["sub/dreamshaper_8.safetensors [879db523c3]"]);
    expect(namesFor("sampler_name", "EULER", one)).toEqual(["Euler", "Euler a"]);
    expect(complete("scheduler", "uniform", one)).toEqual([
      { name: "SGM Uniform", value: "sgm_uniform" },
    ]);
    expect(namesFor("vae", "", one)).toEqual(["kl-f8.pt"]);
    expect(namesFor("detailer", "hand", one)).toEqual(["hand_yolov8n.pt"]);
    expect(namesFor("hr_upscaler", "4x", one)).toEqual(["R-ESRGAN 4x+"]);
  });

  test("offers the names of all webuis, each once", () => {
    const other = catalogOf({ vaes: [{ name: "kl-f8.pt" }, { name: "other.pt" }] });
    expect(namesFor("vae", "", [...one, other])).toEqual(["kl-f8.pt", "other.pt"]);
  });

  test("offers common ratios", () => {
    expect(namesFor("aspect_ratio", "16", [])).toEqual(["16:9", "16:10", "9:16", "10:16"]);
    expect(namesFor("aspect_ratio", "", []).length).toBeGreaterThan(5);
  });

  test("offers nothing where there is nothing to offer", () => {
    expect(complete("prompt", "a", one)).toEqual([]);
    expect(complete("model", "zzz", one)).toEqual([]);
    expect(complete("model", "", [])).toEqual([]);
  });

  test("answers for the option that is being typed", () => {
    const focused = (options: object[]) =>
      ({ data: { options } }) as unknown as APIApplicationCommandAutocompleteInteraction;
    const options = [
      { name: "prompt", type: 3, value: "a" },
      { name: "sampler_name", type: 3, value: "dpm", focused: true },
    ];
    expect(completionOf(focused(options), one)?.map(({ name }) => name)).toEqual([
      "DPM++ 2M",
      "DPM++ 2M SDE",
    ]);
    expect(completionOf(focused(options.slice(0, 1)), one)).toBeUndefined();
    for (const name of ["unheard_of", "constructor"]) {
      const typing = focused([{ name, type: 3, value: "", focused: true }]);
      expect(completionOf(typing, one)).toBeUndefined();
    }
  });

  test("is taken by Discord whatever was typed and whatever the names: 25 choices, 100 characters, all different", () => {
    const name = anyText(["a", ",", ":0.5", "😀"], 130).filter(
      (text) => text.trim() !== "" && text.isWellFormed(),
    );
    const names = fc
      .uniqueArray(name, { maxLength: 60 })
      .map((all) => all.map((each) => ({ name: each })));
    const suggested = parameterNames.filter((parameter) => rowOf(parameter).suggest !== undefined);
    fc.assert(
      fc.property(
        fc.constantFrom(...suggested),
        names,
        anyText(["a", ","], 5),
        (parameter, entries, typed) => {
          const lists = {
            models: entries,
            styles: entries,
            loras: entries,
            samplers: entries,
            vaes: entries,
          };
          const choices = complete(parameter, typed, [catalogOf(lists)]);
          expect(choices.length).toBeLessThanOrEqual(25);
          expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
          for (const choice of choices) {
            for (const text of [choice.name, choice.value]) {
              expect(text.length).toBeGreaterThanOrEqual(1);
              expect(text.length).toBeLessThanOrEqual(100);
            }
            expect(choice.name).toBe(choice.name.toWellFormed());
          }
        },
      ),
    );
  });

  test("offers a name of over 100 characters so that it is found again", () => {
    const catalogs = [catalogOf({ models: [long("a"), long("b")] })];
    const [first, second] = valuesFor("model", "x", catalogs);
    expect(resolveNames(requestOf({ model: first }), catalogs).model).toBe(long("a").name);
    expect(resolveNames(requestOf({ model: second }), catalogs).model).toBe(long("b").name);
  });
});

describe("completion of a list", () => {
  test("completes the last entry and keeps those before it", () => {
    expect(complete("styles", "Ink, old", one)).toEqual([
      { name: "Ink, Old photo", value: "Ink, Old photo" },
    ]);
    expect(valuesFor("styles", " Ink ,", one)).toEqual(["Ink, Old photo"]);
  });

  test("offers no entry twice", () => {
    expect(valuesFor("styles", "ink, ", one)).toEqual(["ink, Old photo"]);
    expect(valuesFor("lora", "detail:0.5,", one)).toEqual(["detail:0.5, ink:0.5"]);
  });

  test("keeps the weight that was typed behind a LoRA", () => {
    expect(valuesFor("lora", "add:0.7", one)).toEqual(["add_detail:0.7"]);
    expect(valuesFor("lora", "ink:0.5", one)).toEqual(["ink:0.5"]);
  });

  test("takes what looks like a weight for part of a style's name", () => {
    const catalogs = [catalogOf({ styles: [{ name: "Ratio 1:1" }, { name: "Ratio" }] })];
    expect(valuesFor("styles", "Ratio 1:1", catalogs)).toEqual(["Ratio 1:1"]);
    expect(valuesFor("styles", "Ratio:1", catalogs)).toEqual([]);
  });

  test("finds again what it offered, also where a name is long or has commas in it", () => {
    const odd = { name: "Photo, old" };
    const catalogs = [
      catalogOf({ styles: [{ name: "Ink" }, odd, long("a")], loras: [odd, long("b")] }),
    ];
    for (const [typed, name] of [
      ["Ink, photo", odd.name],
      ["Ink, xx", long("a").name],
    ] as const) {
      const [value = ""] = valuesFor("styles", typed, catalogs);
      const request = requestOf({ styles: splitNames(value) });
      expect(resolveNames(request, catalogs).styles).toEqual(["Ink", name]);
    }
    const [lora = ""] = valuesFor("lora", "old:0.5", catalogs);
    expect(resolveNames(requestOf({ lora: splitNames(lora) }), catalogs).lora).toEqual([
      "Photo, old:0.5",
    ]);
  });

  test("shows the end of what it completes where there is no room for all of it", () => {
    const catalogs = [
      catalogOf({
        loras: Array.from({ length: 9 }, (_, index) => ({ name: `${index}${"y".repeat(20)}` })),
      }),
    ];
    const before = [0, 1, 2].map((index) => `${index}${"y".repeat(20)}`).join(", ");
    const [choice] = complete("lora", `${before}, 8`, catalogs);
    expect(choice?.value).toBe(`${before}, 8${"y".repeat(20)}`);
    const emoji = catalogOf({ loras: [{ name: "😀".repeat(80) }] });
    const [shortened] = complete("lora", "", [emoji]);
    expect(shortened?.name).toMatch(/^…�?😀+$/u);
    expect(shortened?.name.isWellFormed()).toBe(true);
  });
});
