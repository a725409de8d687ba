import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel, Interaction, Message, User } from "../src/demo/discord/start.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
let anke: User;
let boss: User;
/** Of a Community server, which has chosen its language in Discord. */
let german: Channel;

beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.02 }] });
  anke = world.discord.createUser({ name: "Anke", locale: "de" });
  boss = world.discord.createUser({ name: "Mo" });
  world.discord.makeModerator(world.guild, boss);
  const guild = world.discord.createGuild({ name: "Galerie", locale: "de" });
  german = world.discord.createChannel({ guild, name: "bilder" });
});
afterAll(async () => world.close());

const command = (user: User, name: string, options = {}, channel = world.channel): Interaction =>
  world.discord.command({ user, channel, name, options });
const said = async (interaction: Interaction): Promise<string> =>
  world.discord.textOf(await world.answer(interaction));
const labelsOf = (message: Message): string =>
  JSON.stringify(message.components.flatMap((row) => row.components ?? []));
const prompt = { prompt: "a hut", steps: 2, width: 64, height: 64 };

describe("a member whose Discord is German", () => {
  it("reads of commands, options, choices and entries of menus in German", async () => {
    const commands = world.discord.registeredCommands();
    const draw = commands.find(({ name }) => name === "draw");
    expect(draw).toMatchObject({
      description: "Draw pictures from words",
      description_localizations: { de: "Bilder aus Worten zeichnen" },
    });
    expect(JSON.stringify(draw)).toContain("Wie viele Bilder");
    const info = commands.find(({ name }) => name === "Image info");
    expect(info).toMatchObject({ name_localizations: { de: "Bildinfo" } });
  });

  it("is told of the place in the queue, and of the result with all its buttons and menus", async () => {
    const asked = world.draw({ ...prompt, count: 2 }, { user: anke });
    expect(await said(asked)).toMatch(/^In der Warteschlange, /);
    const result = await world.result(asked);
    const words = world.discord.textOf(result);
    expect(words).toContain("Größe 64×64");
    expect(words).toContain("gezeichnet für Anke");
    expect(labelsOf(result)).toContain("Bild 2, ein wenig");
  });

  it("is refused and answered in German, numbers as Germans write them", async () => {
    const asked = world.draw({ ...prompt, model: "nirgends" }, { user: anke });
    expect(await world.refusal(asked)).toContain("gibt es hier nicht");
    expect(await said(command(anke, "info"))).toContain("**Modelle:**");
    expect(await said(command(anke, "settings view"))).toContain("Was hier für dich gilt");
  });

  it("sets things with the words that are shown, yes and no as well", async () => {
    const set = { name: "tiling", value: "ja", scope: "me" };
    expect(await said(command(anke, "settings set", set))).toContain("**Kachelbar** jetzt ja.");
    await said(command(anke, "settings reset", { scope: "me" }));
  });

  it("has a result of theirs drawn again by an English member, of whom nothing is kept", async () => {
    world.discord.faults.stripMetadata = true;
    try {
      const result = await world.result(
        world.draw({ ...prompt, cfg_scale: 6.5, negative_prompt: "fog" }, { user: anke }),
      );
      const drawn = world.webui.drawings.at(-1)?.body;
      const redis = redisIn(world.dataDir);
      const keys = await redis.keys("{easel}:*");
      await redis.unlink(keys.filter((key) => /:(record|notes|end|input):/.test(key)));
      redis.disconnect();
      const again = world.discord.press({ user: world.member, message: result, emoji: "🎲" });
      const own = await world.result(again);
      expect(world.webui.drawings.at(-1)?.body).toEqual({ ...drawn, seed: expect.any(Number) });
      expect(world.discord.textOf(own)).toContain("drawn for Ada");
    } finally {
      world.discord.faults.stripMetadata = false;
    }
  });
});

describe("what everybody sees", () => {
  it("is in the language that a server has chosen in Discord, what one member sees in their own", async () => {
    const asked = world.draw(prompt, { at: german });
    expect(await said(asked)).toMatch(/^In der Warteschlange, /);
    expect(world.discord.textOf(await world.result(asked))).toContain("gezeichnet für Ada");
    expect(await said(command(world.member, "history", {}, german))).toContain(
      "Your last pictures",
    );
    const stats = async (options: { of?: string }) =>
      said(command(world.member, "stats", options, german));
    expect(await stats({})).toContain("Was auf diesem Server gezeichnet");
    expect(await stats({ of: "me" })).toContain("What is drawn for you");
    const own = world.draw({ ...prompt, private: true }, { at: german });
    expect(await said(own)).toMatch(/^Queued, /);
  });

  it("is in the language that was set, whatever the author speaks", async () => {
    const set = { name: "public_language", value: "en-US", scope: "channel" };
    await said(command(boss, "settings set", set));
    expect(await said(world.draw(prompt, { user: anke }))).toMatch(/^Queued, /);
  });
});
