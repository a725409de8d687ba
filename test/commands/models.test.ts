import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel, Interaction, Message, User } from "../../src/demo/discord/start.ts";
import { createSettings, type Settings } from "../../src/store/settings.ts";
import { en } from "../../src/text/en.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";

const own = "daybreak-v6.safetensors [7f96a1a9ca]";
const aurora = "xl/aurora-xl.safetensors [e6bb9ea85b]";
const inkwell = "inkwell-v3.safetensors [c35782bad8]";

let world: World;
let redis: Redis;
let settings: Settings;
let mo: User;
let audit: Channel;
let elsewhere: Channel;
beforeAll(async () => {
  const models = [
    { name: "daybreak-v6.safetensors", hash: "7f96a1a9ca" },
    { name: "xl/aurora-xl.safetensors", hash: "e6bb9ea85b" },
    { name: "inkwell-v3.safetensors", hash: "c35782bad8" },
    { name: "late.safetensors", hash: null },
    ...Array.from({ length: 20 }, (_, index) => ({ name: `filler-${index}` })),
  ];
  world = await startWorld({ webuis: [{ models, secondsPerStep: 0.001 }] });
  redis = redisIn(world.dataDir);
  settings = createSettings(redis);
  mo = world.discord.createUser({ name: "Mo" });
  world.discord.makeModerator(world.guild, mo);
  audit = world.discord.createChannel({ guild: world.guild, name: "audit" });
  await settings.set({ scope: "server", id: world.guild.id }, "audit_channel", () => audit.id);
  const other = world.discord.createGuild({ name: "Other" });
  world.discord.makeModerator(other, mo);
  elsewhere = world.discord.createChannel({ guild: other, name: "elsewhere" });
});
afterAll(async () => {
  redis.disconnect();
  await world.close();
});

type Options = Record<string, string | number | boolean>;
const use = (sub: string, options: Options = {}, user = mo, channel = world.channel): Interaction =>
  world.discord.command({ user, channel, name: `models ${sub}`, options });
const ask = async (...args: Parameters<typeof use>): Promise<string> => {
  const answer = await world.answer(use(...args));
  expect(answer.ephemeralFor).toBe((args[2] ?? mo).id);
  return world.discord.textOf(answer);
};
const complete = async (name: string, value: string, user = world.member, at = world.channel) => {
  const asked = { user, channel: at, name, focused: "model", value };
  return (await world.discord.complete(asked)).map((choice) => choice.name);
};
const noted = (words: string) =>
  world.discord.waitFor(() =>
    world.discord.messages(audit).some((message) => world.discord.textOf(message).includes(words)),
  );
/** Draws, and answers what went to the webui. */
async function sent(options: Options, at = world.channel): Promise<Record<string, unknown>> {
  const before = world.webui.drawings.length;
  await world.result(world.draw({ prompt: "a castle", ...options }, { at }));
  expect(world.webui.drawings).toHaveLength(before + 1);
  return world.webui.drawings[before]?.body as Record<string, unknown>;
}
const modelIn = (body: Record<string, unknown>) =>
  (body["override_settings"] as Record<string, unknown>)["sd_model_checkpoint"];

describe("/models", () => {
  it("lists the models privately, on pages, searched, with what their names tell", async () => {
    const answer = await world.answer(use("list", {}, world.member));
    const first = world.discord.textOf(answer);
    expect(answer.ephemeralFor).toBe(world.member.id);
    expect(first).toContain("· 24");
    expect(first).toContain(`\`${own}\` · the webui's own`);
    expect(first).toContain(`\`${aurora}\` · SDXL`);
    world.discord.press({ user: world.member, message: answer, emoji: "▶️" });
    await world.discord.waitFor(() => world.discord.textOf(answer).includes("Page 2 of 2"));
    expect(world.discord.textOf(answer)).not.toContain(own);
    const found = await ask("list", { search: "AURORA" }, world.member);
    expect(found).toContain("· 1 · with “AURORA”");
    expect(found).not.toContain(own);
  });

  it("tells what is known of a model, and where each value comes from", async () => {
    const text = await ask("info", { model: "aurora-xl" }, world.member);
    expect(text).toContain(`File: \`${aurora}\``);
    expect(text).toMatch(/Hash: `e6bb9ea85b[0-9a-f]{54}`/);
    expect(text).toContain("Family: SDXL");
    expect(text).toContain("Webuis: Webui 1: AUTOMATIC1111, up");
    expect(text).toContain("Default: no");
    expect(text).toContain("Allowed here: yes");
    expect(text).toContain("Width `1024` (its family), Height `1024` (its family)");
    expect(text).not.toContain("Hidden");
    expect(await ask("info", { model: own })).toMatch(/Default: the webui's own[^]*Hidden: no/);
    expect(await ask("info", { model: "auroro" }, world.member)).toMatch(
      /`auroro` is not here\. Did you mean `xl\/aurora/,
    );
  });

  it("lets nobody but managers change anything", async () => {
    for (const [sub, more] of Object.entries({
      name: { name: "X" },
      hide: {},
      show: {},
      default: {},
      profile: { steps: 9 },
    })) {
      const refused = await ask(sub, { model: aurora, ...more }, world.member);
      expect(refused).toBe(en.refused.managersOnly);
    }
    const alone = world.discord.dm(mo);
    expect(await ask("hide", { model: aurora }, mo, alone)).toBe(en.refused.managersOnly);
    expect(await ask("list", { search: "aurora" }, mo, alone)).toContain(aurora);
    expect(await redis.keys("*:models:*")).toEqual([]);
    expect((await settings.get({ scope: "server", id: world.guild.id })).values["model"]).toBe(
      undefined,
    );
    expect(world.discord.messages(audit)).toEqual([]);
  });

  it("gives a model a name that completes, resolves and is shown, in this server alone", async () => {
    expect(await ask("name", { model: aurora, name: "  Northern   Lights " })).toContain(
      "`Northern Lights`",
    );
    await noted("“Northern Lights”");
    expect(await complete("draw", "north")).toEqual(["Northern Lights"]);
    expect(await complete("draw", "north", world.member, elsewhere)).toEqual([]);
    expect(modelIn(await sent({ model: "northern lights", steps: 2 }))).toBe(aurora);
    expect(await ask("list", { search: "north" }, world.member)).toContain("`Northern Lights`");
    const info = world.discord.command({
      user: world.member,
      channel: world.channel,
      name: "info",
      options: { list: "models", search: "north" },
    });
    expect(world.discord.textOf(await world.answer(info))).toContain("`Northern Lights`");
    const misspelt = world.draw({ prompt: "a", model: "northernlight" });
    expect(await world.refusal(misspelt)).toContain("Did you mean `Northern Lights`");
    expect(await ask("name", { model: inkwell, name: "Northern lights" })).toContain(aurora);
    expect(await ask("name", { model: "Northern Lights" })).toBe(
      en.models.unnamed(`\`${aurora}\``),
    );
    expect(await complete("draw", "north")).toEqual([]);
  });

  it("hides a model from everybody, who can still name it; managers see it and can show it again", async () => {
    expect(await ask("hide", { model: "inkwell-v3" })).toContain("allowed_models");
    await noted("hid the model");
    expect(await complete("draw", "inkwell")).toEqual([]);
    expect(await complete("draw", "inkwell", mo)).toEqual([]);
    expect(await complete("models info", "inkwell")).toEqual([]);
    expect(await complete("models show", "inkwell", mo)).toEqual([inkwell]);
    expect(await complete("models hide", "inkwell", mo)).toEqual([]);
    expect(await ask("list", { search: "inkwell" }, world.member)).toContain("· 0 ·");
    expect(await ask("list", { search: "inkwell" })).toContain(`\`${inkwell}\` · hidden`);
    const misspelt = world.draw({ prompt: "a", model: "inkwel" });
    expect(await world.refusal(misspelt)).not.toContain("inkwell-v3");
    expect(modelIn(await sent({ model: "inkwell-v3", steps: 2 }))).toBe(inkwell);

    // An arrow that was made up shows a member no more than the true one.
    const answer = await world.answer(use("list", {}, world.member));
    const [arrow] = world.discord.buttonsOf(answer).filter(({ emoji }) => emoji === "▶️");
    const forged = structuredClone(answer.components);
    const search = Buffer.from("inkwell").toString("base64url");
    const text = JSON.stringify(forged).replace(arrow?.customId ?? "?", `models:1:${search}`);
    answer.components = JSON.parse(text) as Message["components"];
    world.discord.press({ user: world.member, message: answer, emoji: "▶️" });
    await world.discord.waitFor(() => world.discord.textOf(answer).includes("· 0 ·"));

    expect(await ask("show", { model: inkwell })).toContain("offered again");
    await noted("back into the lists");
    expect(await complete("draw", "inkwell")).toEqual([inkwell]);
  });

  it("draws with a server's default, without disturbing another server or the webui", async () => {
    expect(await ask("default", { model: "aurora-xl" })).toContain("this server's default");
    await noted("this server's default");
    expect(await settings.get({ scope: "server", id: world.guild.id })).toMatchObject({
      values: { model: aurora },
    });
    await ask("default", { model: inkwell }, mo, elsewhere);
    const size = { steps: 2, width: 64, height: 64 };
    const bodies = [];
    for (let round = 0; round < 2; round += 1) {
      bodies.push(await sent(size), await sent(size, elsewhere));
    }
    expect(bodies.map(modelIn)).toEqual([aurora, inkwell, aurora, inkwell]);
    for (const body of bodies) expect(body["override_settings_restore_afterwards"]).toBe(true);
    const options = await fetch(`${world.webui.url}/sdapi/v1/options`);
    expect(await options.json()).toMatchObject({ sd_model_checkpoint: own });
    expect(await ask("list", {}, world.member)).toContain("SDXL · default of this server");

    const small = { model: own, scope: "channel" };
    expect(await ask("default", small)).toContain("this channel's default");
    expect(modelIn(await sent(size))).toBe(own);
    await settings.reset({ scope: "channel", id: world.channel.id }, "model");
  });

  it("draws a model in its family's size, unless a profile or a person says otherwise", async () => {
    expect(await sent({ steps: 1 })).toMatchObject({ width: 1024, height: 1024, steps: 1 });
    const plain = await sent({ model: "daybreak-v6", steps: 1 });
    expect([plain["width"], plain["height"]]).toEqual([undefined, undefined]);

    const values = { width: 128, height: 256, sampler_name: "dpm++ 2m", activator: "aurora sky" };
    const told = await ask("profile", { model: aurora, negative_prompt: "blur", ...values });
    expect(told).toContain("Sampler `DPM++ 2M`");
    await noted("Sampler `DPM++ 2M`");
    const drawing = world.draw({ prompt: "a castle", steps: 1 });
    const result = await world.result(drawing);
    const expected = {
      prompt: "aurora sky, a castle",
      negative_prompt: "blur",
      width: 128,
      height: 256,
      sampler_name: "DPM++ 2M",
    };
    expect(world.webui.drawings.at(-1)?.body).toMatchObject(expected);
    expect(world.discord.textOf(result)).toContain("aurora sky, a castle");

    await ask("profile", { model: aurora, reset: true, cfg_scale: 3, activator: "night" });
    const again = world.discord.press({ user: world.member, message: result, emoji: "🎲" });
    await world.result(again);
    expect(world.webui.drawings.at(-1)?.body).toMatchObject(expected);
    expect(world.webui.drawings.at(-1)?.body["cfg_scale"]).toBeUndefined();
    const other = await sent({ prompt: "night over a castle", aspect_ratio: "2:1", steps: 1 });
    expect(other).toMatchObject({ prompt: "night over a castle", cfg_scale: 3, height: 704 });
    expect(other["negative_prompt"] ?? "").toBe("");

    for (const more of [{}, { reset: false }, { activator: " " }]) {
      expect(await ask("profile", { model: aurora, ...more })).toMatch(
        /Activator words: `night`\n[^]*Height `1024` \(its family\), CFG scale `3` \(this server\)/,
      );
    }
    expect(await ask("profile", { model: aurora, sampler_name: "nothing" })).toContain("not here");
    await ask("profile", { model: aurora, negative_prompt: "blur ".repeat(1_000) });
    expect(await ask("info", { model: aurora })).toMatch(
      /Negative prompt `(?:blur )+b?l?u?r?…`[^]*Height `1024` \(its family\), CFG scale `3`/,
    );
    expect(await ask("profile", { model: aurora, reset: true })).toContain("forgotten");
    await noted("forgot what was decided");
    expect(await redis.keys("*:models:*")).toHaveLength(1);
  });

  it("finds what was said of a model when its file's hash comes to be known", async () => {
    await ask("name", { model: "late", name: "Latecomer" });
    await sent({ model: "latecomer", steps: 1 });
    // The lists are read anew for a name that nobody has.
    await world.refusal(world.draw({ prompt: "a", model: "unheard of" }));
    await expect
      .poll(
        async () => {
          await complete("draw", "latecomer");
          const [key = ""] = await redis.keys(`*:models:${world.guild.id}`);
          const book = await redis.get(key);
          return (JSON.parse(book ?? "{}") as { models: object }).models;
        },
        { timeout: 20_000 },
      )
      .toMatchObject({
        late: { name: "Latecomer", hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
  });

  it("keeps to the models that are allowed: in completion, for people, defaults and old buttons", async () => {
    const old = await world.result(world.draw({ prompt: "old", steps: 1, width: 64, height: 64 }));
    const server = { scope: "server", id: world.guild.id } as const;
    const allowed = ["gone.ckpt", "Inkwell-v3", "latecomer"];
    await settings.set(server, "allowed_models", () => allowed);
    const size = { steps: 1, width: 64, height: 64 };
    expect(await complete("draw", "")).toEqual([inkwell, "Latecomer"]);
    // Whoever decides it can allow others.
    const more = await world.discord.complete({
      user: mo,
      channel: world.channel,
      name: "settings set",
      options: { scope: "server", name: "allowed_models" },
      focused: "value",
      value: "aurora",
    });
    expect(more.map(({ value }) => value)).toEqual([aurora]);
    const before = world.webui.drawings.length;
    const refused = await world.refusal(world.draw({ prompt: "a", model: "aurora-xl" }));
    expect(refused).toContain(
      "is not allowed here. `inkwell-v3.safetensors [c35782bad8]` and `Latecomer`",
    );
    const pressed = world.discord.press({ user: world.member, message: old, emoji: "🎲" });
    expect(await world.refusal(pressed)).toContain("is not allowed here");
    expect(world.webui.drawings).toHaveLength(before);
    // Neither the server's default nor the webui's own model is.
    expect(modelIn(await sent(size))).toBe(inkwell);
    expect(await ask("info", { model: aurora })).toContain("Allowed here: no");
    expect(await ask("default", { model: aurora })).toContain("it is not used");
    await settings.reset(server, "allowed_models");
    expect(modelIn(await sent(size))).toBe(aurora);
  });

  it("keeps a default that is on no webui any more, shows it as missing and does not send it", async () => {
    const server = { scope: "server", id: world.guild.id } as const;
    await settings.set(server, "model", () => "vanished.ckpt [0000000001]");
    expect(modelIn(await sent({ steps: 1, width: 64, height: 64 }))).toBe(own);
    const mark = "default of this server · on no webui just now";
    expect(await ask("list", { search: "vanished" }, world.member)).toContain(mark);
    expect(await ask("info", { model: "vanished" })).toContain("Webuis: on no webui just now");
    expect(await ask("default", { model: "vanished" })).toContain("cannot be the default");
    expect((await settings.get(server)).values["model"]).toBe("vanished.ckpt [0000000001]");
  });
});
