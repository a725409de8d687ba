import { ApplicationCommandOptionType as Type } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import describeCommand from "../../commands/describe.ts";
import draw from "../../commands/draw.ts";
import upscale from "../../commands/upscale.ts";
import { toOptions } from "../../src/discord/options.ts";
import { factsOf } from "../../src/generation/facts.ts";
import { flagNames } from "../../src/generation/flag-names.ts";
import { listNames } from "../../src/generation/catalog.ts";
import {
  drawingNames,
  namesOn,
  type ParameterName,
  parameterNames,
  parameters,
  rowOf,
} from "../../src/generation/parameters.ts";
import { en } from "../../src/text/en.ts";

/** What Discord is told of one option, as far as it matters here. */
const option = z.object({
  name: z.string(),
  description: z.string(),
  type: z.enum(Type),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  choices: z
    .array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) }))
    .optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  max_length: z.number().optional(),
});
type Option = z.infer<typeof option>;

const uses = ["draw", "edit", "control", "upscale", "describe"] as const;
type Use = (typeof uses)[number];

/** The options that people learn, in their order; the first ones are required. */
const contract: Record<Use, { required: number; names: string }> = {
  draw: {
    required: 1,
    names:
      "prompt negative_prompt model styles aspect_ratio width height count steps cfg_scale sampler_name scheduler seed " +
      "lora hr_upscaler hr_scale denoising_strength image clip_skip vae detailer tiling preset spoiler private",
  },
  edit: {
    required: 2,
    names:
      "image prompt negative_prompt model count steps cfg_scale sampler_name scheduler seed lora denoising_strength " +
      "spoiler private mask resize_mode inpainting_fill mask_blur inpaint_full_res inpaint_full_res_padding " +
      "inpainting_mask_invert extend extend_by",
  },
  control: {
    required: 3,
    names:
      "image prompt type negative_prompt model aspect_ratio width height count steps cfg_scale sampler_name scheduler " +
      "seed lora spoiler private weight guidance_start guidance_end control_mode",
  },
  upscale: {
    required: 1,
    names:
      "image spoiler private scale upscaler upscaler_2 upscaler_2_visibility gfpgan_visibility codeformer_visibility " +
      "codeformer_weight",
  },
  describe: { required: 1, names: "image mode" },
};

const requiredOn = (use: Use) => {
  const { names, required } = contract[use];
  return names.split(" ").slice(0, required) as ParameterName[];
};
const optionsOn = (use: Use): Option[] =>
  z.array(option).parse(toOptions(namesOn(use), requiredOn(use), en));

/** Every option of every command. */
const everyOption = uses.flatMap((use) =>
  optionsOn(use).map((each): [Use, string, Option] => [use, each.name, each]),
);

describe.each(uses)("the options of /%s", (use) => {
  test("are those that people know, in their order, the required ones first", () => {
    const options = optionsOn(use);
    expect(options.map(({ name }) => name)).toEqual(contract[use].names.split(" "));
    const required = options.filter(({ required = false }) => required);
    expect(required.map(({ name }) => name)).toEqual(requiredOn(use));
    expect(options.length).toBeLessThanOrEqual(25);
  });

  test("stay well within Discord's total of 8,000 characters", () => {
    const texts = optionsOn(use).flatMap(({ name, description, choices = [] }) => [
      name,
      description,
      ...choices.flatMap((choice) => [choice.name, String(choice.value)]),
    ]);
    expect(texts.join("").length).toBeLessThanOrEqual(7800);
  });
});

describe("a command", () => {
  test.each([
    ["draw" as const, draw],
    ["upscale" as const, upscale],
    ["describe" as const, describeCommand],
  ])("/%s has the options of the table", (use, command) => {
    const { name, description, options } = command.data(en);
    expect(name).toBe(use);
    expect(options).toEqual(toOptions(namesOn(use), requiredOn(use), en));
    expect((name + description).length).toBeLessThanOrEqual(132);
  });

  test("has every row of the table but what only buttons and flags set", () => {
    const typed = new Set<string>(everyOption.map(([, name]) => name));
    const others = parameterNames.filter((name) => !typed.has(name));
    expect(others).toEqual([
      "control",
      "prompts",
      "negative_prompts",
      "subseed",
      "subseed_strength",
    ]);
    expect(namesOn("redraw")).toEqual(others);
    expect(flagNames).toEqual([...namesOn("draw"), "subseed", "subseed_strength"]);
  });
});

describe("an option", () => {
  test.each(everyOption)("/%s %s is one that Discord takes", (_use, name, given) => {
    expect(name).toMatch(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
    expect(given.description.length).toBeGreaterThanOrEqual(1);
    expect(given.description.length).toBeLessThanOrEqual(100);
    for (const bound of [given.min_value, given.max_value]) {
      expect(Math.abs(bound ?? 0)).toBeLessThanOrEqual(2 ** 53);
    }
    expect(given.max_length ?? 1).toBeGreaterThanOrEqual(1);
    expect(given.max_length ?? 1).toBeLessThanOrEqual(6000);
    const { choices } = given;
    if (choices === undefined) return;
    expect(given.autocomplete).toBeUndefined();
    expect(choices.length).toBeGreaterThanOrEqual(2);
    expect(choices.length).toBeLessThanOrEqual(25);
    expect(new Set(choices.map((choice) => choice.name)).size).toBe(choices.length);
    for (const choice of choices) {
      expect(choice.name.length).toBeGreaterThanOrEqual(1);
      expect(choice.name.length).toBeLessThanOrEqual(100);
      expect(String(choice.value).length).toBeLessThanOrEqual(100);
      expect(typeof choice.value).toBe(given.type === Type.String ? "string" : "number");
    }
  });

  test.each(everyOption)("/%s %s is of the type that its schema asks for", (_use, name, given) => {
    const row = name as ParameterName;
    const { schema } = parameters[row];
    const { type, min_value, max_value, autocomplete = false, choices } = given;
    const samples: [Type, unknown][] = [
      [Type.Boolean, true],
      [Type.Integer, 512],
      [Type.Integer, 12],
      [Type.Integer, 1],
      [Type.Attachment, { hash: "a", width: 8, height: 8 }],
      [Type.String, ["a"]],
      [Type.String, "16:9"],
      [Type.String, rowOf(row).choices?.[0]],
    ];
    const [fits] = samples.find(([, value]) => schema.safeParse(value).success) ?? [];
    const whole = !schema.safeParse(0.5).success && !schema.safeParse(1.5).success;
    expect(type).toBe(fits === Type.Integer && !whole ? Type.Number : fits);
    expect(autocomplete).toBe(rowOf(row).suggest !== undefined);
    expect(choices?.map(({ value }) => value)).toEqual(rowOf(row).choices);
    for (const { value } of choices ?? []) expect(schema.safeParse(value).success).toBe(true);
    if (min_value === undefined || max_value === undefined) return;
    expect(schema.safeParse(min_value).success).toBe(true);
    expect(schema.safeParse(max_value).success).toBe(true);
    expect(schema.safeParse(min_value - 1).success).toBe(false);
    expect(schema.safeParse(max_value + 1).success).toBe(false);
  });

  test("has bounds or choices wherever it is a number", () => {
    const numbers = everyOption.filter(
      ([, , { type }]) => type === Type.Integer || type === Type.Number,
    );
    expect(numbers.length).toBeGreaterThan(20);
    const open = numbers.filter(
      ([, , { min_value, max_value, choices }]) =>
        choices === undefined && (min_value === undefined || max_value === undefined),
    );
    expect(open).toEqual([]);
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

  test("has words for every choice, none besides, and every value that its schema takes among them", () => {
    const words: Record<string, Record<string, string>> = en.choices;
    const chosen = parameterNames.filter((name) => rowOf(name).choices !== undefined);
    expect(Object.keys(words).sort()).toEqual([...chosen].sort());
    for (const name of chosen) {
      const choices = rowOf(name).choices ?? [];
      expect(Object.keys(words[name] ?? {}).sort(), name).toEqual(choices.map(String).sort());
      const { kind, min, max } = factsOf(name);
      if (kind === "integer") expect([min, max]).toEqual([choices[0], choices.at(-1)]);
      expect(["integer", "choice"]).toContain(kind);
    }
  });

  test.each(parameterNames)("says of %s where the webui keeps it, if anywhere else", (name) => {
    const { path, suggest } = rowOf(name);
    if (path !== undefined && path !== false) {
      expect(path).toMatch(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/);
      expect(path).not.toBe(name);
    }
    expect([undefined, "ratios", "presets", ...listNames]).toContain(suggest);
  });

  test("lets everything have a default but what belongs to one picture alone", () => {
    const without = (names: readonly ParameterName[]) =>
      names.filter((name) => rowOf(name).setting !== true);
    expect(without(namesOn("draw"))).toEqual(["prompt", "seed", "image", "preset"]);
    const elsewhere = parameterNames.filter((name) => !namesOn("draw").includes(name));
    expect(elsewhere.filter((name) => rowOf(name).setting === true)).toEqual(["scale", "upscaler"]);
  });

  test("describes a drawing by what is drawn, edited or set by buttons, not by how it was typed", () => {
    const others = parameterNames.filter((name) => !drawingNames.includes(name));
    const typed = namesOn("control").filter((name) => !namesOn("draw").includes(name));
    const own = [...namesOn("upscale"), ...namesOn("describe")];
    const apart = own.filter((name) => !namesOn("draw").includes(name));
    expect(others).toEqual([...typed, ...apart]);
  });

  test("has a kind for every row that its completion can go by", () => {
    for (const name of parameterNames) {
      const { kind } = factsOf(name);
      expect(rowOf(name).suggest !== undefined).toBe(["name", "names", "ratio"].includes(kind));
    }
  });
});
