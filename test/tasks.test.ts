import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction, Message } from "../src/demo/discord/start.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
let picture: Buffer;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.02 }] });
  picture = await sharp({ create: { width: 96, height: 64, channels: 3, background: "#963" } })
    .png()
    .toBuffer();
  await world.discord.waitFor(
    () => world.discord.registeredCommands().some(({ name }) => name === "upscale"),
    5_000,
  );
});
afterAll(async () => world.close());

const use = (name: string, options: object): Interaction =>
  world.discord.command({
    user: world.member,
    channel: world.channel,
    name,
    options: { image: { bytes: picture, name: "picture.png" }, ...options },
  });
const sentTo = (route: string) =>
  world.webui.exchanges
    .filter(({ path }) => path.endsWith(route))
    .map(({ body }) => body as Record<string, unknown>);
/** The message that an interaction came to, with these words. */
const saying = (interaction: Interaction, words: string): Promise<Message> =>
  world.discord.waitFor(() => {
    const message = interaction.responseMessage;
    return message !== undefined && world.discord.textOf(message).includes(words) && message;
  }, 10_000);

describe("/upscale", () => {
  it("sends what was chosen under the webui's own names, and posts the larger picture", async () => {
    const result = await world.result(
      use("upscale", {
        scale: 3,
        upscaler: "Lanczos",
        upscaler_2: "R-ESRGAN 4x+",
        upscaler_2_visibility: 0.4,
        gfpgan_visibility: 0.2,
        codeformer_visibility: 0.3,
        codeformer_weight: 0.5,
      }),
    );
    const { image, ...body } = sentTo("/extra-single-image").at(-1) ?? {};
    expect(body).toEqual({
      resize_mode: 0,
      upscaling_resize: 3,
      upscaler_1: "Lanczos",
      upscaler_2: "R-ESRGAN 4x+",
      extras_upscaler_2_visibility: 0.4,
      gfpgan_visibility: 0.2,
      codeformer_visibility: 0.3,
      codeformer_weight: 0.5,
    });
    expect(Buffer.from(String(image), "base64")).toEqual(picture);
    expect(result.attachments[0]).toMatchObject({ width: 288, height: 192 });
    expect(world.discord.textOf(result)).toContain("Enlarged 3 times");
    const emoji = world.discord.buttonsOf(result).map((button) => button.emoji);
    expect(emoji).toEqual(["🎲", "⬆️", "📋", "❌"]);
  });

  it("refuses an upscaler that no webui has, and a picture that would be too large", async () => {
    const unknown = use("upscale", { upscaler: "R-ESRGAN 4x" });
    expect(await world.refusal(unknown)).toContain("R-ESRGAN 4x+");
    const large = await sharp({
      create: { width: 1500, height: 1500, channels: 3, background: "#963" },
    })
      .png()
      .toBuffer();
    const tooLarge = use("upscale", { image: { bytes: large, name: "large.png" }, scale: 8 });
    expect(await world.refusal(tooLarge)).toContain("megapixels at most");
  });

  it("may be private and a spoiler", async () => {
    const result = await world.result(use("upscale", { private: true, spoiler: true }));
    expect(result.ephemeralFor).toBe(world.member.id);
    expect(JSON.stringify(result.components)).toContain('"spoiler":true');
  });
});

describe("/describe", () => {
  it.each([
    ["caption", "clip"],
    ["tags", "deepdanbooru"],
  ])("puts a picture into words (%s), and draws from them by 🎨", async (mode, model) => {
    const { discord } = world;
    const asked = use("describe", { mode });
    const described = await saying(asked, "described for Ada");
    expect(sentTo("/interrogate").at(-1)).toMatchObject({ model });
    const caption = /^\*\*(.+)\*\*$/m.exec(discord.textOf(described))?.[1] ?? "";
    expect(caption.length).toBeGreaterThan(3);
    const ben = discord.createUser({ name: "Ben" });
    const drawn = await world.result(discord.press({ user: ben, message: described, emoji: "🎨" }));
    expect(caption.replaceAll("\\", "")).toContain(
      String(world.webui.drawings.at(-1)?.body["prompt"]),
    );
    expect(discord.textOf(drawn)).toContain("Ben");
  });

  it("takes a sentence where nobody says what", async () => {
    await saying(use("describe", {}), "described for Ada");
    expect(sentTo("/interrogate").at(-1)).toMatchObject({ model: "clip" });
  });
});
