import { setTimeout as delay } from "node:timers/promises";
import { Routes } from "discord-api-types/v10";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Channel,
  type StandInDiscord,
  startDiscord,
  type StartOptions,
} from "../../src/demo/discord/start.ts";
import { createGateway, type Gateway } from "../../src/discord/gateway.ts";
import { createGatewayRest } from "../../src/discord/rest.ts";

let discord: StandInDiscord;
let gateway: Gateway;

afterEach(async () => {
  await gateway.close();
  await discord.close();
  expect(discord.problems).toEqual([]);
});

/** A gateway before a Discord of its own, and everything that it tells, in order. */
async function createStage(options: StartOptions = {}, token?: string) {
  discord = await startDiscord(options);
  const rest = createGatewayRest(discord.apiUrl, discord.token, () => undefined);
  const body = [{ name: "draw", description: "d" }];
  await rest.put(Routes.applicationCommands(discord.applicationId), { body });
  const told: string[] = [];
  gateway = createGateway(rest, token ?? discord.token, {
    interaction: ({ id }) => told.push(id),
    reaction: ({ message_id: id, emoji }) => told.push(`${emoji.name} ${id}`),
    lost: () => told.push("lost"),
    back: () => told.push("back"),
    closed: (code) => told.push(`closed ${code}`),
    failed: (error) => told.push(String(error)),
  });
  const user = discord.createUser({ name: "Ada" });
  const newChannel = () =>
    discord.createChannel({ guild: discord.createGuild({ name: "Gallery" }) });
  const channel = newChannel();
  return {
    told,
    user,
    newChannel,
    draw: (at = channel) => discord.command({ user, channel: at, name: "draw" }).id,
    hears: (what: string) => discord.waitFor(() => told.includes(what)),
  };
}

describe("the gateway", () => {
  it("opens as many shards as Discord advises, and hears of all servers and of direct messages", async () => {
    const { told, user, newChannel, draw } = await createStage({ shards: 2, maxConcurrency: 2 });
    expect(gateway.me()).toBeUndefined();
    discord.createGuild({ name: "Attic" });
    const { servers, ...me } = await gateway.open();
    expect(me).toEqual(gateway.me());
    // Both shards' together: the one of the stage, and the attic.
    expect(servers).toBe(2);
    expect([me.user.id, me.application.id]).toEqual([discord.botUserId, discord.applicationId]);
    expect(discord.gatewayConnections()).toBe(2);
    const shardOf = ({ guildId = "0" }: Channel) => (BigInt(guildId) >> 22n) % 2n;
    const channels = [newChannel()];
    while (new Set(channels.map(shardOf)).size < 2) {
      discord.advance(1);
      channels.push(newChannel());
    }
    const expected = [...channels.map((each) => draw(each)), draw(discord.dm(user))];
    for (const channel of channels) {
      const message = discord.say({ user, channel, content: "look" });
      discord.react({ user, message, emoji: "❌", on: true });
      expected.push(`❌ ${message.id}`);
    }
    await discord.waitFor(() => told.length >= expected.length);
    expect(told.toSorted()).toEqual(expected.toSorted());
  });

  it("resumes whatever way it breaks, and misses and repeats nothing", async () => {
    const { told, draw, hears } = await createStage();
    await gateway.open();
    for (const how of ["cut", "reconnect", 4000, 4009] as const) {
      const isResumable = how !== 4009;
      discord.faults.dropGateway(how);
      await hears("lost");
      const missed = isResumable ? [draw()] : [];
      // Discord lets the same shard begin a new session only after five seconds.
      await discord.waitFor(() => told.includes("back"), 10_000);
      const next = draw();
      await hears(next);
      const [first, ...then] = told.splice(0);
      expect(first).toBe("lost");
      expect(then.toSorted()).toEqual([...missed, "back", next].toSorted());
    }
  });

  it("opens after it was refused for a while, with one connection", async () => {
    const { told, draw, hears } = await createStage();
    discord.faults.refuseGateway(502);
    const opening = gateway.open();
    await hears("Error: Unexpected server response: 502");
    discord.faults.refuseGateway(true);
    await delay(600);
    expect(gateway.isWhole()).toBe(false);
    discord.faults.refuseGateway(false);
    await opening;
    expect(gateway.isWhole()).toBe(true);
    const id = draw();
    await hears(id);
    await delay(600);
    expect(told.filter((what) => what === id)).toHaveLength(1);
    expect(told.filter((what) => /lost|back/.test(what))).toEqual(["lost", "back"]);
    expect(discord.gatewayConnections()).toBe(1);
  });

  it("opens the shards that Discord advises anew when the bot has outgrown its own, and ends where that mends nothing", async () => {
    const { told, user, newChannel, draw, hears } = await createStage({ maxConcurrency: 2 });
    await gateway.open();
    discord.advance(6_000);
    discord.faults.outgrowShards(2);
    await hears("lost");
    await hears("back");
    expect(gateway.isWhole()).toBe(true);
    expect(discord.gatewayConnections()).toBe(2);
    told.length = 0;
    const channels = Array.from({ length: 4 }, () => {
      discord.advance(1);
      return newChannel();
    });
    const expected = [...channels, discord.dm(user)].map((each) => draw(each));
    await discord.waitFor(() => told.length >= expected.length);
    expect(told.toSorted()).toEqual(expected.toSorted());

    // No more than it has: trying again would not mend that.
    discord.faults.dropGateway(4011);
    await hears("closed 4011");
    expect(told).not.toContain("back");
  });

  it("says when Discord closes it for good, and does not come again", async () => {
    const { told, hears } = await createStage();
    await gateway.open();
    discord.faults.dropGateway(4014);
    await hears("closed 4014");
    await delay(600);
    expect(told.filter((what) => /lost|back|closed/.test(what))).toEqual(["closed 4014"]);
    expect(discord.gatewayConnections()).toBe(0);
  });

  it("says when Discord does not know the token that it identifies with", async () => {
    const { hears } = await createStage({}, "nonsense");
    void gateway.open();
    await hears("closed 4004");
    expect(gateway.me()).toBeUndefined();
  });

  it("says nothing of the end that was asked for", async () => {
    const { told } = await createStage();
    await gateway.open();
    await gateway.close();
    await discord.waitFor(() => discord.gatewayConnections() === 0);
    expect(told).toEqual([]);
  });
});
