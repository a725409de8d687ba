import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction } from "../../src/demo/discord/start.ts";
import { pngFile } from "../harness/pictures.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => world.close());

const infotext = `a *bold* owl @everyone <@1>, (feathers:1.2)
Negative prompt: fog, \`ticks\`
Steps: 3, Sampler: Euler a, CFG scale: 6.5, Seed: 4711, Size: 128x64, Model: inkwell-v3, Clip skip: 2, Token merging ratio: 0.4, Version: v1.10.1`;

const inspect = (image: Awaited<ReturnType<typeof pngFile>>): Interaction =>
  world.discord.command({
    user: world.member,
    channel: world.channel,
    name: "inspect",
    options: { image },
  });
const bodies = () => world.webui.drawings.map(({ body }) => body);
/** What the infotext asks the webui for. */
const asked = {
  prompt: "a *bold* owl @everyone <@1>, (feathers:1.2)",
  negative_prompt: "fog, `ticks`",
  steps: 3,
  sampler_name: "Euler a",
  cfg_scale: 6.5,
  seed: 4711,
  width: 128,
  height: 64,
  override_settings: {
    sd_model_checkpoint: expect.stringContaining("inkwell-v3"),
    CLIP_stop_at_last_layers: 2,
  },
  override_settings_restore_afterwards: true,
};

describe("/inspect", () => {
  it("tells the asker alone what a picture was made with, unknown values too, nothing of it markup", async () => {
    const answer = await world.answer(inspect(await pngFile({ infotext })));
    expect(answer.ephemeralFor).toBe(world.member.id);
    expect(answer.mentions).toEqual([]);
    expect(answer.mentionsEveryone).toBe(false);
    const text = world.discord.textOf(answer);
    for (const words of [
      "a \\*bold\\* owl @\u200beveryone \\<@1>",
      "fog, \\`ticks\\`",
      "**Steps:** 3",
      "**Sampler:** `Euler a`",
      "**CFG scale:** 6.5",
      "**Seed:** 4711",
      "**Size:** 128×64",
      "**Model:** `inkwell-v3`",
      "**Clip skip:** 2",
      "**Token merging ratio:** `0.4`",
      "AUTOMATIC1111",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("draws it again with the very same values, also after a restart", async () => {
    const { discord } = world;
    const answer = await world.answer(inspect(await pngFile({ infotext })));
    await world.result(discord.press({ user: world.member, message: answer, emoji: "🔁" }));
    expect(bodies().at(-1)).toEqual(asked);
    await world.easel.stop();
    discord.advance(6_000);
    await world.start();
    await world.result(discord.press({ user: world.member, message: answer, emoji: "🔁" }));
    expect(bodies().at(-1)).toEqual(asked);
  });

  it("draws again without what only other places have, and says what that is", async () => {
    const { discord } = world;
    const elsewhere = infotext.replace("inkwell-v3", "nowhere-v9").replace("Euler a", "Foreign 5M");
    const answer = await world.answer(inspect(await pngFile({ infotext: elsewhere })));
    const again = discord.press({ user: world.member, message: answer, emoji: "🔁" });
    const result = await world.result(again);
    expect(bodies().at(-1)).toMatchObject({ prompt: asked.prompt, seed: 4711, cfg_scale: 6.5 });
    expect(bodies().at(-1)).not.toHaveProperty("sampler_name");
    expect(discord.textOf(result)).toContain(
      "Model `nowhere-v9`, Sampler `Foreign 5M` are not here and were left out.",
    );
  });

  it("opens the dialog with its values, and draws what comes back", async () => {
    const { discord } = world;
    const answer = await world.answer(inspect(await pngFile({ infotext })));
    const dialog = discord.press({ user: world.member, message: answer, emoji: "🖋" });
    const modal = await discord.waitFor(() => dialog.dialog);
    const filled = Object.fromEntries(
      modal.components.map(({ component }) => [component?.custom_id, component?.["value"]]),
    );
    expect(filled).toMatchObject({ prompt: asked.prompt, seed: "4711", model: "inkwell-v3" });
    const fields = { prompt: "a barn owl" };
    await world.result(discord.submit({ user: world.member, dialog, fields }));
    expect(bodies().at(-1)).toEqual({ ...asked, prompt: "a barn owl" });
  });

  it("keeps within a message, however much a picture says", async () => {
    const long = `${"*_`".repeat(20_000)}\n${"日本".repeat(9_000)}
Negative prompt: ${"<@&5> ".repeat(9_000)}
Steps: 3, Seed: 1, Sampler: Euler, ${Array.from({ length: 300 }, (_, i) => `Key ${i}: "${"`|".repeat(90)}"`).join(", ")}`;
    const answer = await world.answer(inspect(await pngFile({ infotext: long })));
    expect(answer.mentionedRoles).toEqual([]);
    expect(world.discord.textOf(answer)).toContain("**Steps:** 3");
    expect(world.discord.buttonsOf(answer)).toHaveLength(1);
  });

  it("says kindly that a picture says nothing of itself", async () => {
    const answer = await world.answer(inspect(await pngFile()));
    expect(answer.ephemeralFor).toBe(world.member.id);
    expect(world.discord.textOf(answer)).toContain("does not say how it was made");
  });

  it("refuses what is no picture", async () => {
    const file = { bytes: Buffer.from("words"), name: "a.png", contentType: "image/png" };
    expect(await world.refusal(inspect(file))).toContain("no picture");
  });
});
