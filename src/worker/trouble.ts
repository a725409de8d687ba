import { BackendError } from "../errors.ts";
import type { WorkerContext } from "./context.ts";

/** For the host to look at; nothing hangs on it. */
export async function noteTrouble(
  id: string,
  error: unknown,
  { troubles, log }: Pick<WorkerContext, "troubles" | "log">,
): Promise<void> {
  const own = error instanceof BackendError;
  const kind = own ? error.fault : error instanceof Error ? error.name : "unknown";
  const detail = own && error.detail !== "" ? { detail: error.detail } : {};
  try {
    await troubles.note({ id, at: Date.now(), kind, ...detail });
  } catch (failure) {
    log.debug({ job: id, err: failure }, "a trouble could not be noted");
  }
}
