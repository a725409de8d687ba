import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Message } from "../src/demo/discord/start.ts";
import { drawOnce } from "../src/demo/once.ts";
import { readPictureText } from "../src/generation/picture/metadata.ts";
import { isPost } from "./faults/moment.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

const v2 = 1 << 15;

/** The items of the first component, which is the gallery. */
const galleryOf = ({ components }: Message) =>
  (components[0]?.["items"] ?? []) as { description: string; spoiler: boolean }[];

describe("a result", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(async () => world.close());

  it("is the waiting message itself, a gallery of the pictures as the webui made them", async () => {
    const interaction = world.draw({ prompt: "a lake", count: 3, seed: 40 });
    const waiting = await world.answer(interaction);
    const result = await world.result(interaction);
    expect(result.id).toBe(waiting.id);
    expect(result.flags & v2).toBe(v2);
    const items = galleryOf(result);
    expect(items.map(({ description }) => description)).toEqual(Array(3).fill("a lake"));
    expect(result.attachments.map(({ bytes }) => readPictureText(bytes)?.split("\n")[0])).toEqual(
      Array(3).fill("a lake"),
    );
    expect(world.discord.textOf(result)).toContain("Seed 40–42");
    expect(result.mentions).toEqual([]);
  });

  it("mentions nobody, whatever the prompt says, and shows it as it was typed", async () => {
    const prompt = `@everyone <@${world.member.id}> **bold** [link](https://example.org) \`code\``;
    const interaction = world.draw({ prompt });
    const waiting = await world.answer(interaction);
    const result = await world.result(interaction);
    expect([...waiting.mentions, ...result.mentions]).toEqual([]);
    expect(world.discord.textOf(result)).toContain("\\*\\*bold\\*\\*");
    expect(world.webui.drawings.at(-1)?.body["prompt"]).toBe(prompt);
  });

  it("with more than ten pictures goes on in further messages, the buttons on the first", async () => {
    const interaction = world.draw({ prompt: "many", count: 12, width: 64, height: 64, steps: 1 });
    const result = await world.result(interaction);
    const pages = world.discord
      .messages(world.channel)
      .filter(({ attachments }) =>
        attachments.some(({ filename }) => filename.includes(interaction.id)),
      );
    expect(pages.map(({ attachments }) => attachments.length)).toEqual([10, 2]);
    expect(pages[0]?.id).toBe(result.id);
    expect(pages.filter(world.isResult)).toHaveLength(1);
  });

  it("is waited for by the demo until the last of them is there, whichever comes first", async () => {
    const { discord, easel, member, channel } = world;
    vi.spyOn(console, "log").mockReturnValue();
    const out = await mkdtemp(join(tmpdir(), "easel-test-"));
    const mend = discord.faults.slow((method, path) => isPost(method, path), 250);
    const demo = {
      discord,
      easel: { printed: easel.output, hasEnded: () => false },
      places: { channel, member },
    };
    const prompt = "all --count 12 --width 64 --height 64 --steps 20";
    const drawn = drawOnce(demo, prompt, {
      out,
      saved: (file) => file,
      signal: new AbortController().signal,
    });
    const asked = discord.interactions().at(-1);
    if (asked === undefined) throw new Error("nothing was asked");
    await world.answer(asked);
    // The result is new messages, the first of which comes first.
    discord.faults.killToken(asked);
    expect(await drawn).toBe(true);
    mend();
    expect(await readdir(out)).toHaveLength(12);
    await rm(out, { recursive: true });
  });

  it("hides its pictures when asked to", async () => {
    const result = await world.result(world.draw({ prompt: "secret", spoiler: true, count: 2 }));
    const items = galleryOf(result);
    expect(items.map(({ spoiler }) => spoiler)).toEqual([true, true]);
  });

  it("asked for in private is seen by its author alone, from the first word on", async () => {
    const interaction = world.draw({ prompt: "mine --private" });
    const waiting = await world.answer(interaction);
    const result = await world.result(interaction);
    expect([waiting.ephemeralFor, result.ephemeralFor]).toEqual([world.member.id, world.member.id]);
  });

  it("reaches direct messages with the bot", async () => {
    const result = await world.result(
      world.draw({ prompt: "in private" }, { at: world.discord.dm(world.member) }),
    );
    expect(result.attachments).toHaveLength(1);
  });

  it("reaches a server where only the member has installed the bot", async () => {
    const elsewhere = world.discord.createGuild({ name: "Elsewhere", botInstalled: false });
    const channel = world.discord.createChannel({ guild: elsewhere });
    const { discord, member } = world;
    const interaction = discord.command({
      user: member,
      channel,
      name: "draw",
      options: { prompt: "far" },
      userInstalledOnly: true,
    });
    expect((await world.result(interaction)).attachments).toHaveLength(1);
  });

  it("too large for the channel is made to fit, with its infotext, and this is said", async () => {
    const { discord, member, channel } = world;
    const interaction = discord.command({
      user: member,
      channel,
      name: "draw",
      attachmentSizeLimit: 30_000,
      options: { prompt: "large", width: 768, height: 768 },
    });
    const result = await world.result(interaction);
    const [file] = result.attachments;
    expect(file?.bytes.length).toBeLessThanOrEqual(30_000);
    expect(readPictureText(file?.bytes ?? Buffer.alloc(0))).toContain("large");
    expect((await sharp(file?.bytes).metadata()).width).toBeGreaterThan(0);
    expect(discord.textOf(result)).toContain("compressed to fit");
  });

  it("is made to fit a channel that takes less by the time it is posted", async () => {
    const { discord, guild } = world;
    const interaction = world.draw({ prompt: "late", width: 768, height: 768, steps: 8 });
    await world.answer(interaction);
    discord.faults.killToken(interaction);
    const { attachmentSizeLimit } = guild;
    guild.attachmentSizeLimit = 30_000;
    try {
      const result = await world.result(interaction);
      expect(result.attachments.map(({ bytes }) => bytes.length < 30_000)).toEqual([true]);
      expect(discord.textOf(result)).toContain("compressed to fit");
      const sent = discord.exchanges.filter(({ status }) => status === 413);
      expect(sent.length).toBeGreaterThan(0);
    } finally {
      guild.attachmentSizeLimit = attachmentSizeLimit;
    }
  });

  it("of several pages has each of them once, also where Discord finds one too large", async () => {
    const { discord, channel } = world;
    const many = { count: 12, width: 64, height: 64, steps: 1, private: true };
    const interaction = world.draw({ prompt: "pages", ...many });
    const pages = () =>
      discord
        .messages(channel)
        .filter(({ attachments }) =>
          attachments.some(({ filename }) => filename.includes(interaction.id)),
        );
    // The further page is there by then.
    const mend = discord.faults.fail({
      match: (method, path) =>
        method === "PATCH" && path.includes("@original") && pages().length > 0,
      status: 413,
      body: { message: "Request entity too large", code: 40_005 },
      times: 1,
    });
    try {
      const result = await world.result(interaction);
      expect(pages().map(({ attachments }) => attachments.length)).toEqual([10, 2]);
      expect(pages()[0]?.id).toBe(result.id);
    } finally {
      mend();
    }
  });

  it("says when the webui silently used another sampler or model", async () => {
    world.webui.faults.next({ kind: "wrong-sampler" });
    const sampler = await world.result(world.draw({ prompt: "x", sampler_name: "Euler a" }));
    expect(world.discord.textOf(sampler)).toMatch(/drew with sampler .*, not `Euler a`/);
    world.webui.faults.next({ kind: "wrong-model" });
    const model = await world.result(world.draw({ prompt: "x", model: "inkwell-v3" }));
    expect(world.discord.textOf(model)).toMatch(/drew with model .*, not `inkwell-v3/);
  });

  it("points out flags that are none, and options that were also flags", async () => {
    const interaction = world.draw({ prompt: "x --glitter --steps 5", steps: 7 });
    const waiting = world.discord.textOf(await world.answer(interaction));
    expect(waiting).toContain("`--glitter`");
    expect(waiting).toContain("Steps");
    await world.result(interaction);
    expect(world.webui.drawings.at(-1)?.body).toMatchObject({ prompt: "x --glitter", steps: 7 });
  });

  it("leaves no token in Redis, nor in the log", async () => {
    const interaction = world.draw({ prompt: "clean" });
    await world.result(interaction);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const redis = redisIn(world.dataDir);
    const values: string[] = [];
    for (const key of await redis.keys("*")) {
      const type = await redis.type(key);
      if (type === "string") values.push((await redis.get(key)) ?? "");
      if (type === "hash") values.push(JSON.stringify(await redis.hgetall(key)));
    }
    redis.disconnect();
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => value.includes(interaction.token))).toEqual([]);
    expect(world.easel.output()).not.toContain(interaction.token);
    expect(world.easel.output()).not.toContain(world.discord.token);
  });
});
