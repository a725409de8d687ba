import type { Redis } from "ioredis";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel, Interaction, Message, User } from "../src/demo/discord/start.ts";
import type { SettingName } from "../src/generation/settings.ts";
import { createSettings, type Settings } from "../src/store/settings.ts";
import { startChatServer } from "./harness/chat-server.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

let chat: Awaited<ReturnType<typeof startChatServer>>;
let world: World;
let boss: User;
let log: Channel;
let redis: Redis;
let settings: Settings;

beforeAll(async () => {
  chat = await startChatServer();
  world = await startWorld({ env: { PROMPT_LLM_URL: chat.url } });
  const { discord, guild } = world;
  boss = discord.createUser({ name: "Mo" });
  discord.makeModerator(guild, boss);
  log = discord.createChannel({ guild, name: "log" });
  redis = redisIn(world.dataDir);
  settings = createSettings(redis);
  await set("audit_channel", log.id);
}, 60_000);
afterAll(async () => {
  redis.disconnect();
  await world.close();
  await chat.close();
});

/** As /settings does, without a note of it for moderators. */
async function set(name: SettingName, value: unknown, scope: "server" | "channel" = "server") {
  await settings.set(
    { scope, id: world[scope === "server" ? "guild" : "channel"].id },
    name,
    () => value,
  );
}
async function reset(name: SettingName, scope: "server" | "channel" = "server") {
  await settings.reset({ scope, id: world[scope === "server" ? "guild" : "channel"].id }, name);
}

const small = { width: 64, height: 64, steps: 1 };
const draw = (prompt: string, more: Record<string, string | number | boolean> = {}, at?: Channel) =>
  world.draw({ prompt, ...small, ...more }, at === undefined ? {} : { at });
const lastBody = () => world.webui.drawings.at(-1)?.body as Record<string, unknown>;
const notes = () => world.discord.messages(log).map((each) => world.discord.textOf(each));
/** Discord lets a bot write five notes in five seconds. */
const untilNoted = (what: RegExp, times: number) =>
  world.discord.waitFor(() => notes().filter((words) => what.test(words)).length === times, 15_000);
const isHidden = (message: Message) =>
  /"spoiler":true/.test(JSON.stringify(message.components)) &&
  !/"spoiler":false/.test(JSON.stringify(message.components));
const no = /not drawn here/;

/** Refused in private, without the word, and nothing was drawn for it. */
async function expectRefused(interaction: Interaction, word = "nude") {
  const before = world.webui.drawings.length;
  const words = await world.refusal(interaction);
  expect(words).toMatch(no);
  expect(words.toLowerCase()).not.toContain(word);
  expect(world.webui.drawings).toHaveLength(before);
}

describe("a banned word", () => {
  it("is refused by command, flag, dynamic prompt and in disguise, and noted for moderators alone", async () => {
    const innocent = await world.result(draw("a bridge"));
    await set("banned_words", ["nude", "/fo{2}bar/"]);
    const asked = [
      draw("a **nude** | @everyone"),
      draw("a bridge --steps 2 --negative_prompt x --styles none N u d e"),
      draw("{nu|nu}{de|de}"),
      draw("a FOOBAR", { private: true }),
      draw("a bridge <lora:nude:0.5>"),
    ];
    for (const each of asked) await expectRefused(each);
    await untilNoted(/banned word/, 5);
    // They were asked for at once, and noted as Discord let them.
    const first = notes().find((words) => words.includes("everyone")) ?? "";
    expect(first).toContain(`Ada (<@${world.member.id}>) in <#${world.channel.id}>`);
    expect(first).toContain("||nude||: ||a \\*\\*nude\\*\\* \\| @\u200beveryone||");
    expect(world.discord.messages(log).every(({ mentions }) => mentions.length === 0)).toBe(true);
    expect(notes().join()).toContain("||/fo{2}bar/||");

    // In the negative prompt it is what somebody wants to avoid.
    await world.result(draw("a bridge", { negative_prompt: "nude" }));
    expect(lastBody()["negative_prompt"]).toBe("nude");

    const dialog = world.discord.press({ user: world.member, message: innocent, emoji: "🖋" });
    await world.discord.waitFor(() => dialog.dialog);
    const fields = { prompt: "a nude" };
    await expectRefused(world.discord.submit({ user: world.member, dialog, fields }));
  });

  it("that was drawn before it was banned is not drawn again by any button", async () => {
    await reset("banned_words");
    const old = await world.result(draw("a walrus, drawn {gently|gently}"));
    await set("banned_words", ["walrus"]);
    for (const emoji of ["🎲", "🔀"]) {
      await expectRefused(world.discord.press({ user: boss, message: old, emoji }), "walrus");
    }
  });

  it("of a channel comes to those of its server, and one not in age-restricted channels holds elsewhere", async () => {
    const { discord, guild } = world;
    const adult = discord.createChannel({ guild, name: "adult", ageRestricted: true });
    const thread = discord.createChannel({ parent: adult, name: "thread" });
    const open = discord.createChannel({ parent: world.channel, name: "open thread" });
    // Nobody needs to hear of all of these.
    await reset("audit_channel");
    await set("banned_words", ["nude"]);
    await set("banned_words", ["gore"], "channel");
    await set("banned_words_sfw", ["topless"]);
    for (const at of [world.channel, open]) {
      await expectRefused(draw("gore", {}, at), "gore");
      await expectRefused(draw("topless", {}, at), "topless");
    }
    for (const at of [adult, thread]) {
      await expectRefused(draw("nude", {}, at));
      await world.result(draw("topless gore", {}, at));
    }
    await reset("banned_words", "channel");
    await reset("banned_words_sfw");
    await set("audit_channel", log.id);
  });

  it("is not sent to who writes prompts, and not taken from there", async () => {
    const use = (text: string) =>
      world.discord.command({
        user: world.member,
        channel: world.channel,
        name: "prompt",
        options: { text },
      });
    const before = chat.requests.length;
    await expectRefused(use("a nude"));
    expect(chat.requests).toHaveLength(before);
    chat.says("a nude in a garden");
    await expectRefused(use("a garden"));
    await untilNoted(/Kept a written prompt back/, 1);
    await reset("banned_words");
  });
});

describe("words that are left out or always there", () => {
  it("are cut out silently, of what dynamic prompts come to as well", async () => {
    await set("dropped_words", ["masterpiece", "best quality"]);
    const result = await world.result(draw("(masterpiece:1.2), a heron, best quality"));
    expect(lastBody()["prompt"]).toBe("a heron");
    expect(world.discord.textOf(result)).not.toMatch(/masterpiece|quality/);
    await world.result(draw("a heron, {mas|mas}{terpiece|terpiece}"));
    expect(lastBody()["prompt"]).toBe("a heron");
    expect(await world.refusal(draw("masterpiece, best quality"))).toContain("is left of this");
    await reset("dropped_words");
  });

  it("stand in every negative prompt once, after 🎲 too", async () => {
    await set("always_negative", ["text", "watermark"]);
    const negative_prompt = "(fog, text, watermark, x:0), {0::text, watermark|mist} #";
    const first = await world.result(draw("a heron", { negative_prompt }));
    // The webui takes the # for a comment, but what stands before it counts.
    const held = "text, watermark, (fog, text, watermark, x:0), mist #";
    expect(lastBody()["negative_prompt"]).toBe(held);
    await world.result(world.discord.press({ user: boss, message: first, emoji: "🎲" }));
    expect(lastBody()["negative_prompt"]).toBe(held);
    await world.result(draw("a heron"));
    expect(lastBody()["negative_prompt"]).toBe("text, watermark");
    await reset("always_negative");
  });
});

describe("a forced spoiler", () => {
  it("of the channel hides results, previews and upscales, whatever is asked for", async () => {
    const { discord } = world;
    const before = await world.result(draw("a gull"));
    expect(isHidden(before)).toBe(false);
    await set("forced_spoiler", true, "channel");
    await set("forced_spoiler", false);
    world.webui.pace(500);
    const slow = { width: 128, height: 128, steps: 80 };
    const running = world.draw({ prompt: "slow", spoiler: false, ...slow });
    const message = await world.answer(running);
    const hasPreview = () =>
      message.attachments.some(({ filename }) => filename.includes("preview"));
    await discord.waitFor(hasPreview, 15_000);
    expect(isHidden(message)).toBe(true);
    world.webui.pace(1);
    expect(isHidden(await world.result(running, 20_000))).toBe(true);
    const upscaled = discord.press({ user: boss, message: before, emoji: "⬆️" });
    expect(isHidden(await world.result(upscaled))).toBe(true);
    await set("forced_spoiler", true);
    await set("forced_spoiler", false, "channel");
    expect(isHidden(await world.result(draw("a gull", { spoiler: false })))).toBe(true);
    for (const scope of ["server", "channel"] as const) await reset("forced_spoiler", scope);
  }, 60_000);

  it("of a role hides its members' pictures, and a result once more stays as it was", async () => {
    const { discord, guild, member } = world;
    const role = discord.createRole({ guild, name: "New" });
    discord.giveRole(guild, member, role);
    await set("spoiler_roles", [role.id]);
    const theirs = await world.result(draw("a gull", { spoiler: false }));
    expect(isHidden(theirs)).toBe(true);
    const mine = await world.result(world.draw({ prompt: "a gull", ...small }, { user: boss }));
    expect(isHidden(mine)).toBe(false);
    const again = discord.press({ user: boss, message: theirs, emoji: "🎲" });
    expect(isHidden(await world.result(again))).toBe(true);
    const taken = discord.press({ user: member, message: mine, emoji: "🎲" });
    expect(isHidden(await world.result(taken))).toBe(true);
    await reset("spoiler_roles");
    discord.takeRole(guild, member, role);
  });
});

describe("a banned member", () => {
  const banned = /may not have anything drawn/;

  it("by name or by role has nothing drawn or written, whichever way it is asked for", async () => {
    const { discord, guild, member } = world;
    const result = await world.result(draw("a gull"));
    const role = discord.createRole({ guild, name: "Banned" });
    discord.giveRole(guild, member, role);
    const lists = [
      { name: "banned_people", value: [member.id] },
      { name: "banned_roles", value: [role.id] },
    ] as const;
    for (const [round, { name, value }] of lists.entries()) {
      await set(name, value);
      const before = world.webui.drawings.length;
      const options = { text: "a gull" };
      const asked = [
        draw("a gull"),
        discord.press({ user: member, message: result, emoji: "🎲" }),
        discord.command({ user: member, channel: world.channel, name: "prompt", options }),
      ];
      for (const each of asked) expect(await world.refusal(each)).toMatch(banned);
      expect(world.webui.drawings).toHaveLength(before);
      await untilNoted(/may have nothing drawn here/, 3 * (round + 1));
      await reset(name);
    }
    discord.takeRole(guild, member, role);
  });

  it("is nobody who decides for the server, and none of the bot's owners", async () => {
    const { discord } = world;
    await set("banned_people", [boss.id, discord.owner.id, world.member.id]);
    for (const user of [boss, discord.owner]) {
      await world.result(world.draw({ prompt: "a gull", ...small }, { user }));
    }
    expect(await world.refusal(draw("a gull"))).toMatch(banned);
    await reset("banned_people");
  });
});

describe("a picture that the webui's own filter has struck", () => {
  it("is posted with a word about that", async () => {
    const create = { width: 64, height: 64, channels: 3 as const, background: "#000" };
    const black = (await sharp({ create }).png().toBuffer()).toString("base64");
    const body = JSON.stringify({ images: [black], parameters: {}, info: "{}" });
    world.webui.faults.next({
      kind: "nonsense",
      status: 200,
      contentType: "application/json",
      body,
    });
    const result = await world.result(draw("a gull"));
    expect(world.discord.textOf(result)).toContain("returned an empty picture");
    expect(world.discord.textOf(await world.result(draw("a gull")))).not.toContain("empty");
  });
});

describe("a server's rule", () => {
  it("that keeps somebody from drawing is noted with what they were told", async () => {
    const rules: [SettingName, unknown, RegExp][] = [
      ["max_steps", 5, /Refused with these words: .*Your limit here is 5/],
      ["blocked_commands", ["draw"], /Refused with these words: .*draw/],
      ["allowed_roles", [log.id], /Refused with these words: Only members with certain roles/],
      ["allowed_models", ["nothing"], /Refused with these words: .*not allowed/],
    ];
    for (const [name, value, note] of rules) {
      await set(name, value);
      await world.refusal(draw("a bridge --model dreamshaper_8", { steps: 6 }));
      await untilNoted(note, 1);
      await reset(name);
    }
    const told = notes().filter((words) => words.includes("Refused with these words"));
    const who = `Ada (<@${world.member.id}>) in <#${world.channel.id}>`;
    expect(told.every((words) => words.includes(who))).toBe(true);
  });
});
