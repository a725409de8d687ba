import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type Channel,
  type Guild,
  type StandInDiscord,
  type User,
  startDiscord,
} from "../../src/demo/discord/start.ts";
import { caller, connect } from "./discord-client.ts";

let discord: StandInDiscord;
let user: User;
let guild: Guild;
let channel: Channel;

beforeEach(async () => {
  discord = await startDiscord();
  user = discord.createUser({ name: "Ada", locale: "fr" });
  guild = discord.createGuild({ name: "Gallery", locale: "de" });
  channel = discord.createChannel({ guild });
  const path = `/applications/${discord.applicationId}/commands`;
  await caller(discord)("PUT", path, [{ name: "draw", description: "d" }]);
});

afterEach(async () => {
  await discord.close();
  expect(discord.problems).toEqual([]);
});

const ask = (place: Channel = channel) => discord.command({ user, channel: place, name: "draw" });
const identify = (more: object = {}) => ({
  op: 2,
  d: { token: discord.token, intents: 0, ...more },
});

const closeCode = async (first: unknown, query?: string) => {
  const socket = await connect(discord, first, query);
  await discord.waitFor(() => socket.closeCode());
  discord.advance(5001);
  return socket.closeCode();
};

test("a session is refused for what is wrong with it", async () => {
  expect(await closeCode(identify({ token: "nonsense" }))).toBe(4004);
  expect(await closeCode(identify({ intents: 1 << 15 }))).toBe(4014);
  expect(await closeCode(identify({ intents: -1 }))).toBe(4013);
  expect(await closeCode(identify({ shard: [2, 2] }))).toBe(4010);
  expect(await closeCode({ op: 3, d: {} })).toBe(4003);
  expect(await closeCode({ op: 99 })).toBe(4001);
  expect(await closeCode(identify(), "v=9&encoding=json")).toBe(4012);
});

test("a session begins with READY, and brings its guilds only where they are wanted", async () => {
  const bare = await connect(discord);
  expect(bare.heard.map(({ op, t }) => t ?? op)).toEqual([10, "READY"]);
  expect(bare.heard[1]?.d).toMatchObject({
    application: { id: discord.applicationId },
    guilds: [{ id: guild.id, unavailable: true }],
  });
  discord.advance(5001);
  const full = await connect(discord, identify({ intents: 1 }));
  await discord.waitFor(() => full.heard.some(({ t }) => t === "GUILD_CREATE"));
  bare.say({ op: 1, d: null });
  await discord.waitFor(() => bare.heard.some(({ op }) => op === 11));
});

test("two sessions may not begin within five seconds", async () => {
  const first = await connect(discord);
  const second = await connect(discord);
  expect(second.heard[1]).toMatchObject({ op: 9, d: false });
  expect(first.closeCode()).toBeUndefined();
});

test("a resumed session hears what it missed, once and in order", async () => {
  const first = await connect(discord);
  const { session_id: id } = first.heard[1]?.d ?? {};
  first.cut();
  await discord.waitFor(() => !discord.isConnected());
  const missed = [ask(), ask()];
  expect(missed[0]?.failedReason).toBeUndefined();
  const resume = { op: 6, d: { token: discord.token, session_id: id, seq: 1 } };
  const second = await connect(discord, resume);
  await discord.waitFor(() => second.heard.some(({ t }) => t === "RESUMED"));
  const events = second.heard.slice(1).map(({ t, d }) => d.id ?? t);
  expect(events).toEqual([missed[0]?.id, missed[1]?.id, "RESUMED"]);
});

test("a session that said goodbye, or was gone too long, is not resumed", async () => {
  const first = await connect(discord);
  const resume = {
    op: 6,
    d: { token: discord.token, session_id: first.heard[1]?.d.session_id, seq: 1 },
  };
  first.cut();
  await discord.waitFor(() => !discord.isConnected());
  discord.advance(121_000);
  expect(ask().failedReason).toBe("no gateway to send it to");
  expect((await connect(discord, resume)).heard[1]).toMatchObject({ op: 9, d: false });
  discord.advance(5001);
  const polite = await connect(discord);
  const { session_id: id } = polite.heard[1]?.d ?? {};
  polite.close();
  await discord.waitFor(() => polite.closeCode());
  await discord.waitFor(() => !discord.isConnected());
  discord.advance(5001);
  const again = await connect(discord, { op: 6, d: { ...resume.d, session_id: id } });
  expect(again.heard[1]).toMatchObject({ op: 9 });
});

test("connections are dropped in every way, and refused as long as wanted", async () => {
  const socket = await connect(discord);
  discord.faults.dropGateway("reconnect");
  await discord.waitFor(() => socket.heard.some(({ op }) => op === 7));
  discord.faults.dropGateway("invalid session");
  await discord.waitFor(() => socket.heard.some(({ op }) => op === 9));
  discord.faults.dropGateway(4009);
  expect(await discord.waitFor(() => socket.closeCode())).toBe(4009);
  discord.faults.refuseGateway(true);
  expect((await connect(discord)).closeCode()).toBe(1006);
  discord.faults.refuseGateway(502);
  discord.advance(5001);
  expect((await connect(discord)).closeCode()).toBe(1006);
  discord.faults.refuseGateway(false);
  expect((await connect(discord)).heard[1]?.t).toBe("READY");
});

test("an interaction has the shape of its place", async () => {
  const inGuild = ask();
  expect(inGuild.payload).toMatchObject({
    version: 1,
    type: 2,
    context: 0,
    guild_id: guild.id,
    guild_locale: "de",
    locale: "fr",
    member: { user: { id: user.id }, permissions: expect.stringMatching(/^\d+$/) },
    channel: { id: channel.id, type: 0 },
    authorizing_integration_owners: { "0": guild.id },
    attachment_size_limit: 10 * 1024 * 1024,
    entitlements: [],
  });
  expect(inGuild.payload).not.toHaveProperty("user");
  const inDm = ask(discord.dm(user));
  expect(inDm.payload).toMatchObject({
    context: 1,
    user: { id: user.id },
    authorizing_integration_owners: { "0": "0" },
  });
  expect(inDm.payload).not.toHaveProperty("member");
});

test("shards that identify one after the other too soon are turned away, if they share a bucket", async () => {
  const sharded = await startDiscord({ shards: 3, maxConcurrency: 2 });
  const begin = async (id: number) => {
    const first = { op: 2, d: { token: sharded.token, intents: 0, shard: [id, 3] } };
    return (await connect(sharded, first)).heard[1];
  };
  try {
    expect(await begin(0)).toMatchObject({ t: "READY" });
    expect(await begin(2)).toMatchObject({ op: 9, d: false });
    sharded.advance(5_000);
    expect(await begin(2)).toMatchObject({ t: "READY" });
    expect(await begin(1)).toMatchObject({ t: "READY" });
  } finally {
    await sharded.close();
  }
});

test("of several shards each hears of its own guilds", async () => {
  const sharded = await startDiscord({ shards: 2, maxConcurrency: 2 });
  try {
    const path = `/applications/${sharded.applicationId}/commands`;
    await caller(sharded)("PUT", path, [{ name: "draw", description: "d" }]);
    const sockets: Awaited<ReturnType<typeof connect>>[] = [];
    for (const id of [0, 1]) {
      const first = { op: 2, d: { token: sharded.token, intents: 0, shard: [id, 2] } };
      sockets.push(await connect(sharded, first));
    }
    const there = sharded.createGuild({ name: "There" });
    const place = sharded.createChannel({ guild: there });
    const guest = sharded.createUser({ name: "Bob" });
    sharded.command({ user: guest, channel: place, name: "draw" });
    const shard = Number((BigInt(there.id) >> 22n) % 2n);
    await sharded.waitFor(() => sockets[shard]?.heard.some(({ t }) => t === "INTERACTION_CREATE"));
    expect(sockets[1 - shard]?.heard).toHaveLength(2);
  } finally {
    await sharded.close();
  }
});
