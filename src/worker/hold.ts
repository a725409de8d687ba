import { heldMessage, mostShown } from "../discord/review.ts";
import { postNew } from "../discord/posts.ts";
import { isForbidden } from "../discord/refusals.ts";
import type { Drawing } from "../generation/backend.ts";
import { blur } from "../generation/picture/blur.ts";
import { toVerdict } from "../generation/verdict.ts";
import type { DeliverJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import type { Found } from "./check.ts";
import type { WorkerContext } from "./context.ts";
import { tellAuthor } from "./tell-author.ts";

/** False where there are no moderators to ask: no channel for them, or none that we may write to. */
export async function hold(
  job: DeliverJob,
  drawing: Drawing,
  found: Found,
  earlier: Record<string, string>,
  context: WorkerContext,
): Promise<boolean> {
  const { id, reply } = job;
  const { records, held, answers, producer, log, seldom } = context;
  const { guildId: guild = "" } = reply;
  try {
    await tellModerators(job, drawing, found, earlier, context);
  } catch (error) {
    if (!(error instanceof NobodyError) && !isForbidden(error)) throw error;
    await records.note(id, "found", "");
    if (seldom(`review ${guild}`)) {
      log.warn(
        { job: id, guild, err: error },
        "a result is held back, and no moderator can be asked",
      );
    }
    return false;
  }
  for (const gone of await held.add(id, await answers.size(id))) {
    await records.claim(gone, "verdict", toVerdict("expired"));
    await producer.hurry("deliver", (other) => other.id === gone);
  }
  await tellAuthor(job, "waits", earlier, context);
  await records.claim(id, "heldAt", String(Date.now()));
  log.info({ job: id, found: found.kind }, "held for moderators");
  return true;
}

/** A server without an audit channel. */
class NobodyError extends Error {}

async function tellModerators(
  job: DeliverJob,
  { pictures }: Drawing,
  found: Found,
  earlier: Record<string, string>,
  { rest, records }: WorkerContext,
): Promise<void> {
  const { id, reply } = job;
  const { channelId, locale } = reply.review ?? {};
  if (channelId === undefined) throw new NobodyError("no audit channel");
  const blurred = await Promise.all(pictures.slice(0, mostShown).map(({ bytes }) => blur(bytes)));
  const score = found.kind === "over" ? found.score : undefined;
  const shown = { blurred, count: pictures.length };
  const message = heldMessage(textFor(locale), job, score, shown);
  const retried = earlier["holding"] !== undefined;
  await records.note(id, "found", JSON.stringify(found));
  await records.note(id, "holding", reply.guildId ?? "");
  const notes = {
    read: () => records.notes(id),
    note: (name: string, value: string) => records.note(id, name, value),
  };
  await postNew(rest, channelId, [message], { id, notes, retried, place: "review" });
}
