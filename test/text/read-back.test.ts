import { describe, expect, it } from "vitest";
import { resultMessages } from "../../src/discord/message.ts";
import { readResult } from "../../src/discord/read-result.ts";
import type { Values } from "../../src/generation/request.ts";
import type { Origin } from "../../src/jobs.ts";
import type { Text } from "../../src/text/en.ts";
import { en } from "../../src/text/en.ts";
import { allTexts } from "../../src/text/text.ts";
import { requestOf } from "../generation/sample.ts";

const all: Values = {
  prompt: "a **bold** castle · Seed 3",
  negative_prompt: "people, fog",
  width: 512,
  height: 768,
  steps: 3,
  cfg_scale: 6.5,
  sampler_name: "Euler a",
  scheduler: "karras",
  styles: ["Ink", "Old photo"],
  lora: ["detail:0.5"],
  vae: "kl-f8.pt",
  clip_skip: 2,
  denoising_strength: 0.4,
  resize_mode: 2,
  tiling: true,
  subseed: 9,
  subseed_strength: 0.1,
};
const few: Values = { prompt: "a wren" };

function wordsOf(text: Text, values: Values, from?: Origin): string {
  const [first] = resultMessages(
    text,
    {
      id: "1",
      request: requestOf(values),
      userId: "2",
      userName: "Ada for Bo",
      pictures: [{ bytes: Buffer.alloc(1), extension: "png", mime: "image/png" }],
      seeds: [7],
      model: "dream",
      size: { width: 512, height: 768 },
      remarks: [],
      canUpscale: true,
      from,
    },
    false,
  );
  const { components } = (first?.body ?? { components: [] }) as {
    components: { type: number; content?: string }[];
  };
  return components.find(({ type }) => type === 10)?.content ?? "";
}

describe.each([all, few])("a result's own words", (values) => {
  it.each(allTexts.map((text) => [text.result.drawnFor("…"), text]))(
    "are read in whichever language they were written: %s",
    (_, text) => {
      const read = readResult(wordsOf(text, values), allTexts);
      expect(read?.language.result.drawnFor("")).toBe(text.result.drawnFor(""));
      expect(read).toMatchObject({ seeds: [7], userName: "Ada for Bo", hasSource: false });
      const from = { url: "https://discord.com/channels/1/2/3", userName: "Ben · [x](y)" };
      const pressed = { ...read, hasOrigin: true };
      expect(readResult(wordsOf(text, values, from), allTexts)).toEqual(pressed);
      const image = { hash: "0", width: 512, height: 768 };
      const control = [{ type: "canny", image }];
      for (const origin of [from, undefined]) {
        const words = wordsOf(text, { ...values, image }, origin);
        expect(readResult(words, allTexts)).toEqual({ ...read, hasSource: true });
        const kept = readResult(wordsOf(text, { ...values, control }, origin), allTexts);
        expect(kept).toMatchObject({ values: read?.values, hasSource: true });
      }
      const { prompt, ...english } = readResult(wordsOf(en, values), [en])?.values ?? {};
      expect(read?.values).toEqual({ prompt, ...english });
      // All of it but what the model and the size of the message itself say.
      expect(Object.keys(english).length).toBeGreaterThanOrEqual(Object.keys(values).length - 1);
    },
  );
});
