import sharp from "sharp";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction, Message } from "../src/demo/discord/start.ts";
import { readPictureText } from "../src/generation/picture/metadata.ts";
import { freePort } from "./harness/free-port.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

/** A channel that takes no more than this, and somebody who may upload more. Bytes. */
const [small, large] = [200_000, 50 * 1024 * 1024];

/** A result that was too large for its channel. */
async function drawLarge(world: World): Promise<Message> {
  const interaction = world.discord.command({
    user: world.member,
    channel: world.channel,
    name: "draw",
    options: { prompt: "noise", width: 512, height: 512, steps: 1 },
    attachmentSizeLimit: small,
  });
  return world.result(interaction, 20_000);
}

const answerOf = (world: World, interaction: Interaction): Promise<Message> =>
  world.discord.waitFor(() => {
    const message = interaction.responseMessage;
    return message !== undefined && !message.thinking ? message : undefined;
  });

async function pressOriginal(world: World, result: Message, attachmentSizeLimit: number) {
  const { discord, member } = world;
  const pressed = discord.press({ user: member, message: result, emoji: "📋" });
  const details = await answerOf(world, pressed);
  return answerOf(
    world,
    discord.press({ user: member, message: details, emoji: "🗂️", attachmentSizeLimit }),
  );
}

describe("a picture that is too large for its channel", () => {
  let world: World;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    const env = { HTTP_PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
    world = await startWorld({ webuis: [{ pictureNoise: true, secondsPerStep: 0.01 }], env });
  });
  afterAll(async () => world.close());

  it("is posted as good as fits, its infotext kept, and can be had untouched", async () => {
    const result = await drawLarge(world);
    const [posted] = result.attachments;
    expect(posted?.bytes.length).toBeLessThanOrEqual(small);
    expect(readPictureText(posted?.bytes ?? Buffer.alloc(0))).toContain("Steps: 1");
    expect(world.discord.textOf(result)).toContain("compressed to fit");
    const original = await pressOriginal(world, result, large);
    expect(original.ephemeralFor).toBe(world.member.id);
    const [file] = original.attachments;
    expect(file?.bytes.length).toBeGreaterThan(small);
    expect((await sharp(file?.bytes).metadata()).format).toBe("png");
  });

  it("is had by a signed link where Discord does not take the file, for a day", async () => {
    const result = await drawLarge(world);
    const redis = redisIn(world.dataDir);
    const kept = await redis.keys("*:original:*");
    // An hour before it would be forgotten.
    await Promise.all(kept.map((key) => redis.expire(key, 3_600)));
    const words = world.discord.textOf(await pressOriginal(world, result, small));
    const lives = await Promise.all(kept.map((key) => redis.ttl(key)));
    redis.disconnect();
    expect(Math.max(...lives)).toBeGreaterThan(23 * 3_600);
    const link = /\((http[^)]+)\)/.exec(words)?.[1] ?? "";
    const { statusCode, headers, body } = await request(link);
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("image/png");
    expect(headers["cache-control"]).toContain("no-store");
    expect((await body.arrayBuffer()).byteLength).toBeGreaterThan(small);
    for (const forged of [
      link.replace(/sign=./, "sign=_"),
      link.replace(/ends=\d+/, "ends=99999999999"),
      link.replace(/\/1\?/, "/2?"),
      `http://127.0.0.1:${port}/originals/1/1`,
      `http://127.0.0.1:${port}/../../etc/passwd`,
      `http://127.0.0.1:${port}//`,
      `http://127.0.0.1:${port}//originals/`,
    ]) {
      const refused = await request(forged);
      expect(refused.statusCode, forged).toBe(404);
      await refused.body.dump();
    }
    const posted = await request(link, { method: "POST" });
    expect(posted.statusCode).toBe(405);
    await posted.body.dump();
  });
});

describe("without PUBLIC_URL", () => {
  it("whoever wants a large original reads that the host can switch links on", async () => {
    const world = await startWorld({ webuis: [{ pictureNoise: true, secondsPerStep: 0.01 }] });
    try {
      const result = await drawLarge(world);
      const answer = await pressOriginal(world, result, small);
      expect(world.discord.textOf(answer)).toContain("PUBLIC_URL");
    } finally {
      await world.close();
    }
  });
});
