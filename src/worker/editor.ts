import { DiscordAPIError, type REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import { answerRoute } from "../discord/answer-route.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { isDeadToken, isForbidden, isGone } from "../discord/refusals.ts";
import type { Reply } from "../jobs.ts";
import type { Log } from "../log.ts";
import { type Edits, editMs } from "../store/edits.ts";
import type { Records } from "../store/records.ts";

/** Changes the messages of jobs that wait or are drawn; never faster than Discord likes, never after a result. */
export type Editor = {
  /** False where it was not done, and need not be: there is a result, or too much is being changed just now. */
  edit(job: { id: string; reply: Reply }, render: () => Promise<Outgoing>): Promise<boolean>;
};

type EditorParts = { rest: REST; edits: Edits; records: Records; log: Log };

/** Discord allows 5 edits in 5 s a message, and 50 requests a second in all, of which results need most. */
export const editLimits = { everyMs: 2_500, perSecond: 8 };
/** For so long after it began nobody else is at a message (`store/edits.ts`), with room for the request. Milliseconds. */
const rightMs = editMs / 2;
/** The interaction's token lives 15 minutes. Milliseconds. */
const tokenMs = 14 * 60_000;

/** By the interaction's token; with the bot's own rights, once that is dead; nobody can reach it any more. */
type Way = "token" | "bot" | "none";
type Edit = { at: number; way: Way };

export function createEditor({ rest, edits, records, log }: EditorParts): Editor {
  /** By job, and by channel those that the bot made with its own rights: these share the channel's limit. */
  const lastEdits = new Map<string, Edit>();
  const budget = createBudget(editLimits.perSecond);
  const isSoon = (key: string, now: number) =>
    now - (lastEdits.get(key)?.at ?? -Infinity) < editLimits.everyMs;

  /** Undefined where it was done, else why not. */
  const send = async (way: Way, reply: Reply, waiting: string, { body, files }: Outgoing) => {
    const { channelId } = reply;
    try {
      if (way === "bot") {
        const signal = AbortSignal.timeout(rightMs);
        await rest.patch(Routes.channelMessage(channelId, waiting), { body, files, signal });
      } else {
        await rest.patch(answerRoute(reply), { body, files, auth: false });
      }
      return undefined;
    } catch (error) {
      return error;
    }
  };

  const change = async (
    { id, reply }: { id: string; reply: Reply },
    edit: Edit,
    waiting: string,
    message: Outgoing,
  ) => {
    const why = await send(edit.way, reply, waiting, message);
    if (why === undefined) return true;
    if (edit.way === "token" && isDeadToken(why)) edit.way = wayOfBot(reply);
    else if (edit.way === "bot" && (isForbidden(why) || isGone(why))) edit.way = "none";
    // The next change will say it, or the result.
    const status = why instanceof DiscordAPIError ? why.status : undefined;
    log.debug({ job: id, status, err: why }, "a waiting message could not be changed");
    return false;
  };

  return {
    async edit(job, render) {
      const { id, reply } = job;
      // Not by the clock of the wall, which may be set back, but for the token's age.
      const now = performance.now();
      const way = lastEdits.get(id)?.way ?? firstWay(reply, Date.now());
      const keys = way === "bot" ? [id, reply.channelId] : [id];
      if (way === "none" || keys.some((key) => isSoon(key, now)) || !budget.take(now)) return false;
      forgetOld(lastEdits, now);
      const edit: Edit = { at: now, way };
      for (const key of keys) lastEdits.set(key, edit);
      const begunAt = performance.now();
      if (!(await edits.begin(id))) return false;
      try {
        const waiting = await waitingOf(id, records);
        if (waiting === undefined) return false;
        const message = await render();
        // Whoever stood still meanwhile would change what another has posted by now.
        if (performance.now() - begunAt > rightMs) return false;
        return await change(job, edit, waiting, message);
      } finally {
        await edits.end(id);
      }
    },
  };
}

const firstWay = (reply: Reply, now: number): Way =>
  now - reply.askedAt > tokenMs ? wayOfBot(reply) : "token";

/** The bot may change what it has said itself; private words it cannot reach. */
const wayOfBot = ({ private: hidden, canPost }: Reply): Way =>
  hidden || !canPost ? "none" : "bot";

/**
 * Undefined where it is not to be changed: its end is decided, or its result is being posted; or the bot has not answered
 * yet, which it would do on top.
 */
async function waitingOf(id: string, records: Records): Promise<string | undefined> {
  const [ending, { route, waiting }] = await Promise.all([records.ending(id), records.notes(id)]);
  return ending === undefined && route === undefined ? waiting : undefined;
}

function forgetOld(lastEdits: Map<string, Edit>, now: number): void {
  for (const [key, { at }] of lastEdits) if (now - at > 60_000) lastEdits.delete(key);
}

/** So many a second, none saved up. */
function createBudget(perSecond: number) {
  let taken: number[] = [];
  return {
    take(now: number): boolean {
      taken = taken.filter((at) => now - at < 1_000);
      if (taken.length >= perSecond) return false;
      taken.push(now);
      return true;
    },
  };
}
