import { plain } from "../discord/markdown.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { type QueueLine, queueMessage } from "../discord/queue.ts";
import { UserError } from "../errors.ts";
import { isDrawing } from "../generation/work.ts";
import { inOrder } from "../generation/schedule/places.ts";
import type { GenerateJob } from "../jobs.ts";
import { isModerator, readAsker, textForAsker } from "./asker.ts";
import { audit } from "./audit.ts";
import { orAway } from "./away.ts";
import { cancelAfar } from "./cancel.ts";
import type { Asking, Context } from "./command.ts";
import { pausedWords } from "./pausing.ts";

/** Who stands further back is not listed. */
const most = 200;

/** A job of the queue; `webui`: the name of the one that draws it now. */
type Queued = { job: GenerateJob; webui: string | undefined };

/** Those being drawn, then those that wait, whose turn is next first. */
async function readQueue({
  producer,
  awaited,
  records,
  line,
  schedule,
}: Context): Promise<Queued[]> {
  return orAway(async () => {
    const [begun, places, ledger, runs] = await Promise.all([
      producer.running("generate"),
      line.all(),
      schedule.ledger(),
      line.runs(),
    ]);
    const isBegun = ({ id }: { id: string }) => begun.some((job) => job.id === id);
    const next = inOrder(places, ledger, runs).filter((place) => !isBegun(place));
    const ids = next.slice(0, most).map(({ id }) => id);
    const waiting = await producer.read("generate", ids);
    // What is cancelled or drawn may take a moment to leave.
    const ended = await Promise.all(begun.map(({ id }) => records.ending(id)));
    const running = begun.filter((_, index) => ended[index] === undefined);
    const webuis = await awaited.where(running.map(({ id }) => id));
    // One is made ready while another is drawn: it waits as well.
    const active = running.map((job, index) => ({ job, webui: webuis[index] }));
    const isDrawn = ({ webui }: Queued) => webui !== undefined;
    return [
      ...active.filter(isDrawn),
      ...active.filter((each) => !isDrawn(each)),
      ...waiting.map((job) => ({ job, webui: undefined })),
    ];
  });
}

/** One's own, and for moderators all that were asked for in their server. */
function mayCancel(interaction: Asking, { reply }: GenerateJob): boolean {
  if (reply.userId === readAsker(interaction).userId) return true;
  return isHere(interaction, reply) && isModerator(interaction);
}

/** Members of one server know each other, and nobody of another one. */
const isHere = ({ guild_id: here }: Asking, { guildId }: GenerateJob["reply"]) =>
  here !== undefined && guildId === here;

/** A page of what waits and is drawn, as the asker may see it, from 1 on. */
export async function queuePage(
  interaction: Asking,
  page: number,
  context: Context,
): Promise<Outgoing> {
  const { userId } = readAsker(interaction);
  const states = context.webuis.states();
  const text = textForAsker(interaction);
  const [queue, paused] = await Promise.all([
    readQueue(context),
    pausedWords(interaction, text, context),
  ]);
  const lines = queue.map(({ job, webui }): QueueLine => {
    const { id, request, reply } = job;
    const isOwn = reply.userId === userId;
    const mayKnow = isOwn || (isHere(interaction, reply) && !reply.private);
    // Nobody can be told what is asked for in a channel that they may not see.
    const isSeen = isOwn || (mayKnow && reply.channelId === interaction.channel?.id);
    const index = states.findIndex(({ name }) => name === webui);
    return {
      id,
      userId: reply.userId,
      userName: isOwn || isHere(interaction, reply) ? reply.userName : undefined,
      channelId: mayKnow && reply.guildId !== undefined ? reply.channelId : undefined,
      prompt: isSeen && isDrawing(request) ? request.prompt : undefined,
      isDrawn: webui !== undefined,
      webui: index < 0 ? undefined : { number: index + 1, kind: states[index]?.catalog.kind },
      mayCancel: mayCancel(interaction, job),
    };
  });
  return queueMessage(text, lines, page, paused);
}

/**
 * Cancels a job of the list.
 * @throws {UserError} when it is somebody else's, or not in the queue any more.
 */
export async function cancelListed(
  interaction: Asking,
  id: string,
  context: Context,
): Promise<void> {
  const job = (await readQueue(context)).find((queued) => queued.job.id === id)?.job;
  if (job === undefined) throw new UserError((text) => text.refused.alreadyEnded);
  if (!mayCancel(interaction, job)) {
    throw new UserError((text) => text.refused.notYours(plain(job.reply.userName)));
  }
  const asker = readAsker(interaction);
  await cancelAfar(job, asker, context);
  const { userId, userName } = job.reply;
  if (userId !== asker.userId) {
    audit(interaction, (text) => text.audit.cancelled(plain(userName)), context);
  }
}

/**
 * Cancels everything that waits and was asked for in this server; answers how many that were.
 * @throws {UserError} when the asker is no moderator.
 */
export async function clearQueue(interaction: Asking, context: Context): Promise<number> {
  if (!isModerator(interaction)) throw new UserError((text) => text.refused.moderatorsOnly);
  const asker = readAsker(interaction);
  const waiting = (await readQueue(context)).filter(
    ({ job, webui }) => webui === undefined && isHere(interaction, job.reply),
  );
  let count = 0;
  for (const { job } of waiting) {
    try {
      await cancelAfar(job, asker, context);
      count += 1;
    } catch (error) {
      // Drawn in the meantime.
      if (!(error instanceof UserError)) throw error;
    }
  }
  audit(interaction, (text) => text.audit.cleared(count), context);
  context.log.info({ by: asker.userId, count }, "queue cleared");
  return count;
}
