import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../src/demo/discord/start.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
beforeAll(async () => {
  // Some 50 ms a picture: a webui that draws at once has the same processor choose and post at the same time.
  world = await startWorld({ webuis: [{ secondsPerStep: 3 }] });
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
    const resultOf = new Map<string, Message>();
    // One look for all, now and then: two hundred of them would keep this process from drawing.
    const deadline = Date.now() + 150_000;
    while (resultOf.size <= presses.length && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      for (const message of discord.messages(world.channel)) {
        for (const { customId } of discord.buttonsOf(message)) {
          const [action, id = ""] = customId.split(":");
          if (action === "again") resultOf.set(id, message);
        }
      }
    }
    for (const { answeredAfterMs } of presses) expect(answeredAfterMs).toBeLessThan(3_000);
    for (const [index, { id, responseMessage, followUps }] of presses.entries()) {
      const message = resultOf.get(id);
      const said = [responseMessage, ...followUps].map((each) => each && discord.textOf(each));
      expect(message, `member ${index} read ${JSON.stringify(said)}`).toBeDefined();
      expect(message?.attachments).toHaveLength(1);
      expect(message === undefined ? "" : discord.textOf(message)).toContain(members[index]?.name);
    }
    const drawn = webui.drawings.slice(before);
    expect(drawn).toHaveLength(200);
    expect(new Set(drawn.map(({ body }) => body["seed"])).size).toBe(200);
    expect(discord.rateLimited()).toBe(0);
  }, 180_000);
});
