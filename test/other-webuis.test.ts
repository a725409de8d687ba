import { describe, expect, it } from "vitest";
import type { WebuiKind } from "../src/generation/catalog.ts";
import { startWorld, type World } from "./harness/world.ts";

/** What is offered beside the commands that every webui can serve. */
const offered: [WebuiKind, string[]][] = [
  ["forge", ["control", "describe", "upscale"]],
  ["forge-neo", ["control", "upscale"]],
  ["sdnext", ["upscale"]],
  ["sdcpp", []],
  ["koboldcpp", ["describe"]],
];
const optional = ["control", "describe", "upscale"];

async function withWorld(kind: WebuiKind, test: (world: World) => Promise<void>): Promise<void> {
  const controlNet = kind === "forge" || kind === "forge-neo";
  const world = await startWorld({ webuis: [{ kind, secondsPerStep: 1, controlNet }] });
  try {
    await test(world);
  } finally {
    await world.close();
  }
}

describe.concurrent.each(offered)("on %s", (kind, commands) => {
  it("offers what can be done there, draws, says what is known meanwhile, and redraws", async () =>
    withWorld(kind, async (world) => {
      const { discord } = world;
      const names = () => discord.registeredCommands().map(({ name }) => String(name));
      const offeredNow = () => optional.filter((name) => names().includes(name));
      await discord.waitFor(() => offeredNow().join() === commands.join(), 5_000);
      const steps = kind === "koboldcpp" || kind === "sdcpp" ? 60 : 80;
      const running = world.draw({ prompt: "a mill", width: 64, height: 64, steps, seed: 4 });
      const message = await world.answer(running);
      await discord.waitFor(() => /Drawing|Seed/.test(discord.textOf(message)), 10_000);
      const result = await world.result(running, 20_000);
      expect(discord.textOf(result)).toContain("Seed 4");
      const emoji = discord.buttonsOf(result).map((button) => button.emoji);
      expect(emoji.includes("⬆️")).toBe(commands.includes("upscale"));
      const again = discord.press({ user: world.member, message: result, emoji: "🎲" });
      await world.result(again, 20_000);
      expect(world.webui.drawings.at(-1)?.body).toMatchObject({ prompt: "a mill", steps });
    }));
});
