import { messageLink } from "../discord/link.ts";
import type { Posted } from "../discord/reply.ts";
import { isDescription, isDrawing } from "../generation/work.ts";
import type { DeliverJob } from "../jobs.ts";
import type { WorkerContext } from "./context.ts";

/** More of a prompt is not shown in a list. Characters. */
const maxPrompt = 300;

/** Puts a posted result on its author's list of pictures, unless it was removed in the same moment. */
export async function remember(
  { id, request, reply, outcome }: DeliverJob,
  { ids: [first = ""], channelId, route }: Posted,
  { history, records }: Pick<WorkerContext, "history" | "records">,
): Promise<void> {
  if (outcome.kind !== "drawn" || isDescription(request)) return;
  const { userId, guildId } = reply;
  const hidden = reply.private && route === "original";
  const guild = route === "dm" ? undefined : guildId;
  await history.add(userId, {
    id,
    at: Date.now(),
    ...(isDrawing(request) ? { prompt: request.prompt.slice(0, maxPrompt).toWellFormed() } : {}),
    ...(hidden ? {} : { url: messageLink({ guild, channel: channelId, message: first }) }),
  });
  if ((await records.notes(id))["removed"] !== undefined) await history.remove(userId, id);
}
