import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.001 }] });
});
afterAll(async () => world.close());

describe("200 members who press 🎲 at once", () => {
  it("are all answered in time, and each gets a picture in a name of their own", async () => {
    const { discord, webui } = world;
    const result = await world.result(
      world.draw({ prompt: "a fair", width: 64, height: 64, steps: 1 }),
    );
    const before = webui.drawings.length;
    const members = Array.from({ length: 200 }, (_, index) =>
      discord.createUser({ name: `Member ${String(index).padStart(3, "0")}` }),
    );
    const presses = members.map((user) => discord.press({ user, message: result, emoji: "🎲" }));
    const results = await Promise.all(presses.map((press) => world.result(press, 60_000)));
    for (const { answeredAfterMs } of presses) expect(answeredAfterMs).toBeLessThan(3_000);
    for (const [index, message] of results.entries()) {
      expect(discord.textOf(message)).toContain(members[index]?.name);
      expect(message.attachments).toHaveLength(1);
    }
    const drawn = webui.drawings.slice(before);
    expect(drawn).toHaveLength(200);
    expect(new Set(drawn.map(({ body }) => body["seed"])).size).toBe(200);
    expect(discord.rateLimited()).toBe(0);
  }, 90_000);
});
