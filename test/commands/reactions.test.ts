import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message, User } from "../../src/demo/discord/start.ts";
import { permission } from "../../src/demo/discord/start.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
let ben: User;
beforeAll(async () => {
  world = await startWorld();
  ben = world.discord.createUser({ name: "Ben" });
});
afterAll(async () => world.close());

const small = { steps: 1, width: 64, height: 64 };
const draw = (options: object, at = world.channel): Promise<Message> =>
  world.result(world.draw({ ...small, ...options } as never, { at }));
const react = (user: User, message: Message, emoji: string) =>
  world.discord.react({ user, message, emoji, on: true });
/** What was sent to somebody directly. */
const inbox = (user: User): Message[] => world.discord.messages(world.discord.dm(user));
const pause = () => new Promise((resolve) => setTimeout(resolve, 400));

describe("❌ as a reaction", () => {
  it("of its author removes a result, all pages of it, and from the list of pictures", async () => {
    const count = world.discord.messages(world.channel).length;
    const result = await draw({ prompt: "many", count: 12 });
    await world.discord.waitFor(() => world.discord.messages(world.channel).length === count + 2);
    react(world.member, result, "❌");
    await world.discord.waitFor(() => world.discord.messages(world.channel).length === count);
    const history = world.discord.command({
      user: world.member,
      channel: world.channel,
      name: "history",
    });
    expect(world.discord.textOf(await world.answer(history))).not.toContain("many");
  });

  it("of anybody else does nothing, and nothing on a message that is no result of ours", async () => {
    const result = await draw({ prompt: "stays" });
    react(ben, result, "❌");
    const words = world.discord.say({ user: ben, channel: world.channel, content: "mine" });
    react(ben, words, "❌");
    const asked = world.draw({ prompt: "waits", steps: 20 });
    const waiting = await world.answer(asked);
    react(world.member, waiting, "❌");
    await pause();
    expect([result.deleted, words.deleted]).toEqual([false, false]);
    await world.result(asked);
  });

  it("does nothing where the bot may not read what is there", async () => {
    const channel = world.discord.createChannel({ guild: world.guild });
    const result = await draw({ prompt: "unseen" }, channel);
    world.discord.setBotPermissions(channel, permission.VIEW_CHANNEL | permission.SEND_MESSAGES);
    react(world.member, result, "❌");
    await pause();
    expect(result.deleted).toBe(false);
  });
});

describe("✉️ as a reaction", () => {
  it("sends all pictures of a result to whoever wants them, as they are, with the way back", async () => {
    const count = world.discord.messages(world.channel).length;
    const result = await draw({ prompt: "a *gull*", count: 12, spoiler: true });
    await world.discord.waitFor(() => world.discord.messages(world.channel).length === count + 2);
    react(ben, result, "✉️");
    const [first, second] = await world.discord.waitFor(() => {
      const mail = inbox(ben);
      return mail.length === 2 && mail;
    });
    expect(first?.attachments).toHaveLength(10);
    expect(second?.attachments).toHaveLength(2);
    const sameBytes = first?.attachments.every(({ bytes }, index) =>
      bytes.equals(result.attachments[index]?.bytes ?? Buffer.alloc(0)),
    );
    expect(sameBytes).toBe(true);
    expect(JSON.stringify(first?.components)).toContain('"spoiler":true');
    const text = world.discord.textOf(first as Message);
    expect(text).toContain("a \\*gull\\*");
    expect(text).toContain(`/${world.channel.id}/${result.id}`);
    expect(world.discord.buttonsOf(first as Message)).toEqual([]);
  });

  it("does so once, also if Discord tells of it twice", async () => {
    const cleo = world.discord.createUser({ name: "Cleo" });
    const result = await draw({ prompt: "once" });
    react(cleo, result, "✉️");
    world.discord.react({ user: cleo, message: result, emoji: "✉️", on: false });
    react(cleo, result, "✉️");
    await world.discord.waitFor(() => inbox(cleo).length > 0);
    await pause();
    expect(inbox(cleo)).toHaveLength(1);
  });

  it("says nothing to those who take no direct messages, and goes on for others", async () => {
    const closed = world.discord.createUser({ name: "Closed" });
    closed.acceptsDms = false;
    const result = await draw({ prompt: "for everybody" });
    const before = world.discord.messages(world.channel).length;
    react(closed, result, "✉️");
    const dora = world.discord.createUser({ name: "Dora" });
    react(dora, result, "✉️");
    await world.discord.waitFor(() => inbox(dora).length === 1);
    expect(inbox(closed)).toEqual([]);
    expect(world.discord.messages(world.channel)).toHaveLength(before);
    expect(world.easel.log().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it("works in direct messages with the bot as well", async () => {
    const emil = world.discord.createUser({ name: "Emil" });
    const dm = world.discord.dm(emil);
    const result = await world.result(
      world.draw({ ...small, prompt: "alone" }, { user: emil, at: dm }),
    );
    const count = inbox(emil).length;
    react(emil, result, "✉️");
    await world.discord.waitFor(() => inbox(emil).length === count + 1);
    react(emil, result, "❌");
    await world.discord.waitFor(() => result.deleted);
  });
});
