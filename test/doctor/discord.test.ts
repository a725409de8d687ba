import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { permission, type StandInDiscord, startDiscord } from "../../src/demo/discord/start.ts";
import { inviteLink } from "../../src/discord/invite.ts";
import { createGatewayRest } from "../../src/discord/rest.ts";
import { intents } from "../../src/discord/gateway.ts";
import { checkApplication } from "../../src/doctor/application.ts";
import { checkDiscord } from "../../src/doctor/discord.ts";
import { toLine } from "../../src/doctor/finding.ts";
import { checkServers } from "../../src/doctor/servers.ts";
import { freePort } from "../harness/free-port.ts";

let discord: StandInDiscord;
beforeAll(async () => {
  discord = await startDiscord();
});
afterAll(async () => discord.close());

const commands = ["draw", "settings"];
const restWith = (token = discord.token) =>
  createGatewayRest(discord.apiUrl, token, () => undefined);
const application = async (token?: string, wanted = intents) =>
  (await checkApplication(restWith(token), wanted)).findings.map(toLine);
const servers = async (more: Partial<Parameters<typeof checkServers>[0]> = {}) => {
  const asked = {
    rest: restWith(),
    applicationId: discord.applicationId,
    guildIds: [],
    commands,
    isPersonal: false,
    isRunning: false,
    ...more,
  };
  return (await checkServers(asked)).map(toLine);
};

describe("Discord", () => {
  it("is told to be there, and the clock to go as it does", async () => {
    const { findings, isThere } = await checkDiscord(discord.apiUrl, Date.now);
    expect(isThere).toBe(true);
    expect(findings.map(toLine)).toEqual([
      expect.stringMatching(/^✅ Discord: answers in \d+ ms$/),
      "✅ Clock: in order",
    ]);
  });

  it("is there where only the bot's gateway is, and away where neither is", async () => {
    const match = (_method: string, path: string) => path.endsWith("/gateway");
    const mend = discord.faults.fail({ match, status: 404 });
    expect(await checkDiscord(discord.apiUrl, Date.now)).toMatchObject({ isThere: true });
    mend();
    const none = { match: (_: string, path: string) => path.includes("/gateway"), status: 404 };
    const mendAll = discord.faults.fail(none);
    expect(await checkDiscord(discord.apiUrl, Date.now)).toMatchObject({ isThere: false });
    mendAll();
  });

  it("is told to be away, with the code of the failure, where nobody answers", async () => {
    const api = `http://127.0.0.1:${await freePort()}/api`;
    const { findings, isThere } = await checkDiscord(api, Date.now);
    expect(isThere).toBe(false);
    expect(findings.map(toLine)).toEqual([
      expect.stringContaining("❌ Discord: cannot be reached (ECONNREFUSED) → look at"),
    ]);
  });

  it.each([
    [60_000, "❌ Clock: is 60 s fast → have the system set its clock"],
    [-90_000, "❌ Clock: is 90 s slow →"],
    [3_000, "✅ Clock: in order"],
  ])("tells of a clock that is %i ms off", async (off, line) => {
    const { findings } = await checkDiscord(discord.apiUrl, () => Date.now() + off);
    // Whole seconds are all that Discord's header has.
    const near = findings.map(toLine).map((each) => each.replace(/(59|61) s/, "60 s"));
    expect(near.map((each) => each.replace(/(89|91) s/, "90 s")).join("\n")).toContain(line);
  });
});

describe("the application", () => {
  it("is told with the bot's name, a link that invites it, and its intents", async () => {
    const lines = await application();
    expect(lines).toEqual([
      expect.stringMatching(/^✅ Token: belongs to the bot \S+/),
      `▫️ Application: invite the bot to a server with ${inviteLink(discord.applicationId)}`,
      "✅ Intents: none that has to be switched on is needed",
    ]);
    const link = new URL(inviteLink(discord.applicationId));
    expect(link.searchParams.get("scope")).toBe("bot applications.commands");
    const needed =
      permission.VIEW_CHANNEL |
      permission.SEND_MESSAGES |
      permission.SEND_MESSAGES_IN_THREADS |
      permission.ATTACH_FILES |
      permission.READ_MESSAGE_HISTORY;
    expect(link.searchParams.get("permissions")).toBe(String(needed));
  });

  it("cannot be seen with a wrong token, which is not repeated", async () => {
    const lines = await application("nonsense");
    expect(lines).toEqual([
      expect.stringMatching(/^❌ Token: Discord does not know DISCORD_TOKEN → press Reset Token/),
    ]);
  });

  it("is told to send commands elsewhere, to be closed to invitations, and to lack an intent", async () => {
    const isOwn = (_: string, path: string) => path === "/applications/@me";
    const known = await restWith().get("/applications/@me");
    discord.faults.fail({
      match: isOwn,
      status: 200,
      times: 1,
      body: {
        ...(known as object),
        interactions_endpoint_url: "https://old.example/interactions",
        bot_require_code_grant: true,
      },
    });
    const messageContent = 1 << 15;
    const lines = (await application(undefined, intents | messageContent)).join("\n");
    expect(lines).toMatch(/❌ Application: Discord sends its commands to an Interactions Endpoint/);
    expect(lines).toMatch(/❌ Application: no invitation works/);
    expect(lines).toMatch(/❌ Intents: not switched on: MessageContent → switch them on/);
  });
});

describe("servers and commands", () => {
  const unknownGuild = { message: "Unknown Guild", code: 10004 };
  const guildPaths = (_: string, path: string) => /\/guilds\/\d+\/commands$/.test(path);
  beforeEach(async () => {
    // The stand-in counts as Discord does: one look at the servers a second.
    discord.advance(60_000);
  });

  it("where there is none, have the link; those that have only people's installations are fine", async () => {
    expect(await servers()).toContain(
      `❌ Servers: the bot is in no server → invite it with ${inviteLink(discord.applicationId)}`,
    );
    discord.advance(60_000);
    expect((await servers({ isPersonal: true })).join("\n")).not.toContain("❌");
  });

  it("that are in order are counted; commands are missed where an Easel runs, and registered by it", async () => {
    const guild = discord.createGuild({ name: "Guild" });
    expect(await servers()).toEqual([
      "✅ Servers: the bot is in 1 server",
      "▫️ Commands: not all are registered yet; Easel does that when it starts",
    ]);
    discord.advance(60_000);
    expect((await servers({ isRunning: true })).at(-1)).toMatch(
      /^❌ Commands: not registered: draw, settings → look for/,
    );
    const body = commands.map((name) => ({ name, description: name }));
    await restWith().put(`/applications/${discord.applicationId}/commands`, { body });
    discord.advance(60_000);
    expect((await servers({ isRunning: true })).at(-1)).toBe("✅ Commands: all are registered");
    discord.advance(60_000);
    const own = await servers({ guildIds: [guild.id, "200000000000000001"] });
    expect(own.join("\n")).toContain(
      "❌ Servers: the bot is not in 200000000000000001, which DISCORD_GUILD_IDS names → invite",
    );
  });

  it("that did not allow commands are named, with what to open", async () => {
    discord.faults.fail({
      match: guildPaths,
      status: 403,
      times: 1,
      body: { message: "Missing Access", code: 50001 },
    });
    expect((await servers()).join("\n")).toMatch(
      /❌ Server Guild: commands are not allowed there \(the scope applications\.commands\) → have somebody .* https:/,
    );
  });

  it("that Discord says nothing of just now are told so, and all else is told as ever", async () => {
    discord.createGuild({ name: "Second" });
    discord.faults.fail({ match: guildPaths, status: 404, times: 1, body: unknownGuild });
    expect((await servers()).join("\n")).not.toContain("❌");
    discord.advance(60_000);
    discord.faults.fail({ match: guildPaths, status: 400, times: 1, body: {} });
    const isGlobal = (_: string, path: string) =>
      path.endsWith(`${discord.applicationId}/commands`);
    discord.faults.fail({ match: isGlobal, status: 400, times: 1, body: {} });
    expect(await servers()).toEqual([
      "✅ Servers: the bot is in 2 servers",
      expect.stringMatching(/^❌ Server (Guild|Second): answered with status 400 → look at/),
      expect.stringMatching(/^❌ Commands: answered with status 400 → look at/),
    ]);
  });

  it("where the bot may not do what it needs are named, with what it lacks", async () => {
    const guild = discord.createGuild({ name: "Tight\u001b[2J" });
    for (const role of guild.roles) role.permissions = permission.VIEW_CHANNEL;
    const lines = (await servers()).join("\n");
    expect(lines).toContain(
      "❌ Server Tight [2J: the bot lacks Send Messages, Send Messages in Threads, Attach Files, Read Message History → have",
    );
    expect(lines).not.toContain("Server Guild");
  });
});
