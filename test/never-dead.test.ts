import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../src/demo/discord/start.ts";
import { forgetInputsIn, forgetResultsIn } from "./harness/redis.ts";
import { pngFile } from "./harness/pictures.ts";
import { startWorld, type World } from "./harness/world.ts";
import { en } from "../src/text/en.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.02, controlNet: true }] });
});
afterAll(async () => world.close());

const options = {
  prompt: "a **bold** castle, (gate:1.2) · `x`",
  negative_prompt: "people, fog",
  width: 192,
  height: 128,
  steps: 3,
  cfg_scale: 6.5,
  sampler_name: "Euler a",
  seed: 77,
  clip_skip: 2,
};
const bodies = () => world.webui.drawings.map(({ body }) => body);

const forget = () => forgetResultsIn(world.dataDir);

/** The press of 🎲 draws what the result was made with, but for the seed. */
async function expectSameAgain(result: Message, original: Record<string, unknown>): Promise<void> {
  const again = world.discord.press({ user: world.member, message: result, emoji: "🎲" });
  await world.result(again);
  const body = bodies().at(-1);
  expect(body).toEqual({ ...original, seed: expect.any(Number) });
  expect(body?.["seed"]).not.toBe(original["seed"]);
}

describe("buttons never die", () => {
  it("not after a restart", async () => {
    const result = await world.result(world.draw(options));
    const original = bodies().at(-1) ?? {};
    await world.easel.stop();
    world.discord.advance(6_000);
    await world.start();
    await expectSameAgain(result, original);
  });

  it("not when everything kept of it is gone: the picture itself says how it was made", async () => {
    const result = await world.result(world.draw(options));
    const original = bodies().at(-1) ?? {};
    await forget();
    await expectSameAgain(result, original);
  });

  it("not when the CDN strips that, too: the message's own words say enough", async () => {
    world.discord.faults.stripMetadata = true;
    try {
      const result = await world.result(world.draw(options));
      const original = bodies().at(-1) ?? {};
      await forget();
      await expectSameAgain(result, original);
    } finally {
      world.discord.faults.stripMetadata = false;
    }
  });

  it("not on a message of last week, whose links have died", async () => {
    const result = await world.result(world.draw(options));
    const original = bodies().at(-1) ?? {};
    await forget();
    world.discord.advance(7 * 24 * 3600_000);
    await expectSameAgain(result, original);
  });

  it("varies the right one of several pictures from its metadata alone", async () => {
    const result = await world.result(world.draw({ ...options, count: 3 }));
    await forget();
    const menu = result.components
      .flatMap((row) => row.components ?? [])
      .find((each) => each.custom_id?.startsWith("vary"));
    const interaction = world.discord.select({
      user: world.member,
      message: result,
      customId: menu?.custom_id ?? "",
      values: ["2:subtle"],
    });
    await world.result(interaction);
    expect(bodies().at(-1)).toMatchObject({ seed: 78, n_iter: 3 });
  });

  it("not on what other buttons have drawn, by its own words alone", async () => {
    const { discord, member: user } = world;
    discord.faults.stripMetadata = true;
    try {
      const first = await world.result(world.draw(options));
      const dialog = discord.press({ user, message: first, emoji: "🖋" });
      const modal = await discord.waitFor(() => dialog.dialog);
      const filled = modal.components.map(({ component }) => [
        component?.custom_id,
        component?.["value"] ?? "",
      ]);
      const results: { result: Message; original: Record<string, unknown> }[] = [];
      for (const asked of [
        discord.press({ user, message: first, emoji: "🎲" }),
        discord.press({ user, message: first, emoji: "🔀" }),
        discord.submit({ user, dialog, fields: Object.fromEntries(filled) }),
      ]) {
        const result = await world.result(asked);
        results.push({ result, original: bodies().at(-1) ?? {} });
      }
      await forget();
      for (const { result, original } of results) {
        const { subseed: _, subseed_strength: __, ...unmixed } = original;
        await expectSameAgain(result, unmixed);
      }
    } finally {
      discord.faults.stripMetadata = false;
    }
  });

  it("not on what began from a picture that is gone, as far as the posted one is enough", async () => {
    const { discord, member: user } = world;
    const image = await pngFile({ width: 128, height: 128 });
    const began = await world.result(world.draw({ ...options, image }));
    const message = await world.result(discord.press({ user, message: began, emoji: "🎲" }));
    await forget();
    const refused = await world.refusal(discord.press({ user, message, emoji: "🎲" }));
    expect(refused).toContain(en.refused.sourceForgotten);
    await world.result(discord.press({ user, message, emoji: "🔀" }));
    const { init_images: source, prompt } = bodies().at(-1) ?? {};
    expect(prompt).toBe(options.prompt);
    expect(source).toEqual([message.attachments[0]?.bytes.toString("base64")]);
    const looked = discord.press({ user, message, emoji: "🔍" });
    const panel = await discord.waitFor(
      () => looked.responseMessage !== undefined && discord.buttonsOf(looked.responseMessage)[0],
    );
    const wider = discord.press({
      user,
      message: looked.responseMessage as Message,
      customId: panel.customId ?? "",
    });
    await world.result(wider);
    expect(bodies().at(-1)).toMatchObject({ prompt: options.prompt });
    const details = await world.answer(discord.press({ user, message, emoji: "📋" }));
    expect(discord.textOf(details)).toContain("/draw prompt: ");
  });

  it("not as plain words what had the structure of a picture that is gone", async () => {
    const { discord, member: user, channel } = world;
    const image = await pngFile({ width: 128, height: 128 });
    const { width: _, height: __, clip_skip: ___, ...usual } = options;
    await discord.waitFor(() =>
      discord.registeredCommands().some(({ name }) => name === "control"),
    );
    const asked = { ...usual, image, type: "Canny" };
    const command = { user, channel, name: "control", options: asked };
    const message = await world.result(discord.command(command));
    for (const forgotten of [() => forgetInputsIn(world.dataDir), forget]) {
      await forgotten();
      const refused = await world.refusal(discord.press({ user, message, emoji: "🎲" }));
      expect(refused).toContain(en.refused.sourceForgotten);
      await world.result(discord.press({ user, message, emoji: "🔀" }));
      const { init_images: source, ...body } = bodies().at(-1) ?? {};
      expect(body).not.toHaveProperty("alwayson_scripts");
      expect(source).toEqual([message.attachments[0]?.bytes.toString("base64")]);
    }
  });

  it("lets its author remove a forgotten result that somebody else has looked further from", async () => {
    const { discord, member } = world;
    const result = await world.result(world.draw(options));
    await forget();
    const ben = discord.createUser({ name: "Ben" });
    const pressed = discord.press({ user: ben, message: result, emoji: "🔍" });
    await discord.waitFor(() => {
      const panel = pressed.responseMessage;
      return panel !== undefined && discord.buttonsOf(panel).length > 0;
    });
    const refused = await world.refusal(discord.press({ user: ben, message: result, emoji: "❌" }));
    expect(refused).toContain(member.name);
    discord.press({ user: world.member, message: result, emoji: "❌" });
    await discord.waitFor(
      () => !discord.messages(world.channel).some(({ id }) => id === result.id),
    );
  });

  it("says whose a forgotten late result is, which was posted without a name", async () => {
    const { discord, member } = world;
    const asked = world.draw({ ...options, steps: 20 });
    await world.answer(asked);
    discord.faults.killToken(asked);
    const message = await world.result(asked);
    await forget();
    const user = discord.createUser({ name: "Fay" });
    const refused = await world.refusal(discord.press({ user, message, emoji: "❌" }));
    expect(refused).toBe(en.refused.notYours(`<@${member.id}>`));
    const again = await world.result(discord.press({ user, message, emoji: "🎲" }));
    expect(discord.textOf(again)).toContain(`) of <@${member.id}>`);
    expect(again.mentions).toEqual([]);
  });

  it("removes a forgotten result for its author and nobody else", async () => {
    const { discord } = world;
    const result = await world.result(world.draw(options));
    await forget();
    const eve = discord.createUser({ name: "Eve" });
    const refused = await world.refusal(discord.press({ user: eve, message: result, emoji: "❌" }));
    expect(refused).toContain(world.member.name);
    discord.press({ user: world.member, message: result, emoji: "❌" });
    await discord.waitFor(
      () => !discord.messages(world.channel).some(({ id }) => id === result.id),
    );
  });
});
