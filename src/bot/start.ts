import type { Telemetry } from "bullmq";
import type { Redis } from "../store/redis.ts";
import { createPainter } from "../chart/paint.ts";
import { fetchAttachment } from "../discord/attachments.ts";
import { createGateway } from "../discord/gateway.ts";
import { inviteLink } from "../discord/invite.ts";
import { createGatewayRest, createRest } from "../discord/rest.ts";
import { toLink } from "../http/links.ts";
import type { Log } from "../log.ts";
import type { Measures } from "../measures.ts";
import { jobKey } from "../queue/connection.ts";
import { createProducer } from "../queue/producer.ts";
import { createSeldom } from "../seldom.ts";
import { createAnnouncement } from "../store/announcement.ts";
import { createAnswers } from "../store/answers.ts";
import { createAwaited } from "../store/awaited.ts";
import { createCatalogs } from "../store/catalogs.ts";
import { createChores } from "../store/chores.ts";
import { createDrafts } from "../store/drafts.ts";
import { createDrains } from "../store/drains.ts";
import { createEdits } from "../store/edits.ts";
import { createHistory } from "../store/history.ts";
import { createInputs } from "../store/inputs.ts";
import { createLine } from "../store/line.ts";
import { createModelBooks } from "../store/model-book.ts";
import { createOptionChanges } from "../store/option-changes.ts";
import { createOriginals } from "../store/originals.ts";
import { createPauses } from "../store/pauses.ts";
import { createPresets } from "../store/presets.ts";
import { createGpuTime, createQuotas } from "../store/quotas.ts";
import { createRecords } from "../store/records.ts";
import { createRoster } from "../store/roster.ts";
import { createSchedule } from "../store/schedule.ts";
import { createSettings } from "../store/settings.ts";
import { createShares } from "../store/shares.ts";
import { createSignals } from "../store/signals.ts";
import { createStats } from "../store/stats.ts";
import { createTroubles } from "../store/troubles.ts";
import { createUpkeep } from "../store/upkeep.ts";
import { createBacklog } from "./backlog.ts";
import type { Command, Component, Context } from "./command.ts";
import { loadFolder } from "./load.ts";
import { GatewayClosedError, login } from "./login.ts";
import { createOnce } from "./once.ts";
import { createOfferer } from "./offer.ts";
import { createReactions } from "./reactions.ts";
import { register } from "./register.ts";
import { createOwners } from "./owners.ts";
import { createKeepers } from "./personal.ts";
import { createPlaces } from "./places.ts";
import { createRegrets } from "./regrets.ts";
import { createRouter, keyOf } from "./router.ts";
import { createWildcards } from "../store/wildcards.ts";
import { start as words } from "../text/host/start.ts";
import { textFor } from "../text/text.ts";
import { withdraw } from "./submit.ts";
import { createTurnstile } from "./turnstile.ts";
import { watchWebuis } from "./webuis.ts";
import { createWordLists } from "./word-lists.ts";

/** Who looks at one chart looks at another soon, or not at all. Milliseconds. */
const painterIdleMs = 30_000;

/** Discord takes a note a second in a channel: who is refused again and again must not keep all others away. */
const mostNotes = 30;

/** At a time, and how long one waits for that: there must be time left to say that the queue is away. */
const storing = { most: 12, patienceMs: 1_200 };

export type BotParts = {
  /** Must fail fast: members wait for its answers. */
  redis: Redis;
  discord: {
    token: string;
    apiUrl: string;
    guildIds: string[];
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
  const commands = byName(await loadFolder<Command>(new URL("../../commands/", import.meta.url)));
  const components = await loadFolder<Component>(new URL("components/", import.meta.url));
  const warn = (what: string) => (error: unknown) => log.warn({ err: error }, what);

  const producer = createProducer(redis, warn("queue"), telemetry);
  const records = createRecords(redis);
  const line = createLine(redis);
  const answers = createAnswers(redis);
  const signals = createSignals(redis);
  const webuis = await watchWebuis(
    createCatalogs(redis),
    signals,
    (error) => log.debug({ err: error }, "the webuis' state could not be read"),
    (up) => log.debug({ up }, "the bot knows who is up"),
  );
  const regrets = createRegrets(
    async (id) => {
      await withdraw(id, { producer, records, line, answers });
      await signals.cancel(id);
    },
    (error) => log.debug({ err: error }, "a refused job could not be taken back yet"),
  );
  redis.on("ready", regrets.hurry);
  const originals = createOriginals(redis);
  const painter = createPainter(painterIdleMs);
  const rest = createRest(discord.apiUrl, discord.token, measures.discordAsked);
  const troubles = createTroubles(redis);
  const settings = createSettings(redis);
  const presets = createPresets(redis);
  const history = createHistory(redis);
  const drafts = createDrafts(redis);
  const inputs = createInputs(redis);
  const stats = createStats(redis);
  const context: Context = {
    rest,
    places: createPlaces(rest),
    owners: createOwners(rest, discord.ownerIds),
    pauses: createPauses(redis),
    drains: createDrains(redis),
    shares: createShares(redis),
    optionChanges: createOptionChanges(redis),
    upkeep: createUpkeep(redis),
    keepers: createKeepers({
      settings,
      presets,
      history,
      records,
      inputs,
      originals,
      drafts,
      stats,
      gpuTime: createGpuTime(redis),
    }),
    chores: createChores(redis, signals),
    announcement: createAnnouncement(redis),
    troubles,
    log,
    botId: () => gateway.me()?.user.id,
    producer,
    records,
    line,
    schedule: createSchedule(redis),
    roster: createRoster(redis),
    quotas: createQuotas(redis, (id) => jobKey("generate", id)),
    edits: createEdits(redis),
    answers,
    awaited: createAwaited(redis),
    drafts,
    history,
    stats,
    paint: painter.paint,
    originals,
    async linkTo(id, number) {
      if (publicUrl === undefined) return undefined;
      return toLink(publicUrl, { id, number }, await originals.secret(), Date.now());
    },
    webuis,
    inputs,
    regret: regrets.add,
    settings,
    modelBooks: createModelBooks(redis),
    presets,
    signals,
    measures,
    fetchAttachment: (url, bounds) => fetchAttachment(url, discord.cdnOrigins, bounds),
    wildcards: createWildcards(wildcardsDir),
    writePrompt,
    wordLists: createWordLists(),
    auditing: createBacklog(mostNotes),
    storing: createTurnstile(storing.most, storing.patienceMs),
    seldom: createSeldom(),
    cdnOrigin: discord.cdnOrigins[0] ?? "",
  };

  const offerer = createOfferer(commands, () => ({
    catalogs: webuis.catalogs(),
    writesPrompts: writePrompt !== undefined,
  }));
  const route = createRouter(commands, components, context);
  const isNew = createOnce();
  const patient = createRest(discord.apiUrl, discord.token, measures.discordAsked);
  const gatewayRest = createGatewayRest(discord.apiUrl, discord.token, measures.discordAsked);
  let isConnected = false;
  const gateway = createGateway(gatewayRest, discord.token, {
    interaction(interaction) {
      if (isNew(interaction.id)) void route(interaction);
    },
    reaction: createReactions(context, patient),
    lost() {
      isConnected = false;
      log.warn("gateway lost, reconnecting");
    },
    back() {
      isConnected = true;
      log.info("gateway is back");
    },
    closed: (code) => onFatal(new GatewayClosedError(code)),
    failed: (error) => log.debug({ err: error }, "the gateway could not be reached"),
  });
  const { application, user, servers } = await login(gateway, log);
  isConnected = true;
  log.info({ application: application.id, bot: user.username }, "gateway ready");
  if (servers === 0) log.warn({ invite: inviteLink(application.id) }, words.noServer);
  offerer.start((body) => register(gatewayRest, application.id, discord.guildIds, body, log));

  return {
    isConnected: () => isConnected,
    async close() {
      isConnected = false;
      offerer.close();
      await gateway.close();
      webuis.close();
      regrets.close();
      await painter.close();
      await producer.close();
    },
  };
}

/** A command's name is the same whatever is offered. */
function byName(loaded: ReadonlyMap<string, Command>): Map<string, Command> {
  const nameOf = (command: Command) =>
    keyOf(command.data(textFor(undefined), { catalogs: [], writesPrompts: false }));
  return new Map([...loaded.values()].map((command) => [nameOf(command), command]));
}
