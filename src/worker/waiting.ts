import { DiscordAPIError, MessageFlags, Routes } from "discord.js";
import { textMessage } from "../discord/message.ts";
import { textFor } from "../text/text.ts";
import type { WorkerContext } from "./start.ts";

/** No more messages than this are edited at once: Discord has limits, and the picture says the rest. */
const most = 50;
const tokenMs = 14 * 60_000;

/** Every webui is gone: the messages of the jobs that wait say so. */
export async function tellWaiting({
  producer,
  records,
  rest,
  lanes,
  log,
}: WorkerContext): Promise<void> {
  for (const { id, reply } of await producer.waiting("generate", most)) {
    if (lanes.some((lane) => !lane.isDown())) return;
    const { told } = await records.notes(id);
    if (told !== undefined || Date.now() - reply.askedAt > tokenMs) continue;
    if ((await records.ending(id)) !== undefined) continue;
    await records.note(id, "told", "down");
    try {
      const { body } = textMessage([textFor(reply.locale).waiting.webuisDown], id);
      await rest.patch(Routes.webhookMessage(reply.applicationId, reply.token), {
        body: { ...body, flags: MessageFlags.IsComponentsV2 },
        auth: false,
      });
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      log.debug({ job: id, err: error }, "a waiting message could not be edited");
    }
  }
}
