import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { infotextOf } from "../../src/generation/infotext-of.ts";
import { valuesOf } from "../../src/generation/infotext-values.ts";
import { readInfotext, toInfotext } from "../../src/generation/infotext.ts";
import { liftLoras, splitLoras, withLoraTags } from "../../src/generation/lora-tags.ts";
import type { Values } from "../../src/generation/request.ts";
import { anyText } from "../harness/any-text.ts";
import { anyRequest } from "./generated.ts";
import { requestOf } from "./sample.ts";
import { cpuMilliseconds } from "../harness/cpu.ts";

const read = (text: string) => valuesOf(readInfotext(text));
const silent = { model: undefined, sampler: undefined, size: undefined };

describe("values out of an infotext", () => {
  test.each<[webui: string, text: string, values: Values]>([
    [
      "A1111",
      `a cat <lora:add_detail:0.7> <lora:ink:1>
Negative prompt: dog
Steps: 25, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7.0, Seed: 4294967295, Size: 512x768, Model hash: 879db523c3, Model: dreamshaper_8, VAE hash: 735e4c3a44, VAE: kl-f8.pt, Variation seed: 17, Variation seed strength: 0.15, Denoising strength: 0.45, Clip skip: 2, Tiling: True, ADetailer model: face_yolov8n.pt, ADetailer version: 24.9.0, Hires upscale: 1.5, Hires steps: 10, Hires upscaler: R-ESRGAN 4x+, Lora hashes: "add_detail: 7c6bad76eb54", Version: v1.10.1`,
      {
        prompt: "a cat",
        negative_prompt: "dog",
        lora: ["add_detail:0.7", "ink"],
        steps: 25,
        sampler_name: "DPM++ 2M",
        scheduler: "Karras",
        cfg_scale: 7,
        seed: 4294967295,
        width: 512,
        height: 768,
        model: "dreamshaper_8",
        vae: "kl-f8.pt",
        subseed: 17,
        subseed_strength: 0.15,
        denoising_strength: 0.45,
        clip_skip: 2,
        tiling: true,
        detailer: "face_yolov8n.pt",
        hr_scale: 1.5,
        hr_upscaler: "R-ESRGAN 4x+",
      },
    ],
    [
      "A1111 before 1.9",
      "a cat\nSteps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 1, Face restoration: CodeFormer, Size: 512x512, Model hash: 6ce0161689, Hires resize: 1024x1024",
      {
        prompt: "a cat",
        steps: 20,
        sampler_name: "DPM++ 2M Karras",
        cfg_scale: 7,
        seed: 1,
        detailer: "CodeFormer",
        width: 512,
        height: 512,
        model: "6ce0161689",
        hr_scale: 2,
      },
    ],
    [
      "Forge",
      "a cat\nSteps: 20, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Distilled CFG Scale: 3.5, Seed: 7, Size: 896x1152, Model hash: c161224931, Model: flux1-dev-bnb-nf4, Version: f2.0.1v1.10.1-previous-659, Module 1: ae",
      {
        prompt: "a cat",
        steps: 20,
        sampler_name: "Euler",
        scheduler: "Simple",
        cfg_scale: 1,
        seed: 7,
        width: 896,
        height: 1152,
        model: "flux1-dev-bnb-nf4",
        vae: "ae",
      },
    ],
    [
      "Forge with text encoders",
      "a cat\nSteps: 20, Seed: 7, Size: 896x1152, Module 1: ae, Module 2: clip_l, Module 3: t5xxl_fp16",
      { prompt: "a cat", steps: 20, seed: 7, width: 896, height: 1152, vae: "ae" },
    ],
    [
      "Forge with what may be two VAEs",
      "a cat\nSteps: 20, Seed: 7, Size: 896x1152, Module 1: ae, Module 2: other",
      { prompt: "a cat", steps: 20, seed: 7, width: 896, height: 1152 },
    ],
    [
      "reForge",
      "a cat\nSteps: 20, Sampler: Euler a, Schedule type: Automatic, CFG scale: 5, Seed: 3, Size: 832x1216, Model: illustrious, Version: f1.0.0v2-v1.10.1RC-latest",
      {
        prompt: "a cat",
        steps: 20,
        sampler_name: "Euler a",
        cfg_scale: 5,
        seed: 3,
        width: 832,
        height: 1216,
        model: "illustrious",
      },
    ],
    [
      "SD.Next",
      "a cat\nNegative prompt: dog\nSteps: 20, Size: 1024x1024, Sampler: UniPC, Seed: 9, CFG scale: 6.0, Styles: Ink; Old photo, App: SD.Next, Version: 0c7038e, Pipeline: StableDiffusionXLPipeline, Operations: txt2img; hires; detailer, Model: juggernaut, Model hash: 1fe6c7ec54, Refine: True, Hires upscaler: ESRGAN 4x, Hires scale: 2.0, Hires size: 2048x2048, Hires strength: 0.3, Detailer: face-yolo8n, Detailer steps: 10",
      {
        prompt: "a cat",
        negative_prompt: "dog",
        steps: 20,
        width: 1024,
        height: 1024,
        sampler_name: "UniPC",
        seed: 9,
        cfg_scale: 6,
        model: "juggernaut",
        hr_upscaler: "ESRGAN 4x",
        hr_scale: 2,
        denoising_strength: 0.3,
        detailer: "face-yolo8n",
      },
    ],
    [
      "stable-diffusion.cpp",
      'a cat\nSteps: 20, CFG scale: 7.000000, Guidance: 3.500000, Eta: 0.000000, Seed: 42, Size: 512x512, Model: sd.gguf, RNG: cuda, Sampler: euler_a karras, Clip skip: 2, Version: stable-diffusion.cpp, SDCPP: {"seed":42}',
      {
        prompt: "a cat",
        steps: 20,
        cfg_scale: 7,
        seed: 42,
        width: 512,
        height: 512,
        model: "sd.gguf",
        sampler_name: "euler_a karras",
        clip_skip: 2,
      },
    ],
    [
      "KoboldCpp",
      "a cat\nSteps: 20, CFGScale: 5, Guidance: 3.5, Seed: 42, Size: 512x512, Sampler: euler_a, Clip skip: -1, Model: sd.gguf, Model hash: 8888888888, Version: KoboldCpp",
      {
        prompt: "a cat",
        steps: 20,
        cfg_scale: 5,
        seed: 42,
        width: 512,
        height: 512,
        sampler_name: "euler_a",
        model: "sd.gguf",
      },
    ],
  ])("are read as %s writes them", (_, text, values) => {
    expect(read(text).values).toEqual(values);
    expect(read(text).dropped).toEqual([]);
  });

  test("leave what the table has no row for apart, in its order", () => {
    const { others } = read(
      "a cat\nSteps: 20, Schedule type: Automatic, Seed: 1, Size: 512x512, Model hash: abcdef1234, Model: m, ADetailer model: a.pt, ADetailer model 2nd: b.pt, ENSD: 31337, Hires steps: 4",
    );
    expect([...others]).toEqual([
      ["Schedule type", "Automatic"],
      ["Model hash", "abcdef1234"],
      ["ADetailer model 2nd", "b.pt"],
      ["ENSD", "31337"],
      ["Hires steps", "4"],
    ]);
  });

  test("out of bounds are dropped and listed, the others stay", () => {
    const { values, dropped } = read(
      `${"x".repeat(6001)}\nSteps: 1000, CFG scale: seven, Seed: 99999999999, Size: 8192x512, Clip skip: 2.5, Model: m, Tiling: maybe, Denoising strength: 1e9`,
    );
    expect(values).toEqual({ model: "m" });
    expect(dropped.map(({ key }) => key)).toEqual([
      "Steps",
      "CFG scale",
      "Seed",
      "Denoising strength",
      "Clip skip",
      "Tiling",
      "Size",
      "Prompt",
    ]);
  });

  test("are never thrown at, whatever the text", () => {
    const pieces = [
      "Steps: ",
      "Size: 8x",
      "Easel: ",
      '"{\\"seed\\":',
      "-1",
      ", ",
      "Seed: 1",
      "\n",
      "}",
    ];
    fc.assert(
      fc.property(anyText(pieces), (text) => {
        const { values } = read(text);
        expect(values).toEqual({ ...values });
      }),
      { numRuns: 2000 },
    );
  });

  test("of our own key are believed before the text, but not beyond the table", () => {
    const own = JSON.stringify({
      steps: 5,
      styles: ["Ink"],
      seed: null,
      preset: "theirs",
      width: 1e9,
      __proto__: 1,
      x: 1,
    });
    const { values } = read(
      `a cat\nSteps: 20, Seed: 1, Size: 512x512, Easel: ${JSON.stringify(own)}`,
    );
    expect(values).toEqual({ prompt: "a cat", steps: 5, styles: ["Ink"], width: 512, height: 512 });
    expect(read('a cat\nSteps: 20, Seed: 1, Easel: "[no json"').values.steps).toBe(20);
  });

  test("do not mistake the JSON that Civitai adds for parameters", () => {
    const { others, values } = read(
      'a cat\nSteps: 20, Seed: 1, Civitai resources: [{"type":"checkpoint","air":"urn:air:sd1:x, Steps: 3"}], Civitai metadata: {}, Hashes: {"vae": "1", "model": "2"}, Sampler: Euler',
    );
    expect(values).toMatchObject({ steps: 20, sampler_name: "Euler" });
    expect([...others.keys()]).toEqual(["Civitai resources", "Civitai metadata", "Hashes"]);
  });

  test.each([
    ["open JSON", 'ab: {"'],
    ["open JSON with strings", 'ab: {"x":"y'],
    ["JSON", 'ab: [{"a":1}], '],
    ["tags", " <lora:a:1>"],
    ["half tags", "<lora:a"],
  ])("are read from a megabyte of %s in well under a second", (_, piece) => {
    const text = piece.repeat(2 ** 20 / piece.length);
    const spent = cpuMilliseconds(() => {
      read(text);
      liftLoras({ prompt: text.slice(0, 6000) });
      read(`${text}>`);
    });
    expect(spent).toBeLessThan(1000);
  });
});

describe("LoRAs in a prompt", () => {
  test.each([
    ["a <lora:x:0.5> cat", "a <lora:x:0.5> cat", []],
    ["a cat <lora:x:0.5>", "a cat", ["x:0.5"]],
    ["a cat # dog\n<lora:x:1> <lora:y:-0.25>", "a cat # dog", ["x", "y:-0.25"]],
    ["a cat<lora:x:0.5>", "a cat<lora:x:0.5>", []],
    ["a cat <lora:x:0.5:0.7>", "a cat <lora:x:0.5:0.7>", []],
    ["a cat <lora:x:te=1> <lora:y:1>", "a cat <lora:x:te=1>", ["y"]],
    ["<lora:x:0.5>", "<lora:x:0.5>", []],
    [`a cat${" <lora:x:1>".repeat(21)}`, `a cat${" <lora:x:1>".repeat(21)}`, []],
  ])("are taken from its end only: %j", (text, prompt, lora) => {
    expect(splitLoras(text)).toEqual({ prompt, lora });
  });

  test.each([
    ["a cat <lora:x:0.8>, on a mat", "a cat, on a mat", ["x:0.8"]],
    ["<lora:x> a cat", "a cat", ["x"]],
    ["a cat, <lora: x y :1.0>, <lora:z:-.5>, (mat:1.2)", "a cat, (mat:1.2)", ["x y", "z:-0.5"]],
    ["a <lora:x:1><lora:y:2>cat", "a cat", ["x", "y:2"]],
    ["(<lora:x:1> cat:1.2)\n<lora:y:0.123456>\nmat", "(cat:1.2)\n\nmat", ["x", "y:0.1235"]],
    ["{a|b} <lora:x:1> __c__", "{a|b} __c__", ["x"]],
    ["a {cat <lora:x:1>|dog {b|<lora:y>}}", undefined, []],
    ["a cat <lora:x:0.5:0.7> <lora:x:te=1> <lyco:y:1> <hypernet:z:1>", undefined, []],
    ["a cat <lora:__x__:1> <lora:{a|b}:1> <lora: :1> <lora:x:>", undefined, []],
    ["a cat # dog <lora:x:1>\nmat", undefined, []],
    ["<lora:x:1>", undefined, []],
  ])(
    "are lifted from what somebody typed, wherever they certainly count: %j",
    (text, left, lora) => {
      const lifted = left === undefined ? { prompt: text } : { prompt: left, lora };
      expect(liftLoras({ prompt: text })).toEqual(lifted);
    },
  );

  test("go behind it, beyond a comment", () => {
    expect(withLoraTags("a cat", ["x:0.5", "y"])).toBe("a cat <lora:x:0.5> <lora:y:1>");
    expect(withLoraTags("a cat # dog", ["x"])).toBe("a cat # dog\n<lora:x:1>");
    expect(withLoraTags("a cat", [])).toBe("a cat");
  });
});

describe("the infotext of a picture", () => {
  test("says in A1111's words what was asked for and what the webui made of it", () => {
    const request = requestOf({
      negative_prompt: "dog",
      lora: ["ink:0.5"],
      cfg_scale: 7,
      count: 4,
    });
    const drawn = {
      seed: 8,
      model: "sd.gguf",
      sampler: "Euler a",
      size: { width: 512, height: 576 },
    };
    expect(toInfotext(infotextOf(request, drawn))).toBe(
      "a castle <lora:ink:0.5>\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 8, Size: 512x576, Model: sd.gguf, Version: Easel",
    );
  });

  test("keeps what the grammar cannot hold in a key of our own, and nothing else there", () => {
    const request = requestOf({ prompt: "a\nNegative prompt: b", styles: ["Ink"], steps: 30 });
    const { parameters } = infotextOf(request, { ...silent, seed: 5 });
    expect(JSON.parse(parameters.get("Easel") ?? "")).toEqual({
      prompt: "a\nNegative prompt: b",
      negative_prompt: null,
      styles: ["Ink"],
    });
  });

  test("names no picture of ours, and nothing that is no drawing's, whoever wrote it", () => {
    const image = { hash: "somebody's", width: 64, height: 64 };
    const own = {
      image,
      mask: image,
      control: [{ type: "Canny", image }],
      scale: 2,
      mode: "tags",
      type: "Canny",
      subseed: 7,
    };
    const parameters = new Map([
      ["Steps", "20"],
      ["Seed", "5"],
      ["Easel", JSON.stringify(own)],
    ]);
    const { values } = read(toInfotext({ prompt: "a", parameters, rest: "" }));
    expect(values).toEqual({ prompt: "a", steps: 20, seed: 5, subseed: 7 });
  });

  test("gives every request back but for what says nothing about the picture", () => {
    const pictures = "image mask extend extend_by control";
    const others = "aspect_ratio count prompts negative_prompts preset spoiler private";
    const unsaid = `${pictures} ${others}`.split(" ");
    const drawn = fc.record({
      seed: fc.nat(),
      model: fc.constantFrom(undefined, "a model, with: signs"),
      sampler: fc.constantFrom(undefined, "Euler a"),
      size: fc.constantFrom(undefined, { width: 512, height: 640 }),
    });
    fc.assert(
      fc.property(anyRequest, drawn, (request, { size, ...facts }) => {
        const text = toInfotext(infotextOf(request, { ...facts, size }));
        const { width, height, ...rest } = request;
        const sides = size ?? (width && height ? { width, height } : {});
        const said = Object.entries(rest).filter(([name]) => !unsaid.includes(name));
        const expected = {
          ...Object.fromEntries(said),
          ...sides,
          seed: facts.seed,
          model: facts.model ?? request.model,
          sampler_name: request.sampler_name ?? facts.sampler,
        };
        expect(read(text).values).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});
