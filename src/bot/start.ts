import { setTimeout as delay } from "node:timers/promises";
import type { Telemetry } from "bullmq";
import type { Redis } from "../store/redis.ts";
import { createGateway, type Shards } from "../discord/gateway.ts";
import { inviteLink } from "../discord/invite.ts";
import { createGatewayRest, createRest } from "../discord/rest.ts";
import type { Log } from "../log.ts";
import type { Measures } from "../measures.ts";
import type { Context } from "./command.ts";
import { loadCommands, loadComponents } from "./loaded.ts";
import { GatewayClosedError, login } from "./login.ts";
import { createOnce } from "./once.ts";
import { createOfferer } from "./offer.ts";
import { createReactions } from "./reactions.ts";
import { register } from "./register.ts";
import { createRouter } from "./router.ts";
import { start as words } from "../text/host/start.ts";
import { createContext } from "./context.ts";

export type BotParts = {
  /** Must fail fast: members wait for its answers. */
  redis: Redis;
  discord: {
    token: string;
    apiUrl: string;
    guildIds: string[];
    /** Absent: all that Discord advises. */
    shards?: Shards | undefined;
    cdnOrigins: string[];
    /** Who runs this bot; empty: as the application says. */
    ownerIds: string[];
  };
  /** Folder of the host's lists for prompts. */
  wildcardsDir: string;
  /** Where people reach what `http/` serves. */
  publicUrl: string | undefined;
  writePrompt: Context["writePrompt"];
  measures: Measures;
  /** Where somebody collects traces. */
  telemetry: Telemetry | undefined;
  log: Log;
  /** The gateway closed for good: a wrong token, say. */
  onFatal(error: Error): void;
};

/** A gateway that does not answer any more is not waited for longer than this. Milliseconds. */
const byeMs = 1_000;

export type Bot = {
  /** Every shard of the gateway is there. */
  isConnected(): boolean;
  close(): Promise<void>;
};

/** Registers the commands and answers interactions until closed. */
export async function startBot({
  redis,
  discord,
  wildcardsDir,
  publicUrl,
  writePrompt,
  measures,
  telemetry,
  log,
  onFatal,
}: BotParts): Promise<Bot> {
  const commands = await loadCommands();
  const components = await loadComponents();
  const { context, close } = await createContext({
    redis,
    discord,
    wildcardsDir,
    publicUrl,
    writePrompt,
    measures,
    telemetry,
    log,
    botId: () => gateway.me()?.user.id,
  });
  const { webuis } = context;

  const offerer = createOfferer(commands, () =>
    webuis.areKnown()
      ? { catalogs: webuis.catalogs(), writesPrompts: writePrompt !== undefined }
      : undefined,
  );
  const route = createRouter(commands, components, context);
  const isNew = createOnce();
  const patient = createRest(discord.apiUrl, discord.token, measures.discordAsked);
  const gatewayRest = createGatewayRest(discord.apiUrl, discord.token, measures.discordAsked);
  let isClosing = false;
  const { shards } = discord;
  const gateway = createGateway(
    gatewayRest,
    discord.token,
    {
      interaction(interaction) {
        if (isNew(interaction.id)) void route(interaction);
      },
      reaction: createReactions(context, patient),
      lost() {
        log.warn("gateway lost, reconnecting");
      },
      back() {
        log.info("gateway is back");
      },
      closed: (code) => onFatal(new GatewayClosedError(code)),
      failed: (error) => log.debug({ err: error }, "the gateway could not be reached"),
    },
    shards,
  );
  const leave = () => Promise.race([gateway.close(), delay(byeMs, undefined, { ref: false })]);
  const { application, user, servers } = await login(gateway, log).catch(async (error: unknown) => {
    // Why there is no login is what counts, however the rest ends.
    await Promise.allSettled([leave()]);
    await Promise.allSettled([close()]);
    throw error;
  });
  log.info({ application: application.id, bot: user.username }, "gateway ready");
  if (servers === 0 && shards === undefined)
    log.warn({ invite: inviteLink(application.id) }, words.noServer);
  // Of several processes, one says what there is.
  if (shards === undefined || shards.first === 0) {
    offerer.start((body) => register(gatewayRest, application.id, discord.guildIds, body, log));
  }

  return {
    isConnected: () => !isClosing && gateway.isWhole(),
    async close() {
      isClosing = true;
      offerer.close();
      await leave();
      await close();
    },
  };
}
