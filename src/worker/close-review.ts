import { messageLink } from "../discord/link.ts";
import { editMessage } from "../discord/posts.ts";
import type { Posted } from "../discord/reply.ts";
import { decidedMessage } from "../discord/review.ts";
import { readVerdict } from "../generation/verdict.ts";
import type { DeliverJob } from "../jobs.ts";
import { textFor } from "../text/text.ts";
import type { WorkerContext } from "./context.ts";

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
