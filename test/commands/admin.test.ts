import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Guild,
  type Interaction,
  type Message,
  permission,
  USUAL_BOT_PERMISSIONS,
  type User,
} from "../../src/demo/discord/start.ts";
import { startWebui } from "../../src/demo/webui/start.ts";
import { pngFile } from "../harness/pictures.ts";
import { redisIn } from "../harness/redis.ts";
import { dump } from "../harness/private-redis.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
let mod: User;
let studios: Guild[];

beforeAll(async () => {
  world = await startWorld({ webuis: [{}, {}] });
  mod = world.discord.createUser({ name: "Mo" });
  world.discord.makeModerator(world.guild, mod);
  studios = ["Studio", "Studio"].map((name) => world.discord.createGuild({ name }));
}, 60_000);
afterAll(async () => world.close());

type Options = Record<string, string | number>;
const ask = (sub: string, options: Options = {}, user = world.discord.owner): Interaction =>
  world.discord.command({
    user,
    channel: world.channel,
    name: `admin ${sub}`,
    options,
    force: true,
  });

async function answerOf(interaction: Interaction): Promise<Message> {
  const { discord } = world;
  const message = await discord.waitFor(() => {
    const found = interaction.responseMessage ?? interaction.followUps[0];
    return found !== undefined && discord.textOf(found) !== "" && found;
  }, 15_000);
  expect(message.ephemeralFor).toBe(interaction.user.id);
  return message;
}
const said = async (interaction: Interaction) => world.discord.textOf(await answerOf(interaction));
const names = () => world.webuis.map(({ url }) => new URL(url).host);
const small = { steps: 1, width: 64, height: 64 };

/** Every key that is there, and what it holds. */
async function everything(): Promise<string> {
  const redis = redisIn(world.dataDir);
  try {
    return JSON.stringify([...(await dump(redis))]);
  } finally {
    redis.disconnect();
  }
}

describe("whoever does not own the bot", () => {
  const [webui, user] = ["1", "100000000000000001"];
  const every: [string, Options][] = [
    ["webuis state", {}],
    ["webuis drain", { webui }],
    ["webuis resume", { webui }],
    ["webuis add", { url: "http://127.0.0.1:9" }],
    ["webuis remove", { webui }],
    ["webuis refresh", {}],
    ["webuis options", { webui, name: "samples_format", value: "jpg" }],
    ["share", { server: "Guild", share: 3 }],
    ["doctor", {}],
    ["errors", {}],
    ["announce", { text: "mine" }],
    ["export", { user }],
    ["erase", { user }],
  ];

  it("gets a clear private no on every path, moderators too, and nothing changes", async () => {
    for (const [sub, options] of every) {
      const given = options["user"] === undefined ? options : { user: world.discord.owner.id };
      for (const who of [world.member, mod]) {
        expect(await said(ask(sub, given, who)), sub).toContain("Only the owners of this bot");
      }
    }
    const shown = await answerOf(ask("doctor"));
    expect(world.discord.textOf(shown)).not.toContain("drained");
    const kept = await everything();
    expect(kept).not.toContain("mine");
    expect(kept).not.toContain("{easel}:shares");
  });

  it("gets it by forged presses as well", async () => {
    const message = await world.answer(world.draw({ prompt: "a mill", ...small }));
    for (const customId of [
      "erase:100000000000000001",
      "option:00000000-0000-0000-0000-000000000000",
    ]) {
      const forged = world.discord.press({ user: mod, message, customId, forged: true });
      expect(await said(forged), customId).toContain("Only the owners of this bot");
    }
  });

  it("is offered nothing to choose", async () => {
    const complete = (who: User) =>
      world.discord.complete({
        user: who,
        channel: world.channel,
        name: "admin webuis drain",
        focused: "webui",
        value: "",
        force: true,
      });
    expect(await complete(mod)).toEqual([]);
    expect((await complete(world.discord.owner)).map(({ value }) => value)).toEqual(names().sort());
  });
});

describe("/admin webuis", () => {
  it("tells how each is", async () => {
    const words = await said(ask("webuis state"));
    for (const name of names()) expect(words).toContain(name);
    expect(words).toMatch(/AUTOMATIC1111 · up/);
    expect(words).toMatch(/\d+ models, \d+ LoRAs/);
  });

  it("drain finishes what is drawn and gives nothing more, until resume", async () => {
    const [first = "", second = ""] = names();
    expect(await said(ask("webuis drain", { webui: first }))).toContain("is drained");
    await said(ask("webuis drain", { webui: second }));
    await world.discord.waitFor(
      () => world.easel.log().filter(({ msg }) => msg === "webui is drained").length === 2,
    );
    expect(await said(ask("webuis state"))).toContain("drained");
    expect(await said(ask("doctor"))).toContain("/admin webuis resume");
    const waiting = world.draw({ prompt: "a brook", ...small });
    const message = await world.answer(waiting);
    await world.discord.waitFor(() =>
      world.discord.textOf(message).includes("No webui can be reached"),
    );
    await said(ask("webuis resume", { webui: second }));
    await world.result(waiting);
    const [one, two] = world.webuis.map(({ drawings }) =>
      drawings.some(({ body }) => body["prompt"] === "a brook"),
    );
    expect([one, two]).toEqual([false, true]);
    await said(ask("webuis resume", { webui: first }));
  });

  it("remove takes one out, and add brings it back, and others, all without a start", async () => {
    const [first = "", second = ""] = names();
    expect(await said(ask("webuis remove", { webui: second }))).toContain("is forgotten");
    await world.discord.waitFor(() =>
      world.easel.log().some(({ msg, webui }) => msg === "webui was taken out" && webui === second),
    );
    await expect.poll(() => said(ask("webuis state")), { timeout: 5_000 }).not.toContain(second);
    const both = [1, 2].map(() => world.draw({ prompt: "one only", ...small }));
    await Promise.all(both.map((each) => world.result(each)));
    const drawn = world.webuis.map(
      ({ drawings }) => drawings.filter(({ body }) => body["prompt"] === "one only").length,
    );
    expect(drawn).toEqual([2, 0]);

    const third = await startWebui({ kind: "forge" });
    const [back, more] = [`http://${second}`, third.url].map((url) => ask("webuis add", { url }));
    expect(await said(back as Interaction)).toContain("AUTOMATIC1111");
    expect(await said(more as Interaction)).toContain("Forge");
    expect(await said(ask("webuis add", { url: `http://${first}` }))).toContain("is there already");
    expect(await said(ask("webuis add", { url: "ftp://host" }))).toContain("no address");
    expect(await said(ask("webuis state"))).toContain(new URL(third.url).host);
    await said(ask("webuis remove", { webui: new URL(third.url).host }));
    await third.close();
  }, 40_000);

  it("add of one that is not there waits for it, without showing who may enter", async () => {
    const words = await said(ask("webuis add", { url: "http://me:hunter2@127.0.0.1:9" }));
    expect(words).toContain("does not answer yet");
    const state = await said(ask("webuis state"));
    expect(state).toContain("127.0.0.1:9");
    const offered = async (sub: string) => {
      const user = world.discord.owner;
      const asked = { user, channel: world.channel, name: `admin webuis ${sub}` };
      const all = await world.discord.complete({ ...asked, focused: "webui", value: "" });
      return all.map(({ value }) => value);
    };
    expect(await offered("remove")).toContain("127.0.0.1:9");
    expect(await offered("drain")).toEqual(names().sort());
    const diagnosis = await said(ask("doctor"));
    expect(diagnosis).toContain("❌ **Webui `127.0.0.1:9`:** start it with --api");
    expect(state + diagnosis + world.easel.output()).not.toContain("hunter2");
    await said(ask("webuis remove", { webui: "127.0.0.1:9" }));
    expect(await said(ask("webuis state"))).not.toContain("127.0.0.1:9 ");
  }, 30_000);

  it("refresh has the webuis look at their folders", async () => {
    const words = await said(ask("webuis refresh"));
    for (const name of names()) expect(words).toContain(`\`${name}\`: folders looked at`);
    for (const { exchanges } of world.webuis) {
      expect(exchanges.some(({ path }) => path.endsWith("/refresh-checkpoints"))).toBe(true);
    }
  });

  it("options shows a setting, changes it for good, and back again by a button", async () => {
    const { discord } = world;
    const options = { webui: names()[0] ?? "", name: "samples_format" };
    const format = () => said(ask("webuis options", options));
    expect(await format()).toContain("**samples\\_format** is `png`");
    const changed = await answerOf(ask("webuis options", { ...options, value: "webp" }));
    expect(discord.textOf(changed)).toContain("was `png` and is now `webp`");
    const posts = () =>
      world.webui.exchanges.filter(
        ({ method, path }) => method === "POST" && path.endsWith("/options"),
      );
    expect(posts()).toHaveLength(1);
    expect(await format()).toContain("is `webp`");
    const back = discord.press({ user: discord.owner, message: changed, label: "Back to png" });
    expect(await said(back)).toContain("was `webp` and is now `png`");
    const forged = discord.press({ user: discord.owner, message: changed, label: "Back to png" });
    expect(await said(forged)).toContain("**samples\\_format** is `png`");
    const pattern = { webui: options.webui, name: "samples_filename_pattern" };
    const long = `[seed]${"-[steps]".repeat(30)}`;
    for (const value of ["/here/[seed]", long]) {
      const unlike = await answerOf(ask("webuis options", { ...pattern, value }));
      expect(discord.textOf(unlike)).toContain(`and is now \`${value.slice(0, 190)}`);
      const label = discord.buttonsOf(unlike)[0]?.label ?? "";
      const undone = discord.press({ user: discord.owner, message: unlike, label });
      expect(await said(undone)).toMatch(/was … and is now/);
    }
  });

  it("options of a webui are checked by name and type, and none that holds a path or a secret is there", async () => {
    const webui = names()[0] ?? "";
    const set = (name: string, value: string) =>
      said(ask("webuis options", { webui, name, value }));
    expect(await set("sample_format", "png")).toContain("`samples_format`");
    expect(await set("CLIP_stop_at_last_layers", "many")).toContain("cannot be");
    expect(await set("CLIP_stop_at_last_layers", "2")).toContain("is now `2`");
    expect(await set("outdir_samples", "x")).toContain("There is no setting");
    expect(await set("nothing", "x")).toContain("There is no setting");
    expect(await said(ask("webuis drain", { webui: "nowhere" }))).toContain("no webui `nowhere`");
    const choices = await world.discord.complete({
      user: world.discord.owner,
      channel: world.channel,
      name: "admin webuis options",
      options: { webui },
      focused: "name",
      value: "samples_form",
    });
    expect(choices.map(({ value }) => value)).toContain("samples_format");
  });
});

/** Until the bot has heard that so many webuis are up. */
const untilKnown = (many: number) =>
  world.discord.waitFor(() => {
    const heard = world.easel.log().findLast(({ msg }) => msg === "the bot knows who is up");
    return Array.isArray(heard?.["up"]) && heard["up"].length === many;
  }, 15_000);

describe("/admin", () => {
  it("doctor tells what is in order", async () => {
    const words = await said(ask("doctor"));
    expect(words).toMatch(/✅ \*\*Discord:\*\* answers in/);
    expect(words).toMatch(/✅ \*\*Permissions in this channel:\*\* in order/);
    expect(words).toMatch(/✅ \*\*Redis:\*\* answers in/);
    expect(words).toMatch(/✅ \*\*Redis keeps/);
    expect(words).toMatch(/✅ \*\*Webui `127.0.0.1:\d+`:\*\* AUTOMATIC1111/);
    expect(words).toMatch(/▫️ \*\*Language model/);
  });

  it("doctor says what to do about a webui that is down, and what the bot lacks in this channel", async () => {
    const [first] = world.webuis;
    await first?.down();
    await untilKnown(1);
    world.discord.setBotPermissions(world.channel, permission.VIEW_CHANNEL);
    const match = (_method: string, path: string) => path.includes("/gateway");
    const mend = world.discord.faults.fail({ match, status: 404 });
    const words = await said(ask("doctor"));
    mend();
    expect(words).toContain("❌ **Discord:** it cannot be reached");
    world.discord.setBotPermissions(world.channel, USUAL_BOT_PERMISSIONS);
    await first?.up();
    expect(words).toMatch(/❌ \*\*Webui `[\d.:]+`:\*\* it cannot be reached → start it/);
    expect(words).toContain(
      "❌ **Permissions in this channel:** I lack Send Messages, Attach Files, Read Message History:",
    );
    await untilKnown(2);
  });

  it("errors tells what went wrong, with references, and no path of the webui", async () => {
    expect(await said(ask("errors"))).toContain("Nothing went wrong");
    for (const { faults } of world.webuis) faults.always({ kind: "out-of-memory" });
    const failed = world.draw({ prompt: "too much", ...small });
    await world.discord.waitFor(
      () =>
        world.discord
          .messages(world.channel)
          .some((each) => world.discord.textOf(each).startsWith("❗")),
      15_000,
    );
    for (const { faults } of world.webuis) faults.always(undefined);
    const words = await said(ask("errors"));
    expect(words).toContain("1 error in the last 24 hours");
    expect(words).toContain(failed.id);
    expect(words).not.toMatch(/Traceback|\/home|\.py/);
  });

  it("announce is read by everyone who waits, markup and mentions harmless, until it is ended", async () => {
    expect(await said(ask("announce", { text: "Down at *nine* @everyone", hours: 2 }))).toContain(
      "until <t:",
    );
    const asked = world.draw({ prompt: "a mill", ...small });
    const message = await world.answer(asked);
    const told = () =>
      world.discord.exchanges.find(
        ({ path }) => path === `/interactions/${asked.id}/${asked.token}/callback`,
      );
    const first = JSON.stringify((await world.discord.waitFor(told)).body);
    expect(first).toContain("📣 Down at \\\\*nine\\\\* @\u200beveryone");
    expect(message.mentionsEveryone).toBe(false);
    await world.result(asked);
    expect(await said(ask("announce"))).toContain("Nothing is announced");
  });
});

describe("/admin share", () => {
  const share = (options: Options) => said(ask("share", options));
  const choices = (value: string) =>
    world.discord.complete({
      user: world.discord.owner,
      channel: world.channel,
      name: "admin share",
      focused: "server",
      value,
      force: true,
    });

  it("gives a server its part of the GPU time, by its name or its id, and shows it", async () => {
    const { id } = world.guild;
    expect(await share({})).toContain("Every server has the same share");
    expect(await share({ server: "guild", share: 2.5 })).toContain(
      "**Guild** has a share of 2.5 in",
    );
    expect(await share({ server: id })).toContain("**Guild** has a share of 2.5 in");
    expect(await share({})).toContain("**Guild** has a share of 2.5 in");
    expect(await choices("guil")).toEqual([{ name: "Guild", value: id }]);
    expect((await choices("")).map(({ name }) => name)).toEqual(["Guild", "Studio", "Studio"]);
    expect(await share({ server: id, share: 1 })).toContain("**Guild** has a share of 1 in");
    expect(await share({})).toContain("Every server has the same share");
  });

  it("says which servers there are where it is not clear which is meant", async () => {
    const [one, other] = studios.map((guild) => guild.id);
    expect(await share({ server: "Guilt", share: 3 })).toContain("Did you mean `Guild`");
    expect(await share({ server: "100000000000000001" })).toContain("I am in no server");
    expect(await share({ server: "studio", share: 3 })).toContain(`\`${one}\`, \`${other}\``);
    expect(await share({ share: 2 })).toContain("Which server?");
    expect(await share({})).toContain("Every server has the same share");
  });

  it("goes with each job, beside the share that the member has in the server", async () => {
    const { discord, guild, member } = world;
    for (const name of names()) await said(ask("webuis drain", { webui: name }));
    await share({ server: "Guild", share: 0.5 });
    const patron = discord.createRole({ guild, name: "Patron" });
    discord.giveRole(guild, member, patron);
    const set = (options: Options) =>
      said(discord.command({ user: mod, channel: world.channel, name: "settings set", options }));
    const known = { name: "gpu_share", scope: "server" };
    expect(await set({ ...known, value: "2,5", role: patron.id })).toContain("2.5 for");
    expect(await set({ ...known, value: "0" })).toContain("it must be from 0.1 to 10");
    const jobs = [world.member, mod].map((user) =>
      world.draw({ prompt: "a mill", ...small }, { user }),
    );
    for (const job of jobs) await world.answer(job);
    const kept = (await everything()).replaceAll("\\", "");
    expect(kept).toContain('"share":{"weight":2.5,"guildWeight":0.5}');
    expect(kept).toContain('"share":{"weight":1,"guildWeight":0.5}');
    const info = discord.command({ user: member, channel: world.channel, name: "info" });
    expect(await said(info)).toContain("Your share of GPU time: 2.5");
    await share({ server: "Guild", share: 1 });
    for (const name of names()) await said(ask("webuis resume", { webui: name }));
    for (const job of jobs) await world.result(job);
  });
});

describe("one person's data", () => {
  it("can be had as a file and forgotten, by themselves and by an owner, and by nobody else", async () => {
    const { discord } = world;
    const ada = discord.createUser({ name: "Ada of the export" });
    const own = (sub: string) =>
      discord.command({ user: ada, channel: world.channel, name: `settings ${sub}` });
    await said(
      discord.command({
        user: ada,
        channel: world.channel,
        name: "settings set",
        options: { name: "steps", value: "2" },
      }),
    );
    const image = await pngFile({ name: "secret-garden.png", colour: "olive" });
    const result = await world.result(
      discord.command({
        user: ada,
        channel: world.channel,
        name: "draw",
        options: { prompt: "my own words", image },
      }),
    );
    const file = async (interaction: Interaction) => {
      const [attachment] = (await answerOf(interaction)).attachments;
      return JSON.parse(String(attachment?.bytes)) as Record<string, unknown>;
    };
    const mine = await file(own("export"));
    expect(mine).toMatchObject({ person: ada.id, settings: { steps: 2 } });
    expect(JSON.stringify(mine)).toContain("my own words");
    expect(Object.keys(mine["gpuSeconds"] as object)[0]).toContain(world.guild.id);
    expect(await file(ask("export", { user: ada.id }))).toMatchObject({ settings: { steps: 2 } });
    expect(await everything()).toContain("my own words");

    const question = await answerOf(own("erase"));
    expect(discord.textOf(question)).toContain("Forget everything about Ada of the export?");
    const pressed = discord.press({ user: ada, message: question, label: "Forget it all" });
    expect(await said(pressed)).toContain("is forgotten");
    const left = await everything();
    for (const trace of ["my own words", ada.id, "Ada of the export"]) {
      expect(left.includes(trace), trace).toBe(false);
    }
    const again = discord.press({ user: ada, message: result, emoji: "🎲" });
    await world.answer(again);

    const owners = await answerOf(ask("erase", { user: ada.id }));
    const erased = discord.press({ user: discord.owner, message: owners, label: "Forget it all" });
    expect(await said(erased)).toContain("is forgotten");
  });
});
