import { DiscordAPIError, type REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import type { Outgoing } from "../discord/outgoing.ts";
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

export function createEditor({ rest, edits, records, log }: EditorParts): Editor {
  const lastEdits = new Map<string, number>();
  const budget = createBudget(editLimits.perSecond);

  const patch = async ({ id, reply }: { id: string; reply: Reply }, message: Outgoing) => {
    const { applicationId, token } = reply;
    try {
      const { body, files } = message;
      await rest.patch(Routes.webhookMessage(applicationId, token), { body, files, auth: false });
      return true;
    } catch (error) {
      // The next change will say it, or the result.
      const status = error instanceof DiscordAPIError ? error.status : undefined;
      log.debug({ job: id, status, err: error }, "a waiting message could not be changed");
      return false;
    }
  };

  return {
    async edit(job, render) {
      const { id, reply } = job;
      const now = Date.now();
      if (now - reply.askedAt > tokenMs) return false;
      if (now - (lastEdits.get(id) ?? 0) < editLimits.everyMs || !budget.take(now)) return false;
      forgetOld(lastEdits, now);
      lastEdits.set(id, now);
      const begunAt = performance.now();
      if (!(await edits.begin(id))) return false;
      try {
        if (await isNotOurs(id, records)) return false;
        const message = await render();
        // Whoever stood still meanwhile would change what another has posted by now.
        if (performance.now() - begunAt > rightMs) return false;
        return await patch(job, message);
      } finally {
        await edits.end(id);
      }
    },
  };
}

/** Its end is decided, or its result is being posted; or the bot has not answered yet, which it would do on top. */
async function isNotOurs(id: string, records: Records): Promise<boolean> {
  const [ending, { route, waiting }] = await Promise.all([records.ending(id), records.notes(id)]);
  return ending !== undefined || route !== undefined || waiting === undefined;
}

function forgetOld(lastEdits: Map<string, number>, now: number): void {
  for (const [id, at] of lastEdits) if (now - at > 60_000) lastEdits.delete(id);
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
