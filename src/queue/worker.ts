import {
  DelayedError,
  type Job,
  type Telemetry,
  UnrecoverableError,
  WaitingError,
  Worker,
} from "bullmq";
import type { Cluster, Redis } from "ioredis";
import { type JobData, type JobName, jobs } from "../jobs.ts";
import { lockMs, queuePrefix } from "./connection.ts";

/**
 * What becomes of a job whose handler threw: `retry` after a pause, counted as a try; `back` to the head of the
 * queue at once, `later` after a moment, or `aside` until somebody hurries it (`Producer.hurry`), none of them counted;
 * `give up`, the member is told.
 */
export type Verdict = "retry" | "back" | "later" | "aside" | "give up";

/** What a queue worker does with the jobs of one name. */
export type Processing<N extends JobName> = {
  name: N;
  /** Jobs at the same time. */
  concurrency: number;
  handle(data: JobData[N]): Promise<void>;
  /** `tries` counts this one. */
  judge(error: unknown, tries: number): Verdict;
  /** Tells the member; afterwards the job is gone. */
  giveUp(data: JobData[N], error: unknown): Promise<void>;
  /** Milliseconds before the next try. */
  pauseMs(tries: number): number;
  /** Hears of every try that failed and what becomes of it. */
  onFailure(data: JobData[N], error: unknown, verdict: Verdict): void;
  onError(error: Error): void;
  /** Where somebody collects traces. */
  telemetry?: Telemetry | undefined;
};

export type QueueWorker = {
  /** Takes jobs from now on. */
  resume(): void;
  /** Takes no more jobs; one that runs goes on. */
  pause(): void;
  /** Waits for the running jobs, then closes. */
  close(): Promise<void>;
};

const laterMs = 500;
/** What was put aside is looked at again all the same: whoever was to hurry it may have been killed. */
const asideMs = 10_000;

/** Begins paused: `resume` starts it. */
export function createQueueWorker<N extends JobName>(
  redis: Redis | Cluster,
  {
    name,
    concurrency,
    handle,
    judge,
    giveUp,
    pauseMs,
    onFailure,
    onError,
    telemetry,
  }: Processing<N>,
): QueueWorker {
  let paused = true;

  const process = async (job: Job, token: string | undefined) => {
    // BullMQ still hands over the one job that it was waiting for when it was paused.
    if (paused) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const checked = jobs[name].safeParse(job.data);
    if (!checked.success) {
      // Another version's, perhaps: it may yet find a worker that can read it.
      onError(checked.error);
      throw checked.error;
    }
    // The schema under this name makes just this data.
    const data = checked.data as JobData[N];
    try {
      await handle(data);
    } catch (error) {
      const verdict = judge(error, job.attemptsMade + 1);
      onFailure(data, error, verdict);
      switch (verdict) {
        case "retry":
          throw error;
        case "back":
          await job.moveToWait(token);
          throw new WaitingError();
        case "later":
        case "aside":
          await job.moveToDelayed(Date.now() + (verdict === "later" ? laterMs : asideMs), token);
          throw new DelayedError();
        case "give up":
          await giveUp(data, error);
          throw new UnrecoverableError(error instanceof Error ? error.name : "failed");
      }
    }
  };
  const worker = new Worker(name, process, {
    connection: redis,
    prefix: queuePrefix,
    concurrency,
    autorun: false,
    ...lockMs,
    // A job that stalls was taken from a killed worker: that says nothing against the job.
    maxStalledCount: 1_000_000,
    settings: { backoffStrategy: (tries) => pauseMs(tries) },
    ...(telemetry === undefined ? {} : { telemetry }),
  });
  worker.on("error", onError);

  return {
    resume() {
      paused = false;
      void worker.resume().catch(onError);
    },
    pause() {
      paused = true;
      void worker.pause(true).catch(onError);
    },
    close: () => worker.close(),
  };
}
