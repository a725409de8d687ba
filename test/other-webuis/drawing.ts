import sharp from "sharp";
import { expect, it } from "vitest";
import { pngFile } from "../harness/pictures.ts";
import { base64, colourAt, inTurn, size, type Step } from "./visit.ts";

const small = { steps: 2, width: 64, height: 64 };
const white = [255, 255, 255];
const black = [0, 0, 0];

/** White on the right half, as a member's file. */
async function rightHalf(side: number) {
  const half = await pngFile({ width: side / 2, height: side, colour: "white" });
  const bytes = await sharp((await pngFile({ width: side, height: side, colour: "black" })).bytes)
    .composite([{ input: half.bytes, left: side / 2, top: 0 }])
    .png()
    .toBuffer();
  return { bytes, name: "mask.png", contentType: "image/png" };
}

export const drawing: Step = (profile, visit) => {
  const { usual, lacks, hires, redrawn, inpaints, offers } = profile;

  it("draws with all the usual options that the webui has", inTurn, async () => {
    const { use, drawn } = visit();
    const { result, text, bodies } = await drawn(use("draw", usual.options));
    expect(bodies).toEqual(usual.bodies);
    expect(result.attachments).toMatchObject([size(128, 64), size(128, 64)]);
    expect(text).toContain("Seed 40–41");
    expect(text).toContain("Steps 3");
    expect(text).toContain("a mill");
    // What it drops without a word is said, and everything else holds.
    expect(text.includes("Tiling: no webui here heeds that")).toBe(inpaints === "by mask");
    expect(text).not.toContain("The webui");
  });

  it("refuses privately what the webui has no list of", inTurn, async () => {
    const { use, refusal, webui } = visit();
    const before = webui.drawings.length;
    for (const [name, value] of Object.entries(lacks)) {
      const refused = use("draw", { prompt: "x", ...small, [name]: value });
      expect(await refusal(refused)).toContain("is not here, and neither is any other");
    }
    expect(webui.drawings).toHaveLength(before);
  });

  it("enlarges in a second pass, or says that there is none", inTurn, async () => {
    const { use, drawn } = visit();
    const twice = { hr_scale: 2, denoising_strength: 0.4 };
    const upscaler = hires === undefined ? {} : { hr_upscaler: "Latent" };
    const asked = use("draw", { prompt: "a pine", ...small, ...twice, ...upscaler });
    const { result, text, body } = await drawn(asked);
    expect(body).toMatchObject({ ...small, ...hires });
    expect("enable_hr" in body).toBe(hires !== undefined);
    expect(text.includes("Hires scale: no webui here heeds that")).toBe(hires === undefined);
    expect(result.attachments).toMatchObject([hires === undefined ? size(64, 64) : size(128, 128)]);
    expect(text).not.toContain("The webui");
  });

  it("draws from a picture, in its size as near as the webui comes", inTurn, async () => {
    const { use, drawn } = visit();
    const image = await pngFile({ width: 96, height: 64 });
    const asked = use("draw", { prompt: "a pond", image, steps: 2, denoising_strength: 0.3 });
    const { result, text, body } = await drawn(asked);
    expect(body).toMatchObject({
      init_images: [base64(image.bytes)],
      denoising_strength: 0.3,
      ...size(96, 64),
    });
    expect(result.attachments).toMatchObject([redrawn]);
    const isOther = redrawn.width !== 96;
    const { width, height } = redrawn;
    expect(text.includes(`The webui drew ${width}×${height}, not 96×64`)).toBe(isOther);
  });

  it("repaints what a mask says, with what the webui knows of it", inTurn, async () => {
    const { use, drawn } = visit();
    const image = await pngFile({ width: 128, height: 128, colour: "#f00" });
    const mask = await rightHalf(128);
    const more = { resize_mode: 1, inpainting_fill: 1, mask_blur: 0, inpaint_full_res: false };
    const options = { steps: 2, denoising_strength: 1, inpainting_mask_invert: true, ...more };
    const asked = use("edit", { image, prompt: "a door", mask, ...options });
    const { result, text, body } = await drawn(asked);
    expect(body).toMatchObject({
      init_images: [base64(image.bytes)],
      mask: expect.any(String),
      inpainting_mask_invert: 1,
      denoising_strength: 1,
      ...(inpaints === "fully" ? more : {}),
    });
    if (inpaints === "by mask") {
      expect(body).not.toHaveProperty("mask_blur");
      expect(text).toContain("Resize mode, Inpainting fill, Mask blur: no webui here heeds these");
    } else expect(text).not.toContain("heeds");
    expect(await colourAt(String(body["mask"]), 100, 64)).toEqual(white);
    const bytes = result.attachments[0]?.bytes ?? Buffer.alloc(0);
    // Turned round: white stays.
    expect(await colourAt(bytes, 120, 64)).toEqual([255, 0, 0]);
    expect(await colourAt(bytes, 8, 64)).not.toEqual([255, 0, 0]);
  });

  it("takes a copy that was painted over for a mask", inTurn, async () => {
    const { use, drawn } = visit();
    const image = await pngFile({ width: 128, height: 128 });
    const patch = await pngFile({ width: 40, height: 40, colour: "#f0f" });
    const over = await sharp(image.bytes)
      .composite([{ input: patch.bytes, left: 10, top: 70 }])
      .png()
      .toBuffer();
    const mask = { bytes: over, name: "copy.png" };
    const { body } = await drawn(use("edit", { image, prompt: "a cat", mask, steps: 2 }));
    expect(await colourAt(String(body["mask"]), 30, 90)).toEqual(white);
    expect(await colourAt(String(body["mask"]), 100, 30)).toEqual(black);
  });

  it("draws beyond an edge", inTurn, async () => {
    const { use, drawn } = visit();
    const image = await pngFile({ width: 128, height: 128 });
    const options = { prompt: "a field", extend: "right", extend_by: 64, steps: 2 };
    const { result, text, body } = await drawn(use("edit", { image, ...options }));
    expect(body).toMatchObject({ ...size(192, 128), denoising_strength: 0.8 });
    expect("inpainting_fill" in body).toBe(inpaints === "fully");
    expect(await colourAt(String(body["mask"]), 180, 64)).toEqual(white);
    expect(await colourAt(String(body["mask"]), 20, 64)).toEqual(black);
    expect(result.attachments).toMatchObject([size(192, 128)]);
    // Nobody asked for more than a field on the right.
    expect(text).not.toContain("heeds");
  });

  it.runIf(offers.includes("control"))("keeps a picture's structure", inTurn, async () => {
    const { use, drawn } = visit();
    const image = await pngFile({ width: 128, height: 64 });
    const options = { prompt: "a bridge", type: "canny", weight: 0.8, steps: 2, width: 128 };
    const { text, body } = await drawn(use("control", { image, ...options }));
    const unit = {
      enabled: true,
      module: "canny",
      model: "control_v11p_sd15_canny [d14c016b]",
      weight: 0.8,
      image: base64(image.bytes),
      save_detected_map: false,
    };
    expect(body["alwayson_scripts"]).toMatchObject({ controlnet: { args: [unit] } });
    expect(body).toMatchObject(size(128, 64));
    expect(body).not.toHaveProperty("init_images");
    expect(text).not.toContain("ControlNet failed");
  });
};
