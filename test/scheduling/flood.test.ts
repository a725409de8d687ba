import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
const half = { width: 512, height: 512, steps: 10 };

beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.05, models: [{ name: "alpha" }] }] });
}, 60_000);
afterAll(async () => world.close());

describe("a member who asks for much", () => {
  test("keeps another who asks for one picture waiting for one drawing more at most", async () => {
    const { discord, webui, channel } = world;
    const many = discord.createUser({ name: "Flo" });
    const one = discord.createUser({ name: "Uma" });
    const flood = Array.from({ length: 60 }, (_, index) =>
      world.draw({ prompt: `flood ${index}`, ...half }, { user: many }),
    );
    await Promise.all(flood.map((each) => world.answer(each)));
    await discord.waitFor(() => webui.drawings.length >= 3, 20_000);
    const asked = world.draw({ prompt: "just one", ...half }, { user: one });
    const said = discord.textOf(await world.answer(asked));
    const before = webui.drawings.length;
    await world.result(asked, 20_000);
    const prompts = webui.drawings
      .toSorted((a, b) => a.receivedAt - b.receivedAt)
      .map(({ body }) => String(body["prompt"]));
    // What is being drawn, and what was made ready for the webui, may come before it.
    expect(prompts.indexOf("just one")).toBeLessThanOrEqual(before + 1);
    expect(said).toMatch(/Queued, [12] before you/);
    // The rest need not be drawn.
    const owner = discord.command({
      user: discord.owner,
      channel,
      name: "queue",
      options: { action: "pause_all" },
    });
    await world.answer(owner);
  }, 60_000);
});
