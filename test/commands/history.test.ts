import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction, Message, User } from "../../src/demo/discord/start.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => world.close());

const small = { steps: 1, width: 64, height: 64 };
const draw = (user: User, options: { prompt: string; [name: string]: string | number | boolean }) =>
  world.result(world.draw({ ...small, ...options }, { user }));
const history = (user: User): Promise<Message> =>
  world.answer(world.discord.command({ user, channel: world.channel, name: "history" }));
const textOf = async (user: User) => world.discord.textOf(await history(user));
const changed = async (press: Interaction, message: Message, words: string) => {
  await world.discord.waitFor(() => world.discord.textOf(message).includes(words));
  expect(press.failedReason).toBeUndefined();
};

describe("/history", () => {
  it("says privately that there is nothing yet", async () => {
    const ada = world.discord.createUser({ name: "New" });
    const answer = await history(ada);
    expect(answer.ephemeralFor).toBe(ada.id);
    expect(world.discord.textOf(answer)).toContain("no pictures of yours");
  });

  it("lists one's own pictures, the newest first, each with its words, its message and its age", async () => {
    const user = world.discord.createUser({ name: "Cara" });
    const first = await draw(user, { prompt: "a *first* @here" });
    await draw(world.discord.createUser({ name: "Else" }), { prompt: "not hers" });
    const second = await draw(user, { prompt: "a second" });
    const text = await textOf(user);
    expect(text).toContain("a \\*first\\* @\u200bhere");
    expect(text.indexOf("a second")).toBeLessThan(text.indexOf("first"));
    for (const { id } of [first, second]) {
      expect(text).toContain(
        `https://discord.com/channels/${world.guild.id}/${world.channel.id}/${id}`,
      );
    }
    expect(text).toMatch(/<t:\d{10}:R>/);
    expect(text).not.toContain("not hers");
  });

  it("draws one of them again as it was", async () => {
    const user = world.discord.createUser({ name: "Dan" });
    await draw(user, { prompt: "older", seed: 12 });
    await draw(user, { prompt: "newer" });
    const answer = await history(user);
    const again = world.discord.press({ user, message: answer, emoji: "🔁", nth: 1 });
    await world.result(again);
    expect(world.webui.drawings.at(-1)?.body).toMatchObject({ prompt: "older", seed: 12 });
  });

  it("is paged, back and forth", async () => {
    const user = world.discord.createUser({ name: "Eli" });
    for (let number = 1; number <= 9; number += 1)
      await draw(user, { prompt: `picture ${number}` });
    const answer = await history(user);
    expect(world.discord.textOf(answer)).toContain("picture 9");
    expect(world.discord.textOf(answer)).not.toContain("picture 1\n");
    const forth = world.discord.press({ user, message: answer, emoji: "▶️" });
    await changed(forth, answer, "picture 1\n");
    const back = world.discord.press({ user, message: answer, emoji: "◀️" });
    await changed(back, answer, "picture 9");
  });

  it("lists what only its author saw, without a link", async () => {
    const user = world.discord.createUser({ name: "Fay" });
    await draw(user, { prompt: "a secret", private: true });
    const text = await textOf(user);
    expect(text).toContain("a secret");
    expect(text).not.toContain("discord.com");
  });

  it("forgets what was removed", async () => {
    const user = world.discord.createUser({ name: "Gil" });
    const result = await draw(user, { prompt: "regretted" });
    await draw(user, { prompt: "kept" });
    world.discord.press({ user, message: result, emoji: "❌" });
    await world.discord.waitFor(() => result.deleted);
    await expect.poll(() => textOf(user)).not.toContain("regretted");
    expect(await textOf(user)).toContain("kept");
  });

  it("has enlarged pictures, too", async () => {
    const user = world.discord.createUser({ name: "Hal" });
    const result = await draw(user, { prompt: "small" });
    await world.result(world.discord.press({ user, message: result, emoji: "⬆️" }), 20_000);
    expect(await textOf(user)).toContain("An enlarged picture");
  });
});
