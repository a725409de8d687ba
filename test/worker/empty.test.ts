import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Drawing } from "../../src/generation/backend.ts";
import { createRequest } from "../../src/generation/request.ts";
import { en } from "../../src/text/en.ts";
import { emptyRemarks } from "../../src/worker/empty.ts";

const background = {
  create: { width: 512, height: 512, channels: 3 as const, background: "#000" },
};
const black = sharp(background).png();
const noise = { ...background.create, noise: { type: "gaussian" as const, mean: 90, sigma: 30 } };

async function remarksOn(prompt: string, bytes: Buffer): Promise<string[]> {
  const infotext = `${prompt}\nSteps: 20, Seed: 1`;
  const drawing = {
    pictures: [{ bytes, width: 512, height: 512, seed: 1 }],
    infotexts: [infotext],
  } as unknown as Drawing;
  return emptyRemarks(drawing, createRequest([{ prompt }], 1), en);
}

describe("an empty picture", () => {
  it.each(["png", "jpeg", "webp"] as const)("as %s is pointed out", async (format) => {
    expect(await remarksOn("a cat", await black.clone()[format]().toBuffer())).toHaveLength(1);
  });

  it("is no wonder where it was asked for, and no picture with anything on it is one", async () => {
    const bytes = await black.clone().toBuffer();
    expect(await remarksOn("a black square", bytes)).toEqual([]);
    const dot = await sharp({
      create: { ...background.create, width: 4, height: 4, background: "#fff" },
    })
      .png()
      .toBuffer();
    const dotted = await black
      .clone()
      .composite([{ input: dot, left: 9, top: 9 }])
      .toBuffer();
    expect(await remarksOn("a cat", dotted)).toEqual([]);
    expect(await remarksOn("a cat", await sharp({ create: noise }).png().toBuffer())).toEqual([]);
  });
});
