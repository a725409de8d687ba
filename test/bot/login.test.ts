import { afterEach, describe, expect, it } from "vitest";
import { login, WrongTokenError } from "../../src/bot/login.ts";
import {
  type StandInDiscord,
  startDiscord,
  type StartOptions,
} from "../../src/demo/discord/start.ts";
import { inviteLink } from "../../src/discord/invite.ts";
import { createGateway, type Gateway } from "../../src/discord/gateway.ts";
import { createGatewayRest } from "../../src/discord/rest.ts";
import { createLog } from "../../src/log.ts";
import { start as words } from "../../src/text/host/start.ts";
import { startEasel } from "../harness/easel.ts";
import { startWorld } from "../harness/world.ts";

let discord: StandInDiscord;
let gateway: Gateway;

afterEach(async () => {
  await gateway?.close();
  await discord?.close();
});

/** Logs in at a Discord of its own; `tries`: why each one failed. */
async function createStage(options: StartOptions = {}, token?: string) {
  discord = await startDiscord(options);
  const lines: string[] = [];
  const log = await createLog("warn", [], { write: (line) => void lines.push(line) });
  const nothing = () => undefined;
  gateway = createGateway(
    createGatewayRest(discord.apiUrl, token ?? discord.token, () => undefined),
    discord.token,
    {
      interaction: nothing,
      reaction: nothing,
      lost: nothing,
      back: nothing,
      closed: nothing,
      failed: nothing,
    },
  );
  return {
    login: () => login(gateway, log),
    tries: () =>
      lines.map((line) => {
        const { msg, err } = JSON.parse(line) as { msg: string; err: { message: string } };
        expect(msg).toBe("Discord cannot be reached yet");
        return err.message;
      }),
  };
}

describe("logging in", () => {
  it("tries again while Discord cannot be asked for the way", async () => {
    const stage = await createStage();
    const isWay = (_: string, path: string) => path === "/gateway/bot";
    // A try of the library is four requests.
    discord.faults.fail({ match: isWay, status: 503, times: 5 });
    const { user } = await stage.login();
    expect(user.id).toBe(discord.botUserId);
    expect(stage.tries()).toHaveLength(1);
    expect(discord.gatewayConnections()).toBe(1);
  });

  it("waits where all sessions of the day are used up, instead of beginning one too many", async () => {
    const stage = await createStage({
      shards: 2,
      maxConcurrency: 2,
      startsLeft: 1,
      startsResetMs: 1_000,
    });
    await stage.login();
    expect(stage.tries().length).toBeGreaterThan(0);
    for (const why of stage.tries()) expect(why).toMatch(/^Not enough sessions remaining/);
    expect(discord.gatewayConnections()).toBe(2);
  });

  it("ends at once with a token that Discord does not know", async () => {
    const stage = await createStage({}, "nonsense");
    await expect(stage.login()).rejects.toBeInstanceOf(WrongTokenError);
    expect(stage.tries()).toEqual([]);
  });
});

describe("the program", () => {
  it("ends with one line for the host when the token is wrong, and when Discord closes for good; has a link where it is in no server", async () => {
    const world = await startWorld();
    try {
      world.discord.faults.dropGateway(4014);
      expect(await world.easel.ended).toBe(1);
      expect(world.easel.output()).toContain(`${words.cannot(words.gatewayClosed(4014))}\n`);
      expect(world.easel.output()).not.toContain("gateway lost");
      expect(world.easel.output()).not.toContain(words.noServer);

      const other = startEasel({ ...world.settings, DISCORD_TOKEN: "nonsense" });
      expect(await other.ended).toBe(1);
      const plain = other
        .output()
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("{"));
      expect(plain).toEqual(words.cannot(words.wrongToken).split("\n"));

      world.discord.removeBot(world.guild);
      await world.start({ webuiUp: false });
      const invitations = world.easel.log().filter(({ msg }) => msg === words.noServer);
      expect(invitations.map(({ invite }) => invite)).toEqual([
        inviteLink(world.discord.applicationId),
      ]);
    } finally {
      await world.close();
    }
  });
});
