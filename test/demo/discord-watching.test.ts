import { Client, Events, GatewayIntentBits, Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Change, type StandInDiscord, startDiscord } from "../../src/demo/discord/start.ts";

let discord: StandInDiscord;
let client: Client;

beforeEach(async () => {
  discord = await startDiscord();
  const { Guilds, GuildMessageReactions } = GatewayIntentBits;
  client = new Client({ intents: [Guilds, GuildMessageReactions], rest: { api: discord.apiUrl } });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
  expect(discord.problems).toEqual([]);
});

const place = () => {
  const guild = discord.createGuild({ name: "Gallery" });
  const channel = discord.createChannel({ guild });
  return { guild, channel, user: discord.createUser({ name: "Ada" }) };
};

test("a reaction reaches the bot once, and is taken back once", async () => {
  const { channel, user } = place();
  const seen: string[] = [];
  client.on(Events.Raw, ({ t, d }: { t: string; d: Record<string, unknown> }) => {
    if (t.startsWith("MESSAGE_REACTION")) seen.push(`${t} ${String(d["user_id"])}`);
  });
  const message = discord.say({ user, channel, content: "look" });
  discord.react({ user, message, emoji: "👍", on: true });
  discord.react({ user, message, emoji: "👍", on: true });
  await discord.waitFor(() => seen.length > 0);
  discord.react({ user, message, emoji: "👍", on: false });
  await discord.waitFor(() => seen.length > 1);
  expect(seen).toEqual([`MESSAGE_REACTION_ADD ${user.id}`, `MESSAGE_REACTION_REMOVE ${user.id}`]);
  expect(message.reactions.size).toBe(0);
});

test("each person sees which reactions are their own", async () => {
  const { channel, user } = place();
  const message = discord.say({ user, channel, content: "look" });
  const route = Routes.channelMessageOwnReaction(channel.id, message.id, encodeURIComponent("👍"));
  await client.rest.put(route);
  discord.react({ user, message, emoji: "👍", on: true });
  const other = discord.createUser({ name: "Eve" });
  const reactionsOf = (person: typeof user) => discord.seenMessage(person, message)?.["reactions"];
  const emoji = { id: null, name: "👍" };
  expect(reactionsOf(user)).toEqual([{ emoji, count: 2, me: true }]);
  expect(reactionsOf(other)).toEqual([{ emoji, count: 2, me: false }]);
});

test("nobody reacts with what is no emoji", () => {
  const { channel, user } = place();
  const message = discord.say({ user, channel, content: "look" });
  expect(() => discord.react({ user, message, emoji: "hi", on: true })).toThrow("no emoji");
});

test("a moderator may do what members may not, and is offered it", async () => {
  const { guild, channel, user } = place();
  const mod = discord.createUser({ name: "Mo" });
  discord.makeModerator(guild, mod);
  await client.application?.commands.set([
    { name: "clear", description: "Clears", defaultMemberPermissions: "ManageMessages" },
  ]);
  expect(discord.offered(user, channel)).toEqual([]);
  expect(discord.offered(mod, channel).map(({ name }) => name)).toEqual(["clear"]);
  expect(() => discord.command({ user, channel, name: "clear" })).toThrow("may not use");
  const { payload } = discord.command({ user: mod, channel, name: "clear" });
  expect(payload).toMatchObject({ member: { user: { id: mod.id } } });
});

test("onlookers see messages come, change and go, and how commands end", async () => {
  const { channel, user } = place();
  await client.application?.commands.set([{ name: "draw", description: "Draws" }]);
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand())
      void interaction.reply("one").then(() => interaction.editReply("two"));
  });
  const seen: string[] = [];
  const note = (change: Change) => {
    if (change.kind === "message") seen.push(change.message.content);
    if (change.kind === "gone") seen.push("gone");
    if (change.kind === "interaction")
      seen.push(discord.seenInteraction(user, change.interaction)?.state ?? "");
  };
  const stop = discord.watch(note);
  const { id } = discord.command({ user, channel, name: "draw" });
  await discord.waitFor(() => seen.includes("two"));
  expect(seen).toEqual(["waiting", "one", "answered", "two"]);
  const [message] = discord.messages(channel);
  if (!message) throw new Error("no message");
  expect(discord.seenMessage(user, message)?.["asked"]).toMatchObject({ name: "/draw" });
  expect(message.interactionId).toBe(id);
  await client.rest.delete(Routes.channelMessage(channel.id, message.id));
  stop();
  discord.say({ user, channel, content: "unseen" });
  expect(seen.at(-1)).toBe("gone");
});
