import { expect, test } from "vitest";
import { toDraft } from "../../src/bot/draft.ts";
import { commandOf, type DrawingCommand } from "../../src/generation/command-of.ts";
import { createRequest, type Values } from "../../src/generation/request.ts";

const image = { hash: "0", width: 64, height: 64 };
const unit = { type: "Canny", weight: 0.5, image };
const drawing = (values: Values) => createRequest([{ prompt: "a \\--tiling roof", ...values }], 7);

test.each<[command: DrawingCommand, values: Values]>([
  ["draw", { cfg_scale: 5 }],
  ["draw", { image, denoising_strength: 0.5 }],
  ["edit", { image, mask: image, mask_blur: 4, clip_skip: 2 }],
  ["control", { control: [unit], tiling: true }],
])("/%s repeats what was drawn with it, but for its pictures: %j", (command, values) => {
  const request = drawing(values);
  const [, name, prompt = ""] = /^\/(\w+) prompt: (.*)$/s.exec(commandOf(request) ?? "") ?? [];
  const { image: _i, mask: _m, control: _c, ...typed } = request;
  const { image: _u, ...ofUnit } = values.control === undefined ? { image } : unit;
  expect(name).toBe(command);
  expect(toDraft({ values: { prompt }, attached: {} }, command).values).toEqual({
    ...typed,
    ...ofUnit,
  });
});

test("no command repeats what several pictures were given for, but one after the other", () => {
  expect(commandOf(drawing({ control: [unit, unit] }))).toBeUndefined();
  expect(commandOf(drawing({ control: [unit], image }))).toBeUndefined();
});
