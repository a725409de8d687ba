import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permission } from "../src/demo/discord/start.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.03 }] });
});
afterAll(async () => world.close());

const stays = async (message: { id: string }) => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return world.discord.messages(world.channel).some(({ id }) => id === message.id);
};

describe("🎲 on a result", () => {
  it("draws the same again with a new seed, for whoever presses it", async () => {
    const { discord } = world;
    const result = await world.result(world.draw({ prompt: "a mill", steps: 3, cfg_scale: 5 }));
    const other = discord.createUser({ name: "Ben" });
    const again = await world.result(discord.press({ user: other, message: result, emoji: "🎲" }));
    const [first, second] = world.webui.drawings.slice(-2).map(({ body }) => body);
    expect(second).toEqual({ ...first, seed: expect.any(Number) });
    expect(second?.["seed"]).not.toBe(first?.["seed"]);
    expect(again.id).not.toBe(result.id);
    expect(discord.textOf(again)).toContain("Ben");
  });

  it("does not stand on a waiting message", async () => {
    const interaction = world.draw({ prompt: "slow", steps: 20 });
    const waiting = await world.answer(interaction);
    expect(world.discord.buttonsOf(waiting).map(({ emoji }) => emoji)).toEqual(["❌"]);
    await world.result(interaction);
  });
});

describe("❌", () => {
  it("on a waiting message cancels the job, for its author", async () => {
    const { discord, webui } = world;
    const running = world.draw({ prompt: "running", steps: 15 });
    const interaction = world.draw({ prompt: "never drawn" });
    const waiting = await world.answer(interaction);
    discord.press({ user: world.member, message: waiting, emoji: "❌" });
    await discord.waitFor(() => discord.textOf(waiting).includes("Cancelled"));
    expect(discord.buttonsOf(waiting)).toEqual([]);
    await world.result(running);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(webui.drawings.some(({ body }) => body["prompt"] === "never drawn")).toBe(false);
  });

  it("on a job that is being drawn stops it and posts nothing of it", async () => {
    const { discord, webui } = world;
    const interaction = world.draw({ prompt: "stopped", steps: 150 });
    const waiting = await world.answer(interaction);
    await discord.waitFor(() =>
      webui.drawings.some(({ body, state }) => body["prompt"] === "stopped" && state === "drawing"),
    );
    const interrupts = webui.interrupts();
    discord.press({ user: world.member, message: waiting, emoji: "❌" });
    await discord.waitFor(() => discord.textOf(waiting).includes("Cancelled"));
    await discord.waitFor(() => webui.interrupts() > interrupts, 10_000);
    await world.result(world.draw({ prompt: "the next one", steps: 2 }));
    expect(waiting.attachments).toEqual([]);
    expect(discord.textOf(waiting)).toContain("Cancelled");
  });

  it("on a job that waits for another try leaves nothing of the first", async () => {
    const { discord, webui } = world;
    const interaction = world.draw({ prompt: "broken off", steps: 150 });
    const waiting = await world.answer(interaction);
    const first = () => webui.drawings.find(({ body }) => body["prompt"] === "broken off");
    await discord.waitFor(() => first()?.state === "drawing");
    const redis = redisIn(world.dataDir);
    const kept = async () => redis.keys(`{easel}:a*:${interaction.id}*`);
    expect(await kept()).toContain(`{easel}:answer:${interaction.id}:kind`);
    await webui.down();
    await expect.poll(kept).toEqual([`{easel}:answer:${interaction.id}:kind`]);
    await expect.poll(() => redis.llen("{easel}:generate:active")).toBe(0);
    discord.press({ user: world.member, message: waiting, emoji: "❌" });
    await discord.waitFor(() => discord.textOf(waiting).includes("Cancelled"));
    await expect.poll(kept).toEqual([]);
    redis.disconnect();
    await webui.up();
  });

  it("on a result removes it, for its author", async () => {
    const result = await world.result(world.draw({ prompt: "gone", steps: 2 }));
    world.discord.press({ user: world.member, message: result, emoji: "❌" });
    await world.discord.waitFor(
      () => !world.discord.messages(world.channel).some(({ id }) => id === result.id),
    );
  });

  it("pressed by somebody else says privately whose it is", async () => {
    const { discord } = world;
    const result = await world.result(world.draw({ prompt: "not yours", steps: 2 }));
    const press = discord.press({
      user: discord.createUser({ name: "Eve" }),
      message: result,
      emoji: "❌",
    });
    expect(await world.refusal(press)).toContain("Ada");
    expect(await stays(result)).toBe(true);
  });

  it("pressed by a moderator removes what is someone else's", async () => {
    const { discord } = world;
    const channel = discord.createChannel({
      guild: world.guild,
      memberPermissions:
        permission.VIEW_CHANNEL |
        permission.SEND_MESSAGES |
        permission.ATTACH_FILES |
        permission.USE_APPLICATION_COMMANDS |
        permission.MANAGE_MESSAGES,
    });
    const result = await world.result(
      world.draw({ prompt: "moderated", steps: 2 }, { at: channel }),
    );
    discord.press({ user: discord.createUser({ name: "Mod" }), message: result, emoji: "❌" });
    await discord.waitFor(() => !discord.messages(channel).some(({ id }) => id === result.id));
  });
});

describe("completion", () => {
  it("offers what the webui has, best match first, in any case and anywhere in the name", async () => {
    const { discord, member, channel } = world;
    const complete = (focused: string, value: string) =>
      discord.complete({ user: member, channel, name: "draw", focused, value });
    expect((await complete("model", "XL"))[0]?.name).toContain("aurora-xl");
    expect((await complete("sampler_name", "euler"))[0]?.name).toMatch(/^Euler/);
    const [two] = await complete("lora", "add-detail:0.5, water");
    expect(two?.value).toBe("add-detail:0.5, watercolour-v2");
  });
});
