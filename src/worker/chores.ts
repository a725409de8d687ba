import { BackendError } from "../errors.ts";
import type { Backend } from "../generation/backend.ts";
import type { Chore, ChoreReply } from "../store/chores.ts";
import type { WorkerContext } from "./context.ts";

/** Loading a model may take minutes; nobody waits for longer. Milliseconds. */
const longestMs = 5 * 60_000;

/** Does what one of our webui is asked for; what is another worker's webui, it does. */
export async function doChore(json: string, { chores, lanes, log }: WorkerContext): Promise<void> {
  const asked = chores.read(json);
  const lane = lanes.find(({ backend }) => backend.name === asked?.webui);
  if (asked === undefined || lane === undefined) return;
  const { id, webui, chore } = asked;
  let reply: ChoreReply;
  try {
    const value = await done(chore, lane.backend, AbortSignal.timeout(longestMs));
    reply = { ok: true, value };
    log.info({ webui, chore: chore.kind }, "done for an owner");
  } catch (error) {
    log.warn({ webui, chore: chore.kind, err: error }, "could not be done for an owner");
    reply = { ok: false, detail: error instanceof BackendError ? error.detail : "" };
  }
  await chores.answer(id, reply);
  if (chore.kind !== "options") lane.refresh();
}

async function done(chore: Chore, backend: Backend, signal: AbortSignal): Promise<unknown> {
  switch (chore.kind) {
    case "options":
      return backend.options(signal);
    case "set":
      return backend.setOption(chore.name, chore.value, signal);
    case "rescan":
      return backend.rescan(signal);
  }
}
