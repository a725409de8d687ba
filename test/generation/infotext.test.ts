import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutInfotext, readInfotext, toInfotext } from "../../src/generation/infotext.ts";
import { cpuMilliseconds } from "../harness/cpu.ts";

const A1111 = `a cat, (in a hat:1.2)
on a mat
Negative prompt: dog,
blurry
Steps: 20, Sampler: Euler a, Schedule type: Automatic, CFG scale: 7.0, Seed: 1, Size: 512x512, Model hash: abcdef1234, Model: name, Clip skip: 2, Lora hashes: "a: 1, b: 2", Version: v1.10.1`;

const SDCPP = `a cat
Steps: 20, CFG scale: 7.000000, Skip layers: [7, 8, 9, ], Guidance: 3.500000, Seed: 42, Size: 512x512, Model: sd.gguf, RNG: cuda, Sampler: euler_a karras, TE: a.gguf, TE: b.gguf, Version: stable-diffusion.cpp, SDCPP: {"prompt":{"negative":"","positive":"a, seed: 1"},"seed":42}`;

const key = fc.stringMatching(/^[\p{L}\p{N}_][\p{L}\p{N}_\-/]( ?[\p{L}\p{N}_\-/]){0,8}$/u);
const parameters = fc
  .uniqueArray(fc.tuple(key, fc.string({ unit: "binary" })), {
    minLength: 3,
    selector: ([key]) => key,
  })
  .map((pairs) => new Map(pairs));
/** Any text whose lines are trimmed and whose lines do not start the negative prompt. */
const prompt = fc
  .string({ unit: "binary" })
  .map((text) =>
    text
      .split("\n")
      .map((line) => line.trim().replaceAll("Negative prompt:", ""))
      .join("\n")
      .trim(),
  )
  .filter((text) => !text.includes("Negative prompt:"));
/** Text made of the grammar's own pieces, which ends up in its corners far more often than arbitrary text. */
const pieces = fc
  .array(
    fc.constantFrom(
      ..."Negative prompt:|Steps: 20|Seed|ab| |:|,|\n|\"|\\|SDCPP|{|}|x|-|\r|'é".split("|"),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("reading an infotext", () => {
  test("takes the prompts and the parameters apart", () => {
    const infotext = readInfotext(A1111);
    expect(infotext.prompt).toBe("a cat, (in a hat:1.2)\non a mat");
    expect(infotext.negativePrompt).toBe("dog,\nblurry");
    expect(Object.fromEntries(infotext.parameters)).toMatchObject({
      Steps: "20",
      Sampler: "Euler a",
      Size: "512x512",
      "Lora hashes": "a: 1, b: 2",
      Version: "v1.10.1",
    });
    expect([...infotext.parameters.keys()].slice(0, 2)).toEqual(["Steps", "Sampler"]);
    expect(infotext.rest).toBe("");
  });

  test("keeps stable-diffusion.cpp's block apart, and its words out of the parameters", () => {
    const { prompt, parameters, rest } = readInfotext(SDCPP);
    expect(prompt).toBe("a cat");
    expect(parameters.get("Sampler")).toBe("euler_a karras");
    expect(parameters.get("Guidance")).toBe("3.500000");
    expect(parameters.get("TE")).toBe("b.gguf");
    expect(parameters.has("seed")).toBe(false);
    expect(rest).toMatch(/^SDCPP: \{.*\}$/);
  });

  test("takes a last line with fewer than three pairs for a prompt", () => {
    const { prompt, parameters } = readInfotext("a cat\nSteps: 20, Seed: 1");
    expect(prompt).toBe("a cat\nSteps: 20, Seed: 1");
    expect(parameters.size).toBe(0);
  });

  test("does not take a weighted negative prompt for parameters", () => {
    const text = "a cat\nNegative prompt: (dog:1.2), (hat:1.3), (mat:1.4)";
    expect(readInfotext(text).negativePrompt).toBe("(dog:1.2), (hat:1.3), (mat:1.4)");
  });

  test("does without prompt, negative prompt and parameters", () => {
    expect(readInfotext("")).toEqual({ prompt: "", parameters: new Map(), rest: "" });
    expect(readInfotext("Steps: 1, Seed: 2, Size: 8x8").prompt).toBe("");
    expect(readInfotext("Negative prompt: dog\nSteps: 1, Seed: 2, Size: 8x8")).toMatchObject({
      prompt: "",
      negativePrompt: "dog",
    });
  });

  test("reads a value with a broken quotation up to the next comma, as the webui does", () => {
    const { parameters } = readInfotext('Steps: 1, Odd: "half, Seed: 2, Wrong: "\\x", Size: 8x8');
    expect(Object.fromEntries(parameters)).toEqual({
      Steps: "1",
      Odd: '"half',
      Seed: "2",
      Wrong: "\\x",
      Size: "8x8",
    });
  });

  test("never throws and is settled after one reading, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), pieces), (text) => {
        const once = readInfotext(text);
        expect(readInfotext(toInfotext(once))).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["colons", ":"],
    ["keys", "ab"],
    ["blanks", " "],
    ["pairs", "ab: "],
    ["open quotations", 'ab: "'],
    ["quotations and commas", 'ab: "x,'],
    ["escapes", 'ab: "\\'],
    ["escaped quotations", 'ab: "\\",'],
    ["wrong escapes", 'ab: "\\x",'],
    ["blocks", "SDCPP:"],
    ["key characters", "- /"],
    ["lines", "\nNegative prompt:"],
    ["blank lines", " \n"],
  ])("reads a megabyte of %s in well under a second", (_, piece) => {
    const text = `${piece.repeat(2 ** 20 / piece.length)}x`;
    const spent = cpuMilliseconds(() => {
      readInfotext(text);
      readInfotext(`ab: "${text}`);
    });
    expect(spent).toBeLessThan(1000);
  });
});

describe("writing an infotext", () => {
  test("gives back what the webui wrote", () => {
    expect(toInfotext(readInfotext(A1111))).toBe(A1111);
  });

  test("is the inverse of reading", () => {
    fc.assert(
      fc.property(
        prompt,
        prompt,
        parameters,
        fc.boolean(),
        (prompt, negative, parameters, block) => {
          const infotext = {
            prompt,
            ...(negative && { negativePrompt: negative }),
            parameters,
            rest: block ? 'SDCPP: {"a, b":1}' : "",
          };
          expect(readInfotext(toInfotext(infotext))).toEqual(infotext);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("keeps a prompt that looks like parameters a prompt", () => {
    const prompt = "a cat\n(one:1.1), (two:1.2), (three:1.3), (four:1.4)";
    const text = toInfotext({ prompt, parameters: new Map(), rest: "" });
    expect(readInfotext(text)).toEqual({ prompt, parameters: new Map(), rest: "" });
  });
});

describe("cutting an infotext", () => {
  test("leaves one that fits alone", () => {
    expect(cutInfotext(SDCPP, SDCPP.length)).toBe(SDCPP);
  });

  test("gives up stable-diffusion.cpp's block before a word of the prompt", () => {
    const short = readInfotext(cutInfotext(SDCPP, SDCPP.length - 1));
    expect(short).toEqual({ ...readInfotext(SDCPP), rest: "" });
  });

  test("cuts the prompts, not the parameters, and never exceeds the length", () => {
    fc.assert(
      fc.property(prompt, prompt, fc.nat(400), (prompt, negativePrompt, room) => {
        const long = {
          prompt: `a ${prompt}`.repeat(50),
          negativePrompt: negativePrompt.repeat(50),
        };
        const parameters = new Map(["AA", "BB", "CC"].map((key) => [key, "1, 2"]));
        const text = toInfotext({ ...long, parameters, rest: "" });
        const short = cutInfotext(text, 60 + room);
        expect(short.length).toBeLessThanOrEqual(60 + room);
        expect(short.isWellFormed()).toBe(true);
        expect(readInfotext(short).parameters).toEqual(parameters);
      }),
    );
  });

  test("cuts a text without parameters at its end", () => {
    expect(cutInfotext("cat 🐈", 5)).toBe("cat ");
  });
});
