import type { GenerateJob } from "../jobs.ts";
import type { Taker } from "../queue/taker.ts";

/** What waits, each read once; what cannot be read is not looked at again. */
export function createWaitingJobs(taker: Taker<"generate">) {
  const known = new Map<string, GenerateJob | undefined>();
  return {
    async read(ids: readonly string[]): Promise<GenerateJob[]> {
      const here = new Set(ids);
      for (const id of known.keys()) if (!here.has(id)) known.delete(id);
      const unknown = ids.filter((id) => !known.has(id));
      const found = new Map((await taker.read(unknown)).map((job) => [job.id, job]));
      for (const id of unknown) known.set(id, found.get(id));
      return ids.flatMap((id) => known.get(id) ?? []);
    },
  };
}
