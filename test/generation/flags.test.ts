import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { factsOf } from "../../src/generation/facts.ts";
import { flagNames } from "../../src/generation/flag-names.ts";
import { readFlags } from "../../src/generation/flags.ts";
import { toFlags } from "../../src/generation/to-flags.ts";
import { namesOn, type ParameterName, rowOf, type Use } from "../../src/generation/parameters.ts";
import { choiceValue } from "../../src/generation/names.ts";
import { anyText } from "../harness/any-text.ts";
import { refusalOf } from "../harness/refusal.ts";
import { anyRequest, anyValuesOn } from "./generated.ts";
import { requestOf } from "./sample.ts";
import { cpuMilliseconds } from "../harness/cpu.ts";

type Values = Partial<Record<ParameterName, unknown>>;

/** The commands whose options may be typed. */
const uses = ["draw", "edit", "control", "upscale", "describe"] as const;

describe("flags in a prompt", () => {
  test.each<[text: string, prompt: string, values: Values]>([
    [
      "a castle --ar 16:9 --steps 30 --no people --count 4",
      "a castle",
      { aspect_ratio: "16:9", steps: 30, negative_prompt: "people", count: 4 },
    ],
    [
      "a castle --no people, dark skies --n 2",
      "a castle",
      { negative_prompt: "people, dark skies", count: 2 },
    ],
    ["a castle --steps 30 on a hill", "a castle on a hill", { steps: 30 }],
    ["--steps 30 a castle", "a castle", { steps: 30 }],
    ["--tiling --steps 20", "", { tiling: true, steps: 20 }],
    ["  --steps   20  ", "", { steps: 20 }],
    ["a castle\n--steps 20\nby night", "a castle by night", { steps: 20 }],
    ["a castle --cfg_scale 4.5 --CFG-Scale 5,5", "a castle", { cfg_scale: 5.5 }],
    ["a castle --seed -1", "a castle", { seed: -1 }],
    [
      "a castle --steps=30 --no=people --model = dream",
      "a castle",
      { steps: 30, negative_prompt: "people", model: "dream" },
    ],
    [
      "a castle --tiling --private no --spoiler=on x",
      "a castle x",
      { tiling: true, private: false, spoiler: true },
    ],
    ["a castle --tiling by the sea", "a castle by the sea", { tiling: true }],
    ['a castle --tiling "by the sea"', 'a castle "by the sea"', { tiling: true }],
    ['a castle --tiling "no"', "a castle", { tiling: false }],
    [
      'a castle --sampler_name "DPM++ 2M" by night',
      "a castle by night",
      { sampler_name: "DPM++ 2M" },
    ],
    ['a castle --no "people" by night', "a castle by night", { negative_prompt: "people" }],
    ['a castle --no "people", "dogs"', "a castle", { negative_prompt: '"people", "dogs"' }],
    [
      "a castle --no 'people's dogs' by night",
      "a castle by night",
      { negative_prompt: "people's dogs" },
    ],
    ['a castle --no ""', "a castle", { negative_prompt: "" }],
    ["a wall --tiling, bricks", "a wall, bricks", { tiling: true }],
    [
      "a castle --steps 30, misty --ar 16:9.",
      "a castle, misty.",
      { steps: 30, aspect_ratio: "16:9" },
    ],
    ["a castle --model dream.v1, misty", "a castle, misty", { model: "dream.v1" }],
    ["a castle --lora a:0.5,b, misty", "a castle, misty", { lora: ["a:0.5", "b"] }],
    ["a castle --lora a:0.5,b --lora c", "a castle", { lora: ["a:0.5", "b", "c"] }],
    ['a castle --styles "Old photo, Ink"', "a castle", { styles: ["Old photo", "Ink"] }],
    [
      'a castle --model "my \\"best\\" model" by night',
      "a castle by night",
      { model: 'my "best" model' },
    ],
    ["a castle --steps:30 --model: dream", "a castle", { steps: 30, model: "dream" }],
    [
      "a castle --tiling, brick --private; by night",
      "a castle, brick; by night",
      {
        tiling: true,
        private: true,
      },
    ],
    ["a castle, --tiling, brick --spoiler.", "a castle, brick.", { tiling: true, spoiler: true }],
    ["--tiling, brick --private no, old", "brick, old", { tiling: true, private: false }],
    ["(a castle --tiling)", "(a castle )", { tiling: true }],
    ["a \\--steps 30 \\\\--no x --count 2", "a --steps 30 \\--no x", { count: 2 }],
  ])("are read: %s", (text, prompt, values) => {
    expect(readFlags(text)).toEqual({ prompt, values, unknown: [] });
  });

  test.each<[text: string, prompt: string, values: Values]>([
    [
      "a castle \u2014steps 30 \u2014no people",
      "a castle",
      { steps: 30, negative_prompt: "people" },
    ],
    [
      "a castle \u2013no people \u2013steps 30",
      "a castle",
      { steps: 30, negative_prompt: "people" },
    ],
    ["a castle \u2014ar 16:9", "a castle", { aspect_ratio: "16:9" }],
    ["a castle --tiling on a hill", "a castle on a hill", { tiling: true }],
    ["a knight \u2014speaking\u2014 to a king", "a knight \u2014speaking\u2014 to a king", {}],
    ["a castle \u2014tiling, brick \u2014steps:3", "a castle, brick", { tiling: true, steps: 3 }],
    ["\u2014no, never! he said", "\u2014no, never! he said", {}],
    ["a castle --model \u201cmy model\u201d", "a castle", { model: "my model" }],
    ["a castle --model \u2018my model\u2019", "a castle", { model: "my model" }],
    ["a castle --model \u201emy model\u201c", "a castle", { model: "my model" }],
    ["a castle --model \u00abmy model\u00bb", "a castle", { model: "my model" }],
  ])("are read as phones write them: %s", (text, prompt, values) => {
    expect(readFlags(text)).toEqual({ prompt, values, unknown: [] });
  });

  test("leave a dash between words to the text it stands in", () => {
    expect(readFlags("a castle \u2014 by night \u2013 old").prompt).toBe(
      "a castle \u2014 by night \u2013 old",
    );
    expect(readFlags("a castle --no fog \u2014 or rain").values).toEqual({
      negative_prompt: "fog \u2014 or rain",
    });
    expect(readFlags("a castle --no \u2014fog \u2014smoke \u2014steps 3").values).toEqual({
      negative_prompt: "\u2014fog \u2014smoke",
      steps: 3,
    });
  });

  test.each([
    ["a castle --quality 2 by night", ["--quality"]],
    ["a castle --v=6  --stylize 50", ["--v", "--stylize"]],
    ["a castle --v 6 --v 7", ["--v"]],
    ["a castle --foo, sunny --bar: 3 --baz.", ["--foo", "--bar", "--baz"]],
    ["--constructor x", ["--constructor"]],
    ["a castle --foo, sunny --bar.", ["--foo", "--bar"]],
    ["a castle --gr\u00f6\u00dfe:3 --tilings", ["--gr\u00f6\u00dfe", "--tilings"]],
    ["a castle --image cat.png --prompt x", ["--image", "--prompt"]],
  ])("that are not known stay text and are reported once: %s", (text, unknown) => {
    expect(readFlags(text)).toEqual({ prompt: text, values: {}, unknown });
  });

  test("that are not known end a text value all the same", () => {
    expect(readFlags("a castle --no people --v 6")).toEqual({
      prompt: "a castle --v 6",
      values: { negative_prompt: "people" },
      unknown: ["--v"],
    });
  });

  test.each([
    "a castle --steps",
    "a castle --steps --count 2",
    "a castle --no",
    "a castle --no --steps 2",
    "a castle --no -- people",
    "a castle --model \u2014steps 3",
    "a castle --ar =",
    "a castle --steps, sunny",
    "a castle --no, sunny",
    "a castle --tiling=",
  ])("without a value are refused by name: %s", (text) => {
    const [flag = ""] = /--\w+/.exec(text) ?? [];
    expect(refusalOf(() => readFlags(text))).toBe(`${flag} needs a value after it.`);
  });

  test("with words for a number are refused with the parameter's label", () => {
    expect(refusalOf(() => readFlags("a castle --steps many"))).toContain("Steps cannot be `many`");
  });

  test.each(["--tiling=maybe", "--tiling = maybe", "--tiling:maybe", '--tiling="maybe"'])(
    "with words for a switch are refused, saying what it may be: %s",
    (flag) => {
      expect(refusalOf(() => readFlags(`a castle ${flag}`))).toBe(
        "Tiling cannot be `maybe`: it must be yes or no.",
      );
    },
  );

  test("are no flags inside a word or with a number in front", () => {
    for (const text of ["a well--known castle", "--1 castle", "a castle -- old", "a -steps 3"]) {
      expect(readFlags(text)).toEqual({ prompt: text, values: {}, unknown: [] });
    }
  });

  test("leave a prompt without any as it is but for its ends", () => {
    const text = anyText().map((any) => any.replace(/[-\u2013\u2014]+/g, "-"));
    fc.assert(
      fc.property(text, (prompt) => {
        expect(readFlags(prompt)).toEqual({ prompt: prompt.trim(), values: {}, unknown: [] });
      }),
    );
  });

  const word = fc
    .stringMatching(/^[\p{L}\p{N}._/+:(-][\p{L}\p{N}._/+:()'"-]{0,12}$/u)
    .filter((text) => !text.startsWith("--"));
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
  const name = words.filter((text) => !text.includes('"'));
  const item = name.filter((text) => !text.includes(","));
  const valueOf: Record<string, (parameter: ParameterName) => fc.Arbitrary<[unknown, string]>> = {
    text: () => words.map((text) => [text, text]),
    name: () => name.map((text) => [text, `"${text}"`]),
    ratio: () => fc.tuple(fc.nat(9999), fc.nat(9999)).map(([a, b]) => [`${a}:${b}`, `${a}:${b}`]),
    names: () =>
      fc
        .array(item, { minLength: 1, maxLength: 3 })
        .map((names) => [names, `"${names.join(", ")}"`]),
    integer: (parameter) => {
      const { min = 0, max = 0 } = factsOf(parameter);
      return fc.integer({ min, max }).map((value) => [value, String(value)]);
    },
    number: (parameter) => {
      const { min = 0, max = 0 } = factsOf(parameter);
      return fc.double({ min, max, noNaN: true }).map((value) => [value + 0, String(value)]);
    },
    boolean: () => fc.boolean().map((value) => [value, String(value)]),
    choice: (parameter) =>
      fc.constantFrom(...(rowOf(parameter).choices ?? [])).map((value) => [value, `"${value}"`]),
  };
  const writtenOn = (use: Use) => {
    const writable = namesOn(use).filter(
      (parameter) => parameter !== "prompt" && factsOf(parameter).kind !== "picture",
    );
    const flag = fc.constantFrom(...writable).chain((parameter) => {
      const arbitrary = valueOf[factsOf(parameter).kind]?.(parameter);
      if (arbitrary === undefined) throw new Error(`no values for ${parameter}`);
      return fc.tuple(
        fc.constant(parameter),
        arbitrary,
        fc.constantFrom(" ", "=", "  "),
        fc.boolean(),
      );
    });
    return fc.uniqueArray(flag, { selector: ([parameter]) => parameter });
  };

  test.each(uses)("of every parameter of /%s are read back as written, in any order", (use) => {
    const names = namesOn(use);
    fc.assert(
      fc.property(words, writtenOn(use), (prompt, flags) => {
        const texts = flags.map(([parameter, [, text], between, hyphens]) => {
          const typed = hyphens ? parameter.replaceAll("_", "-") : parameter;
          return `--${typed}${between}${text}`;
        });
        const values = Object.fromEntries(flags.map(([parameter, [value]]) => [parameter, value]));
        const read = readFlags([prompt, ...texts].join(" "), names);
        expect(read).toEqual({ prompt, values, unknown: [] });
      }),
      { numRuns: 500 },
    );
  });

  test("never throw anything but a refusal, whatever the text", () => {
    const pieces =
      "-- \u2014 \u2013 \n = , : \" ' \u201c \u201d \u201e \u00ab no ar n steps tiling lora model 30 -1 16:9 true constructor";
    fc.assert(
      fc.property(anyText([...pieces.split(" "), " "]), (text) => {
        try {
          const { prompt, values } = readFlags(text);
          expect(prompt).toBe(prompt.trim());
          expect(flagNames).toEqual(expect.arrayContaining(Object.keys(values)));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["blanks", " "],
    ["hyphens", "-"],
    ["blanks and hyphens", " --"],
    ["long names", "--a"],
    ["unknown flags", "--v "],
    ["flags without a value", "--tiling "],
    ["numbers", "--steps 30 "],
    ["text values", "--no x "],
    ["open quotes", "--no \u201ex "],
    ["closed quotes in words", '--no "x"x '],
    ["quotes", '"'],
    ["equal signs", "--tiling = no "],
    ["commas", "--tiling, "],
    ["stops", "--tiling ..."],
    ["dashes", "\u2014no a \u2014 "],
  ])("are read in well under a second when 10 times too long: %s", (_, piece) => {
    const text = `${piece.repeat(2 ** 16 / piece.length)}x`;
    const spent = cpuMilliseconds(() => {
      readFlags(text);
    });
    expect(spent).toBeLessThan(1_000);
  });
});

describe("a request as flags", () => {
  test.each<[text: string, values: Values]>([
    ["a castle --steps 20 --seed 5", {}],
    [
      'a castle --no people, dark skies --model "my model" --ar 16:9 --n 4 --steps 30 --seed 5 --lora "ink:0.5, detail" --tiling --private no',
      {
        steps: 30,
        aspect_ratio: "16:9",
        negative_prompt: "people, dark skies",
        model: "my model",
        count: 4,
        lora: ["ink:0.5", "detail"],
        tiling: true,
        private: false,
        image: { hash: "h", width: 64, height: 64 },
      },
    ],
    ["a \\--steps 3 --v 6 \\\\--no --steps 20 --seed 5", { prompt: "a --steps 3 --v 6 \\--no" }],
    [
      'a castle --no "a --no b" --model "\\"x\\" \\ " --steps 20 --seed 5',
      {
        negative_prompt: "a --no b",
        model: '"x" \\',
      },
    ],
  ])("is a line that one may type: %s", (text, values) => {
    expect(toFlags(requestOf(values))).toBe(text);
  });

  test("has names with commas as what stands for them", () => {
    const stand = choiceValue("Old, photo", true);
    expect(toFlags(requestOf({ styles: ["Old, photo"], lora: ["Old, photo:0.5"] }))).toBe(
      `a castle --styles ${stand} --steps 20 --seed 5 --lora ${stand}:0.5`,
    );
  });

  test("is read back as what /draw can say of it, whatever is in it", () => {
    const typed = new Set<string>(flagNames.filter((name) => name !== "image"));
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { prompt, values } = readFlags(toFlags(request));
        const said = Object.entries(request).filter(([name]) => typed.has(name));
        expect({ ...values, prompt }).toEqual(Object.fromEntries(said));
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  test.each(uses)(
    "of /%s is read back as the same values, pictures apart",
    (use) => {
      const names = namesOn(use);
      fc.assert(
        fc.property(anyValuesOn(use), (given) => {
          const { prompt, values } = readFlags(toFlags(given, names), names);
          const typed = names.filter((name) => factsOf(name).kind !== "picture");
          const expected = typed.flatMap((name) =>
            given[name] === undefined ? [] : [[name, given[name]]],
          );
          const read = given.prompt === undefined ? values : { ...values, prompt };
          expect(read).toEqual(Object.fromEntries(expected));
        }),
        { numRuns: 700 },
      );
    },
    60_000,
  );
});
