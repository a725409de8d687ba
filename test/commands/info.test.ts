import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../../src/demo/discord/start.ts";
import { startWorld, type World } from "../harness/world.ts";

const models = Array.from({ length: 60 }, (_, index) => ({ name: `много-моделей-${index}` }));
let world: World;
beforeAll(async () => {
  world = await startWorld({
    webuis: [{ models: [{ name: "daybreak @everyone `x`" }, ...models] }, { kind: "forge" }],
  });
});
afterAll(async () => world.close());

const info = (options: Record<string, string> = {}): Promise<Message> =>
  world.answer(
    world.discord.command({ user: world.member, channel: world.channel, name: "info", options }),
  );
const shows = (message: Message, words: string) =>
  world.discord.waitFor(() => world.discord.textOf(message).includes(words));
const press = (message: Message, emoji: string) =>
  world.discord.press({ user: world.member, message, emoji });

describe("/info", () => {
  it("tells privately how much there is of everything, with a menu to look at each", async () => {
    const answer = await info();
    expect(answer.ephemeralFor).toBe(world.member.id);
    const text = world.discord.textOf(answer);
    expect(text).toMatch(/\*\*Models:\*\* \d+/);
    expect(text).toContain("**Webuis:** 2");
    world.discord.select({ user: world.member, message: answer, values: ["samplers"] });
    await shows(answer, "`Euler a`");
  });

  it("lists the webuis by number and kind, up or not, never by address", async () => {
    await world.webuis[1]?.close();
    await world.discord.waitFor(
      () => world.easel.log().some(({ msg }) => msg === "webui is down"),
      15_000,
    );
    await expect
      .poll(async () => world.discord.textOf(await info({ list: "webuis" })), { timeout: 10_000 })
      .toMatch(/down/);
    const text = world.discord.textOf(await info({ list: "webuis" }));
    expect(text).toMatch(/Webui [12]: AUTOMATIC1111, up/);
    expect(text).toMatch(/Webui [12]: Forge, down/);
    expect(text).not.toMatch(/127\.0\.0\.1|localhost|:\d/);
  });

  it("pages a long list, back and forth, names as they are and nothing of them markup", async () => {
    const answer = await info({ list: "models" });
    const first = world.discord.textOf(answer);
    press(answer, "▶️");
    await shows(answer, "Page 2 of");
    expect(world.discord.textOf(answer)).not.toBe(first);
    press(answer, "◀️");
    await shows(answer, "Page 1 of");
    expect(world.discord.textOf(answer)).toBe(first);
    expect(answer.mentionsEveryone).toBe(false);
  });

  it("searches in one list, on all of its pages", async () => {
    const answer = await info({ list: "models", search: "МНОГО-моделей" });
    expect(world.discord.textOf(answer)).toContain("· 60 ·");
    press(answer, "▶️");
    await shows(answer, "Page 2 of 3");
    expect(world.discord.textOf(answer)).toContain("· 60 ·");
    expect(world.discord.textOf(answer)).not.toContain("daybreak");
  });

  it("searches in all lists at once, whatever is typed", async () => {
    const text = world.discord.textOf(await info({ search: "euler" }));
    expect(text).toContain("Samplers: `Euler a`");
    for (const search of ["🏰".repeat(50), "*_`|:".repeat(20), "日本".repeat(50)]) {
      const answer = await info({ search });
      expect(world.discord.textOf(answer)).toContain("· 0 ·");
    }
  });
});
