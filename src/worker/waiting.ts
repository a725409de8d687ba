import { MessageFlags, Routes } from "discord.js";
import { waitingRow } from "../discord/buttons.ts";
import { textMessage } from "../discord/message.ts";
import { textFor } from "../text/text.ts";
import type { WorkerContext } from "./context.ts";

/** No more messages than this are edited at once: Discord has limits, and the picture says the rest. */
const most = 50;
const tokenMs = 14 * 60_000;

/** Every webui is gone, those of other workers too: the messages of the jobs that wait say so. */
export async function tellWaiting(context: WorkerContext): Promise<void> {
  const { producer, records, rest, log } = context;
  for (const { id, reply } of await producer.waiting("generate", most)) {
    if (await isAnyThere(context)) return;
    const { told } = await records.notes(id);
    if (told !== undefined || Date.now() - reply.askedAt > tokenMs) continue;
    if ((await records.ending(id)) !== undefined) continue;
    try {
      const { body } = textMessage(
        [textFor(reply.locale).waiting.webuisDown],
        [waitingRow(id, reply.userId)],
      );
      await rest.patch(Routes.webhookMessage(reply.applicationId, reply.token), {
        body: { ...body, flags: MessageFlags.IsComponentsV2 },
        auth: false,
      });
      await records.note(id, "told", "down");
    } catch (error) {
      log.debug({ job: id, err: error }, "a waiting message could not be edited");
    }
  }
}

async function isAnyThere({ lanes, catalogs }: WorkerContext): Promise<boolean> {
  if (lanes.some((lane) => !lane.isDown())) return true;
  // What is stored of our own may be a moment old.
  const own = new Set(lanes.map(({ backend }) => backend.name));
  return (await catalogs.read()).some(({ name, up }) => up && !own.has(name));
}
