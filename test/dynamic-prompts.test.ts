import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetResultsIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ webuis: [{ secondsPerStep: 0.02 }], started: false });
  await mkdir(join(world.dataDir, "wildcards", "weather"), { recursive: true });
  await writeFile(join(world.dataDir, "wildcards", "weather", "wet.txt"), "# wet\nrain\n\nhail\n");
  await world.start();
});
afterAll(async () => world.close());

const small = { width: 64, height: 64, steps: 2 };
const since = (from: number) => world.webui.drawings.slice(from).map(({ body }) => body);

describe("a dynamic prompt", () => {
  it("comes to a text for each picture by its seed, and is shown with what it came to", async () => {
    const before = world.webui.drawings.length;
    const options = { prompt: "a {red|green|blue|white} {cat|dog}", ...small, count: 3, seed: 50 };
    const result = await world.result(world.draw(options));
    const drawn = since(before);
    expect(drawn.map(({ seed }) => seed)).toEqual([50, 51, 52]);
    const prompts = drawn.map(({ prompt }) => String(prompt));
    for (const prompt of prompts) expect(prompt).toMatch(/^a (red|green|blue|white) (cat|dog)$/);
    expect(result.attachments.map(({ description }) => description)).toEqual(prompts);
    for (const prompt of prompts) expect(world.discord.textOf(result)).toContain(prompt);
    await world.result(world.draw(options));
    expect(since(before + 3).map(({ prompt }) => prompt)).toEqual(prompts);
  });

  it("takes lines of the host's lists, and says which it does not know", async () => {
    const before = world.webui.drawings.length;
    const prompt = "a harbour in __weather/wet__ and __nowhere__";
    const result = await world.result(world.draw({ prompt, ...small }));
    expect(since(before)[0]?.["prompt"]).toMatch(/^a harbour in (rain|hail) and __nowhere__$/);
    expect(world.discord.textOf(result)).toContain("`__nowhere__` is no list here");
  });

  it("works in the negative prompt, and leaves braces alone that mean nothing", async () => {
    const before = world.webui.drawings.length;
    const negative_prompt = "{fog|mist}";
    await world.result(
      world.draw({ prompt: "a {{masterpiece}} \\{a\\|b\\}", negative_prompt, ...small }),
    );
    expect(since(before)[0]).toMatchObject({
      prompt: "a {{masterpiece}} {a|b}",
      negative_prompt: expect.stringMatching(/^(fog|mist)$/),
    });
  });

  it("varies the very words of the picture, and 🎲 draws other ones", async () => {
    const { discord } = world;
    const many =
      "{1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|26|27|28|29|30}";
    const before = world.webui.drawings.length;
    const result = await world.result(
      world.draw({ prompt: `house ${many}${many}${many}`, ...small }),
    );
    await world.result(discord.press({ user: world.member, message: result, emoji: "🔀" }));
    await world.result(discord.press({ user: world.member, message: result, emoji: "🎲" }));
    const [first, varied, again] = since(before).map(({ prompt }) => prompt);
    expect(varied).toBe(first);
    expect(again).not.toBe(first);
  });

  it("varies and widens the very words of one of several pictures by its metadata alone", async () => {
    const { discord, member: user } = world;
    const prompt = "a {red|green|blue|white} {cat|dog} \\{x\\|y\\}";
    const message = await world.result(world.draw({ prompt, ...small, count: 3, seed: 50 }));
    const third = String(since(-1)[0]?.["prompt"]);
    expect(third).toContain("{x|y}");
    await forgetResultsIn(world.dataDir);
    const choose = (action: string, value: string) => {
      const ids = message.components.flatMap((row) => row.components ?? []);
      const customId = ids.find((each) => each.custom_id?.startsWith(action))?.custom_id ?? "";
      return discord.select({ user, message, customId, values: [value] });
    };
    await world.result(choose("vary", "3:subtle"));
    expect(since(-1)[0]).toMatchObject({ prompt: third, seed: 52 });
    const looked = choose("zoom", "3");
    const panel = await discord.waitFor(() => {
      const answer = looked.responseMessage;
      return answer !== undefined && discord.buttonsOf(answer).length > 0 ? answer : undefined;
    });
    await world.result(discord.press({ user, message: panel, label: "Zoom out 2×" }));
    expect(since(-1)[0]).toMatchObject({ prompt: third });
  });
});
