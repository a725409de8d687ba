import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../src/demo/discord/start.ts";
import { en } from "../src/text/en.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.02, controlNet: true }] });
  await world.discord.waitFor(
    () => world.discord.registeredCommands().some(({ name }) => name === "control"),
    5_000,
  );
});
afterAll(async () => world.close());

const colour = async (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
const file = (bytes: Buffer, name = "picture.png") => ({ bytes, name });
const use = (name: string, options: object) =>
  world.discord.command({
    user: world.member,
    channel: world.channel,
    name,
    options: options as never,
  });
const lastBody = () => world.webui.drawings.at(-1)?.body ?? {};
const sent = (value: unknown) => Buffer.from(String(value), "base64");
type Unit = { module: string; image: string };

/** One channel of a picture that was sent, as numbers. */
const greys = async (value: unknown) => {
  const { data, info } = await sharp(sent(value))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? -1;
  return { at, width: info.width, height: info.height };
};

describe("/edit", () => {
  it("repaints what a mask file marks, with the webui's own field names", async () => {
    const picture = await colour(192, 128, "#357");
    const mask = await sharp(await colour(192, 128, "black"))
      .composite([{ input: await colour(60, 40, "white"), left: 100, top: 50 }])
      .png()
      .toBuffer();
    const result = await world.result(
      use("edit", {
        image: file(picture),
        prompt: "a red door --steps 4",
        mask: file(mask, "mask.png"),
        mask_blur: 6,
        inpainting_fill: 1,
        inpaint_full_res: false,
        inpainting_mask_invert: true,
        denoising_strength: 0.6,
      }),
    );
    const body = lastBody();
    expect(body).toMatchObject({
      prompt: "a red door",
      steps: 4,
      width: 192,
      height: 128,
      mask_blur: 6,
      inpainting_fill: 1,
      inpaint_full_res: false,
      inpainting_mask_invert: 1,
      denoising_strength: 0.6,
    });
    expect(sent((body["init_images"] as string[])[0])).toEqual(picture);
    const drawn = await greys(body["mask"]);
    expect([drawn.at(130, 70), drawn.at(20, 20)]).toEqual([255, 0]);
    const pressed = world.discord.press({ user: world.member, message: result, emoji: "📋" });
    const details = world.discord.textOf(await world.answer(pressed));
    expect(details).toContain("/edit prompt: a red door");
    expect(details).toContain("--mask_blur 6");
    expect(details).toContain(en.details.attach);
  });

  it("takes for a mask what somebody painted over a copy of the picture", async () => {
    const picture = await sharp({
      create: {
        width: 256,
        height: 256,
        channels: 3,
        background: "#486",
        noise: { type: "gaussian", mean: 120, sigma: 20 },
      },
    })
      .png()
      .toBuffer();
    const painted = await sharp(picture)
      .composite([{ input: await colour(80, 80, "#f0f"), left: 30, top: 150 }])
      .jpeg({ quality: 85 })
      .toBuffer();
    await world.result(
      use("edit", { image: file(picture), prompt: "a pond", mask: file(painted, "copy.jpg") }),
    );
    const drawn = await greys(lastBody()["mask"]);
    expect([drawn.width, drawn.height]).toEqual([256, 256]);
    expect([drawn.at(70, 190), drawn.at(200, 60)]).toEqual([255, 0]);
  });

  it("says so when nothing is marked", async () => {
    const picture = await colour(128, 128, "#357");
    const interaction = use("edit", {
      image: file(picture),
      prompt: "x",
      mask: file(picture, "m.png"),
    });
    expect(await world.refusal(interaction)).toContain("marks nothing");
  });

  it("takes no mask of another shape, whose parts could lie anywhere on the picture", async () => {
    const image = file(await colour(128, 192, "#357"));
    const mask = file(await colour(128, 128, "white"), "m.png");
    const refused = await world.refusal(use("edit", { image, prompt: "x", mask }));
    expect(refused).toBe(en.refused.otherMaskShape(128, 192));
  });

  it("draws beyond an edge: a larger canvas, the new part masked", async () => {
    const picture = await colour(128, 128, "#c84");
    const result = await world.result(
      use("edit", {
        image: file(picture),
        prompt: "a field --clip_skip 2 --tiling --ar 16:9",
        extend: "right",
        extend_by: 64,
      }),
    );
    const body = lastBody();
    expect(body).toMatchObject({
      prompt: "a field",
      width: 192,
      height: 128,
      tiling: true,
      override_settings: { CLIP_stop_at_last_layers: 2 },
    });
    expect(world.discord.textOf(result)).toContain("Aspect ratio: of no effect on this picture");
    expect(body).not.toHaveProperty("extend");
    const mask = await greys(body["mask"]);
    expect([mask.width, mask.height]).toEqual([192, 128]);
    expect([mask.at(180, 64), mask.at(20, 64)]).toEqual([255, 0]);
    expect(result.attachments[0]).toMatchObject({ width: 192, height: 128 });
  });
});

describe("/control", () => {
  it("sends a unit with the model and preprocessor that the webui's ControlNet has for the type", async () => {
    const picture = await colour(200, 100, "#357");
    await world.result(
      use("control", {
        image: file(picture),
        prompt: "a bridge --tiling --clip_skip 2",
        type: "Canny",
        weight: 0.8,
        guidance_end: 0.5,
      }),
    );
    const body = lastBody();
    const { args } = (body["alwayson_scripts"] as { controlnet: { args: object[] } }).controlnet;
    expect(args).toEqual([
      expect.objectContaining({
        enabled: true,
        module: expect.stringMatching(/canny/i),
        model: expect.stringMatching(/canny/i),
        weight: 0.8,
        guidance_end: 0.5,
        save_detected_map: false,
      }),
    ]);
    expect(sent((args[0] as { image: string }).image)).toEqual(picture);
    expect(body).not.toHaveProperty("init_images");
    expect(body).toMatchObject({
      prompt: "a bridge",
      tiling: true,
      override_settings: { CLIP_stop_at_last_layers: 2 },
    });
    expect(Number(body["width"]) / Number(body["height"])).toBeCloseTo(2, 0);
  });

  it("adds one more picture to a result by 🎛️, beside the first", async () => {
    const { discord, member } = world;
    const [edges, depth] = [await colour(128, 128, "#357"), await colour(128, 128, "#753")];
    const result = await world.result(
      use("control", { image: file(edges), prompt: "two bridges", type: "Canny", seed: 9 }),
    );
    const dialog = discord.press({ user: member, message: result, emoji: "🎛️" });
    await discord.waitFor(() => dialog.dialog);
    const fields = { image: [file(depth, "depth.png")], type: ["Depth"], weight: "0.5" };
    await world.result(discord.submit({ user: member, dialog, fields: fields as never }));
    const { args } = (lastBody()["alwayson_scripts"] as { controlnet: { args: Unit[] } })
      .controlnet;
    expect(args.map(({ module }) => module)).toEqual([
      expect.stringMatching(/canny/i),
      expect.stringMatching(/depth/i),
    ]);
    expect(args.map(({ image }) => sent(image))).toEqual([edges, depth]);
    expect(args[1]).toMatchObject({ weight: 0.5 });
    expect(lastBody()).toMatchObject({ prompt: "two bridges", seed: 9 });
  });

  it("refuses a type that no webui has, and names the nearest", async () => {
    const interaction = use("control", {
      image: file(await colour(64, 64, "#357")),
      prompt: "x",
      type: "cany",
    });
    expect(await world.refusal(interaction)).toContain("Canny");
  });

  it("completes the types from what the webuis have", async () => {
    const { discord, member, channel } = world;
    const found = await discord.complete({
      user: member,
      channel,
      name: "control",
      focused: "type",
      value: "dep",
    });
    expect(found.map(({ name }) => name)).toContain("Depth");
  });
});

describe("🔍 on a result", () => {
  it("offers the ways to look further, and draws what is seen there for whoever chooses", async () => {
    const { discord } = world;
    const result = await world.result(
      use("draw", { prompt: "a lake", width: 128, height: 128, steps: 2, seed: 3 }),
    );
    const ben = discord.createUser({ name: "Ben" });
    const pressed = discord.press({ user: ben, message: result, emoji: "🔍" });
    const panel = await discord.waitFor((): Message | undefined => {
      const answer = pressed.responseMessage;
      return answer !== undefined && discord.buttonsOf(answer).length > 0 ? answer : undefined;
    });
    expect(panel.ephemeralFor).toBe(ben.id);
    expect(discord.buttonsOf(panel)).toHaveLength(7);
    const out = discord.press({ user: ben, message: panel, label: "Zoom out 2×" });
    const wider = await world.result(out);
    expect(discord.textOf(wider)).toContain(`/${result.id}) of Ada`);
    const body = lastBody();
    expect(body).toMatchObject({ prompt: "a lake", width: 128, height: 128 });
    const mask = await greys(body["mask"]);
    expect([mask.at(5, 5), mask.at(64, 64)]).toEqual([255, 0]);
    const right = discord.press({ user: ben, message: panel, label: "Pan right ➡" });
    await world.result(right);
    expect(lastBody()).toMatchObject({ width: 192, height: 128 });
  });
});
