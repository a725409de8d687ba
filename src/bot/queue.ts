import { plain } from "../discord/markdown.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { type QueueLine, queueMessage } from "../discord/queue.ts";
import { UserError } from "../errors.ts";
import { isDrawing } from "../generation/work.ts";
import { inOrder, type Place } from "../generation/schedule/places.ts";
import type { GenerateJob } from "../jobs.ts";
import type { WebuiState } from "../store/catalogs.ts";
import { isModerator, readAsker, textForAsker } from "./asker.ts";
import { audit } from "./audit.ts";
import { orAway } from "./away.ts";
import { cancelAfar } from "./cancel.ts";
import type { Asking, Context } from "./command.ts";
import { pausedWords } from "./pausing.ts";

/** Who stands further back is counted, and listed to whoever may cancel it. */
const most = 200;

/** A job of the queue; `webui`: the name of the one that draws it now. */
type Queued = { job: GenerateJob; webui: string | undefined };
/** Those that a webui has taken, drawn ones first, then the places of those that wait, whose turn is next first. */
type Queue = { taken: Queued[]; next: Place[] };

async function readQueue({ producer, awaited, records, line, schedule }: Context): Promise<Queue> {
  return orAway(async () => {
    const [begun, places, ledger, runs] = await Promise.all([
      producer.running("generate"),
      line.all(),
      schedule.ledger(),
      line.runs(),
    ]);
    const isBegun = ({ id }: { id: string }) => begun.some((job) => job.id === id);
    const next = inOrder(places, ledger, runs).filter((place) => !isBegun(place));
    // What is cancelled or drawn may take a moment to leave.
    const ended = await Promise.all(begun.map(({ id }) => records.ending(id)));
    const running = begun.filter((_, index) => ended[index] === undefined);
    const webuis = await awaited.where(running.map(({ id }) => id));
    // One is made ready while another is drawn: it waits as well.
    const taken = running.map((job, index) => ({ job, webui: webuis[index] }));
    const isDrawn = ({ webui }: Queued) => webui !== undefined;
    return { taken: [...taken.filter(isDrawn), ...taken.filter((each) => !isDrawn(each))], next };
  });
}

const readJobs = (places: readonly Place[], { producer }: Context): Promise<GenerateJob[]> =>
  orAway(() =>
    producer.read(
      "generate",
      places.map(({ id }) => id),
    ),
  );

/** One's own, and for moderators all that were asked for in their server. */
function mayCancel(interaction: Asking, whose: Whose): boolean {
  if (whose.userId === readAsker(interaction).userId) return true;
  return isHere(interaction, whose) && isModerator(interaction);
}

/** Members of one server know each other, and nobody of another one. */
const isHere = ({ guild_id: here }: Asking, { guildId }: Whose) =>
  here !== undefined && guildId === here;

type Whose = { userId: string; guildId?: string | undefined };

/** A page of what waits and is drawn, as the asker may see it, from 1 on. */
export async function queuePage(
  interaction: Asking,
  page: number,
  context: Context,
): Promise<Outgoing> {
  const { taken, next } = await readQueue(context);
  const near = new Set(next.slice(0, most));
  const theirs = new Set(next.filter((place) => mayCancel(interaction, place)).slice(0, most));
  const listed = next.filter((place) => near.has(place) || theirs.has(place));
  const waiting = await readJobs(listed, context);
  const drawn = taken.filter(({ webui }) => webui !== undefined).length;
  const ready = taken.length - drawn;
  const places = new Map(next.map(({ id }, index) => [id, ready + index + 1]));
  const states = context.webuis.states();
  const lines = [
    ...taken.map((each, index) => lineOf(interaction, each, index + 1 - drawn, states)),
    ...waiting.map((job) =>
      lineOf(interaction, { job, webui: undefined }, places.get(job.id) ?? 0, states),
    ),
  ];
  // Whoever has just left is in the line for a moment still.
  const left = listed.length - waiting.length;
  const counts = { drawn, waiting: ready + next.length - left };
  const text = textForAsker(interaction);
  const paused = await pausedWords(interaction, text, context);
  return queueMessage(text, { lines, counts, paused }, page);
}

function lineOf(
  interaction: Asking,
  { job, webui }: Queued,
  place: number,
  states: readonly WebuiState[],
): QueueLine {
  const { id, request, reply } = job;
  const isOwn = reply.userId === readAsker(interaction).userId;
  const mayKnow = isOwn || (isHere(interaction, reply) && !reply.private);
  // Nobody can be told what is asked for in a channel that they may not see.
  const isSeen = isOwn || (mayKnow && reply.channelId === interaction.channel?.id);
  const index = states.findIndex(({ name }) => name === webui);
  return {
    id,
    place,
    userId: reply.userId,
    userName: isOwn || isHere(interaction, reply) ? reply.userName : undefined,
    channelId: mayKnow && reply.guildId !== undefined ? reply.channelId : undefined,
    prompt: isSeen && isDrawing(request) ? request.prompt : undefined,
    isDrawn: webui !== undefined,
    webui: index < 0 ? undefined : { number: index + 1, kind: states[index]?.catalog.kind },
    mayCancel: mayCancel(interaction, reply),
  };
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
  const { taken, next } = await readQueue(context);
  const places = next.filter((place) => place.id === id);
  const [job = taken.find((each) => each.job.id === id)?.job] = await readJobs(places, context);
  if (job === undefined) throw new UserError((text) => text.refused.alreadyEnded);
  if (!mayCancel(interaction, job.reply)) {
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
  const { taken, next } = await readQueue(context);
  const ready = taken.filter(({ webui }) => webui === undefined).map(({ job }) => job);
  const here = next.filter((place) => isHere(interaction, place));
  const waiting = [
    ...ready.filter(({ reply }) => isHere(interaction, reply)),
    ...(await readJobs(here, context)),
  ];
  let count = 0;
  for (const job of waiting) {
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
