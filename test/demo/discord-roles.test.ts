import { Client, Events, GatewayIntentBits } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Channel,
  type Guild,
  type StandInDiscord,
  type User,
  permission,
  startDiscord,
} from "../../src/demo/discord/start.ts";
import { createContracts } from "../harness/contracts.ts";
import { caller } from "./discord-client.ts";

const { MANAGE_GUILD, MANAGE_MESSAGES, MENTION_EVERYONE, VIEW_CHANNEL, ADMINISTRATOR } = permission;

let contracts: Awaited<ReturnType<typeof createContracts>>;
let discord: StandInDiscord;
let call: ReturnType<typeof caller>;
let ada: User;
let guild: Guild;
let channel: Channel;

const commands = () => `/applications/${discord.applicationId}/commands`;
const register = (...all: object[]) =>
  call(
    "PUT",
    commands(),
    all.map((one) => ({ description: "d", ...one })),
  );
const memberIn = ({ payload }: { payload: Record<string, unknown> }) =>
  payload["member"] as { roles: string[]; permissions: string };

beforeEach(async () => {
  contracts = await createContracts({ answers: true });
  discord = await startDiscord({ onExchange: contracts.checkDiscord });
  call = caller(discord);
  ada = discord.createUser({ name: "Ada" });
  guild = discord.createGuild({ name: "Gallery" });
  channel = discord.createChannel({ guild });
});

afterEach(async () => {
  await discord.close();
  expect(discord.problems).toEqual([]);
  expect(contracts.standInViolations).toEqual([]);
});

describe("roles", () => {
  test("stand in the payload of who has them, and give their rights", async () => {
    await register({ name: "draw" });
    const patron = discord.createRole({ guild, name: "Patron" });
    const keeper = discord.createRole({ guild, name: "Keeper", permissions: MANAGE_MESSAGES });
    const draw = () => memberIn(discord.command({ user: ada, channel, name: "draw" }));
    const before = draw();
    expect(before.roles).toEqual([]);
    discord.giveRole(guild, ada, patron);
    expect(draw()).toMatchObject({ roles: [patron.id], permissions: before.permissions });
    discord.giveRole(guild, ada, keeper);
    expect(draw().roles).toEqual([patron.id, keeper.id]);
    expect(BigInt(draw().permissions)).toBe(BigInt(before.permissions) | MANAGE_MESSAGES);
    discord.takeRole(guild, ada, patron);
    expect(draw().roles).toEqual([keeper.id]);
    discord.deleteRole(guild, keeper);
    expect(draw()).toEqual(before);
    expect(() => discord.takeRole(guild, ada, patron)).toThrow("does not have");
    const elsewhere = discord.createGuild({ name: "Elsewhere" });
    expect(() => discord.giveRole(elsewhere, ada, patron)).toThrow("no role of this server");
  });

  test("do not give what a channel takes from everybody, unless they administer", () => {
    const silent = discord.createChannel({ guild, memberPermissions: VIEW_CHANNEL });
    const writer = discord.createRole({ guild, name: "W", permissions: permission.SEND_MESSAGES });
    discord.giveRole(guild, ada, writer);
    expect(discord.permissionsOf(ada, silent)).toBe(VIEW_CHANNEL);
    const admin = discord.createRole({ guild, name: "Admin", permissions: ADMINISTRATOR });
    discord.giveRole(guild, ada, admin);
    expect(discord.permissionsOf(ada, silent) & ADMINISTRATOR).toBe(ADMINISTRATOR);
  });

  test("reach discord.js with the guild, as they are made, and as they go", async () => {
    const patron = discord.createRole({ guild, name: "Patron" });
    const client = new Client({
      intents: [GatewayIntentBits.Guilds],
      rest: { api: discord.apiUrl },
    });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await ready;
    const known = () => client.guilds.cache.get(guild.id);
    const names = () => known()?.roles.cache.map(({ name }) => name);
    expect(names()?.toSorted()).toEqual(["@everyone", "Easel", "Patron"]);
    const mine = known()?.members.me?.permissionsIn(channel.id).bitfield;
    expect(mine).toBe(channel.botPermissions);
    expect(known()?.members.me?.roles.botRole?.managed).toBe(true);
    discord.createRole({ guild, name: "Late", mentionable: true });
    await discord.waitFor(() => names()?.includes("Late"));
    discord.deleteRole(guild, patron);
    await discord.waitFor(() => names()?.includes("Patron") === false);
    await client.destroy();
  });

  test("are pinged when anyone may, or by those who may ping all", async () => {
    const closed = discord.createRole({ guild, name: "Closed" });
    const open = discord.createRole({ guild, name: "Open", mentionable: true });
    const content = `<@&${closed.id}> <@&${open.id}> <@&1>`;
    const pinged = async (more: object = {}) => {
      const { body } = await call("POST", `/channels/${channel.id}/messages`, { content, ...more });
      return body.mention_roles;
    };
    expect(await pinged()).toEqual([open.id]);
    expect(await pinged({ allowed_mentions: { parse: [] } })).toEqual([]);
    discord.setBotPermissions(channel, channel.botPermissions | MENTION_EVERYONE);
    expect(await pinged()).toEqual([closed.id, open.id]);
    expect(await pinged({ allowed_mentions: { roles: [closed.id] } })).toEqual([closed.id]);
  });
});

describe("a guild", () => {
  test("shows the bot its roles, channels and members, with limits", async () => {
    const patron = discord.createRole({ guild, name: "Patron" });
    discord.giveRole(guild, ada, patron);
    discord.createChannel({ parent: channel, name: "thread" });
    const at = `/guilds/${guild.id}`;
    const whole = await call("GET", at);
    const roles = await call("GET", `${at}/roles`);
    expect(whole.body.roles).toEqual(roles.body);
    expect(roles.body.map(({ name }: { name: string }) => name)).toEqual([
      "@everyone",
      "Easel",
      "Patron",
    ]);
    expect(roles.body[0].id).toBe(guild.id);
    expect(roles.headers.get("x-ratelimit-remaining")).toBe("4");
    expect((await call("GET", `${at}/roles/${patron.id}`)).body).toEqual(roles.body[2]);
    expect((await call("GET", `${at}/roles/1`)).body.code).toBe(10011);
    const channels = await call("GET", `${at}/channels`);
    expect(channels.body.map(({ id }: { id: string }) => id)).toEqual([channel.id]);
    const member = await call("GET", `${at}/members/${ada.id}`);
    expect(member.body).toMatchObject({ user: { id: ada.id }, roles: [patron.id] });
    expect((await call("GET", `${at}/members/1`)).body.code).toBe(10013);
  });

  test("that is none, or has no bot in it, shows nothing", async () => {
    discord.removeBot(guild);
    const cases: [string, number, number][] = [
      [`/guilds/${guild.id}`, 404, 10004],
      [`/guilds/${guild.id}/roles`, 403, 50001],
      [`/guilds/${guild.id}/channels`, 403, 50001],
      [`/guilds/${guild.id}/members/${ada.id}`, 403, 50001],
      ["/guilds/1/roles", 404, 10004],
    ];
    for (const [path, status, code] of cases)
      expect(await call("GET", path), path).toMatchObject({ status, body: { code } });
  });
});

test("a place is told as it is: age restriction, and a thread's channel", async () => {
  await register({ name: "draw" }, { name: "bare", nsfw: true });
  const adults = discord.createChannel({ guild, name: "adults", ageRestricted: true });
  const thread = discord.createChannel({ parent: adults, name: "thread" });
  const placeOf = (at: Channel) =>
    discord.command({ user: ada, channel: at, name: "draw" }).payload["channel"];
  expect(placeOf(channel)).toMatchObject({ nsfw: false, parent_id: null, guild_id: guild.id });
  expect(placeOf(adults)).toMatchObject({ nsfw: true, name: "adults" });
  expect(placeOf(adults)).not.toHaveProperty("permission_overwrites");
  expect(placeOf(thread)).toMatchObject({ type: 11, parent_id: adults.id });
  expect(placeOf(thread)).not.toHaveProperty("nsfw");
  expect(() => discord.command({ user: ada, channel, name: "bare" })).toThrow("age-restricted");
  discord.command({ user: ada, channel: thread, name: "bare" });
  discord.setBotPermissions(adults, VIEW_CHANNEL);
  const { status } = await call("POST", `/channels/${thread.id}/messages`, { content: "a" });
  expect(status).toBe(403);
});

describe("who may use a command", () => {
  const bits = String(MANAGE_GUILD);

  test("is who has all the rights it asks for; none asked for means administrators", async () => {
    await register(
      { name: "settings", default_member_permissions: bits },
      { name: "locked", default_member_permissions: "0" },
    );
    const offered = () => discord.offered(ada, channel).map(({ name }) => name);
    expect(offered()).toEqual([]);
    const manager = discord.createRole({ guild, name: "Manager", permissions: MANAGE_GUILD });
    discord.giveRole(guild, ada, manager);
    expect(offered()).toEqual(["settings"]);
    const admin = discord.createRole({ guild, name: "Admin", permissions: ADMINISTRATOR });
    discord.giveRole(guild, ada, admin);
    expect(offered()).toEqual(["settings", "locked"]);
  });

  test("can be got round, which the payload shows", async () => {
    await register({
      name: "settings",
      default_member_permissions: bits,
      contexts: [0],
      options: [{ type: 3, name: "a", description: "d", autocomplete: true }],
    });
    const use = { user: ada, channel, name: "settings" };
    expect(() => discord.command(use)).toThrow("may not use");
    expect(() => discord.command({ ...use, channel: discord.dm(ada) })).toThrow("this place");
    const forced = memberIn(discord.command({ ...use, force: true }));
    expect(BigInt(forced.permissions) & MANAGE_GUILD).toBe(0n);
    const elsewhere = discord.command({ ...use, channel: discord.dm(ada), force: true });
    expect(elsewhere.payload).toMatchObject({ context: 1, user: { id: ada.id } });
    const completing = { ...use, focused: "a", value: "" };
    await expect(discord.complete(completing)).rejects.toThrow("may not use");
    await expect(discord.complete({ ...completing, force: true })).rejects.toThrow("no gateway");
  });
});

describe("what is picked", () => {
  const option = (type: number, name: string, more: object = {}) => ({
    type,
    name,
    description: "d",
    ...more,
  });

  test("in a subcommand of a group is resolved by its kind", async () => {
    const options = [
      option(8, "role"),
      option(6, "user"),
      option(7, "place", { channel_types: [0] }),
      option(9, "any"),
      option(3, "text", { autocomplete: true }),
    ];
    const group = option(2, "limit", { options: [option(1, "set", { options })] });
    await register({ name: "settings", options: [option(1, "view"), group] });
    const patron = discord.createRole({ guild, name: "Patron" });
    discord.giveRole(guild, ada, patron);
    const use = { user: ada, channel, name: "settings limit set" };
    const picked = { role: patron.id, user: ada.id, place: channel.id, any: guild.id };
    const { payload } = discord.command({ ...use, options: picked });
    const given = Object.entries(picked).map(([name, value], index) => ({
      name,
      value,
      type: [8, 6, 7, 9][index],
    }));
    expect(payload["data"]).toMatchObject({
      options: [{ type: 2, name: "limit", options: [{ type: 1, name: "set", options: given }] }],
      resolved: {
        roles: { [patron.id]: { name: "Patron", permissions: "0" }, [guild.id]: {} },
        users: { [ada.id]: { global_name: "Ada" } },
        members: { [ada.id]: { roles: [patron.id] } },
        channels: { [channel.id]: { name: "general", type: 0, parent_id: null } },
      },
    });
    const elsewhere = discord.createGuild({ name: "Elsewhere" });
    const voice = discord.createChannel({ guild, type: 2 });
    const hidden = discord.createChannel({ guild, memberPermissions: 0n });
    const wrong: [string, string][] = [
      ["role", ada.id],
      ["role", elsewhere.id],
      ["user", patron.id],
      ["place", voice.id],
      ["place", hidden.id],
      ["place", discord.createChannel({ guild: elsewhere }).id],
      ["any", channel.id],
    ];
    for (const [name, id] of wrong)
      expect(() => discord.command({ ...use, options: { [name]: id } }), name).toThrow("take");
    await discord
      .complete({ ...use, focused: "text", value: "x", options: { role: patron.id } })
      .catch(() => undefined);
    expect(discord.interactions().at(-1)?.payload["data"]).toMatchObject({
      options: [{ options: [{ options: [{ name: "role" }, { name: "text", focused: true }] }] }],
    });
  });

  test("from a menu is resolved, in a message and in a dialog", async () => {
    await register({ name: "a" });
    const patron = discord.createRole({ guild, name: "Patron", mentionable: true });
    const menu = (type: number, more: object = {}) => ({ type, custom_id: `m${type}`, ...more });
    const components = [5, 6, 7].map((type) => ({
      type: 1,
      components: [menu(type, { max_values: 2 })],
    }));
    components.push({ type: 1, components: [menu(8, { channel_types: [0] })] });
    const at = `/channels/${channel.id}/messages`;
    await call("POST", at, { content: "menus", components });
    const [message] = discord.messages(channel);
    if (!message) throw new Error("no message");
    const choose = (type: number, ...values: string[]) =>
      discord.select({ user: ada, message, customId: `m${type}`, values }).payload["data"];
    expect(choose(5, ada.id)).toMatchObject({
      component_type: 5,
      values: [ada.id],
      resolved: { users: { [ada.id]: {} }, members: { [ada.id]: {} } },
    });
    expect(choose(6, patron.id)).toMatchObject({
      resolved: { roles: { [patron.id]: { mentionable: true } } },
    });
    expect(choose(7, ada.id, patron.id)).toMatchObject({
      resolved: { users: { [ada.id]: {} }, roles: { [patron.id]: {} } },
    });
    expect(choose(8, channel.id)).toMatchObject({ resolved: { channels: { [channel.id]: {} } } });
    expect(() => choose(5, patron.id)).toThrow("not in the menu");
    expect(() => choose(6, ada.id)).toThrow("not in the menu");
    const wrong = menu(6, { default_values: [{ id: ada.id, type: "user" }] });
    const row = [{ type: 1, components: [wrong] }];
    expect((await call("POST", at, { content: "x", components: row })).body.code).toBe(50035);

    const asked = discord.command({ user: ada, channel, name: "a" });
    const preset = { default_values: [{ id: patron.id, type: "role" }] };
    const label = (component: object) => ({ type: 18, label: "l", component });
    const data = {
      title: "t",
      custom_id: "c",
      components: [label(menu(6, preset)), label(menu(8)), label(menu(5, { required: false }))],
    };
    const path = `/interactions/${asked.id}/${asked.token}/callback`;
    expect((await call("POST", path, { type: 9, data })).status).toBe(204);
    const submit = (fields: Record<string, string[]>) =>
      discord.submit({ user: ada, dialog: asked, fields }).payload["data"];
    expect(submit({ m8: [channel.id] })).toMatchObject({
      components: [
        { component: { type: 6, values: [patron.id] } },
        { component: { type: 8, values: [channel.id] } },
        { component: { type: 5, values: [] } },
      ],
      resolved: { roles: { [patron.id]: {} }, channels: { [channel.id]: {} } },
    });
    expect(() => submit({ m8: [ada.id] })).toThrow("does not offer");
  });

  test("can be forged, on a message that has no such button or menu", async () => {
    await call("POST", `/channels/${channel.id}/messages`, { content: "plain" });
    const [message] = discord.messages(channel);
    if (!message) throw new Error("no message");
    const use = { user: ada, message, customId: "settings:reset" };
    expect(() => discord.press(use)).toThrow("no such component");
    expect(discord.press({ ...use, forged: true }).payload).toMatchObject({
      type: 3,
      data: { custom_id: "settings:reset", component_type: 2 },
      message: { id: message.id },
    });
    const values = ["made up"];
    expect(discord.select({ ...use, values, forged: true }).payload["data"]).toMatchObject({
      component_type: 3,
      values,
    });
  });
});

test("the bot keeps notes in another channel, as far as it may write there", async () => {
  const audit = discord.createChannel({ guild, name: "audit", botPermissions: VIEW_CHANNEL });
  const at = `/channels/${audit.id}/messages`;
  const note = { content: `<@${ada.id}> set steps`, allowed_mentions: { parse: [] } };
  expect(await call("POST", at, note)).toMatchObject({ status: 403, body: { code: 50013 } });
  discord.setBotPermissions(audit, 0n);
  expect(await call("POST", at, note)).toMatchObject({ status: 403, body: { code: 50001 } });
  discord.setBotPermissions(audit, channel.botPermissions);
  const { body } = await call("POST", at, note);
  expect(body).toMatchObject({ channel_id: audit.id, mentions: [] });
  const changed = await call("PATCH", `${at}/${body.id}`, { content: "b" });
  expect(changed).toMatchObject({ status: 200, body: { content: "b", mentions: [] } });
  expect((await call("DELETE", `${at}/${body.id}`)).status).toBe(204);
  expect(discord.messages(audit)).toEqual([]);
});
