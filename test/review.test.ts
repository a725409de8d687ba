import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel, Interaction, Message, User } from "../src/demo/discord/start.ts";
import { startClassifierServer } from "./harness/classifier-server.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

const key = "classifier-key-123456";
let classifier: Awaited<ReturnType<typeof startClassifierServer>>;
let world: World;
let boss: User;
let log: Channel;

beforeAll(async () => {
  classifier = await startClassifierServer();
  const env = { CLASSIFIER_URL: classifier.url, CLASSIFIER_KEY: key, CLASSIFIER_TIMEOUT: "1" };
  world = await startWorld({ env });
  const { discord, guild } = world;
  boss = discord.createUser({ name: "Mo" });
  discord.makeModerator(guild, boss);
  log = discord.createChannel({ guild, name: "log" });
  await set("audit_channel", `<#${log.id}>`);
}, 60_000);
afterAll(async () => {
  await world.close();
  await classifier.close();
});

async function set(name: string, value: string, scope = "server", at = world.channel) {
  const options = { name, value, scope };
  const asked = world.discord.command({ user: boss, channel: at, name: "settings set", options });
  expect(world.discord.textOf(await world.answer(asked))).toContain("is now");
}

const small = { width: 64, height: 64, steps: 1 };
const draw = (prompt: string, more = {}, at = world.channel) =>
  world.draw({ prompt, ...small, ...more }, { at });
const text = (message: Message) => world.discord.textOf(message);
const bad = () => classifier.says({ scores: { fine: 0.02, explicit: 0.93 } });
const good = () => classifier.says({ score: 0.699 });

/** What the moderators see of a job. */
const notice = ({ id }: Interaction): Promise<Message> =>
  world.discord.waitFor(
    () =>
      world.discord
        .messages(log)
        .find((each) => JSON.stringify(each.components).includes(`approve:${id}`)),
    15_000,
  );
const press = (message: Message, emoji: string, user = boss) =>
  world.discord.press({ user, message, emoji });
/** Where pictures of a job stand, other than blurred. */
const postsOf = ({ id }: Interaction) =>
  world.discord
    .messages(world.channel)
    .filter((each) => JSON.stringify(each).includes(`easel-${id}`));
/** Held, and its author reads so. */
async function held(interaction: Interaction): Promise<Message> {
  const shown = await notice(interaction);
  const waiting = await world.answer(interaction);
  await world.discord.waitFor(() => text(waiting).includes("A moderator will look"), 15_000);
  expect(waiting.attachments).toEqual([]);
  expect(postsOf(interaction)).toEqual([]);
  return shown;
}

describe("a result that is checked", () => {
  it("is sent as it is, and posted when the score is below the threshold", async () => {
    good();
    const result = await world.result(draw("a meadow"));
    const [sent] = classifier.requests.slice(-1);
    expect(sent?.headers).toMatchObject({
      "content-type": "image/png",
      authorization: `Bearer ${key}`,
    });
    expect(sent?.body).toEqual(result.attachments[0]?.bytes);
  });

  it("is held over the threshold, blurred for moderators, and posted once when one approves", async () => {
    bad();
    const interaction = draw("a **meadow** @everyone", { count: 2 });
    const shown = await held(interaction);
    const words = text(shown);
    expect(words).toContain(`Ada (<@${world.member.id}>) in <#${world.channel.id}>`);
    expect(words).toContain("||a \\*\\*meadow\\*\\* @\u200beveryone||");
    expect(words).toContain("Score 0.93 (explicit)");
    expect(shown.mentions).toEqual([]);
    expect(JSON.stringify(shown.components)).toContain('"spoiler":true');
    expect(shown.attachments).toHaveLength(2);
    for (const { bytes } of shown.attachments) {
      const { entropy } = await sharp(bytes).greyscale().stats();
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(entropy).toBeLessThan(7.5);
    }
    press(shown, "✅");
    const result = await world.result(interaction);
    expect(result.attachments).toHaveLength(2);
    await world.discord.waitFor(() => text(shown).includes(`/${result.id}`), 5_000);
    expect(text(shown)).toContain("Approved by Mo");
    expect(shown.attachments).toEqual([]);
    expect(world.discord.buttonsOf(shown)).toEqual([]);
    expect(postsOf(interaction)).toHaveLength(1);
  });

  it("is gone when a moderator rejects it, and its author reads so", async () => {
    const interaction = draw("a swamp");
    const shown = await held(interaction);
    press(shown, "🚫");
    const waiting = await world.answer(interaction);
    await world.discord.waitFor(() => text(waiting).includes("decided not to show"), 5_000);
    await world.discord.waitFor(() => text(shown).includes("Rejected by Mo"), 5_000);
    const late = world.discord.press({
      user: boss,
      message: shown,
      customId: `approve:${interaction.id}`,
      forged: true,
    });
    expect(await world.refusal(late)).toContain("Mo has decided about this already");
    expect(postsOf(interaction)).toEqual([]);
  });

  it("is decided about by moderators of its server alone, also by forged presses", async () => {
    const { discord, member } = world;
    const interaction = draw("a pond");
    const shown = await held(interaction);
    for (const emoji of ["✅", "🚫"]) {
      expect(await world.refusal(press(shown, emoji, member))).toContain("manage messages");
    }
    const abroad = discord.createGuild({ name: "Abroad" });
    const stranger = discord.createUser({ name: "Eve" });
    discord.makeModerator(abroad, stranger);
    const there = discord.createChannel({ guild: abroad, name: "there" });
    good();
    const message = await world.result(
      world.draw({ prompt: "a rock", ...small }, { user: stranger, at: there }),
    );
    for (const customId of [`approve:${interaction.id}`, `reject:${interaction.id}`]) {
      const forged = discord.press({ user: stranger, message, customId, forged: true });
      expect(await world.refusal(forged)).toContain("no longer know");
    }
    expect(postsOf(interaction)).toEqual([]);
    press(shown, "🚫");
    await discord.waitFor(() => text(shown).includes("Rejected"), 5_000);
  });

  it("is not shown while it is drawn either, and not checked where the server says so", async () => {
    bad();
    const { discord } = world;
    world.webui.pace(500);
    const running = world.draw({ prompt: "slow", width: 128, height: 128, steps: 80 });
    const message = await world.answer(running);
    await discord.waitFor(() => /step \d+ of/.test(text(message)), 15_000);
    expect(message.attachments).toEqual([]);
    const shown = await notice(running);
    world.webui.pace(1);
    press(shown, "🚫");
    await set("review", "no", "channel");
    const before = classifier.requests.length;
    await world.result(draw("a pond"));
    expect(classifier.requests).toHaveLength(before);
    await set("review", "yes", "channel");
  }, 60_000);

  it("that cannot be checked is held, or waits where no moderator can be asked", async () => {
    const { discord } = world;
    classifier.does((response) => response.writeHead(503).end());
    const at = discord.createChannel({ guild: discord.createGuild({ name: "Quiet" }) });
    const lonely = draw("a dale", {}, at);
    for (const wrong of [
      (response: import("node:http").ServerResponse) => response.writeHead(500).end(key),
      (response: import("node:http").ServerResponse) => response.end('{"score":7}'),
    ]) {
      classifier.does(wrong);
      const shown = await held(draw("a hill"));
      expect(text(shown)).toContain("could not be checked");
      press(shown, "🚫");
      await world.discord.waitFor(() => text(shown).includes("Rejected"), 5_000);
    }
    const waiting = await world.answer(lonely);
    await discord.waitFor(() => text(waiting).includes("as soon as it can be checked"), 15_000);
    good();
    expect((await world.result(lonely, 20_000)).attachments).toHaveLength(1);
    expect(world.easel.output()).not.toContain(key);
  }, 60_000);

  it("is refused in words where no moderator can be asked", async () => {
    const { discord, guild } = world;
    bad();
    const other = discord.createGuild({ name: "No log" });
    const at = discord.createChannel({ guild: other, name: "open" });
    const waiting = await world.answer(draw("a hill", {}, at));
    await discord.waitFor(() => text(waiting).includes("did not pass the check"), 15_000);
    expect(waiting.attachments).toEqual([]);
    const logged = world.easel
      .log()
      .some(({ msg }) => /no moderator can be asked/.test(String(msg)));
    expect(logged).toBe(true);
    expect(guild.id).not.toBe(other.id);
  });
});

describe("a result that is held", () => {
  it("is not shown any more when its author has everything forgotten", async () => {
    bad();
    const { discord, channel } = world;
    const user = discord.createUser({ name: "Cy" });
    const interaction = world.draw({ prompt: "a moor", ...small }, { user });
    const shown = await held(interaction);
    const asked = discord.command({ user, channel, name: "settings erase", options: {} });
    discord.press({ user, message: await world.answer(asked), label: "Forget it all" });
    await discord.waitFor(() => text(shown).includes("Rejected by Cy"), 5_000);
    const redis = redisIn(world.dataDir);
    const left = async () => (await redis.keys(`*answer:${interaction.id}*`)).length === 0;
    await expect.poll(left, { timeout: 5_000 }).toBe(true);
    redis.disconnect();
    expect(postsOf(interaction)).toEqual([]);
  });

  it("is posted exactly once, whoever is killed and when", async () => {
    bad();
    const { discord } = world;
    const forgotten = draw("a cave");
    await held(forgotten);
    const redis = redisIn(world.dataDir);
    await redis.hset(`{easel}:notes:${forgotten.id}`, "heldAt", Date.now() - 8 * 24 * 3600_000);
    redis.disconnect();
    for (const moment of ["while it is checked", "while it is held"] as const) {
      const asked = classifier.requests.length;
      const prompt = `a cliff ${moment}`;
      const interaction = draw(prompt);
      await discord.waitFor(() => classifier.requests.length > asked, 5_000);
      if (moment === "while it is held") await notice(interaction);
      await world.easel.kill();
      await world.start();
      const waiting = await world.answer(interaction);
      await discord.waitFor(() => text(waiting).includes("A moderator will look"), 30_000);
      const shown = await notice(interaction);
      const noticed = discord
        .messages(log)
        .filter((each) => JSON.stringify(each).includes(`review-${interaction.id}`));
      expect(noticed).toHaveLength(1);
      press(shown, "✅");
      // At once, or when the decision is noted but not carried out.
      if (moment === "while it is held") {
        await discord.waitFor(() => world.easel.output().includes("is decided about"), 5_000);
      }
      await world.easel.kill();
      await world.start();
      expect(postsOf(interaction).length).toBeLessThan(2);
      if (discord.buttonsOf(shown).length > 0) press(shown, "✅");
      await world.result(interaction, 45_000);
      await discord.waitFor(() => text(shown).includes("To the result"), 30_000);
      expect(postsOf(interaction)).toHaveLength(1);
      expect(world.webui.drawings.filter(({ body }) => body["prompt"] === prompt)).toHaveLength(1);
    }
    // What nobody decided about for a week is over.
    const author = await world.answer(forgotten);
    await discord.waitFor(() => text(author).includes("Nobody looked"), 30_000);
    expect(postsOf(forgotten)).toEqual([]);
  }, 120_000);
});
