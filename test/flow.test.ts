import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "./harness/world.ts";

describe("from /draw to the picture in the channel", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(async () => world.close());

  it("shows a place in the queue with a way to cancel, and then the picture with its seed and model", async () => {
    const { discord } = world;
    const interaction = world.draw({ prompt: "a castle" });
    const waiting = await world.answer(interaction);
    expect(discord.textOf(waiting)).toContain("Queued");
    const result = await world.result(interaction);
    const [drawing] = world.webui.drawings;
    expect(result.attachments).toHaveLength(1);
    expect(discord.textOf(result)).toContain("a castle");
    expect(discord.textOf(result)).toContain(`Seed ${String(drawing?.seeds[0])}`);
    expect(discord.textOf(result)).toContain("daybreak-v6");
  });

  it("sends the webui only what somebody decided, and seed, steps and model", async () => {
    const interaction = world.draw({ prompt: "nothing else" });
    await world.result(interaction);
    expect(world.webui.drawings.at(-1)?.body).toEqual({
      prompt: "nothing else",
      seed: expect.any(Number),
      steps: 20,
      override_settings: { sd_model_checkpoint: expect.stringContaining("daybreak-v6") },
      override_settings_restore_afterwards: true,
    });
  });
});
