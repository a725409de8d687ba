import { ApplicationCommandOptionType as Type } from "discord.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import draw from "../../commands/draw.ts";
import { factsOf } from "../../src/generation/facts.ts";
import { listNames } from "../../src/generation/catalog.ts";
import { parameterNames, parameters, rowOf } from "../../src/generation/parameters.ts";
import { en } from "../../src/text/en.ts";

/** What Discord is told of one option, as far as it matters here. */
const option = z.object({
  name: z.string(),
  description: z.string(),
  type: z.enum(Type),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  max_length: z.number().optional(),
});

const command = draw.data(en);
const options = z.array(option).parse(command.options);
const optionOf = (name: string) => options.find((option) => option.name === name);

/** The options of /draw, in the order in which people learnt them. */
const contract =
  "prompt negative_prompt model styles aspect_ratio width height count steps cfg_scale sampler_name scheduler seed lora " +
  "hr_upscaler hr_scale denoising_strength image clip_skip vae detailer tiling preset spoiler private";

describe("the options of /draw", () => {
  test("are the 25 that people know, the prompt first and alone required", () => {
    expect(options.map(({ name }) => name)).toEqual(contract.split(" "));
    expect(options.filter(({ required }) => required === true)).toEqual([options[0]]);
  });

  test("and the command itself stay within Discord's total of 8,000 characters", () => {
    const texts = [command, ...options].flatMap(({ name, description }) => [name, description]);
    expect(texts.join("").length).toBeLessThanOrEqual(8000);
  });

  test.each(parameterNames)("%s is one that Discord takes", (name) => {
    const option = optionOf(name);
    expect(name).toMatch(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
    expect(option?.description.length).toBeGreaterThanOrEqual(1);
    expect(option?.description.length).toBeLessThanOrEqual(100);
    for (const bound of [option?.min_value, option?.max_value]) {
      expect(Math.abs(bound ?? 0)).toBeLessThanOrEqual(2 ** 53);
    }
    expect(option?.max_length ?? 1).toBeGreaterThanOrEqual(1);
    expect(option?.max_length ?? 1).toBeLessThanOrEqual(6000);
  });

  test.each(parameterNames)("%s is of the type that its schema asks for", (name) => {
    const { schema } = parameters[name];
    const { type, min_value, max_value, autocomplete = false } = optionOf(name) ?? {};
    const samples: [Type, unknown][] = [
      [Type.Boolean, true],
      [Type.Integer, 512],
      [Type.Integer, 12],
      [Type.Integer, 1],
      [Type.Attachment, { hash: "a", width: 8, height: 8 }],
      [Type.String, ["a"]],
      [Type.String, "16:9"],
    ];
    const [fits] = samples.find(([, value]) => schema.safeParse(value).success) ?? [];
    const whole = !schema.safeParse(0.5).success && !schema.safeParse(1.5).success;
    expect(type).toBe(fits === Type.Integer && !whole ? Type.Number : fits);
    expect(autocomplete).toBe(rowOf(name).suggest !== undefined);
    if (min_value === undefined || max_value === undefined) return;
    expect(schema.safeParse(min_value).success).toBe(true);
    expect(schema.safeParse(max_value).success).toBe(true);
    expect(schema.safeParse(min_value - 1).success).toBe(false);
    expect(schema.safeParse(max_value + 1).success).toBe(false);
  });

  test("have bounds wherever they are numbers", () => {
    const numbers = options.filter(({ type }) => type === Type.Integer || type === Type.Number);
    expect(numbers.length).toBeGreaterThan(5);
    expect(
      numbers.filter(
        ({ min_value, max_value }) => min_value === undefined || max_value === undefined,
      ),
    ).toEqual([]);
  });
});

describe("the table", () => {
  test("has a label and a text for every row, and none besides", () => {
    expect(Object.keys(en.parameters).sort()).toEqual([...parameterNames].sort());
    for (const name of parameterNames) {
      const { label, about } = en.parameters[name];
      expect(label.trim()).not.toBe("");
      expect(about.trim()).not.toBe("");
    }
  });

  test("gives no two parameters the same label", () => {
    const labels = parameterNames.map((name) => en.parameters[name].label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test.each(parameterNames)("says of %s where the webui keeps it, if anywhere else", (name) => {
    const { path, suggest } = rowOf(name);
    if (path !== undefined && path !== false) {
      expect(path).toMatch(/^[A-Za-z_]+(\.[A-Za-z_]+)*$/);
      expect(path).not.toBe(name);
    }
    expect([undefined, "ratios", "presets", ...listNames]).toContain(suggest);
  });

  test("lets everything have a default but what belongs to one picture alone", () => {
    const without = parameterNames.filter((name) => rowOf(name).setting !== true);
    expect(without).toEqual(["prompt", "seed", "image", "preset"]);
  });

  test("has a kind for every row that its completion can go by", () => {
    for (const name of parameterNames) {
      const { kind } = factsOf(name);
      expect(rowOf(name).suggest !== undefined).toBe(["name", "names", "ratio"].includes(kind));
    }
  });
});
