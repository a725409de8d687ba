import { createPainter } from "../chart/paint.ts";
import { fetchAttachment } from "../discord/attachments.ts";
import { createRest } from "../discord/rest.ts";
import { toLink } from "../http/links.ts";
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
import type { Context } from "./command.ts";
import { createOwners } from "./owners.ts";
import { createKeepers } from "./personal.ts";
import { createPlaces } from "./places.ts";
import { createRegrets } from "./regrets.ts";
import { createWildcards } from "../store/wildcards.ts";
import { withdraw } from "./submit.ts";
import { createTurnstile } from "./turnstile.ts";
import { watchWebuis } from "./webuis.ts";
import { createWordLists } from "./word-lists.ts";
import type { BotParts } from "./start.ts";

/** Who looks at one chart looks at another soon, or not at all. Milliseconds. */
const painterIdleMs = 30_000;

/** Discord takes a note a second in a channel: who is refused again and again must not keep all others away. */
const mostNotes = 30;

/** At a time, and how long none may get through before nobody waits: time must be left to say that the queue is away. */
const storing = { most: 12, patienceMs: 1_200 };

/** What the bot works with; `start.ts` has the rest, which is the gateway's. */
export type ContextParts = Pick<
  BotParts,
  | "redis"
  | "discord"
  | "wildcardsDir"
  | "publicUrl"
  | "writePrompt"
  | "measures"
  | "telemetry"
  | "log"
> & {
  /** Our own user, once the gateway has said so. */
  botId: Context["botId"];
};

/** Everything that commands and buttons may use, with what is open for them. */
export async function createContext({
  redis,
  discord,
  wildcardsDir,
  publicUrl,
  writePrompt,
  measures,
  telemetry,
  log,
  botId,
}: ContextParts): Promise<{ context: Context; close(): Promise<void> }> {
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
    botId,
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
      // The link says that it holds for a day.
      await originals.renew(id, number);
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

  return {
    context,
    async close() {
      webuis.close();
      regrets.close();
      await painter.close();
      await producer.close();
    },
  };
}
