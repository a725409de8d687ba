import { jobNames } from "../jobs.ts";
import { announcementFamily } from "../store/announcement.ts";
import { answerFamily } from "../store/answer-keys.ts";
import { awaitedFamily, busyFamily } from "../store/awaited.ts";
import { catalogsFamily, upFamily } from "../store/catalogs.ts";
import { choreFamily } from "../store/chores.ts";
import { drainedFamily } from "../store/drains.ts";
import { draftFamily, draftsOfFamily } from "../store/drafts.ts";
import { editFamily, tellerFamily } from "../store/edits.ts";
import { endFamily } from "../store/ending.ts";
import { heldFamily } from "../store/held.ts";
import { historyFamily } from "../store/history.ts";
import { inputFamily } from "../store/inputs.ts";
import { leaseFamily } from "../store/leases.ts";
import { lineFamily, loadedFamily, runsFamily } from "../store/line.ts";
import { optionChangeFamily } from "../store/option-changes.ts";
import { modelBookFamily } from "../store/model-book.ts";
import { originalFamily, originalsFamily, secretFamily } from "../store/originals.ts";
import { pausedFamily } from "../store/pauses.ts";
import { presetsFamily } from "../store/presets.ts";
import { acceptedFamily, gpuFamily, placesFamily } from "../store/quotas.ts";
import { notesFamily } from "../store/notes-key.ts";
import { recordFamily, recordsOfFamily } from "../store/records.ts";
import { keyPrefix } from "../store/redis.ts";
import { rosterFamily } from "../store/roster.ts";
import { choosingFamily, lanesFamily, ledgerFamily, settledFamily } from "../store/schedule.ts";
import { settingsFamily } from "../store/settings.ts";
import { sharesFamily } from "../store/shares.ts";
import { shunnedFamily } from "../store/shunned.ts";
import { countedFamily, statsFamily } from "../store/stats.ts";
import { troublesFamily } from "../store/troubles.ts";

/** Which keys a restore under way has put. */
export const restoringFamily = "restoring";

/**
 * What a backup does with a family of keys. `whole`: kept, and a restore makes the family what it was, newer keys
 * gone. `added`: kept, and a restore brings back what is missing; what is there stays, as jobs may be at it.
 * `left out`: of the moment; brought back it would have something drawn or posted twice.
 */
export type Treatment = "whole" | "added" | "left out";

/** Family to treatment: whoever writes or reads a backup is given one. */
export type Families = Readonly<Record<string, Treatment>>;

/** Every family of keys of Easel, and why it is treated so. */
const table: readonly [family: string, treatment: Treatment, why: string][] = [
  [settingsFamily, "whole", "what people, channels and servers have set"],
  [modelBookFamily, "whole", "what servers say of their models"],
  [presetsFamily, "whole", "people's and servers' presets, and what is shared"],
  [sharesFamily, "whole", "how much GPU time each server gets of what all wait for"],
  [drainedFamily, "whole", "webuis that the host wants left alone, until he says otherwise"],
  [rosterFamily, "whole", "webuis that the host added or took out while everything ran"],
  [pausedFamily, "whole", "where nothing is to be drawn, until somebody says otherwise"],
  [secretFamily, "whole", "links to originals stay right"],

  [recordFamily, "added", "what buttons draw again; never changes once it is there"],
  [recordsOfFamily, "added", "which of these are whose"],
  [notesFamily, "added", "seeds and messages of results, which only become more"],
  [endFamily, "added", "how jobs ended; the first to say so is right for good"],
  [historyFamily, "added", "each person's pictures; newer ones stay beside them"],
  [inputFamily, "added", "members' pictures that results are drawn again from, by their hash"],
  [optionChangeFamily, "added", "the way back from what was changed at a webui for good"],
  [announcementFamily, "added", "what the host says to all, for a while; a newer one counts"],
  [draftFamily, "added", "what the buttons of private answers stand for"],
  [draftsOfFamily, "added", "which of these are whose"],
  [statsFamily, "added", "how much was drawn; newer numbers count"],
  [countedFamily, "added", "which jobs these numbers have counted"],
  [gpuFamily, "added", "what members used of their GPU time of the last days; newer numbers count"],
  [runsFamily, "added", "how fast webuis were; where there are newer measurements, these count"],

  ...jobNames.map((name): [string, Treatment, string] => [
    name,
    "left out",
    "the queue and its locks: its jobs would be done twice",
  ]),
  [lineFamily, "left out", "who waits in that queue"],
  [ledgerFamily, "left out", "whose turn it is in that queue"],
  [settledFamily, "left out", "what its jobs took that ended just now"],
  [shunnedFamily, "left out", "which webuis did not get on with a job of it"],
  [lanesFamily, "left out", "what webuis were given last"],
  [leaseFamily, "left out", "which worker looks after a webui, for seconds"],
  [choosingFamily, "left out", "which worker chooses, for milliseconds"],
  [placesFamily, "left out", "whose jobs wait in that queue"],
  [acceptedFamily, "left out", "what members asked for in the last day, hour by hour"],
  [heldFamily, "left out", "results that wait for moderators, jobs of that queue as well"],
  [answerFamily, "left out", "answers of webuis to jobs of that queue"],
  [awaitedFamily, "left out", "who waits for such an answer, for seconds"],
  [busyFamily, "left out", "which webui draws for whom, for seconds"],
  [editFamily, "left out", "who changes a message, for seconds"],
  [tellerFamily, "left out", "which worker tells those who wait, for seconds"],
  [choreFamily, "left out", "answers to what a webui was just asked"],
  [troublesFamily, "left out", "what went wrong in the last day; the log has it"],
  [upFamily, "left out", "which webuis can be reached, for seconds"],
  [catalogsFamily, "left out", "what webuis have; workers ask them anew"],
  [loadedFamily, "left out", "the model each webui holds now"],
  [originalFamily, "left out", "untouched pictures: large, and gone after a day"],
  [originalsFamily, "left out", "the list of those"],
  [restoringFamily, "left out", "what a restore has put so far"],
];

export const families: Families = Object.fromEntries(
  table.map(([family, treatment]) => [family, treatment]),
);

/** The family of a key of ours; undefined for any other key. */
export function familyOf(key: Buffer): string | undefined {
  const [prefix, family] = key.toString("utf8").split(":", 2);
  return prefix === keyPrefix ? family : undefined;
}

export const treatmentOf = (key: Buffer, known: Families): Treatment | undefined => {
  const family = familyOf(key);
  return family !== undefined && Object.hasOwn(known, family) ? known[family] : undefined;
};

export const keptFamilies = (known: Families): string[] =>
  Object.keys(known).filter((family) => known[family] !== "left out");
