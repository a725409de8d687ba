import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 1 }] });
});
afterAll(async () => world.close());

const small = { width: 128, height: 128 };
const textOf = (message: Parameters<World["discord"]["textOf"]>[0]) =>
  world.discord.textOf(message);

describe("who waits", () => {
  it("reads the place, how long it will take, and both anew when they change", async () => {
    const { discord } = world;
    await world.result(world.draw({ prompt: "measured", ...small, steps: 10 }));
    const first = world.draw({ prompt: "first", ...small, steps: 60 });
    await world.answer(first);
    const second = world.draw({ prompt: "second", ...small, steps: 60 });
    await world.answer(second);
    const third = world.draw({ prompt: "third", ...small, steps: 10 });
    const waiting = await world.answer(third);
    expect(textOf(waiting)).toMatch(/^Queued, 2 before you, about \d+ s/);
    await discord.waitFor(() => textOf(waiting).includes("1 before you"), 15_000);
    expect(discord.buttonsOf(waiting).map(({ emoji }) => emoji)).toEqual(["❌"]);
    await world.result(third, 30_000);
    expect(discord.rateLimited()).toBe(0);
  }, 60_000);
});

describe("who is drawn for", () => {
  it("sees how far it is, step by step, and what is left, on the same message", async () => {
    const { discord } = world;
    const running = world.draw({ prompt: "a long one", ...small, steps: 100 });
    const message = await world.answer(running);
    await discord.waitFor(() => /step \d+ of 100/.test(textOf(message)), 15_000);
    expect(textOf(message)).toMatch(/▰|▱/);
    expect(textOf(message)).toMatch(/\d+ ?%/);
    const buttons = discord.buttonsOf(message).map(({ emoji }) => emoji);
    expect(buttons).toEqual(["❌"]);
    const stepOf = () => Number(/step (\d+) of/.exec(textOf(message))?.[1] ?? 0);
    const seen = stepOf();
    await discord.waitFor(() => stepOf() > seen || world.isResult(message), 15_000);
    const result = await world.result(running, 30_000);
    expect(result.id).toBe(message.id);
    expect(textOf(result)).not.toContain("step ");
    expect(result.attachments.map(({ filename }) => filename).join()).not.toContain("preview");
  }, 60_000);

  it("sees so too once the interaction's token is dead, and then the result", async () => {
    const { discord } = world;
    const running = world.draw({ prompt: "its token is dead", ...small, steps: 80 });
    const message = await world.answer(running);
    expect(textOf(message)).not.toContain("step ");
    discord.faults.killToken(running);
    await discord.waitFor(() => /step \d+ of 80/.test(textOf(message)), 15_000);
    expect(discord.buttonsOf(message).map(({ emoji }) => emoji)).toEqual(["❌"]);
    const result = await world.result(running, 30_000);
    expect(result.id).not.toBe(message.id);
    await discord.waitFor(() => !discord.messages(running.channel).includes(message));
  }, 60_000);

  it("sees the picture as far as it is drawn, hidden where it is a spoiler", async () => {
    const { discord } = world;
    for (const spoiler of [false, true]) {
      const running = world.draw({ prompt: "slowly", ...small, steps: 80, spoiler });
      const message = await world.answer(running);
      await discord.waitFor(
        () => message.attachments.some(({ filename }) => filename.includes("preview")),
        15_000,
      );
      expect(JSON.stringify(message.components)).toContain(`"spoiler":${String(spoiler)}`);
      await world.result(running, 30_000);
    }
  }, 90_000);

  it("goes on with the next picture by ➡️, which stands there only for several", async () => {
    const { discord, webui } = world;
    const running = world.draw({ prompt: "two", ...small, steps: 120, count: 2 });
    const message = await world.answer(running);
    await discord.waitFor(
      () => discord.buttonsOf(message).some(({ emoji }) => emoji === "➡️"),
      15_000,
    );
    const skips = webui.skips();
    discord.press({ user: world.member, message, emoji: "➡️" });
    await discord.waitFor(() => webui.skips() === skips + 1, 8_000);
    const eve = discord.createUser({ name: "Eve" });
    const pressed = discord.press({ user: eve, message, emoji: "➡️" });
    expect(await world.refusal(pressed)).toContain("Ada");
    expect(webui.skips()).toBe(skips + 1);
    await world.result(running, 30_000);
  }, 60_000);

  it("is skipped by a moderator with a note in the audit channel", async () => {
    const { discord, guild, channel, member, webui } = world;
    const mo = discord.createUser({ name: "Mo" });
    discord.makeModerator(guild, mo);
    const log = discord.createChannel({ guild, name: "log" });
    const options = { scope: "server", name: "audit_channel", value: `<#${log.id}>` };
    await world.answer(discord.command({ user: mo, channel, name: "settings set", options }));
    const running = world.draw({ prompt: "three", ...small, steps: 120, count: 2 });
    const message = await world.answer(running);
    await discord.waitFor(
      () => discord.buttonsOf(message).some(({ emoji }) => emoji === "➡️"),
      15_000,
    );
    const skips = webui.skips();
    discord.press({ user: mo, message, emoji: "➡️" });
    const notes = () => discord.messages(log).map(textOf).join("\n");
    await discord.waitFor(() => notes().includes("Skipped a picture in a job of Ada"), 8_000);
    expect(notes()).toContain(`Mo (<@${mo.id}>) in <#${channel.id}>`);
    await discord.waitFor(() => webui.skips() === skips + 1, 8_000);
    discord.press({ user: member, message, emoji: "❌" });
  }, 60_000);
});
