import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Channel, Guild, Interaction, Message, User } from "../src/demo/discord/start.ts";
import type { Scope, SettingName } from "../src/generation/settings.ts";
import { createSettings } from "../src/store/settings.ts";
import { pseudonym } from "../src/store/pseudonym.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
let redis: Redis;
let guild: Guild;
let channel: Channel;
let ada: User;
let ben: User;
let mod: User;
beforeAll(async () => {
  world = await startWorld();
  redis = redisIn(world.dataDir);
});
afterAll(async () => {
  redis.disconnect();
  await world.close();
});
/** Every test has a server of its own, where nobody has used anything yet. */
beforeEach(() => {
  const { discord } = world;
  discord.advance(10_000);
  guild = discord.createGuild({ name: "Limited" });
  channel = discord.createChannel({ guild, name: "pictures" });
  [ada, ben, mod] = ["Ada", "Ben", "Mo"].map((name) => discord.createUser({ name })) as [
    User,
    User,
    User,
  ];
  discord.makeModerator(guild, mod);
});
afterEach(() => {
  world.webui.pace(1);
  goOn();
});

/** What is asked for stays with the webui, or waits behind that. */
const hold = () => world.webui.faults.always({ kind: "hang" });
function goOn() {
  world.webui.faults.always(undefined);
  world.webui.faults.release();
}

const set = (name: SettingName, value: unknown, more: { scope?: Scope; role?: string } = {}) => {
  const { scope = "server", role } = more;
  const id = scope === "channel" ? channel.id : guild.id;
  return createSettings(redis).set({ scope, id }, name, () => value, role);
};
const small = { width: 64, height: 64, steps: 1 };
const draw = (more: object = {}, user = ada, at = channel) =>
  world.draw({ prompt: "x", ...small, ...more }, { user, at });
const use = (name: string, options = {}, user = ada, at = channel) =>
  world.discord.command({ user, channel: at, name, options });
const drawn = (interaction: Interaction) => world.result(interaction);
const isAccepted = ({ responseMessage: message }: Interaction) =>
  message !== undefined && message.ephemeralFor === undefined && !message.thinking;
const press = (user: User, message: Message, emoji: string) =>
  world.discord.press({ user, message, emoji });
const info = async (user = ada, at = channel) => {
  const answer = await world.answer(use("info", {}, user, at));
  expect(answer.ephemeralFor).toBe(user.id);
  return world.discord.textOf(answer);
};
const lastBody = () => world.webui.drawings.at(-1)?.body;
const picture = { bytes: Buffer.alloc(0), name: "a.png" };
/** Nothing of the member is under way any more: its results may be posted before the rest is. */
const untilLeft = async (user = ada, at = guild.id) =>
  expect
    .poll(() => redis.exists(`{easel}:places:${pseudonym(user.id)}:${at}`), { timeout: 10_000 })
    .toBe(0);

describe("waiting jobs", () => {
  it("are exactly as many as the limit says, whoever presses how often at once", async () => {
    await set("max_waiting", 3);
    for (let round = 0; round < 2; round += 1) {
      hold();
      const asked = Array.from({ length: round === 0 ? 60 : 10 }, () => draw());
      await world.discord.waitFor(
        () => asked.every(({ responseMessage: answer }) => answer && !answer.thinking),
        20_000,
      );
      const accepted = asked.filter(isAccepted);
      expect(accepted).toHaveLength(3);
      for (const refused of asked.filter((each) => !isAccepted(each))) {
        expect(await world.refusal(refused)).toContain("3 of at most 3 jobs");
      }
      expect(await info()).toContain("wait or are being drawn: 3 of 3");
      goOn();
      for (const each of accepted) await drawn(each);
      await untilLeft();
    }
  });

  it("are given back by one that is cancelled, and by one that fails", async () => {
    await set("max_waiting", 1);
    hold();
    const waiting = await world.answer(draw());
    expect(await world.refusal(draw())).toContain("1 of at most 1");
    press(ada, waiting, "❌");
    await untilLeft();
    goOn();
    world.webui.faults.next({ kind: "error", status: 422 });
    const failed = draw();
    await world.discord.waitFor(
      () =>
        world.discord.messages(channel).some((each) => world.discord.textOf(each).includes("❗")),
      10_000,
    );
    expect(world.discord.textOf(await world.answer(failed))).toContain("❗");
    await untilLeft();
    await drawn(draw());
  });

  it("are given back, with the hour, where nobody could be told that the job was taken", async () => {
    await set("max_waiting", 1);
    await set("max_per_hour", 1);
    hold();
    const match = (_method: string, path: string) => path.includes("/callback");
    const body = { message: "Unknown interaction", code: 10062 };
    const mend = world.discord.faults.fail({ match, status: 404, times: 1, body });
    const before = world.easel.log().length;
    draw();
    const isQueued = () =>
      world.easel
        .log()
        .slice(before)
        .some(({ msg }) => msg === "job queued");
    await world.discord.waitFor(isQueued);
    await untilLeft();
    mend();
    const next = draw();
    await world.answer(next);
    expect(isAccepted(next)).toBe(true);
    goOn();
    await drawn(next);
  });

  it("are those of whoever presses, by the best of their roles, and by the channel before the server", async () => {
    const role = (name: string) => world.discord.createRole({ guild, name });
    const [few, many] = [role("Few"), role("Many")];
    for (const each of [few, many]) world.discord.giveRole(guild, ada, each);
    await set("max_waiting", 1);
    await set("max_waiting", 2, { role: few.id });
    await set("max_waiting", 3, { role: many.id });
    const result = await drawn(draw());
    await untilLeft();
    hold();
    const taken = [1, 2, 3].map(() => press(ada, result, "🎲"));
    for (const each of taken) await world.answer(each);
    expect(taken.filter(isAccepted)).toHaveLength(3);
    expect(await world.refusal(press(ada, result, "🎲"))).toContain("3 of at most 3");
    const first = press(ben, result, "🎲");
    await world.answer(first);
    expect(isAccepted(first)).toBe(true);
    expect(await world.refusal(press(ben, result, "🎲"))).toContain("1 of at most 1");
    await set("max_waiting", 2, { scope: "channel" });
    const second = press(ben, result, "🎲");
    await world.answer(second);
    expect(isAccepted(second)).toBe(true);
    goOn();
    for (const each of [...taken, first, second]) await drawn(each);
  });

  it("of direct messages are counted apart, and no server has a say there", async () => {
    await set("max_waiting", 1);
    await set("max_steps", 1);
    hold();
    const here = draw();
    await world.answer(here);
    const dm = world.discord.dm(ada);
    const there = [draw({ steps: 2 }, ada, dm), draw({ steps: 2 }, ada, dm)];
    for (const each of there) await world.answer(each);
    expect(there.every(isAccepted)).toBe(true);
    expect(await info(ada, dm)).toContain("wait or are being drawn: 2 of 100");
    goOn();
    for (const each of [here, ...there]) await drawn(each);
  });
});

describe("what is asked for over a limit", () => {
  it("is refused privately, with both, and nothing of it is drawn", async () => {
    await set("max_count", 2);
    await set("max_steps", 30);
    await set("max_pixels", 600 * 600);
    await set("max_upscale", 3);
    const before = world.webui.drawings.length;
    expect(await world.refusal(draw({ count: 3 }))).toContain("limit here is 2");
    expect(await world.refusal(draw({ steps: 31 }))).toContain("31 steps. Your limit here is 30");
    expect(await world.refusal(draw({ width: 640, height: 640 }))).toContain("409,600 pixels");
    expect(await world.refusal(draw({ width: 320, height: 320, hr_scale: 2 }))).toContain(
      "640 × 640",
    );
    const tooMuch = use("upscale", { image: picture, scale: 4 });
    expect(await world.refusal(tooMuch)).toContain("4 times as large. Your limit here is 3");
    expect(world.webui.drawings).toHaveLength(before);
    const text = await info();
    for (const line of ["at once: 2", "Steps: 30", "included: 360,000", "Enlarging: 3 times"]) {
      expect(text).toContain(line);
    }
  });

  it("is lowered of a result that somebody wants once more, with a word, but not of what they say in the dialog", async () => {
    const result = await drawn(draw({ count: 3 }));
    await set("max_count", 2);
    const again = await drawn(press(ben, result, "🎲"));
    expect(again.attachments).toHaveLength(2);
    expect(world.discord.textOf(again)).toContain("⚠️ Pictures at once: 2");
    const dialog = press(ben, again, "🖋");
    await world.discord.waitFor(() => dialog.dialog);
    const fields = { prompt: "y", flags: "--steps 1 --count 3" };
    const edited = world.discord.submit({ user: ben, dialog, fields });
    expect(await world.refusal(edited)).toContain("limit here is 2");
  });

  it("is lowered where nobody asked for it: a server's own defaults keep nobody from drawing", async () => {
    await set("steps", 60);
    await set("width", 1024);
    await set("height", 768);
    await set("max_steps", 7);
    await set("max_pixels", 640 * 640);
    await drawn(world.draw({ prompt: "x" }, { user: ada, at: channel }));
    expect(lastBody()).toMatchObject({ steps: 7, width: 704, height: 512 });
  });
});

describe("an hour, and a pause", () => {
  it("counts what was accepted and did not fail, and says when the next one is free", async () => {
    await set("max_per_hour", 2);
    world.webui.faults.next({ kind: "error", status: 422 });
    const failed = draw();
    await world.discord.waitFor(
      () => failed.responseMessage && world.discord.textOf(failed.responseMessage).includes("❗"),
      10_000,
    );
    await untilLeft();
    const all = [draw(), draw()];
    for (const each of all) await drawn(each);
    const said = await world.refusal(draw());
    expect(said).toContain("2 of at most 2 jobs an hour");
    const freeAt = Number(/<t:(\d+):R>/.exec(said)?.[1]) * 1000;
    expect(Math.abs(freeAt - Date.now() - 3600_000)).toBeLessThan(60_000);
    expect(await info()).toContain(`2 of 2, you can ask for the next one <t:${freeAt / 1000}:R>`);
  });

  it("is between two jobs, and said with its end", async () => {
    await set("cooldown_seconds", 50);
    await drawn(draw());
    expect(await world.refusal(draw())).toMatch(/pause of 50 s here\. It ends <t:\d+:R>/);
    await drawn(draw({}, ben));
  });
});

describe("GPU time", () => {
  const spent = async (user = ada) => {
    const [key = ""] = await redis.keys(`{easel}:gpu:${pseudonym(user.id)}:${guild.id}:*`);
    return Number((await redis.get(key)) ?? 0);
  };

  it("is charged for what was drawn, and refused once it is used, until midnight UTC", async () => {
    await set("gpu_seconds_per_day", 1);
    // 64 x 64 pixels are a 64th of a usual step.
    world.webui.pace(64 * 25);
    await drawn(draw({ steps: 25 }));
    await untilLeft();
    expect(await spent()).toBeGreaterThan(1);
    expect(await spent()).toBeLessThan(3);
    const said = await world.refusal(draw());
    expect(said).toContain("at most 1 s of GPU time today");
    const tomorrow = Math.floor(Date.now() / 86_400_000) * 86_400 + 86_400;
    expect(said).toContain(`<t:${tomorrow}:R>`);
    expect(await info()).toContain(`free again <t:${tomorrow}:R>`);
    world.webui.pace(1);
    await drawn(draw({}, ben));
  });

  it("is charged for what ran of a cancelled job, and not for one that failed or only waited", async () => {
    // The model is loaded.
    await drawn(draw({}, ben));
    world.webui.pace(64 * 25);
    const [running, waiting] = [
      await world.answer(draw({ steps: 150 })),
      await world.answer(draw()),
    ];
    await world.discord.waitFor(() => world.webui.drawings.at(-1)?.state === "drawing");
    await new Promise((resolve) => setTimeout(resolve, 300));
    press(ada, waiting, "❌");
    press(ada, running, "❌");
    await untilLeft();
    await expect.poll(() => spent(), { timeout: 10_000 }).toBeGreaterThan(0.25);
    const ran = await spent();
    expect(ran).toBeLessThan(5);
    world.webui.pace(1);
    world.webui.faults.next({ kind: "error", status: 422 });
    const failed = draw();
    await world.discord.waitFor(
      () => failed.responseMessage && world.discord.textOf(failed.responseMessage).includes("❗"),
      10_000,
    );
    await untilLeft();
    expect(await spent()).toBe(ran);
  });
});

describe("commands that are switched off", () => {
  it("are refused privately, as are the buttons and menus that do the same, also to managers", async () => {
    const result = await drawn(draw());
    await set("blocked_commands", ["upscale", "describe"]);
    const before = world.webui.exchanges.length;
    for (const user of [ada, mod]) {
      expect(await world.refusal(use("upscale", { image: picture }, user))).toContain("`upscale`");
      expect(await world.refusal(press(user, result, "⬆️"))).toContain("switched off");
    }
    const menu = { user: ada, channel, name: "Describe", target: result };
    expect(await world.refusal(world.discord.command(menu))).toContain("`describe`");
    expect(
      world.webui.exchanges.slice(before).some(({ path }) => /extra|interrogate/.test(path)),
    ).toBe(false);
    expect(await info()).toContain("Switched off: `upscale` and `describe`");
    await drawn(press(ada, result, "🎲"));
  });

  it("are those of a role for who has it, none if its list is empty", async () => {
    const trusted = world.discord.createRole({ guild, name: "Trusted" });
    world.discord.giveRole(guild, ben, trusted);
    await set("blocked_commands", ["draw"]);
    await set("blocked_commands", [], { role: trusted.id });
    const result = await drawn(draw({}, ben));
    expect(await world.refusal(draw())).toContain("`draw`");
    expect(await world.refusal(press(ada, result, "🎲"))).toContain("`draw`");
    await world.answer(use("preset save", { name: "mill", parameters: "--steps 2" }, ada));
    const preset = use("preset use", { name: "mill", prompt: "a mill" }, ada);
    expect(await world.refusal(preset)).toContain("`draw`");
    await drawn(press(ben, result, "🎲"));
  });

  it("are never those with which that is undone", async () => {
    await set("blocked_commands", ["settings", "draw"]);
    const answer = await world.answer(
      use("settings reset", { scope: "server", name: "blocked_commands" }, mod),
    );
    expect(world.discord.textOf(answer)).not.toContain("switched off");
    await drawn(draw());
  });
});

describe("roles that may draw", () => {
  it("and managers are all who may, by whatever way", async () => {
    const artist = world.discord.createRole({ guild, name: "Artist" });
    world.discord.giveRole(guild, ben, artist);
    await set("allowed_roles", [artist.id]);
    const result = await drawn(draw({}, ben));
    for (const refused of [draw(), press(ada, result, "🎲"), press(ada, result, "⬆️")]) {
      const said = await world.refusal(refused);
      expect(said).toContain(`with certain roles can have something drawn here: <@&${artist.id}>`);
    }
    expect(world.discord.messages(channel).flatMap(({ mentionedRoles }) => mentionedRoles)).toEqual(
      [],
    );
    await drawn(draw({}, mod));
    expect(await info()).toContain(`with these roles: <@&${artist.id}>`);
    await set("allowed_roles", [], { scope: "channel" });
    await drawn(draw());
  });
});
