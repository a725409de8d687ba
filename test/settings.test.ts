import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction, Message, User } from "../src/demo/discord/start.ts";
import { type ParameterName, rowOf } from "../src/generation/parameters.ts";
import { createSettings } from "../src/store/settings.ts";
import { redisIn } from "./harness/redis.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
let boss: User;

beforeAll(async () => {
  world = await startWorld();
  boss = world.discord.createUser({ name: "Mo" });
  world.discord.makeModerator(world.guild, boss);
}, 60_000);
afterAll(async () => world.close());

type Options = Record<string, string>;

const ask = (sub: string, options: Options, user = boss, channel = world.channel): Interaction =>
  world.discord.command({ user, channel, name: `settings ${sub}`, options });

/** What was said to whoever asked, privately. */
async function said(interaction: Interaction): Promise<string> {
  const message = await world.answer(interaction);
  expect(message.ephemeralFor).toBe(interaction.user.id);
  return world.discord.textOf(message);
}
const set = async (name: string, value: string, scope: string, user = boss) =>
  said(ask("set", { name, value, scope }, user));

/** The body of the request that a drawing made. */
async function drawn(options: Options | Record<string, number>, user = world.member) {
  await world.result(world.draw({ prompt: "a mill", ...options }, { user }));
  return world.webui.drawings.at(-1)?.body as Record<string, unknown>;
}

/** An entry of a menu; `forge` also sends what the message has not. */
const choose = (message: Message, user: User, customId: string, value: string) =>
  world.discord.select({ user, message, customId, values: [value] });
const forge = (message: Message, user: User, customId: string, value: string | undefined) =>
  value === undefined
    ? world.discord.press({ user, message, customId, forged: true })
    : world.discord.select({ user, message, customId, values: [value], forged: true });
const dialogOf = async (asked: Interaction) => {
  await world.discord.waitFor(() => asked.dialog);
  return asked;
};
const fill = (dialog: Interaction, value: string) =>
  world.discord.submit({ user: dialog.user, dialog, fields: { value } });

const sent = (body: Record<string, unknown>, name: ParameterName): unknown => {
  const path = String(rowOf(name).path ?? name).split(".");
  return path.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    body,
  );
};

describe("a default", () => {
  const names = ["cfg_scale", "steps", "width", "clip_skip"] as const;
  const scopes = ["me", "channel", "server"] as const;

  it("of me counts before the channel's, that before the server's, and an option before all", async () => {
    const chance = seeded(7);
    for (let round = 0; round < 6; round += 1) {
      const values: Record<string, Options> = { me: {}, channel: {}, server: {} };
      for (const scope of scopes) {
        const user = scope === "me" ? world.member : boss;
        await said(ask("reset", { scope }, user));
        for (const name of names) {
          if (chance() < 0.5) continue;
          const value = String(
            name === "width" ? 64 * (1 + Math.floor(chance() * 4)) : 1 + Math.floor(chance() * 9),
          );
          await set(name, value, scope, user);
          values[scope] = { ...values[scope], [name]: value };
        }
      }
      const asked = chance() < 0.5 ? {} : { steps: 1 + Math.floor(chance() * 9) };
      const body = await drawn(asked);
      for (const name of names) {
        const expected =
          (asked as Record<string, number>)[name] ??
          scopes.map((scope) => values[scope]?.[name]).find((value) => value !== undefined);
        const usual = name === "steps" ? 20 : undefined;
        const told = expected === undefined ? usual : Number(expected);
        expect({ round, name, value: sent(body, name) }).toEqual({ round, name, value: told });
      }
    }
    for (const scope of scopes)
      await said(ask("reset", { scope }, scope === "me" ? world.member : boss));
  });

  it("holds in its own server, its own channel, for its own person alone", async () => {
    const elsewhere = world.discord.createChannel({ guild: world.guild, name: "sketches" });
    const other = world.discord.createUser({ name: "Bo" });
    await set("cfg_scale", "5", "channel");
    await set("steps", "7", "me", other);
    expect(sent(await drawn({}), "cfg_scale")).toBe(5);
    await world.result(world.draw({ prompt: "a mill" }, { at: elsewhere }));
    const body = world.webui.drawings.at(-1)?.body as Record<string, unknown>;
    expect(sent(body, "cfg_scale")).toBeUndefined();
    expect(sent(body, "steps")).toBe(20);
    await said(ask("reset", { scope: "channel" }));
  });

  it("does not change a result that is drawn once more", async () => {
    const first = await world.result(world.draw({ prompt: "a mill", steps: 3 }));
    await set("cfg_scale", "9", "server");
    await world.result(world.discord.press({ user: world.member, message: first, emoji: "🎲" }));
    expect(
      sent(world.webui.drawings.at(-1)?.body as Record<string, unknown>, "cfg_scale"),
    ).toBeUndefined();
    await said(ask("reset", { scope: "server", name: "cfg_scale" }));
  });

  it("of private hides the answer, and an option shows it", async () => {
    await set("private", "yes", "me", world.member);
    const hidden = await world.answer(world.draw({ prompt: "a mill", steps: 1 }));
    expect(hidden.ephemeralFor).toBe(world.member.id);
    const shown = await world.answer(world.draw({ prompt: "a mill", steps: 1, private: false }));
    expect(shown.ephemeralFor).toBeUndefined();
    await said(ask("reset", {}, world.member));
  });

  it("that the webuis no longer have is kept, shown as missing, and not sent", async () => {
    const redis = redisIn(world.dataDir);
    const gone = { model: "gone.safetensors [0123456789]", sampler_name: "Heun++" };
    for (const [name, value] of Object.entries(gone)) {
      const owner = { scope: "server", id: world.guild.id } as const;
      await createSettings(redis).set(owner, name as "model", () => value);
    }
    redis.disconnect();
    const body = await drawn({ steps: 1 });
    expect(sent(body, "sampler_name")).toBeUndefined();
    expect(sent(body, "model")).not.toContain("gone");
    for (const options of [{ scope: "server" }, {}] as Options[]) {
      const words = await said(ask("view", options));
      expect(words).toMatch(/Model:\*\* `gone\.safetensors.*no webui has this now/);
      expect(words).toMatch(/Sampler:\*\* `Heun\+\+`.*no webui has this now/);
    }
    await said(ask("reset", { scope: "server" }));
  });
});

describe("/settings view", () => {
  it("says of each value where it comes from, and of what a stronger one hides that it does", async () => {
    await set("steps", "11", "server");
    await set("cfg_scale", "4.5", "channel");
    expect(await set("steps", "12", "me", world.member)).toContain("**Steps** is now `12`");
    const hidden = await set("cfg_scale", "6", "server");
    expect(hidden).toContain("CFG scale is still `4.5` here (set in this channel)");
    const words = await said(ask("view", {}, world.member));
    expect(words).toContain("**Steps:** `12` · your own setting");
    expect(words).toContain("**CFG scale:** `4.5` · set in this channel");
    expect(words).toContain("**Jobs at once:** 100 · usual");
    expect(words).toMatch(/\*\*Model:\*\* `daybreak[^`]*` · the webui's own/);
    await set("model", "aurora-xl", "server");
    const large = await said(ask("view", {}, world.member));
    expect(large).toMatch(/\*\*Model:\*\* `[^`]*aurora-xl[^`]*` · set in this server/);
    expect(large).toContain("**Width:** `1024` · the model's profile");
    const theirs = await said(ask("view", { scope: "server" }));
    expect(theirs).toContain("**Steps:** `11`");
    expect(theirs).toContain("**CFG scale:** `6`");
    for (const scope of ["server", "channel"]) await said(ask("reset", { scope }));
    await said(ask("reset", { scope: "me" }, world.member));
  });

  it("keeps what is forbidden, and who, from members", async () => {
    await set("banned_words", "swordfish", "server");
    await set("banned_people", `<@${world.discord.createUser({ name: "Ned" }).id}>`, "server");
    const members = await said(ask("view", {}, world.member));
    expect(members).not.toContain("swordfish");
    expect(members).toContain("2 more, for moderators");
    expect(await said(ask("view", {}))).toContain("swordfish");
    await said(ask("reset", { scope: "server" }));
  });

  it("of everything at once keeps Discord's limits, with pages and menus", async () => {
    const words = Array.from({ length: 300 }, (_, index) => `word${index}`).join(", ");
    for (const [name, value] of [
      ["banned_words", words],
      ["negative_prompt", "x".repeat(3_000)],
      ["max_steps", "50"],
      ["forced_spoiler", "no"],
      ["styles", "none"],
    ] as const) {
      await set(name, value, "server");
    }
    const amounts = [
      "steps",
      "cfg_scale",
      "count",
      "clip_skip",
      "hr_scale",
      "scale",
      "cooldown_seconds",
    ];
    const limits = ["max_waiting", "max_count", "max_upscale", "max_per_hour", "max_pixels"];
    for (const name of [...amounts, ...limits]) await set(name, "1", "server");
    for (const name of ["spoiler", "tiling", "live_preview"]) await set(name, "no", "server");
    for (const name of ["width", "height"]) await set(name, "64", "server");
    const first = await world.answer(ask("view", {}));
    const next = world.discord.press({ user: boss, message: first, emoji: "▶️" });
    await world.discord.waitFor(() => /Page 2 of 2/.test(world.discord.textOf(first)), 5_000);
    expect(next.failedReason).toBeUndefined();
    await said(ask("reset", { scope: "server" }));
  });
});

describe("a list", () => {
  it("is added to with + and taken out of with -, and is never cut by a dialog", async () => {
    await set("banned_words", "perch, pike", "server");
    expect(await set("banned_words", "/(a/", "server")).toContain("cannot be used");
    expect(await set("banned_words", "+ /a{1,2}b/", "server")).toContain("`/a{1,2}b/`");
    expect(await set("banned_words", "- /a{1,2}b/", "server")).toContain("`perch`, `pike`");
    expect(await set("banned_words", "+ trout, pike", "server")).toContain("`trout`");
    expect(await set("banned_words", "-Pike", "server")).toContain("`perch`, `trout`");
    const long = Array.from({ length: 56 }, (_, index) => `w${index}${"x".repeat(95)}`);
    await set("banned_words", `+ ${long.join(",")}`, "server");
    const view = await world.answer(ask("view", { scope: "server" }));
    const opened = await dialogOf(choose(view, boss, "setting:server:menu:1", "banned_words"));
    expect(JSON.stringify(opened.dialog)).toContain('"value":"+"');
    expect(await said(fill(opened, "+"))).toContain("`perch`, `trout`");
    expect(await said(fill(opened, "+ roach"))).toContain("`perch`, `trout`");
    const redis = redisIn(world.dataDir);
    const stored = await createSettings(redis).get({ scope: "server", id: world.guild.id });
    redis.disconnect();
    expect(stored.values["banned_words"]).toEqual(["perch", "trout", ...long, "roach"]);
    await said(ask("reset", { scope: "server" }));
  });
});

describe("a dialog", () => {
  it("is prefilled, sets what is typed and forgets what is emptied", async () => {
    await set("steps", "9", "me", world.member);
    const view = await world.answer(ask("view", { scope: "me" }, world.member));
    const open = () => choose(view, world.member, "setting:me:menu:0", "steps");
    const opened = await dialogOf(open());
    expect(JSON.stringify(opened.dialog)).toContain('"value":"9"');
    const changed = fill(opened, "14");
    expect(await said(changed)).toContain("**Steps** is now `14`");
    const again = await dialogOf(open());
    const emptied = fill(again, "");
    expect(await said(emptied)).toContain("**Steps** is no longer set");
    const wrong = fill(await dialogOf(open()), "900");
    expect(await said(wrong)).toContain("from 1 to 150");
  });

  it("is not opened for a text that it cannot hold", async () => {
    await set("negative_prompt", "x".repeat(5_000), "me");
    const view = await world.answer(ask("view", { scope: "me" }));
    const asked = choose(view, boss, "setting:me:menu:0", "negative_prompt");
    expect(await said(asked)).toContain("use /settings set");
    await said(ask("reset", { scope: "me" }));
  });
});

describe("a member without rights", () => {
  it.each(["server", "channel"])("may not see, set or reset what holds for a %s", async (scope) => {
    const no = /manage this server/;
    expect(await said(ask("view", { scope }, world.member))).toMatch(no);
    expect(await set("steps", "9", scope, world.member)).toMatch(no);
    expect(await said(ask("reset", { scope }, world.member))).toMatch(no);
    expect(await said(ask("view", { scope }))).toContain("Nothing is set here");
  });

  it("may not do so by a forged press or dialog either", async () => {
    const no = /manage this server/;
    const mine = await world.answer(ask("view", { scope: "me" }, world.member));
    for (const [customId, value] of [
      ["settings:server:1", undefined],
      ["setting:server:menu:0", "steps"],
      ["setting:channel:menu:0", "max_steps"],
    ] as const) {
      expect(await said(forge(mine, world.member, customId, value))).toMatch(no);
    }
    const opened = await dialogOf(choose(mine, world.member, "setting:me:menu:0", "steps"));
    if (opened.dialog !== undefined) opened.dialog.custom_id = "setting:server:steps";
    const forged = fill(opened, "9");
    expect(await said(forged)).toMatch(no);
    expect(await said(ask("view", { scope: "server" }))).toContain("Nothing is set here");
  });

  it("cannot set for themselves what only a server decides", async () => {
    expect(await set("max_waiting", "0", "me", world.member)).toContain("only be set for");
  });
});

describe("what is set for a role", () => {
  it("is forgotten without the rest, and for everybody's role is what holds for everybody", async () => {
    const { discord, guild } = world;
    const patron = discord.createRole({ guild, name: "Patron" });
    const forRole = (sub: string, options: Options, role: string) =>
      said(ask(sub, { ...options, role }));
    await forRole("set", { name: "max_count", value: "2" }, guild.id);
    await forRole("set", { name: "max_count", value: "3" }, patron.id);
    const shown = await said(ask("view", {}, world.member));
    expect(shown).toContain("**Pictures per job:** 2 · set in this server");
    const one = await forRole("reset", { name: "max_count" }, patron.id);
    expect(one).toContain(`no longer set for <@&${patron.id}>`);
    await forRole("set", { name: "max_count", value: "3" }, patron.id);
    expect(await forRole("reset", {}, patron.id)).toContain("This server: 1 setting forgotten");
    expect(await said(ask("view", { scope: "server" }))).not.toContain(patron.id);
    expect(await forRole("reset", { name: "max_count" }, guild.id)).toContain("no longer set.");
    await set("banned_roles", `<@&${guild.id}>`, "server");
    expect(await world.refusal(world.draw({ prompt: "a mill" }))).toContain("You may not");
    await said(ask("reset", { scope: "server" }));
  });
});

describe("a setting that cannot be", () => {
  it("is refused with why, the nearest names, and changes nothing", async () => {
    expect(await set("stepps", "9", "me")).toContain("`steps`");
    expect(await set("steps", "900", "me")).toContain("from 1 to 150");
    expect(await set("model", "dreamshapr", "me")).toContain("Did you mean");
    expect(await said(ask("view", { scope: "me" }))).toContain("Nothing is set here");
  });
});

describe("completion", () => {
  const complete = (options: Options, focused: string) =>
    world.discord.complete({
      user: boss,
      channel: world.channel,
      name: "settings set",
      options,
      focused,
      value: options[focused] ?? "",
    });

  it("knows the settings of a scope by what members read and what hosts type", async () => {
    const names = async (name: string, scope: string) =>
      (await complete({ name, scope }, "name")).map(({ value }) => value);
    expect(await names("waiting", "server")).toEqual(["max_waiting"]);
    expect(await names("jobs at", "server")).toEqual(["max_waiting"]);
    expect(await names("waiting", "me")).toEqual([]);
    expect((await names("", "server")).length).toBe(25);
  });

  it("knows the values of each setting", async () => {
    const values = async (name: string, value: string) =>
      (await complete({ name, value }, "value")).map((choice) => choice.value);
    expect(await values("sampler_name", "euler a")).toContain("Euler a");
    expect(await values("forced_spoiler", "")).toEqual(["yes", "no"]);
    expect(await values("public_language", "de")).toEqual(["de"]);
    expect(await values("blocked_commands", "upscale, con")).toEqual(["upscale, control"]);
    expect(await values("blocked_commands", "+ con")).toEqual(["+ control"]);
    expect(await values("styles", "- water")).toEqual(["- Watercolour"]);
    expect(await values("audit_channel", "pict")).toEqual([world.channel.id]);
    expect((await values("model", "")).length).toBeGreaterThan(1);
    expect(await values("nonsense", "")).toEqual([]);
  });

  it("offers what is set, what is usual and the bounds, where there is no list to choose from", async () => {
    const offered = async (name: string, value: string, user = boss) => {
      const asked = { user, channel: world.channel, name: "settings set", focused: "value", value };
      const found = await world.discord.complete({ ...asked, options: { name, value } });
      return found.map((choice) => [choice.value, choice.name]);
    };
    await set("steps", "9", "server");
    await set("banned_words", "gore", "server");
    expect(await offered("steps", "")).toEqual([
      ["9", "9 · set in this server"],
      ["20", "20 · usual"],
      ["1", "1 · it must be from 1 to 150"],
      ["150", "150 · it must be from 1 to 150"],
    ]);
    expect(await offered("max_waiting", "")).toEqual([
      ["100", "100 · usual"],
      ["0", "0 · no limit"],
      ["1000", "1000 · it must be from 0 to 1,000"],
    ]);
    expect(await offered("max_waiting", "7")).toEqual([["7", "7 · it must be from 0 to 1,000"]]);
    expect(await offered("banned_words", "")).toEqual([["gore", "gore · set in this server"]]);
    for (const name of ["banned_words", "audit_channel", "allowed_models", "allowed_roles"]) {
      expect(await offered(name, "", world.member)).toEqual([]);
    }
    await said(ask("reset", { scope: "server" }));
  });
});

describe("settings", () => {
  it("survive a restart of everything", async () => {
    await set("cfg_scale", "3", "server");
    await world.easel.stop();
    await world.start();
    expect(sent(await drawn({ steps: 1 }), "cfg_scale")).toBe(3);
    await said(ask("reset", { scope: "server" }));
  }, 60_000);

  it("cannot be the channel of another server, and one that cannot be written to is pointed out", async () => {
    const { discord, guild } = world;
    const elsewhere = discord.createChannel({ guild: discord.createGuild({ name: "Else" }) });
    expect(await set("audit_channel", `<#${elsewhere.id}>`, "server")).toContain("no channel of");
    const closed = discord.createChannel({ guild, name: "closed", botPermissions: 0n });
    const words = await set("audit_channel", `<#${closed.id}>`, "server");
    expect(words).toContain("is now");
    expect(words).toContain(`I cannot write in <#${closed.id}>`);
    await set("steps", "9", "server");
    await said(ask("reset", { scope: "server" }));
    const warnings = world.easel
      .log()
      .filter(({ msg }) => /audit channel could not/.test(String(msg)));
    expect(warnings).toHaveLength(1);
  });

  it("are changed with a note in the audit channel", async () => {
    const log = world.discord.createChannel({ guild: world.guild, name: "log" });
    // Whose a channel is, is known from itself where the list of all is not to be had.
    const match = (_method: string, path: string) => /\/guilds\/\d+\/channels/.test(path);
    const body = { message: "Missing Access", code: 50001 };
    const mend = world.discord.faults.fail({ match, status: 403, times: 9, body });
    const elsewhere = world.discord.createChannel({
      guild: world.discord.createGuild({ name: "Else" }),
    });
    expect(await set("audit_channel", `<#${elsewhere.id}>`, "server")).toContain("no channel of");
    expect(await set("audit_channel", `<#${log.id}>`, "server")).toContain("is now");
    const asked = { user: boss, channel: world.channel, name: "settings set" };
    const options = { name: "audit_channel", value: "l" };
    const offered = await world.discord.complete({
      ...asked,
      options,
      focused: "value",
      value: "l",
    });
    expect(offered).toEqual([]);
    expect(world.easel.log().filter(({ msg }) => msg === "an interaction failed")).toEqual([]);
    mend();
    await set("steps", "9", "server");
    const notes = () => world.discord.messages(log).map((each) => world.discord.textOf(each));
    await world.discord.waitFor(() =>
      notes().some((words) => words.includes("**Steps** is now `9`")),
    );
    expect(
      notes().every((words) => words.includes("Mo") && words.includes(`<#${world.channel.id}>`)),
    ).toBe(true);
    await said(ask("reset", { scope: "server" }));
  });
});

/** Numbers from 0 to 1, the same at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
