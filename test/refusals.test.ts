import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permission } from "../src/demo/discord/start.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ adetailer: true }] });
});
afterAll(async () => world.close());

/** What was asked is refused in private words, and nothing of it reaches the webui. */
async function refused(
  options: Parameters<World["draw"]>[0],
  at?: Parameters<World["draw"]>[1],
): Promise<string> {
  const before = world.webui.drawings.length;
  const words = await world.refusal(world.draw(options, at));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(world.webui.drawings.length).toBe(before);
  return words;
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "teal" } })
    .png()
    .toBuffer();

describe("before queueing, privately", () => {
  it.each([
    ["x --steps 151", "Steps", "from 1 to 150"],
    ["x --cfg_scale 31", "CFG scale", "from 0 to 30"],
    ["x --width 32", "Width", "from 64 to 2,048"],
    ["x --count 0", "Count", "from 1 to 25"],
    ["x --seed -2", "Seed", "from -1 to 4,294,967,295"],
    ["x --steps many", "Steps", "must be a number"],
    ["x --ar wide", "Aspect ratio", "such as 16:9"],
    ["x --ar 40:1", "Aspect ratio", "too extreme"],
    ["x --steps", "--steps", "needs a value"],
    ["x --width 2048 --height 2048 --hr_scale 3", "6,144", "megapixels"],
  ])("%s is refused with what and why", async (prompt, what, why) => {
    const words = await refused({ prompt });
    expect(words).toContain(what);
    expect(words).toContain(why);
  });

  it.each([
    ["model", "daybrek", "daybreak-v6"],
    ["sampler_name", "Euler b", "Euler a"],
    ["scheduler", "Karas", "Karras"],
    ["lora", "watercolor", "watercolour-v2"],
    ["hr_upscaler", "R-ESRGAN 4x", "R-ESRGAN"],
    ["styles", "Oils", "Oil"],
    ["vae", "vae-ft", "vae"],
    ["detailer", "face_yolo", "face_yolov8n.pt"],
  ])("an unknown %s is refused with the nearest names", async (option, typed, nearest) => {
    const words = await refused({ prompt: "x", [option]: typed });
    expect(words).toContain(typed);
    expect(words).toContain(nearest);
  });

  it("a preset that does not exist is refused by name", async () => {
    expect(await refused({ prompt: "x", preset: "mine" })).toContain("mine");
  });

  it("a prompt of flags alone is refused", async () => {
    expect(await refused({ prompt: "--steps 3" })).toContain("Prompt");
  });

  it("a channel where pictures cannot be posted is named with what is missing", async () => {
    const channel = world.discord.createChannel({
      guild: world.guild,
      botPermissions: permission.VIEW_CHANNEL | permission.SEND_MESSAGES,
    });
    expect(await refused({ prompt: "x" }, { at: channel })).toContain("Attach Files");
  });

  it("a channel where the member may not post pictures draws nothing for everybody to see", async () => {
    const channel = world.discord.createChannel({
      guild: world.guild,
      memberPermissions:
        permission.VIEW_CHANNEL | permission.SEND_MESSAGES | permission.USE_APPLICATION_COMMANDS,
    });
    expect(await refused({ prompt: "x" }, { at: channel })).toContain("may not post pictures");
  });
});

describe("a file that is given to draw from", () => {
  it.each([
    [
      "is no picture by what Discord says of it",
      { bytes: Buffer.from("hello"), name: "a.txt", contentType: "text/plain" },
      "no picture",
    ],
    [
      "is no picture although it is called one",
      { bytes: Buffer.from("<svg/>"), name: "a.png", contentType: "image/png" },
      "no picture",
    ],
    [
      "is an SVG",
      {
        bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
        name: "a.svg",
        contentType: "image/svg+xml",
      },
      "no picture",
    ],
  ])("is refused when it %s", async (_why, image, words) => {
    expect(await refused({ prompt: "x", image })).toContain(words);
  });

  it("is refused when it breaks off", async () => {
    const bytes = (await picture(400, 400)).subarray(0, 400);
    expect(
      await refused({ prompt: "x", image: { bytes, name: "a.png", contentType: "image/png" } }),
    ).toContain("damaged");
  });

  it("is refused when its header claims too many pixels, without decoding them", async () => {
    const bytes = await picture(64, 64);
    bytes.writeUInt32BE(50_000, 16);
    bytes.writeUInt32BE(50_000, 20);
    const words = await refused({
      prompt: "x",
      image: { bytes, name: "a.png", contentType: "image/png" },
    });
    expect(words).toMatch(/too many pixels|damaged/);
  });

  it("is refused unfetched when it is too large", async () => {
    const bytes = Buffer.concat([await picture(64, 64), Buffer.alloc(26 * 1024 * 1024)]);
    const words = await refused({
      prompt: "x",
      image: { bytes, name: "a.png", contentType: "image/png" },
    });
    expect(words).toContain("25 MB");
  });

  it("never reaches the webui as an address, and is sent as the member's own bytes with its own size", async () => {
    const bytes = await picture(320, 448);
    const interaction = world.draw({
      prompt: "from this",
      image: { bytes, name: "a.png", contentType: "image/png" },
    });
    await world.result(interaction);
    const drawing = world.webui.drawings.at(-1);
    expect(drawing?.route).toBe("img2img");
    expect(drawing?.body).toMatchObject({
      width: 320,
      height: 448,
      init_images: [bytes.toString("base64")],
    });
  });
});

describe("what is for the member alone", () => {
  it("may be drawn where the member may not post pictures", async () => {
    const channel = world.discord.createChannel({
      guild: world.guild,
      memberPermissions: permission.VIEW_CHANNEL | permission.USE_APPLICATION_COMMANDS,
    });
    const hidden = world.draw({ prompt: "x", private: true }, { at: channel });
    expect((await world.answer(hidden)).ephemeralFor).toBe(world.member.id);
  });
});
