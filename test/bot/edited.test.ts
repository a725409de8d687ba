import type { APIModalSubmitInteraction } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { editedDraft } from "../../src/bot/edited.ts";
import { toDialog } from "../../src/discord/dialog.ts";
import type { Values } from "../../src/generation/request.ts";
import { en } from "../../src/text/en.ts";

type Field = { component: { custom_id: string; value?: string; max_length: number } };

/** What comes of the dialog when `changes` alone are typed into it. */
function sentOff(values: Values, changes: Record<string, string> = {}): Values {
  const { components } = toDialog("edit:1", values, en, en.dialog.edit);
  const filled = (components as unknown as Field[]).map(({ component }) => {
    const { custom_id, value = "", max_length } = component;
    expect(value.length).toBeLessThanOrEqual(max_length);
    return { component: { custom_id, value: changes[custom_id] ?? value } };
  });
  const interaction = { data: { components: filled } } as unknown as APIModalSubmitInteraction;
  return editedDraft({ values }, interaction).values;
}

const long = (word: string) => Array.from({ length: 900 }, (_, at) => `${word}${at}`).join(" ");

test.each([
  ["what looks like a flag", { prompt: "a sign that says --steps 30 \\--no" }],
  ["more than a field holds", { prompt: long("--no x"), negative_prompt: long("y") }],
  ["more flags than the field holds", { prompt: "a", seed: 5, lora: loras(), steps: 7 }],
])("%s comes back from the dialog as it was, where nobody changed it", (_, values) => {
  expect(sentOff(values)).toEqual(values);
});

test("what was changed in the dialog counts, and nothing comes back to it", () => {
  const values = { prompt: long("x"), negative_prompt: "fog", steps: 7 };
  const changes = { prompt: "a sign --steps 9", negative_prompt: "", flags: "" };
  expect(sentOff(values, changes)).toEqual({ prompt: "a sign", steps: 9 });
});

function loras(): string[] {
  return Array.from({ length: 20 }, (_, at) => `${"n".repeat(290)}${at}`);
}
