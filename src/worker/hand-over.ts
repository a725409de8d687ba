import type { GenerateJob, Outcome } from "../jobs.ts";
import type { WorkerContext } from "./context.ts";

/** To be posted, unless that is done; a second time adds nothing. */
export async function handOver(
  job: GenerateJob,
  ending: "drawn" | "failed",
  { producer, records, line }: WorkerContext,
): Promise<void> {
  const { posted, words = "" } = await records.notes(job.id);
  if (posted !== undefined) return line.leave(job.id);
  const outcome: Outcome = ending === "drawn" ? { kind: "drawn" } : { kind: "failed", words };
  await producer.add("deliver", { ...job, outcome });
  await line.leave(job.id);
}
