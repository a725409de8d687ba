import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type Channel,
  type Interaction,
  type Message,
  permission,
  type User,
} from "../../src/demo/discord/start.ts";
import { lineFamily } from "../../src/store/line.ts";
import { keyOf } from "../../src/store/redis.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
let ben: User;
let modChannel: Channel;
beforeAll(async () => {
  // A step of a picture of 64 x 64 takes a 64th of that.
  world = await startWorld({ webuis: [{ secondsPerStep: 10 }] });
  ben = world.discord.createUser({ name: "*Ben*" });
  modChannel = world.discord.createChannel({
    guild: world.guild,
    memberPermissions:
      permission.VIEW_CHANNEL |
      permission.SEND_MESSAGES |
      permission.USE_APPLICATION_COMMANDS |
      permission.MANAGE_MESSAGES,
  });
});
afterAll(async () => world.close());
/** Everything that a test left in the queue ends. */
afterEach(async () => {
  for (const user of [world.member, ben]) {
    for (;;) {
      const list = await queue(user);
      if (!buttons(list, "❌").length) break;
      world.discord.press({ user, message: list, emoji: "❌", nth: 0 });
      const before = world.discord.textOf(list);
      await world.discord.waitFor(() => world.discord.textOf(list) !== before).catch(() => true);
    }
  }
});

const buttons = (message: Message, wanted: string) =>
  world.discord.buttonsOf(message).filter(({ emoji }) => emoji === wanted);
const queue = (user: User, action = "list", channel = world.channel): Promise<Message> => {
  const options = action === "list" ? {} : { action };
  return world.answer(world.discord.command({ user, channel, name: "queue", options }));
};
async function begin(
  prompt: string,
  user: User,
  at = world.channel,
  more: { private?: boolean } = {},
): Promise<Interaction> {
  const asked = world.draw({ prompt, steps: 60, width: 64, height: 64, ...more }, { user, at });
  await world.answer(asked);
  return asked;
}
const isDrawing = (prompt: string) =>
  world.discord.waitFor(
    () =>
      world.webui.drawings.some(
        (each) => each.body["prompt"] === prompt && each.state === "drawing",
      ),
    15_000,
  );

describe("/queue", () => {
  it("says that nothing is there", async () => {
    const answer = await queue(world.member);
    expect(answer.ephemeralFor).toBe(world.member.id);
    expect(world.discord.textOf(answer)).toContain("Nothing waits");
  });

  it("tells places, whose they are, what is drawn and where, but nothing private and no address", async () => {
    const cy = world.discord.createUser({ name: "Cy" });
    const aside = world.discord.createChannel({ guild: world.guild, name: "aside" });
    await begin("first of Ben", ben);
    await isDrawing("first of Ben");
    await begin("second of Ada", world.member);
    await begin("third of Ben", ben);
    await begin("a secret", ben, world.channel, { private: true });
    const asked = await begin("elsewhere of Cy", cy, aside);
    // It is told a moment after the webui has begun.
    const look = () => queue(world.member);
    let answer = await look();
    const isTold = () => world.discord.textOf(answer).includes("1 being drawn");
    for (let tries = 0; tries < 20 && !isTold(); tries += 1) answer = await look();
    const text = world.discord.textOf(answer);
    const here = `<#${world.channel.id}>`;
    expect(text).toContain("1 being drawn, 4 waiting");
    expect(text).toContain(
      `\\*Ben\\*: being drawn on webui 1 (AUTOMATIC1111)\n-# ${here} · first of Ben`,
    );
    expect(text).toContain("**1.** Ada");
    expect(text).toContain(`-# ${here} · second of Ada`);
    expect(text).toContain(`** \\*Ben\\*\n-# ${here} · third of Ben`);
    expect(text).toContain(`** Cy\n-# <#${aside.id}>\n`);
    expect(text).not.toContain("secret");
    expect(text).not.toContain("elsewhere of Cy");
    expect(text).not.toContain("127.0.0.1");
    expect(answer.mentions).toEqual([]);
    expect(buttons(answer, "❌")).toHaveLength(1);
    world.discord.press({ user: cy, message: await world.answer(asked), emoji: "❌" });
  });

  it("cancels one's own, in the list and on its own message", async () => {
    await begin("runs", ben);
    await isDrawing("runs");
    const mine = await begin("regretted", world.member);
    const answer = await queue(world.member);
    world.discord.press({ user: world.member, message: answer, emoji: "❌" });
    await world.discord.waitFor(() => !world.discord.textOf(answer).includes("regretted"));
    expect(world.discord.textOf(answer)).toContain("1 being drawn, 0 waiting");
    const waiting = await world.answer(mine);
    await world.discord.waitFor(() => world.discord.textOf(waiting).includes("Cancelled by Ada"));
    expect(world.discord.buttonsOf(waiting)).toEqual([]);
  });

  it("lets moderators cancel what is asked for in their server, and nothing of another one", async () => {
    const other = world.discord.createChannel({
      guild: world.discord.createGuild({ name: "Other" }),
    });
    const here = await begin("here", ben);
    await isDrawing("here");
    await begin("there", ben, other);
    const mod = world.discord.createUser({ name: "Mod" });
    const answer = await queue(mod, "list", modChannel);
    const text = world.discord.textOf(answer);
    expect(text).toContain("somebody elsewhere");
    expect(buttons(answer, "❌")).toHaveLength(1);
    world.discord.press({ user: mod, message: answer, emoji: "❌" });
    const drawn = await world.answer(here);
    await world.discord.waitFor(() => world.discord.textOf(drawn).includes("Cancelled by Mod"));
  });

  it("is paged", async () => {
    await begin("job 0", world.member);
    await isDrawing("job 0");
    for (let index = 1; index <= 11; index += 1) await begin(`job ${index}`, world.member);
    const answer = await queue(world.member);
    expect(world.discord.textOf(answer)).not.toContain("job 10");
    world.discord.press({ user: world.member, message: answer, emoji: "▶️" });
    await world.discord.waitFor(() => world.discord.textOf(answer).includes("job 10"));
    expect(world.discord.textOf(answer)).toContain("**11.**");
  });
});

describe("/queue with clear", () => {
  it("goes for what waits behind hundreds of another server, which its author finds as well", async () => {
    await begin("in front", ben);
    await isDrawing("in front");
    // One of them is made ready at once.
    for (const prompt of ["ready", "far back"]) await begin(prompt, world.member);
    const redis = redisIn(world.dataDir);
    const others = Array.from({ length: 250 }, (_, index) => {
      const place = { cost: 1, userId: `other ${index}`, guildId: "other", guildWeight: 1e6 };
      return [`other-${index}`, JSON.stringify({ ...place, weight: 1, arrivedAt: 1 })];
    });
    await redis.hset(keyOf(lineFamily), others.flat());
    try {
      expect(world.discord.textOf(await queue(world.member))).toContain("**252.** Ada");
      const mod = world.discord.createUser({ name: "Mod" });
      const answer = await queue(mod, "clear", modChannel);
      expect(world.discord.textOf(answer)).toContain("2 jobs cancelled");
    } finally {
      await redis.hdel(keyOf(lineFamily), ...others.map(([id = ""]) => id));
      redis.disconnect();
    }
  });

  it("is for moderators", async () => {
    const answer = await queue(world.member, "clear");
    expect(answer.ephemeralFor).toBe(world.member.id);
    expect(world.discord.textOf(answer)).toContain("manage messages");
  });

  it("cancels what waits in the server, and leaves what is being drawn", async () => {
    await begin("goes on", ben);
    await isDrawing("goes on");
    const waiting = await Promise.all([begin("w1", ben), begin("w2", world.member)]);
    const mod = world.discord.createUser({ name: "Mod" });
    const answer = await queue(mod, "clear", modChannel);
    expect(world.discord.textOf(answer)).toContain("2 jobs cancelled");
    for (const asked of waiting) {
      expect(world.discord.textOf(await world.answer(asked))).toContain("Cancelled by Mod");
    }
    expect(world.discord.textOf(await queue(ben))).toContain("1 being drawn, 0 waiting");
    expect(world.webui.drawings.some(({ body }) => body["prompt"] === "w1")).toBe(false);
    await expect
      .poll(() => world.easel.log().filter(({ msg }) => msg === "job cancelled"))
      .toEqual(
        expect.arrayContaining(
          waiting.map(({ id }) => expect.objectContaining({ job: id, by: mod.id }) as unknown),
        ),
      );
  });
});

describe("/queue with pause and resume", () => {
  const stays = async (prompt: string) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return !world.webui.drawings.some(({ body }) => body["prompt"] === prompt);
  };
  const other = () =>
    world.discord.createChannel({ guild: world.discord.createGuild({ name: "O" }) });

  it("is for moderators in their server, and for the bot's owners everywhere", async () => {
    for (const action of ["pause", "resume"]) {
      expect(world.discord.textOf(await queue(ben, action))).toContain("manage messages");
    }
    const mod = world.discord.createUser({ name: "Mod" });
    for (const action of ["pause_all", "resume_all"]) {
      for (const user of [ben, mod]) {
        const answer = await queue(user, action, user === mod ? modChannel : world.channel);
        expect(answer.ephemeralFor).toBe(user.id);
        expect(world.discord.textOf(answer)).toContain("owners of this bot");
      }
    }
  });

  it("draws nothing for the server, says so, goes on for others, and takes up what waited", async () => {
    const mod = world.discord.createUser({ name: "Mod" });
    await queue(mod, "pause", modChannel);
    const first = world.draw({ prompt: "paused 1", steps: 1, width: 64, height: 64 });
    const message = await world.answer(first);
    expect(world.discord.textOf(message)).toContain("Drawing is paused here");
    expect(world.discord.textOf(await queue(ben))).toMatch(
      /1 waiting\*\*\n.*paused for this server/,
    );
    const second = world.draw({ prompt: "paused 2", steps: 1, width: 64, height: 64 });
    await world.answer(second);
    const elsewhere = await begin("goes on elsewhere", ben, other());
    await isDrawing("goes on elsewhere");
    expect(await stays("paused 1")).toBe(true);
    await world.easel.kill();
    await world.start();
    expect(world.discord.textOf(await queue(mod, "resume", modChannel))).toContain("goes on");
    await Promise.all([first, second, elsewhere].map((asked) => world.result(asked, 30_000)));
    for (const prompt of ["paused 1", "paused 2"]) {
      expect(world.webui.drawings.filter(({ body }) => body["prompt"] === prompt)).toHaveLength(1);
    }
  }, 60_000);

  it("of everything is for owners, and lets one cancel meanwhile", async () => {
    const { owner } = world.discord;
    expect(world.discord.textOf(await queue(owner, "pause_all"))).toContain("everywhere");
    const regretted = world.draw({ prompt: "regretted", steps: 1, width: 64, height: 64 });
    const message = await world.answer(regretted);
    const kept = world.draw({ prompt: "kept", steps: 1, width: 64, height: 64 }, { at: other() });
    expect(world.discord.textOf(await world.answer(kept))).toContain("Drawing is paused here");
    expect(await stays("kept")).toBe(true);
    world.discord.press({ user: world.member, message, emoji: "❌" });
    await world.discord.waitFor(() => world.discord.textOf(message).includes("Cancelled by Ada"));
    await queue(owner, "resume_all");
    await world.result(kept);
    expect(await stays("regretted")).toBe(true);
  });
});
