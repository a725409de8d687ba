import { leastFileBytes } from "../discord/file-bytes.ts";
import { readAcceptance } from "../discord/acceptance.ts";
import { type Answer, UnansweredError } from "../discord/answer.ts";
import { mayPostPictures, type NeededPermission, postability } from "../discord/permissions.ts";
import { waitingMessage } from "../discord/status.ts";
import { UserError } from "../errors.ts";
import { forecast, standingOf } from "../generation/forecast.ts";
import { type Limits, limitsOf, withinLimits, withinPixels } from "../generation/limits.ts";
import { decideSetting } from "../generation/rules.ts";
import { canDo } from "../generation/resolve.ts";
import { inOrder } from "../generation/schedule/places.ts";
import type { GenerateJob, Reply } from "../jobs.ts";
import { jobKey } from "../queue/connection.ts";
import { textFor } from "../text/text.ts";
import { checkDrawing } from "./allowed.ts";
import { readAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import { takeOut } from "./cancel.ts";
import type { Asking, Context } from "./command.ts";
import { takePlace } from "./limits.ts";
import { type Draft, makeWork } from "./make-work.ts";
import { moderate } from "./moderation.ts";
import { hidePrivate } from "./hide-private.ts";
import { noteWaiting } from "./note-waiting.ts";
import { reviewOf } from "./review.ts";
import { publicLanguage } from "./public-language.ts";
import { isRepeated, remarksOnFewer } from "./repeated.ts";
import { decideDraft, rulesFor } from "./rules.ts";
import { shareOf } from "./share.ts";
import { withView } from "./server-view.ts";
import { withPreset } from "./with-preset.ts";

/**
 * The only way into the queue: checks everything, stores the job, and then says "Queued" to its author.
 * @throws {UserError} before anything is stored.
 */
export async function submit(
  interaction: Asking,
  given: Draft,
  answer: Answer,
  context: Context,
): Promise<void> {
  const askedAt = Date.now();
  const asker = readAsker(interaction);
  await hidePrivate(interaction, given, answer, context);
  await context.webuis.settle();
  const draft = await withPreset(interaction, given, context);
  const rules = await rulesFor(interaction, context);
  const moderation = await moderate(interaction, rules.situation, context);
  checkDrawing(interaction, draft, rules.situation);
  const limits = limitsOf(rules.situation);
  const here = withView(rules, context);
  const wanted = decideDraft(draft, rules, here);
  const within = withinLimits(wanted, draft.task ?? "draw", limits, isRepeated(draft));
  const decided = moderation.before(within, draft);
  const hidden = decided.values.private === true;
  if (hidden) answer.hide();
  const { missing, canPost } = postability(interaction);
  if (!hidden) checkPosting(interaction, missing);
  const locale = hidden
    ? asker.locale
    : (publicLanguage(interaction, rules.situation) ?? asker.locale);
  const text = textFor(locale);
  const { work, remarks: asked } = await makeWork(draft, decided, here);
  const request = withinPixels(await moderation.after(work), decided, limits.max_pixels);
  const remarks = [...asked, ...remarksOnFewer(draft, wanted, within)].map((remark) =>
    remark(text),
  );
  const answerId = await answer.place();
  const { id, application_id: applicationId, token, channel, guild_id: guildId } = interaction;
  const reply: Reply = {
    applicationId,
    token,
    ...(answerId === undefined ? {} : { answerId }),
    channelId: channel?.id ?? "",
    askedAt,
    canPost,
    private: hidden,
    ...(guildId === undefined ? {} : { guildId }),
    ...asker,
    locale,
    livePreview: decideSetting("live_preview", rules.situation).value ?? true,
    maxFileBytes: interaction.attachment_size_limit ?? leastFileBytes,
    ...reviewOf(rules.situation, interaction),
  };
  const from = draft.from === undefined ? {} : { from: draft.from };
  const share = () => shareOf(rules.situation, guildId, context);
  const place = await store({ id, request, remarks, reply, ...from }, share, limits, context);
  context.log.info({ job: id, user: asker.userId, ahead: place.ahead }, "job queued");
  const job = { id, userId: asker.userId, remarks };
  const able = context.webuis.states().filter(({ catalog }) => canDo(request, catalog));
  const down = able.some(({ up }) => up) ? undefined : ("down" as const);
  const outlook = { standstill: place.paused ? ("paused" as const) : down, ...place.notice };
  const said = waitingMessage(text, job, { ...place, now: askedAt }, outlook);
  try {
    const waiting = await answer.say(said);
    if (waiting !== undefined) await noteWaiting(id, waiting, place.ahead, reply, context);
  } catch (error) {
    // Until Redis has heard of it, which may be away.
    if (error instanceof UnansweredError) context.regret(id);
    // Discord may have carried out what it broke off to tell us: then its author has read that it was taken.
    else if ((await readAcceptance(context.rest, id, reply)) === "accepted") return;
    throw error;
  }
}

/** @throws {UserError} where the bot, or whoever asks, may not post pictures. */
function checkPosting(interaction: Asking, missing: readonly NeededPermission[]): void {
  if (missing.length > 0) {
    throw new UserError((words) =>
      words.refused.cannotPost(missing.map((name) => words.permissions[name])),
    );
  }
  if (!mayPostPictures(interaction)) throw new UserError((words) => words.refused.mayNotPost);
}

type Place = {
  ahead: number;
  seconds: number | undefined;
  paused: boolean;
  notice: { announcement: string | undefined };
};

/** Everything that the job needs to survive us, before anybody is told that it was taken. */
async function store(
  job: GenerateJob,
  share: () => Promise<GenerateJob["share"]>,
  limits: Limits,
  context: Context,
): Promise<Place> {
  try {
    return await context.storing.pass(() => orAway(() => storeNow(job, share, limits, context)));
  } catch (error) {
    // Nothing was taken where somebody has no place; anything else may be half done.
    if (!(error instanceof UserError)) context.regret(job.id);
    throw error;
  }
}

async function storeNow(
  unshared: GenerateJob,
  readShare: () => Promise<GenerateJob["share"]>,
  limits: Limits,
  context: Context,
): Promise<Place> {
  const { id, request, reply } = unshared;
  const { userId, userName } = reply;
  const standing = standingOf(request);
  const { line } = context;
  const [runs, loaded, share] = await Promise.all([line.runs(), line.loaded(), readShare()]);
  const job = { ...unshared, share };
  const lanes = context.webuis.names().map((webui) => ({ webui, model: loaded[webui] }));
  await takePlace(job, forecast([], standing, runs, lanes) ?? 0, limits, context);
  // In one breath, the record first: Redis carries them out in this order.
  await Promise.all([
    context.records.put(id, { request, userId, userName }),
    context.producer.add("generate", job),
  ]);
  const [places, ledger, paused, announcement] = await Promise.all([
    line.join(job, jobKey("generate", id)),
    context.schedule.ledger(),
    context.pauses.has(reply.guildId),
    context.announcement.get(),
  ]);
  void context.signals.work().catch(() => undefined);
  const order = inOrder(places, ledger, runs);
  const own = order.findIndex((place) => place.id === id);
  const ahead = order.slice(0, Math.max(0, own));
  const seconds = forecast(ahead, standing, runs, lanes);
  return { ahead: ahead.length, seconds, paused, notice: { announcement } };
}

/** Its author never saw that it was taken. */
export async function withdraw(
  id: string,
  context: Pick<Context, "records" | "producer" | "answers" | "line">,
): Promise<void> {
  // Drawn already: then it is at least not posted.
  const { records } = context;
  const { ending } = await records.end(id, "cancelled");
  if (ending !== "cancelled") return records.note(id, "refused", "");
  await takeOut(id, context);
}
