import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { choiceWords, readOptions, toOptions } from "../../src/discord/options.ts";
import { namesOn } from "../../src/generation/parameters.ts";
import { en } from "../../src/text/en.ts";

describe("slash options", () => {
  test("come in the order asked for, the required ones first", () => {
    const options = toOptions(["steps", "prompt", "image"], ["image", "prompt"], en);
    expect(options.map(({ name, required }) => [name, required])).toEqual([
      ["image", true],
      ["prompt", true],
      ["steps", undefined],
    ]);
  });

  test("say to Discord what the table says: type, bounds, completion", () => {
    expect(
      toOptions(
        ["prompt", "model", "steps", "cfg_scale", "tiling", "image", "lora"],
        ["prompt"],
        en,
      ),
    ).toEqual([
      {
        name: "prompt",
        description: en.parameters.prompt.about,
        type: Type.String,
        required: true,
        max_length: 6000,
      },
      {
        name: "model",
        description: en.parameters.model.about,
        type: Type.String,
        autocomplete: true,
      },
      {
        name: "steps",
        description: en.parameters.steps.about,
        type: Type.Integer,
        min_value: 1,
        max_value: 150,
      },
      {
        name: "cfg_scale",
        description: en.parameters.cfg_scale.about,
        type: Type.Number,
        min_value: 0,
        max_value: 30,
      },
      { name: "tiling", description: en.parameters.tiling.about, type: Type.Boolean },
      { name: "image", description: en.parameters.image.about, type: Type.Attachment },
      {
        name: "lora",
        description: en.parameters.lora.about,
        type: Type.String,
        autocomplete: true,
      },
    ]);
  });

  test("are choices, with words for each, where there are no other values", () => {
    expect(toOptions(["resize_mode", "mode"], [], en)).toEqual([
      {
        name: "resize_mode",
        description: en.parameters.resize_mode.about,
        type: Type.Integer,
        choices: [0, 1, 2, 3].map((value) => ({
          name: choiceWords("resize_mode", value, en),
          value,
        })),
      },
      {
        name: "mode",
        description: en.parameters.mode.about,
        type: Type.String,
        choices: [
          { name: "A sentence", value: "caption" },
          { name: "Tags", value: "tags" },
        ],
      },
    ]);
  });

  test.each(["draw", "edit", "control", "upscale", "describe"] as const)(
    "exist for every row of the table that /%s has",
    (use) => {
      const names = namesOn(use);
      expect(toOptions(names, [], en).map(({ name }) => name)).toEqual(names);
    },
  );
});

/** What Discord sends; only what is read of it. */
const interactionOf = (options: object[] | undefined, attachments?: object) =>
  ({
    data: { options, ...(attachments === undefined ? {} : { resolved: { attachments } }) },
  }) as unknown as APIChatInputApplicationCommandInteraction;

describe("what a member filled in", () => {
  test("is read as it is, and nothing else has a key", () => {
    const read = readOptions(
      interactionOf([
        { name: "prompt", type: Type.String, value: "a castle" },
        { name: "steps", type: Type.Integer, value: 30 },
        { name: "cfg_scale", type: Type.Number, value: 0 },
        { name: "tiling", type: Type.Boolean, value: false },
      ]),
    );
    expect(read).toStrictEqual({
      values: { prompt: "a castle", steps: 30, cfg_scale: 0, tiling: false },
      attached: {},
    });
  });

  test("is nothing where nothing was", () => {
    for (const options of [undefined, []]) {
      expect(readOptions(interactionOf(options))).toStrictEqual({ values: {}, attached: {} });
    }
  });

  test("is a list where the table says so", () => {
    const read = readOptions(
      interactionOf([
        { name: "styles", type: Type.String, value: " Ink, Old photo ," },
        { name: "lora", type: Type.String, value: "a:0.5" },
        { name: "negative_prompt", type: Type.String, value: "a, b" },
      ]),
    );
    expect(read.values).toStrictEqual({
      styles: ["Ink", "Old photo"],
      lora: ["a:0.5"],
      negative_prompt: "a, b",
    });
  });

  test("has a file apart, as Discord describes it, and no value for it", () => {
    const file = {
      id: "9",
      url: "https://cdn/a.png",
      filename: "a.png",
      size: 5,
      content_type: "image/png",
      width: 8,
      height: 9,
    };
    const options = [{ name: "image", type: Type.Attachment, value: "9" }];
    expect(readOptions(interactionOf(options, { "9": file }))).toStrictEqual({
      values: {},
      attached: {
        image: {
          url: "https://cdn/a.png",
          name: "a.png",
          size: 5,
          contentType: "image/png",
          width: 8,
          height: 9,
        },
      },
    });
    const bare = {
      id: "9",
      url: "https://cdn/a",
      filename: "a",
      size: 5,
      width: null,
      height: null,
    };
    expect(readOptions(interactionOf(options, { "9": bare })).attached.image).toStrictEqual({
      url: "https://cdn/a",
      name: "a",
      size: 5,
      contentType: undefined,
      width: undefined,
      height: undefined,
    });
  });

  test("leaves out what is no parameter, and a file that is not described", () => {
    const read = readOptions(
      interactionOf([
        { name: "unheard_of", type: Type.String, value: "x" },
        { name: "constructor", type: Type.String, value: "x" },
        { name: "view", type: Type.Subcommand, options: [] },
        { name: "image", type: Type.Attachment, value: "9" },
      ]),
    );
    expect(read).toStrictEqual({ values: {}, attached: {} });
  });
});
