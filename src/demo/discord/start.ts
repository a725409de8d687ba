import { type Server, createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createActing, type Waiter } from "./acting.ts";
import { serveFile } from "./cdn.ts";
import { createFaults } from "./faults.ts";
import { type GatewayOptions, createGateway } from "./gateway.ts";
import { type Interaction, createInteractions } from "./interactions.ts";
import { buttonsOf, textOf } from "./messages.ts";
import { createPeople } from "./people.ts";
import { createRateLimits } from "./rate-limits.ts";
import { type Exchange, createRest } from "./rest.ts";
import { createRoles } from "./roles.ts";
import { createRoutes } from "./routes.ts";
import { createTeams } from "./team.ts";
import { createViewing } from "./viewing.ts";
import { type Channel, type Message, createWorld } from "./world.ts";

export type { Interaction } from "./interactions.ts";
export type { Exchange } from "./rest.ts";
export type { Channel, Guild, Message, Role, User } from "./world.ts";
export type { PickedFile } from "./people.ts";
export type { Change } from "./watching.ts";
export { USUAL_BOT_PERMISSIONS, permission } from "./permissions.ts";

export interface StartOptions extends GatewayOptions {
  port?: number;
  cdnPort?: number;
  token?: string;
  onExchange?: (exchange: Exchange) => void;
}

/** A Discord on loopback: REST, gateway and CDN, and the people who use it. */
export async function startDiscord(options: StartOptions = {}) {
  const world = createWorld(options.token);
  const exchanges: Exchange[] = [];
  const faults = createFaults();
  const limits = createRateLimits(world.now);
  const interactions = createInteractions(world);
  const server = createServer({ keepAliveTimeout: 60_000 });
  const cdn = createServer((request, response) => {
    setTimeout(serveFile, world.faults.cdnDelayMs, world, request, response);
  });
  const gateway = createGateway(world, server, options);
  const onExchange = (exchange: Exchange) => {
    exchanges.push(exchange);
    options.onExchange?.(exchange);
  };
  const routes = createRoutes(world, interactions, gateway);
  server.on("request", createRest(world, { routes, faults, limits, onExchange }));
  const port = await listen(server, options.port ?? 0);
  const cdnPort = await listen(cdn, options.cdnPort ?? 0);
  world.cdnOrigin = `http://127.0.0.1:${cdnPort}`;
  gateway.listen(`ws://127.0.0.1:${port}`);
  const people = createPeople(world);
  const acting = createActing(world, interactions, waitFor);

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    cdnOrigin: world.cdnOrigin,
    token: world.token,
    applicationId: world.applicationId,
    botUserId: world.bot.id,
    /** Owner of the application, and of every guild that names no other. */
    owner: world.owner,
    ...people,
    ...createRoles(world),
    ...createTeams(world),
    ...acting,
    ...createViewing(world, interactions),
    /** Looks on at everything that clients show; call what comes back to stop. */
    watch: world.watch,
    /** All interactions so far, completions and dialogs included. */
    interactions: interactions.all,
    /** The same interaction once more, as after a resume. */
    redeliver: (interaction: Interaction) => interactions.redeliver(interaction),
    /** What stands in a channel now, private messages included. */
    messages: (channel: Channel): Message[] =>
      [...world.messages.values()].filter(({ channelId }) => channelId === channel.id),
    textOf,
    buttonsOf,
    waitFor,
    exchanges,
    /** Whatever went wrong inside the stand-in itself. Should stay empty. */
    problems: world.problems,
    /** Requests answered with 429 by the limits (not by a fault). */
    rateLimited: () => limits.given(),
    isConnected: gateway.isConnected,
    gatewayConnections: gateway.connections,
    registeredCommands: (guildId = "") => world.commands.get(guildId) ?? [],
    now: world.now,
    advance(ms: number): void {
      world.advance(ms);
      interactions.checkAges();
      for (const message of world.messages.values())
        if (message.thinking) world.tell({ kind: "message", message });
      world.tell({ kind: "clock" });
    },
    faults: Object.assign(world.faults, {
      fail: faults.fail,
      slow: faults.slow,
      dropGateway: gateway.drop,
      outgrowShards: gateway.outgrow,
      refuseGateway: gateway.refuse,
      killToken(interaction: Interaction): void {
        interaction.tokenDead = true;
      },
    }),
    async close(): Promise<void> {
      interactions.close();
      gateway.close();
      await Promise.all([shut(server), shut(cdn)]);
    },
  };
}

export type StandInDiscord = Awaited<ReturnType<typeof startDiscord>>;

/** Between two looks: each may go through all messages there are. Milliseconds. */
const lookMs = 15;

/** Looks again and again until there is something; rejects when the time is up. */
const waitFor: Waiter = async (find, timeoutMs = 5000) => {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end)
      throw new Error(`nothing came within ${timeoutMs} ms: ${String(find)}`);
    await sleep(lookMs);
  }
};

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
