import { decidedMessage, heldMessage, mostShown } from "../discord/review.ts";
import { type Decision, readVerdict, toVerdict } from "../generation/verdict.ts";
import { messageLink } from "../discord/link.ts";
import { textMessage } from "../discord/message.ts";
import { editMessage, postNew } from "../discord/posts.ts";
import { isForbidden } from "../discord/refusals.ts";
import type { Posted } from "../discord/reply.ts";
import { replaceWaiting } from "../discord/waiting.ts";
import type { Drawing } from "../generation/backend.ts";
import { blur } from "../generation/picture/blur.ts";
import type { DeliverJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import { check, type Found, isChecked } from "./check.ts";
import type { WorkerContext } from "./context.ts";
import { HeldError } from "./endings.ts";

/** Why a result is shown, or not. */
export type Judgement = "passed" | "unseen" | Decision;
type Notes = Record<string, string>;

/** A result waits so long for a moderator. Milliseconds. */
const heldMs = 7 * 24 * 3600_000;

/**
 * What was decided about a result that is held; undefined where it is not.
 * @throws {HeldError} while nobody has decided.
 */
export async function judgementOn(
  { id }: DeliverJob,
  notes: Notes,
  { records }: WorkerContext,
): Promise<Judgement | undefined> {
  if (notes["holding"] === undefined) return undefined;
  const decided = readVerdict(notes["verdict"]);
  if (decided !== undefined) return decided.decision;
  if (notes["heldAt"] === undefined) return undefined;
  if (Date.now() - Number(notes["heldAt"]) < heldMs) throw new HeldError();
  return readVerdict(await records.claim(id, "verdict", toVerdict("expired")))?.decision;
}

/**
 * Has a drawing checked before it is posted, and holds it for the moderators where that finds something, or where nobody
 * answers. Each step is noted, so that another try goes on from there.
 * @throws {HeldError} once it is held.
 */
export async function review(
  job: DeliverJob,
  drawing: Drawing,
  notes: Notes,
  context: WorkerContext,
): Promise<Judgement> {
  const { records } = context;
  if (!isChecked(job, context) || notes["review"] === "passed") return "passed";
  const found = await foundIn(job, drawing, notes, context);
  if (found.kind === "fine") {
    await records.note(job.id, "review", "passed");
    return "passed";
  }
  if (await hold(job, drawing, found, notes, context)) {
    const judgement = await judgementOn(job, await records.notes(job.id), context);
    if (judgement !== undefined) return judgement;
  } else if (found.kind === "over") return "unseen";
  // Nobody can look at it, and nobody has: it is shown, or not, when it can be checked.
  await tellAuthor(job, "waitsForCheck", notes, context);
  throw new HeldError();
}

/** What an earlier try has told the moderators stays so. */
async function foundIn(
  { id }: DeliverJob,
  drawing: Drawing,
  { found = "", checks = "0" }: Notes,
  context: WorkerContext,
): Promise<Found> {
  if (found !== "") return JSON.parse(found) as Found;
  return check(id, drawing, Number(checks), context);
}

/** False where there are no moderators to ask: no channel for them, or none that we may write to. */
async function hold(
  job: DeliverJob,
  drawing: Drawing,
  found: Found,
  earlier: Notes,
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
  earlier: Notes,
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
  await postNew(rest, channelId, [message], { id, earlier, notes, retried, place: "review" });
}

/** It may come too late for that: then the result, or that there is none, is all there is to say. */
async function tellAuthor(
  { id, reply }: DeliverJob,
  what: "waits" | "waitsForCheck",
  notes: Notes,
  { rest, edits, log }: WorkerContext,
): Promise<void> {
  const said = textMessage([`⏳ ${textFor(reply.locale).moderation.review[what]}`]);
  try {
    await edits.untilFree(id);
    await replaceWaiting(rest, reply, notes["waiting"], said);
  } catch (error) {
    log.debug({ job: id, err: error }, "a held result's message could not be changed");
  }
}

/** Takes pictures and buttons away from what the moderators see, and says what became of it. Nothing hangs on it. */
export async function closeReview(
  job: DeliverJob,
  posted: Posted,
  { rest, records, held, log }: WorkerContext,
): Promise<void> {
  const { id, reply } = job;
  const { verdict, "review:0": noticeId } = await records.notes(id);
  const decided = readVerdict(verdict);
  if (decided === undefined) return;
  const { decision } = decided;
  await held.remove(id);
  const { channelId, locale } = reply.review ?? {};
  if (channelId === undefined || noticeId === undefined) return;
  const [first = ""] = posted.ids;
  const isOpen = decision === "approved" && posted.route !== "dm" && !reply.private;
  const url = isOpen
    ? messageLink({ guild: reply.guildId, channel: posted.channelId, message: first })
    : undefined;
  const said = decidedMessage(textFor(locale), job, { ...decided, url });
  try {
    await editMessage(rest, channelId, noticeId, said);
  } catch (error) {
    log.debug({ job: id, err: error }, "what moderators see could not be changed");
  }
}
