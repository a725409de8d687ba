import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Channel,
  type Interaction,
  type Message,
  permission,
  type User,
} from "../../src/demo/discord/start.ts";
import { createPresets, type Presets } from "../../src/store/presets.ts";
import { createSettings } from "../../src/store/settings.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";
import { pngFile } from "../harness/pictures.ts";

let world: World;
let redis: Redis;
let presets: Presets;
let ada: User;
let ben: User;
let mod: User;
let auditChannel: Channel;
beforeAll(async () => {
  world = await startWorld();
  const { discord, guild } = world;
  ada = world.member;
  ben = discord.createUser({ name: "*Ben*" });
  mod = discord.createUser({ name: "Mod" });
  discord.makeModerator(guild, mod);
  auditChannel = discord.createChannel({ guild, name: "audit" });
  redis = redisIn(world.dataDir);
  presets = createPresets(redis);
  const server = { scope: "server", id: guild.id } as const;
  await createSettings(redis).set(server, "audit_channel", () => auditChannel.id);
});
afterAll(async () => {
  redis.disconnect();
  await world.close();
});

type Place = { user?: User; channel?: Channel };
const use = (sub: string, options: object, { user = ada, channel = world.channel }: Place = {}) =>
  world.discord.command({ user, channel, name: `preset ${sub}`, options: options as never });
/** The private answer, in words. */
async function ask(sub: string, options: object, place: Place = {}): Promise<string> {
  const answer = await world.answer(use(sub, options, place));
  expect(answer.ephemeralFor).toBe((place.user ?? ada).id);
  return world.discord.textOf(answer);
}
const small = "--width 128 --height 128";
const lastBody = () => world.webui.drawings.at(-1)?.body ?? {};
async function drawn(asked: Interaction): Promise<Message> {
  return world.result(asked);
}
const choices = async (name: string, focused: string, value: string, place: Place = {}) =>
  world.discord.complete({
    user: place.user ?? ada,
    channel: place.channel ?? world.channel,
    name,
    focused,
    value,
  });
const notes = () =>
  world.discord.messages(auditChannel).map((message) => world.discord.textOf(message));
const linkTo = ({ channelId, id }: Message) =>
  `https://discord.com/channels/${world.guild.id}/${channelId}/${id}`;
const ownOf = async (user: User, name: string) =>
  (await presets.exportOf(user.id)).find((preset) => preset.name === name)?.values;

describe("/preset save", () => {
  it("keeps what was typed, checked, with names as the webuis spell them", async () => {
    const parameters = `oil painting ${small} --steps 7 --model DAYBREAK-V6 --lora add_detail:0.5 --spoiler`;
    const said = await ask("save", { name: "  Oil  paint ", parameters });
    expect(said).toContain("`Oil paint` is saved");
    expect(said).toContain("--steps 7");
    expect(await ownOf(ada, "Oil paint")).toEqual({
      prompt: "oil painting",
      width: 128,
      height: 128,
      steps: 7,
      model: "daybreak-v6.safetensors [7f96a1a9ca]",
      lora: ["add-detail:0.5"],
      spoiler: true,
    });
    expect(await ask("save", { name: "OIL PAINT", parameters: "--steps 8" })).toContain(
      "in the place of the one it had before",
    );
    expect(await ownOf(ada, "OIL PAINT")).toEqual({ steps: 8 });
  });

  it("refuses privately what cannot be drawn with, and says why", async () => {
    const refusals: [object, string | RegExp][] = [
      [{ name: "a", parameters: "--steps 900" }, "from 1 to 150"],
      [{ name: "a", parameters: "--model daybrake" }, /Did you mean `daybreak/],
      [{ name: "a", parameters: "--preset b" }, "cannot hold another preset"],
      [{ name: "a", parameters: " " }, "nothing to save"],
      [{ name: "@everyone", parameters: "--steps 3" }, "may not hold"],
      [{ name: "a", from: "https://example.com/1/2/3" }, "cannot find a result"],
      [{ name: "a", from: "123456789012345678" }, "cannot find a result"],
      [{ name: "a" }, "no picture of yours"],
    ];
    for (const [options, words] of refusals) expect(await ask("save", options)).toMatch(words);
    expect(await ownOf(ada, "a")).toBeUndefined();
  });

  it("points out flags that it does not know", async () => {
    const said = await ask("save", { name: "v6", parameters: "film still --v 6 --steps 3" });
    expect(said).toContain("`--v` is no parameter");
    expect(await ownOf(ada, "v6")).toEqual({ prompt: "film still --v 6", steps: 3 });
  });

  it("keeps what one's last picture has: neither its words nor its seed", async () => {
    const options = {
      prompt: `a pier ${small} --ar 1:1 --steps 3 --seed 5 --no boats`,
      cfg_scale: 4,
    };
    await drawn(world.draw(options));
    const said = await ask("save", { name: "last" });
    expect(said).toContain("`last` is saved");
    expect(await ownOf(ada, "last")).toEqual({
      model: "daybreak-v6.safetensors [7f96a1a9ca]",
      negative_prompt: "boats",
      width: 128,
      height: 128,
      steps: 3,
      cfg_scale: 4,
    });
    const [first] = await choices("preset save", "from", "pier");
    expect(first?.name).toBe("a pier");
    await ask("save", { name: "chosen", from: first?.value, parameters: "--steps 4 --ar 2:1" });
    expect(await ownOf(ada, "chosen")).toMatchObject({
      steps: 4,
      aspect_ratio: "2:1",
      cfg_scale: 4,
    });
    expect(await ownOf(ada, "chosen")).not.toHaveProperty("width");
  });

  it("keeps what somebody else's result in this channel has, by its link or id, but none elsewhere", async () => {
    const { discord, guild, channel } = world;
    const result = await drawn(world.draw({ prompt: `a quay ${small} --steps 6` }, { user: ben }));
    await ask("save", { name: "linked", from: linkTo(result) });
    expect(await ownOf(ada, "linked")).toMatchObject({ steps: 6, width: 128 });
    await ask("save", { name: "by id", from: result.id });
    expect(await ownOf(ada, "by id")).toMatchObject({ steps: 6 });
    const other = discord.createChannel({ guild, name: "hidden", memberPermissions: 0n });
    expect(await ask("save", { name: "spied", from: linkTo(result) }, { channel })).toContain(
      "saved",
    );
    discord.giveRole(
      guild,
      ben,
      discord.createRole({ guild, name: "All", permissions: permission.ADMINISTRATOR }),
    );
    const secret = await drawn(
      world.draw({ prompt: `secret ${small}`, steps: 9 }, { user: ben, at: other }),
    );
    expect(await ask("save", { name: "secret", from: linkTo(secret) })).toContain("cannot find");
    // One's own is one's own wherever it stands.
    expect(await ask("save", { name: "mine", from: linkTo(secret) }, { user: ben })).toContain(
      "saved",
    );
    expect(await ownOf(ben, "mine")).toMatchObject({ steps: 9 });
  });
});

describe("💾 below 📋", () => {
  it("saves what the result was drawn with under the name that is asked for", async () => {
    const { discord } = world;
    const result = await drawn(world.draw({ prompt: `a lock ${small} --steps 5` }, { user: ben }));
    const details = await world.answer(discord.press({ user: ada, message: result, emoji: "📋" }));
    const dialog = discord.press({ user: ada, message: details, emoji: "💾" });
    const modal = await discord.waitFor(() => dialog.dialog);
    // Only who may decide for the server is asked for whom.
    expect(modal.components).toHaveLength(1);
    const saved = discord.submit({ user: ada, dialog, fields: { name: "Lock" } });
    expect(discord.textOf(await world.answer(saved))).toContain("`Lock` is saved");
    expect(await ownOf(ada, "Lock")).toMatchObject({ steps: 5, width: 128 });
    expect(await ownOf(ada, "Lock")).not.toHaveProperty("prompt");
  });

  it("saves for the server only for who may still decide for it when it is sent", async () => {
    const { discord, guild } = world;
    const keeper = discord.createUser({ name: "Keeper" });
    const role = discord.createRole({ guild, name: "Host", permissions: permission.MANAGE_GUILD });
    discord.giveRole(guild, keeper, role);
    const result = await drawn(world.draw({ prompt: `a weir ${small} --steps 5` }));
    const details = await world.answer(
      discord.press({ user: keeper, message: result, emoji: "📋" }),
    );
    const open = () => discord.press({ user: keeper, message: details, emoji: "💾" });
    const fields = { name: "Weir", scope: "server" };
    const first = open();
    await discord.waitFor(() => first.dialog);
    const taken = open();
    await discord.waitFor(() => taken.dialog);
    await world.answer(discord.submit({ user: keeper, dialog: first, fields }));
    discord.takeRole(guild, keeper, role);
    const again = discord.submit({
      user: keeper,
      dialog: taken,
      fields: { ...fields, name: "Mill" },
    });
    expect(await world.refusal(again)).toContain("manage this server");
    const { server } = await presets.known(keeper.id, guild.id);
    expect(server.map(({ name }) => name)).toEqual(["Weir"]);
    await presets.remove({ scope: "server", id: guild.id }, "Weir");
  });

  it("does not open what others alone were told, whoever makes up its id", async () => {
    const { discord } = world;
    const result = await drawn(world.draw({ prompt: `a sluice ${small}` }));
    const details = await world.answer(discord.press({ user: ada, message: result, emoji: "📋" }));
    const [button] = discord.buttonsOf(details).filter(({ emoji }) => emoji === "💾");
    const forged = discord.press({
      user: ben,
      message: result,
      customId: button?.customId ?? "",
      forged: true,
    });
    expect(await world.refusal(forged)).toContain("no longer know");
    expect(forged.dialog).toBeUndefined();
  });
});

describe("drawing with a preset", () => {
  it("goes by option, then preset, then one's own settings", async () => {
    const me = { scope: "me", id: ada.id } as const;
    const settings = createSettings(redis);
    await settings.set(me, "steps", () => 9);
    await settings.set(me, "cfg_scale", () => 9);
    await settings.set(me, "clip_skip", () => 2);
    const parameters = `photo of {prompt}, film ${small} --steps 4 --cfg_scale 4 --seed 77`;
    await ask("save", { name: "Film", parameters });
    const result = await drawn(world.draw({ prompt: "a cat", preset: "film", steps: 2 }));
    expect(lastBody()).toMatchObject({
      prompt: "photo of a cat, film",
      steps: 2,
      cfg_scale: 4,
      seed: 77,
      width: 128,
      override_settings: { CLIP_stop_at_last_layers: 2 },
    });
    await drawn(world.draw({ prompt: "a dog --preset FILM --cfg_scale 3" }));
    expect(lastBody()).toMatchObject({ prompt: "photo of a dog, film", steps: 4, cfg_scale: 3 });
    // 🎲 repeats the values, whatever has become of the preset and of one's settings.
    await ask("delete", { name: "film" });
    await settings.reset(me);
    await drawn(world.discord.press({ user: ben, message: result, emoji: "🎲" }));
    expect(lastBody()).toMatchObject({ prompt: "photo of a cat, film", steps: 2, cfg_scale: 4 });
    expect(lastBody()["seed"]).not.toBe(77);
  });

  it("is what /preset use does, in public", async () => {
    await ask("save", { name: "Ink", parameters: `ink wash ${small} --steps 3` });
    const result = await drawn(use("use", { name: "ink", prompt: "a heron --steps 2" }));
    expect(result.ephemeralFor).toBeUndefined();
    expect(lastBody()).toMatchObject({ prompt: "a heron, ink wash", steps: 2, width: 128 });
    const hidden = `${small} --steps 2 --private`;
    await ask("save", { name: "Discreet", parameters: hidden });
    const asked = use("use", { name: "Discreet", prompt: "a crane" });
    expect((await world.answer(asked)).ephemeralFor).toBe(ada.id);
    await drawn(asked);
  });

  it("brings a preset's size to a picture that is given, but not hires fix", async () => {
    const parameters = "--width 192 --height 128 --hr_scale 2 --steps 2";
    await ask("save", { name: "Wide", parameters });
    const image = await pngFile();
    const result = await drawn(world.draw({ prompt: "a tern", preset: "Wide", image }));
    expect(lastBody()).toMatchObject({ width: 192, height: 128 });
    expect(result.attachments[0]).toMatchObject({ width: 192, height: 128 });
    await drawn(world.draw({ prompt: "a tern", preset: "Wide", image, aspect_ratio: "1:1" }));
    expect(lastBody()["width"]).toBe(lastBody()["height"]);
  });

  it("leaves out what no webui has any more, and says so", async () => {
    const values = { steps: 2, width: 128, height: 128, lora: ["long-gone:0.5"], vae: "gone.pt" };
    await presets.save({ scope: "me", id: ada.id }, "Old", values);
    const result = await drawn(world.draw({ prompt: "a rook", preset: "Old" }));
    expect(lastBody()).toMatchObject({ prompt: "a rook", steps: 2 });
    const words = world.discord.textOf(result);
    expect(words).toContain("LoRA `long-gone:0.5`");
    expect(words).toContain("were left out");
  });

  it("is refused privately where there is none of that name, with those that are like it", async () => {
    await ask("save", { name: "Watercolour", parameters: "--steps 3" });
    const refusal = await world.refusal(world.draw({ prompt: "x", preset: "watercolor" }));
    expect(refusal).toContain("no preset `watercolor`");
    expect(refusal).toContain("`Watercolour`");
    expect(await world.refusal(world.draw({ prompt: "x --preset nothing-like-it" }))).toContain(
      "no preset `nothing-like-it`",
    );
  });
});

describe("/preset share", () => {
  it("lets others use it by its name, while it stays its author's", async () => {
    const { discord } = world;
    await ask("save", { name: "Ben's *own*", parameters: `${small} --steps 3` }, { user: ben });
    expect(await ask("share", { name: "ben's *own*" })).toContain("You have no preset");
    expect(await world.refusal(world.draw({ prompt: "x", preset: "Ben's *own*" }))).toContain(
      "no preset",
    );
    expect(await ask("share", { name: "ben's *own*" }, { user: ben })).toContain("Everybody");
    await drawn(world.draw({ prompt: "a wren", preset: "ben's *OWN*" }));
    expect(lastBody()).toMatchObject({ prompt: "a wren", steps: 3 });
    await ask("save", { name: "Ben's *own*", parameters: `${small} --steps 4` }, { user: ben });
    await drawn(world.draw({ prompt: "a wren", preset: "ben's *own*" }));
    expect(lastBody()).toMatchObject({ steps: 4 });

    const dora = discord.createUser({ name: "Dora" });
    const answer = await world.answer(use("list", {}, { user: dora }));
    expect(discord.textOf(answer)).toContain("Shared here");
    expect(discord.textOf(answer)).toContain("**Ben's \\*own\\*** · \\*Ben\\*'s ·");
    expect(answer.mentions).toEqual([]);
    const [choice] = await choices("draw", "preset", "own");
    expect(choice).toEqual({ name: "Ben's *own* · *Ben*'s", value: "Ben's *own*" });

    const refusals = [
      await ask("save", { name: "BEN'S *OWN*", parameters: "--steps 5" }),
      await ask(
        "save",
        { name: "BEN'S *OWN*", parameters: "--steps 5", scope: "server" },
        { user: mod },
      ),
    ];
    for (const words of refusals) expect(words).toContain("\\*Ben\\* shares a preset");
    expect(await ask("delete", { name: "ben's *own*" })).toContain("belongs to \\*Ben\\*");
  });

  it("ends when its author or a moderator says so, and leaves it with its author", async () => {
    const { discord, guild } = world;
    const keeper = discord.createUser({ name: "Tidy" });
    const bits = { guild, name: "Tidy", permissions: permission.MANAGE_MESSAGES };
    discord.giveRole(guild, keeper, discord.createRole(bits));
    expect(await ask("delete", { name: "Ben's *own*" }, { user: keeper })).toContain(
      "of \\*Ben\\* is no longer shared",
    );
    expect(await ownOf(ben, "Ben's *own*")).toMatchObject({ steps: 4 });
    await ask("share", { name: "Ben's *own*" }, { user: ben });
    expect(await ask("share", { name: "Ben's *own*", stop: true }, { user: ben })).toContain(
      "no longer shared",
    );
    expect((await presets.known(ada.id, guild.id)).shared).toEqual([]);
    await discord.waitFor(() => notes().some((note) => note.includes("of \\*Ben\\* is no longer")));
    expect(notes().some((note) => note.includes("Everybody in this server"))).toBe(true);
  });
});

describe("the server's presets", () => {
  it("are made and deleted by who manages the server, used by everybody, and noted", async () => {
    const { discord, guild } = world;
    const options = { name: "House", parameters: `${small} --steps 3`, scope: "server" };
    expect(await ask("save", options)).toContain("manage this server");
    expect(await ask("save", options, { user: mod })).toContain("for the whole server");
    expect(await ask("delete", { name: "house" })).toContain("manage this server");
    expect((await presets.known(ada.id, guild.id)).server).toHaveLength(1);
    await drawn(world.draw({ prompt: "a hall", preset: "house" }, { user: ben }));
    expect(lastBody()).toMatchObject({ prompt: "a hall", steps: 3 });
    await ask("save", { name: "house", parameters: "--steps 50" });
    expect(await ask("share", { name: "house" })).toContain("The server has a preset");
    // With `scope` it is the server's that goes, though one has a preset of that name oneself.
    await ask("save", { name: "House", parameters: "--steps 60" }, { user: mod });
    const deleted = await ask("delete", { name: "House", scope: "server" }, { user: mod });
    expect(deleted).toContain("server's preset `House` is deleted");
    expect(await ownOf(mod, "House")).toEqual({ steps: 60 });
    await discord.waitFor(() => notes().some((note) => note.includes("`House` is deleted")));
    expect(notes().some((note) => note.includes("Mod") && note.includes("whole server"))).toBe(
      true,
    );
  });

  it("are none in direct messages, where one's own are", async () => {
    const dm = world.discord.dm(ada);
    const refused = await ask(
      "save",
      { name: "x", parameters: "--steps 3", scope: "server" },
      { channel: dm },
    );
    expect(refused).toContain("no server here");
    expect(await ask("share", { name: "Ink" }, { channel: dm })).toContain("no server here");
    expect(await ask("list", {}, { channel: dm })).toContain("**Ink**");
  });
});

describe("with all the presets that there may be", () => {
  it("lists are paged, and completion offers 25: one's own, then those shared, then the server's", async () => {
    const { discord, guild } = world;
    const cat = discord.createUser({ name: "Cat" });
    const many = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `${prefix} ${String(index).padStart(3, "0")} ${"ü".repeat(40)}`,
        values: { steps: 3, prompt: "\\*".repeat(700) },
      }));
    const put = (owner: string, list: object[], shared: object[] = []) =>
      redis.set(`{easel}:presets:${owner}`, JSON.stringify({ presets: list, shared, version: 1 }));
    await put(`me:${cat.id}`, many("own", 100));
    await put(`me:${ben.id}`, many("bens", 20));
    const shared = many("bens", 20).map(({ name }) => ({
      name,
      userId: ben.id,
      userName: "B".repeat(32),
    }));
    await put(`server:${guild.id}`, many("house", 200), shared);

    const all = await choices("draw", "preset", "", { user: cat });
    expect(all).toHaveLength(25);
    expect(all.every(({ name }) => name.startsWith("own"))).toBe(true);
    const some = await choices("preset use", "name", "9", { user: cat });
    const kinds = some.map(({ name }) => name.split(" ")[0]);
    expect(kinds).toEqual(
      [...kinds].toSorted((a, b) => order.indexOf(`${a}`) - order.indexOf(`${b}`)),
    );
    const [theirs] = await choices("draw", "preset", "bens 007", { user: cat });
    expect(theirs?.name.length).toBeLessThanOrEqual(100);
    expect(theirs?.name).toContain("BBB");
    const asked = world.draw(
      { prompt: "a", preset: theirs?.value ?? "", steps: 2, width: 64, height: 64 },
      { user: cat },
    );
    await drawn(asked);
    expect(await choices("preset delete", "name", "house", { user: cat })).toEqual([]);
    expect(await choices("preset delete", "name", "house", { user: mod })).toHaveLength(25);

    const list = await world.answer(use("list", {}, { user: cat }));
    expect(discord.textOf(list)).toContain("Page 1 of 32");
    expect(discord.textOf(list)).toContain("own 009");
    discord.press({ user: cat, message: list, emoji: "▶️" });
    await discord.waitFor(() => discord.textOf(list).includes("Page 2 of 32"));
    discord.press({ user: cat, message: list, customId: "presets:31", forged: true });
    await discord.waitFor(
      () => discord.textOf(list).includes("house 199") || discord.textOf(list).includes("Page 31"),
    );
    expect(discord.textOf(list)).toContain("The server's");
    const more = { name: "one more", parameters: "--steps 3" };
    expect(await ask("save", more, { user: cat })).toContain("100 presets already");
    expect(await ask("save", { ...more, scope: "server" }, { user: mod })).toContain(
      "200 presets already",
    );
  });
});

const order = ["own", "bens", "house"];
