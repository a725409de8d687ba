import { type Job, SpanKind, type Telemetry, TelemetryAttributes as known } from "bullmq";

/** What becomes of one job, from its taking to its end. */
export type JobSpan = {
  /** All that is done for the job, so that what it adds belongs to it. */
  within<T>(work: () => Promise<T>): Promise<T>;
  end(what?: "job completed" | "job failed"): void;
};

const untold: JobSpan = { within: (work) => work(), end: () => undefined };

/** What BullMQ tells by itself of jobs that it hands over, for one that was taken by hand. */
export function startSpan(
  telemetry: Telemetry | undefined,
  job: Job,
  { queue, worker }: { queue: string; worker: string },
): JobSpan {
  if (telemetry === undefined) return untold;
  const { tracer, contextManager } = telemetry;
  const active: unknown = contextManager.active();
  const metadata = job.opts.telemetry?.metadata;
  const parent: unknown =
    metadata === undefined ? undefined : contextManager.fromMetadata(active, metadata);
  const span = tracer.startSpan(`process ${queue}`, { kind: SpanKind.CONSUMER }, parent);
  span.setAttributes({
    [known.QueueName]: queue,
    [known.QueueOperation]: "process",
    [known.WorkerId]: worker,
    [known.JobId]: job.id,
    [known.JobName]: job.name,
  });
  const mine: unknown = span.setSpanOnContext(parent ?? active);
  return {
    // What it returns is what the work returns.
    within: <T>(work: () => Promise<T>) => contextManager.with(mine, work) as Promise<T>,
    end(what) {
      if (what !== undefined) span.addEvent(what);
      span.setAttributes({
        [known.JobAttemptsMade]: job.attemptsMade,
        [known.JobProcessedTimestamp]: job.processedOn,
        [known.JobAttemptFinishedTimestamp]: job.finishedOn ?? Date.now(),
      });
      span.end();
    },
  };
}
