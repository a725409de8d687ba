import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { type Wire, isObject, passed, shown } from "./form.ts";
import type { World } from "./world.ts";
import { toWholeGuild } from "./guild-wire.ts";
import { toUser } from "./wire.ts";

const HEARTBEAT_MS = 41_250;
const RESUMABLE_MS = 120_000;
const IDENTIFY_EVERY_MS = 5000;
const STARTS = 1000;
const STARTS_RESET_MS = 86_400_000;
const SENDS_PER_MINUTE = 120;
const KEPT_EVENTS = 5000;

/** Closing with one of these ends the session for good. */
const FATAL_CODES = [4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014];

const INTENT_GUILDS = 1;
const KNOWN_INTENTS = 0x3ff_ffff;
/** Members, presences and message content: nobody switched them on for this application. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  id: string;
  intents: number;
  shard: [number, number];
  seq: number;
  log: { seq: number; text: string }[];
  socket?: WebSocket | undefined;
  lostAt?: number | undefined;
}

interface Link {
  socket: WebSocket;
  session?: Session;
  sends: number[];
  /** We broke it ourselves: whatever the client echoes is no goodbye. */
  isDropped?: boolean;
}

export interface GatewayOptions {
  shards?: number;
  /** How many shards may identify at the same time. */
  maxConcurrency?: number;
  /** What is left of the sessions that may be started, and in how many milliseconds there are more. */
  startsLeft?: number;
  startsResetMs?: number;
}

/** The gateway: sessions that live on for a while after their socket broke. */
export function createGateway(world: World, server: Server, options: GatewayOptions) {
  const { maxConcurrency = 1 } = options;
  let { shards = 1 } = options;
  /** With fewer shards than this, each would hold too many servers. */
  let fewestShards = 1;
  const sessions = new Map<string, Session>();
  const links = new Set<Link>();
  const lastIdentify = new Map<number, number>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  let refusal: boolean | number = false;
  let startsLeft = options.startsLeft ?? STARTS;
  let startsResetAt = world.now() + (options.startsResetMs ?? STARTS_RESET_MS);
  let address = "";

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (refusal !== false) {
      if (refusal === true) socket.destroy();
      else
        socket.end(`HTTP/1.1 ${refusal} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => open(opened, request.url ?? "/"));
  }
  server.on("upgrade", upgrade);

  function open(socket: WebSocket, path: string): void {
    const query = new URL(path, "http://gateway").searchParams;
    const link: Link = { socket, sends: [] };
    links.add(link);
    socket.on("error", () => socket.terminate());
    socket.on("close", (code) => {
      links.delete(link);
      leave(link, code);
      world.tell({ kind: "connection" });
    });
    if (query.get("v") !== "10") return socket.close(4012, "Invalid API version");
    if ((query.get("encoding") ?? "json") !== "json" || query.has("compress"))
      return socket.close(4002, "Decode error");
    socket.on("message", (data: Buffer) => {
      try {
        receive(link, data);
      } catch (error) {
        world.problems.push(`gateway: ${String(error)}`);
        socket.close(4000, "Unknown error");
      }
    });
    say(socket, { op: 10, d: { heartbeat_interval: HEARTBEAT_MS, _trace: [] }, s: null, t: null });
  }

  /** A session outlives its socket, unless the client said goodbye. */
  function leave(link: Link, code: number): void {
    const { session } = link;
    if (!session || session.socket !== link.socket) return;
    session.socket = undefined;
    session.lostAt = world.now();
    if (!link.isDropped && (code === 1000 || code === 1001)) sessions.delete(session.id);
  }

  function receive(link: Link, data: Buffer): void {
    const { socket } = link;
    const at = world.now();
    link.sends = [...link.sends.filter((time) => at - time < 60_000), at];
    if (link.sends.length > SENDS_PER_MINUTE) return socket.close(4008, "Rate limited");
    if (data.length > 4096) return socket.close(4002, "Decode error");
    const message = parse(data);
    if (!message) return socket.close(4002, "Decode error");
    const details = isObject(message["d"]) ? message["d"] : {};
    switch (message["op"]) {
      case 1:
        return say(socket, { op: 11, d: null, s: null, t: null });
      case 2:
        return identify(link, details);
      case 6:
        return resume(link, details);
      case 3:
      case 4:
      case 8:
      case 31:
        return link.session ? undefined : socket.close(4003, "Not authenticated");
      default:
        return socket.close(4001, "Unknown opcode");
    }
  }

  function identify(link: Link, details: Wire): void {
    const { socket } = link;
    if (link.session) return socket.close(4005, "Already authenticated");
    if (details["token"] !== world.token) return socket.close(4004, "Authentication failed.");
    const intents = Number(details["intents"]);
    if (!Number.isInteger(intents) || intents < 0 || (intents & ~KNOWN_INTENTS) !== 0)
      return socket.close(4013, "Invalid intent(s)");
    if ((intents & PRIVILEGED_INTENTS) !== 0) return socket.close(4014, "Disallowed intent(s)");
    const shard = passed<[number, number]>(details["shard"] ?? [0, 1]);
    if (!(shard[0] >= 0 && shard[0] < shard[1])) return socket.close(4010, "Invalid shard");
    if (shard[1] < fewestShards) return socket.close(4011, "Sharding required");
    const bucket = shard[0] % maxConcurrency;
    const before = lastIdentify.get(bucket);
    if (before !== undefined && world.now() - before < IDENTIFY_EVERY_MS)
      return say(socket, { op: 9, d: false, s: null, t: null });
    lastIdentify.set(bucket, world.now());
    startsLeft -= 1;
    const id = randomBytes(16).toString("hex");
    const session: Session = { id, intents, shard, seq: 0, log: [], socket };
    link.session = session;
    sessions.set(id, session);
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.botInstalled && isFor(session, guild.id),
    );
    world.tell({ kind: "connection" });
    emit(session, "READY", {
      v: 10,
      user: { ...toUser(world.bot), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: id,
      resume_gateway_url: address,
      session_type: "normal",
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      auth: {},
      shard,
      application: { id: world.applicationId, flags: 0 },
    });
    if ((intents & INTENT_GUILDS) !== 0)
      for (const guild of guilds) emit(session, "GUILD_CREATE", toWholeGuild(world, guild));
  }

  function resume(link: Link, details: Wire): void {
    const { socket } = link;
    if (link.session) return socket.close(4005, "Already authenticated");
    if (details["token"] !== world.token) return socket.close(4004, "Authentication failed.");
    const session = sessions.get(shown(details["session_id"]));
    const seq = Number(details["seq"]);
    if (!session || !isAlive(session)) return say(socket, { op: 9, d: false, s: null, t: null });
    if (!(seq >= 0 && seq <= session.seq)) return socket.close(4007, "Invalid seq");
    const old = session.socket;
    session.socket = socket;
    session.lostAt = undefined;
    link.session = session;
    old?.terminate();
    world.tell({ kind: "connection" });
    for (const missed of session.log) if (missed.seq > seq) socket.send(missed.text);
    emit(session, "RESUMED", { _trace: [] });
  }

  function emit(session: Session, event: string, data: Wire): void {
    session.seq += 1;
    const text = JSON.stringify({ op: 0, t: event, s: session.seq, d: data });
    session.log.push({ seq: session.seq, text });
    if (session.log.length > KEPT_EVENTS) session.log.shift();
    if (session.socket?.readyState === 1) session.socket.send(text);
  }

  const isAlive = (session: Session) =>
    session.lostAt === undefined || world.now() - session.lostAt < RESUMABLE_MS;

  world.send = (event, data, { guildId, intent = 0 }) => {
    let reached = 0;
    for (const session of sessions.values()) {
      if (!isAlive(session)) {
        sessions.delete(session.id);
        continue;
      }
      if (!isFor(session, guildId) || (session.intents & intent) !== intent) continue;
      emit(session, event, data);
      reached += 1;
    }
    return reached;
  };

  const drop = (how: number | "reconnect" | "invalid session" | "cut" = 4000): void => {
    for (const link of links) {
      const { socket, session } = link;
      link.isDropped = how !== "reconnect";
      const isOver = how === "invalid session" || FATAL_CODES.some((code) => code === how);
      if (session && isOver) sessions.delete(session.id);
      if (how === "reconnect") say(socket, { op: 7, d: null, s: null, t: null });
      else if (how === "cut") socket.terminate();
      else if (how === "invalid session") say(socket, { op: 9, d: false, s: null, t: null });
      else socket.close(how, "Dropped");
    }
  };

  return {
    listen: (url: string) => {
      address = url;
    },
    describe: (): Wire => {
      if (world.now() >= startsResetAt) {
        startsLeft = STARTS;
        startsResetAt = world.now() + STARTS_RESET_MS;
      }
      return {
        url: address,
        shards,
        session_start_limit: {
          total: STARTS,
          remaining: startsLeft,
          reset_after: startsResetAt - world.now(),
          max_concurrency: maxConcurrency,
        },
      };
    },
    /** Sockets, of sessions or not. */
    connections: () => links.size,
    isConnected: () => [...links].some(({ session }) => session !== undefined),
    /** New connections are broken off, or answered with an HTTP status. */
    refuse: (how: boolean | number) => {
      refusal = how;
    },
    /** Ends every connection: by a close code, by asking to reconnect, or by a bad session. */
    drop,
    /** The bot is in so many servers that it needs this many shards. */
    outgrow: (count: number) => {
      shards = Math.max(shards, count);
      fewestShards = count;
      drop(4011);
    },
    close: () => {
      server.off("upgrade", upgrade);
      for (const { socket } of links) socket.terminate();
      sockets.close();
    },
  };
}

/** Discord's rule: a guild belongs to one shard, direct messages to the first. */
function isFor({ shard: [id, count] }: Session, guildId: string | undefined): boolean {
  return guildId === undefined ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}

function say(socket: WebSocket, payload: Wire): void {
  if (socket.readyState === 1) socket.send(JSON.stringify(payload));
}

function parse(data: Buffer): Wire | undefined {
  try {
    const value: unknown = JSON.parse(data.toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
