import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../src/text/en.ts";
import { startWorld, type World } from "./harness/world.ts";

describe("from /draw to the picture in the channel", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ webuis: [{ adetailer: true }] });
  });
  afterAll(async () => world.close());

  it("shows a place in the queue with a way to cancel, and then the picture with its seed and model", async () => {
    const { discord } = world;
    const interaction = world.draw({ prompt: "a castle" });
    const waiting = await world.answer(interaction);
    expect(discord.textOf(waiting)).toContain("Queued");
    const result = await world.result(interaction);
    const [drawing] = world.webui.drawings;
    expect(result.attachments).toHaveLength(1);
    expect(discord.textOf(result)).toContain("a castle");
    expect(discord.textOf(result)).toContain(`Seed ${String(drawing?.seeds[0])}`);
    expect(discord.textOf(result)).toContain("daybreak-v6");
  });

  it("sends the webui only what somebody decided, and seed, steps and model", async () => {
    const interaction = world.draw({ prompt: "nothing else" });
    await world.result(interaction);
    expect(world.webui.drawings.at(-1)?.body).toEqual({
      prompt: "nothing else",
      seed: expect.any(Number),
      steps: 20,
      override_settings: { sd_model_checkpoint: expect.stringContaining("daybreak-v6") },
      override_settings_restore_afterwards: true,
    });
  });

  const everything = {
    prompt: "a castle --steps 9",
    negative_prompt: "people",
    model: "inkwell-v3",
    styles: "oil, Clean",
    aspect_ratio: "3:2",
    width: 768,
    height: 512,
    count: 2,
    steps: 12,
    cfg_scale: 6.5,
    sampler_name: "euler a",
    scheduler: "karras",
    seed: 4242,
    lora: "add-detail:0.7, watercolour-v2",
    hr_upscaler: "Latent",
    hr_scale: 1.5,
    denoising_strength: 0.55,
    clip_skip: 2,
    vae: "Automatic",
    detailer: "face_yolov8n.pt",
    tiling: true,
    spoiler: true,
    private: true,
  };
  const shared = {
    negative_prompt: "people",
    styles: ["Oil", "Clean"],
    width: 768,
    height: 512,
    steps: 12,
    cfg_scale: 6.5,
    sampler_name: "Euler a",
    scheduler: "karras",
    seed: 4242,
    prompt: "a castle <lora:add-detail:0.7> <lora:watercolour-v2:1>",
    denoising_strength: 0.55,
    tiling: true,
    n_iter: 2,
    batch_size: 1,
    override_settings: {
      sd_model_checkpoint: expect.stringContaining("inkwell-v3"),
      CLIP_stop_at_last_layers: 2,
      sd_vae: "Automatic",
    },
    override_settings_restore_afterwards: true,
    alwayson_scripts: { ADetailer: { args: [true, false, { ad_model: "face_yolov8n.pt" }] } },
  };

  it("sends every option where the API wants it", async () => {
    await world.result(world.draw(everything));
    const { route, body } = world.webui.drawings.at(-1) ?? {};
    expect(route).toBe("txt2img");
    expect(body).toEqual({ ...shared, enable_hr: true, hr_upscaler: "Latent", hr_scale: 1.5 });
  });

  it("sends every option of a drawing from a picture, and says what it leaves out", async () => {
    const bytes = await sharp({
      create: { width: 320, height: 256, channels: 3, background: "teal" },
    })
      .png()
      .toBuffer();
    const image = { bytes, name: "a.png", contentType: "image/png" };
    const said = world.discord.textOf(await world.result(world.draw({ ...everything, image })));
    expect(said).toContain(en.remarks.hiresWithoutTxt2img);
    expect(said).not.toContain(en.parameters.hr_scale.label);
    const { route, body } = world.webui.drawings.at(-1) ?? {};
    expect(route).toBe("img2img");
    expect(body).toEqual({ ...shared, init_images: [bytes.toString("base64")] });
  });

  it("takes the same values from flags as from options", async () => {
    const flags = `a castle --no people --model inkwell-v3 --styles "oil, Clean" --width 768 --height 512 --n 2 --steps 12
      --cfg_scale 6.5 --sampler_name "Euler a" --scheduler karras --seed 4242 --lora add-detail:0.7 --lora watercolour-v2
      --hr_upscaler Latent --hr_scale 1.5 --denoising_strength 0.55 --clip_skip 2 --vae Automatic
      --detailer face_yolov8n.pt --tiling --spoiler --private`;
    await world.result(world.draw({ prompt: flags }));
    expect(world.webui.drawings.at(-1)?.body).toEqual({
      ...shared,
      enable_hr: true,
      hr_upscaler: "Latent",
      hr_scale: 1.5,
    });
  });

  it("completes and then finds a name that is longer than Discord's choices", async () => {
    const long = `${"very-".repeat(30)}long`;
    const other = await startWorld({
      webuis: [{ models: [{ name: long, hash: null }, { name: "short" }] }],
    });
    try {
      const { discord, member, channel } = other;
      const [choice] = await discord.complete({
        user: member,
        channel,
        name: "draw",
        focused: "model",
        value: "LONG",
      });
      expect(choice?.name.length).toBeLessThanOrEqual(100);
      const interaction = other.draw({ prompt: "x", model: String(choice?.value) });
      await other.result(interaction);
      expect(other.webui.drawings.at(-1)?.modelUsed).toContain(long);
    } finally {
      await other.close();
    }
  });
});
