import { DiscordAPIError, type REST } from "@discordjs/rest";
import { readAcceptance } from "../discord/acceptance.ts";
import { code } from "../discord/markdown.ts";
import {
  captionMessage,
  maxMessageBytes,
  type PostedPicture,
  resultMessages,
  textMessage,
} from "../discord/message.ts";
import type { Notes, Outgoing, Render } from "../discord/outgoing.ts";
import { postResult, TooEarlyError, UndeliverableError } from "../discord/reply.ts";
import { ClassifierError, explain } from "../errors.ts";
import type { Drawing } from "../generation/backend.ts";
import { fitPicture } from "../generation/picture/fit.ts";
import { formats, sniffFormat } from "../generation/picture/format.ts";
import type { DeliverJob } from "../jobs.ts";
import type { Log } from "../log.ts";
import type { Verdict } from "../queue/worker.ts";
import type { Text } from "../text/en.ts";
import { textFor } from "../text/text.ts";
import { closeReview } from "./close-review.ts";
import { count, type Made } from "./count.ts";
import { HeldError } from "./endings.ts";
import { emptyRemarks } from "./empty.ts";
import { remember } from "./remember.ts";
import { type Judgement, judgementOn, review } from "./review.ts";
import { noteTrouble } from "./trouble.ts";
import { remarksOn } from "./remarks.ts";
import { savePictures } from "./save.ts";
import type { WorkerContext } from "./context.ts";

/** Discord being away for hours loses nothing; a no of its own that comes again and again is final. */
const maxRefusals = 3;

/** Posts what became of a job, once, however often this is tried. */
export async function deliver(job: DeliverJob, context: WorkerContext): Promise<void> {
  const { id, reply, outcome } = job;
  const { rest, records, answers, line, log } = context;
  const [earlier, ending] = await Promise.all([records.notes(id), records.ending(id)]);
  // Cancelled in the moment in which it was drawn, or refused although it was stored: its author has read so.
  const unwanted = ending === "cancelled" || (await isRefused(job, earlier, rest));
  if (earlier["posted"] === undefined && !unwanted) {
    const notes = notesOf(id, context);
    const judgement = await judgementOn(job, earlier, context);
    const leave = await context.room.enter(await answers.size(id));
    try {
      const { render, made, shown } = await renderOutcome(job, judgement, earlier, context);
      const posted = await postResult(rest, id, reply, render, notes);
      const [first = ""] = posted.ids;
      if (shown) await remember(job, posted, context);
      if (made !== undefined) await count(job, made, context);
      await closeReview(job, posted, context);
      await records.note(id, "posted", first);
      context.measures.jobEnded(outcome.kind === "drawn" ? "posted" : "failed");
      log.info({ job: id, message: first, outcome: outcome.kind }, "posted");
    } finally {
      leave();
    }
  }
  await answers.remove(id);
  await line.leave(id);
}

/** The result, or words in its place. */
async function renderOutcome(
  job: DeliverJob,
  known: Judgement | undefined,
  earlier: Record<string, string>,
  context: WorkerContext,
): Promise<Rendering & { shown: boolean }> {
  const { id, request, reply, outcome } = job;
  const text = textFor(reply.locale);
  const say = (words: string) => ({
    render: async ({ mention }: { mention: boolean }) => [
      failureMessage(words, reply.userId, mention),
    ],
    shown: false,
  });
  if (outcome.kind === "failed") return say(outcome.words);
  const drawing = context.readAnswers(await context.answers.read(id), request);
  const judgement = known ?? (await review(job, drawing, earlier, context));
  if (judgement !== "passed" && judgement !== "approved") {
    return say(text.moderation.review[judgement]);
  }
  return { ...(await renderResult(job, drawing, text, context)), shown: true };
}

/** What is noted of the way is noted before anything is posted, and then nobody changes the message any more. */
function notesOf(id: string, { records, edits }: WorkerContext): Notes {
  return {
    read: () => records.notes(id),
    async note(name, value) {
      await records.note(id, name, value);
      if (name === "route") await edits.untilFree(id);
    },
  };
}

/** @throws {TooEarlyError} while its author has not been told anything. */
async function isRefused(
  { id, reply }: DeliverJob,
  notes: Record<string, string>,
  rest: REST,
): Promise<boolean> {
  if (notes["refused"] !== undefined) return true;
  const told = ["waiting", "route", "holding"].some((name) => notes[name] !== undefined);
  if (told) return false;
  const acceptance = await readAcceptance(rest, id, reply);
  if (acceptance === "not yet") throw new TooEarlyError();
  return acceptance === "refused";
}

function failureMessage(words: string, userId: string, mention: boolean): Outgoing {
  const plain = textMessage([...(mention ? [`<@${userId}>`] : []), `❗ ${words}`]);
  if (!mention) return plain;
  return { ...plain, body: { ...plain.body, allowed_mentions: { parse: [], users: [userId] } } };
}

type Rendering = { render: Render; made?: Made };

async function renderResult(
  job: DeliverJob,
  drawing: Drawing,
  text: Text,
  context: WorkerContext,
): Promise<Rendering> {
  const { id, request, reply, remarks } = job;
  const { caption } = drawing;
  if (caption !== undefined) {
    const { userId, userName } = reply;
    await context.records.note(id, "caption", caption);
    const render: Render = async ({ mention }) => [
      captionMessage(text, { id, userId, userName, caption }, mention),
    ];
    return { render, made: { pictures: 0, model: undefined } };
  }
  await context.records.note(id, "seeds", seedsOf(drawing).join(","));
  const canUpscale = (await context.catalogs.read()).some(({ catalog }) =>
    catalog.can.includes("upscale"),
  );
  const empty = await emptyRemarks(drawing, request, text);
  if (context.saveDir !== undefined) await keep(context.saveDir, id, drawing, context.log);
  const render: Render = async ({ maxFileBytes, mention }) => {
    const fitted = await Promise.all(
      drawing.pictures.map(({ bytes }) => toPosted(bytes, maxFileBytes)),
    );
    await keepOriginals(id, drawing, fitted, context);
    const changed = fitted.some(({ changed: each }) => each) ? [text.result.reencoded] : [];
    return resultMessages(
      text,
      {
        id,
        request,
        userId: reply.userId,
        userName: reply.userName,
        pictures: fitted,
        seeds: seedsOf(drawing),
        model: drawing.model,
        size: drawing.pictures[0],
        remarks: [...remarks, ...remarksOn(drawing, request, text, code), ...empty, ...changed],
        canUpscale,
        from: job.from,
      },
      mention,
    );
  };
  return { render, made: { pictures: drawing.pictures.length, model: drawing.model } };
}

/** A full or forbidden disk is the host's concern; the member gets the pictures all the same. */
async function keep(saveDir: string, id: string, drawing: Drawing, log: Log): Promise<void> {
  try {
    await savePictures(saveDir, id, drawing);
  } catch (error) {
    log.error({ job: id, err: error }, "the originals could not be saved in SAVE_DIR");
  }
}

/** What Discord gets otherwise than it was made can still be had as it was. */
async function keepOriginals(
  id: string,
  { pictures }: Drawing,
  fitted: readonly { changed: boolean }[],
  { originals }: WorkerContext,
): Promise<void> {
  for (const [index, { bytes }] of pictures.entries()) {
    if (fitted[index]?.changed === true) await originals.put(id, index + 1, bytes);
  }
}

function seedsOf({ pictures }: Drawing): number[] {
  return pictures.flatMap(({ seed }) => (seed === undefined ? [] : [seed]));
}

async function toPosted(
  bytes: Buffer,
  maxBytes: number,
): Promise<PostedPicture & { changed: boolean }> {
  const {
    bytes: posted,
    format,
    changed,
  } = await fitPicture(bytes, Math.min(maxBytes, maxMessageBytes));
  return { bytes: posted, ...formats[sniffFormat(posted) ?? format], changed };
}

export function judgeDelivery(error: unknown, tries: number): Verdict {
  if (error instanceof TooEarlyError) return "later";
  if (error instanceof HeldError) return "aside";
  if (error instanceof ClassifierError) return "retry";
  if (error instanceof UndeliverableError) return "give up";
  const refused = error instanceof DiscordAPIError && error.status < 500 && error.status !== 429;
  const ours =
    !(error instanceof Error) || error instanceof TypeError || error.name === "BackendError";
  return (refused || ours) && tries >= maxRefusals ? "give up" : "retry";
}

/** The pictures cannot be posted as they are: at least the member hears that they cannot. */
export async function giveUpDelivery(
  job: DeliverJob,
  error: unknown,
  context: WorkerContext,
): Promise<void> {
  const { id, reply } = job;
  const { rest, records, answers, held, line, log } = context;
  log.error({ job: id, err: error }, "delivery failed");
  await noteTrouble(id, error, context);
  if (!(error instanceof UndeliverableError)) {
    const words = explain(error, textFor(reply.locale), id);
    const notes = notesOf(id, context);
    try {
      await postResult(
        rest,
        id,
        reply,
        async () => [failureMessage(words, reply.userId, false)],
        notes,
      );
    } catch (failure) {
      log.error({ job: id, err: failure }, "the member could not be told");
    }
  }
  await held.remove(id);
  await records.note(id, "posted", "never");
  await answers.remove(id);
  await line.leave(id);
}
