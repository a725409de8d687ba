import { setTimeout as delay } from "node:timers/promises";
import type { REST } from "@discordjs/rest";
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import {
  type APIInteraction,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageReactionAddDispatchData,
  type GatewayReadyDispatchData,
} from "discord-api-types/v10";

/** Neither is privileged: a reaction says on which message it is, not what that says. */
export const intents =
  GatewayIntentBits.GuildMessageReactions | GatewayIntentBits.DirectMessageReactions;

/** Discord says with these that it will not take us, however often we come. */
const finalCodes: readonly number[] = [
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
];

/** What the gateway tells. An event may come twice. */
export type Hearing = {
  interaction(interaction: APIInteraction): void;
  reaction(reaction: GatewayMessageReactionAddDispatchData): void;
  /** A connection broke, and it tries again by itself. */
  lost(): void;
  /** All that were lost are there again. */
  back(): void;
  /** A connection ended for good. */
  closed(code: number): void;
  /** A try failed, and there will be another. */
  failed(error: unknown): void;
};

/** Who we are. */
type Me = Pick<GatewayReadyDispatchData, "user" | "application">;

export type Gateway = {
  /**
   * Resolves when every shard is there, with the number of servers that the bot is in. Rejects if Discord could not even
   * be asked for the way, or forbade it.
   */
  open(): Promise<Me & { servers: number }>;
  /** As soon as Discord has said so. */
  me(): Me | undefined;
  /** Every shard is there. */
  isWhole(): boolean;
  close(): Promise<void>;
};

/** Which shards, `last` included, of how many; the same `count` in all processes that share them. */
export type Shards = { first: number; last: number; count: number };

/** Milliseconds between tries to open more shards. */
const growMs = 5_000;

/**
 * As many shards as Discord advises, and more when the bot outgrows them; or those that are ours. What was missed while a
 * connection was lost comes afterwards.
 */
export function createGateway(
  rest: REST,
  token: string,
  hearing: Hearing,
  shards?: Shards,
): Gateway {
  const sessions = new Map<number, SessionInfo>();
  const ready = new Set<number>();
  const lost = new Set<number>();
  const { promise: allReady, resolve: beReady } = Promise.withResolvers<Me>();
  let me: Me | undefined;
  let servers = 0;
  /** The one whose shards have begun to connect. */
  let begun: WebSocketManager | undefined;
  let isReady = false;
  let isClosing = false;

  const createManager = () => {
    const created = new WebSocketManager({
      rest,
      token,
      intents,
      ...(shards && {
        shardCount: shards.count,
        shardIds: { start: shards.first, end: shards.last },
      }),
      // The first that a shard asks for when it connects.
      retrieveSessionInfo(shard) {
        begun = created;
        return sessions.get(shard) ?? null;
      },
      updateSessionInfo(shard, session) {
        if (session === null) sessions.delete(shard);
        else sessions.set(shard, session);
      },
    });
    created.on(WebSocketShardEvents.Ready, ({ data: { user, application, guilds }, shardId }) => {
      me = { user, application };
      if (!ready.has(shardId)) servers += guilds.length;
      setBack(shardId);
      ready.add(shardId);
      const wanted = shards ? shards.last - shards.first + 1 : created.options.shardCount;
      if (ready.size !== wanted) return;
      isReady = true;
      beReady(me);
    });
    created.on(WebSocketShardEvents.Resumed, ({ shardId }) => setBack(shardId));
    created.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
      if (isClosing || created !== manager) return;
      const hasOutgrown = code === GatewayCloseCodes.ShardingRequired && shards === undefined;
      if (finalCodes.includes(code) && !hasOutgrown) return hearing.closed(code);
      if (lost.size === 0) hearing.lost();
      lost.add(shardId);
      if (hasOutgrown) void grow();
    });
    created.on(WebSocketShardEvents.Error, ({ error }) => hearing.failed(error));
    created.on(WebSocketShardEvents.Dispatch, ({ data: event }) => {
      if (event.t === GatewayDispatchEvents.InteractionCreate) hearing.interaction(event.d);
      if (event.t === GatewayDispatchEvents.MessageReactionAdd) hearing.reaction(event.d);
    });
    return created;
  };
  const setBack = (shard: number) => {
    if (lost.delete(shard) && lost.size === 0) hearing.back();
  };
  /** The bot is in more servers than its shards may hold. What was advised before is remembered by the old ones alone. */
  const grow = async () => {
    const old = manager;
    manager = createManager();
    await old.destroy();
    sessions.clear();
    ready.clear();
    servers = 0;
    while (!isClosing && begun !== manager) {
      try {
        const { shards: advised } = await manager.fetchGatewayInformation();
        if (advised <= (old.options.shardCount ?? 0))
          return hearing.closed(GatewayCloseCodes.ShardingRequired);
        lost.clear();
        for (let shard = 0; shard < advised; shard += 1) lost.add(shard);
        await manager.connect();
      } catch (error) {
        hearing.failed(error);
        await delay(growMs, undefined, { ref: false });
      }
    }
  };
  let manager = createManager();

  return {
    async open() {
      try {
        await manager.connect();
      } catch (error) {
        // A shard that has begun goes on by itself: another call would only put a second one beside it.
        if (begun === undefined) throw error;
      }
      const known = await allReady;
      return { ...known, servers };
    },
    me: () => me,
    isWhole: () => isReady && lost.size === 0,
    async close() {
      isClosing = true;
      await manager.destroy();
    },
  };
}
