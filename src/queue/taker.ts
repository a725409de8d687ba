import { randomUUID } from "node:crypto";
import { type Job, Queue, type Telemetry, Worker } from "bullmq";
import type { Cluster, Redis } from "ioredis";
import { type JobData, type JobName, jobs } from "../jobs.ts";
import { jobIdOf, lockMs, queuePrefix } from "./connection.ts";
import { startSpan } from "./span.ts";

/** A job that is ours for as long as we say so again and again, which happens by itself. */
export type Taken<N extends JobName> = {
  data: JobData[N];
  /** Counts this one. */
  tries: number;
  /** What says that it is ours: the key in Redis and its value. */
  lock: { key: string; token: string };
  /** False once it may be another worker's, as this process stood still for too long. */
  isOurs(): Promise<boolean>;
  /** All that is done for it, to its end. */
  within<T>(work: () => Promise<T>): Promise<T>;
  /** It is another worker's by now: nothing more is said of it. */
  leave(): void;
  /** It is done and gone. */
  done(): Promise<void>;
  /** It waits again; `counted` as a try, or not. */
  back(counted: boolean): Promise<void>;
};

/** Takes out of one queue just the job that somebody chose; only one taker of all may choose at a time. */
export type Taker<N extends JobName> = {
  /** The ids of the jobs that wait, the oldest first. */
  waiting(): Promise<string[]>;
  /** Of those that were taken, by whomever. */
  taken(): Promise<string[]>;
  /** The data of waiting jobs, as far as they are there and can be read. */
  read(ids: readonly string[]): Promise<JobData[N][]>;
  /** Undefined where it waits no more. */
  take(id: string): Promise<Taken<N> | undefined>;
  /** Those that are ours still are not given back. */
  close(): Promise<void>;
};

/** Between two times that a job is said to be ours. Milliseconds. */
const renewMs = lockMs.lockDuration / 4;

/** A job that waits no more stays what it is. */
const toHead = `
if redis.call("lrem", KEYS[1], -1, ARGV[1]) == 0 then return 0 end
return redis.call("rpush", KEYS[1], ARGV[1])`;

export function createTaker<N extends JobName>(
  redis: Redis | Cluster,
  name: N,
  /** Jobs of a worker that is gone wait again. */
  onStalled: () => void,
  onError: (error: Error) => void,
  telemetry?: Telemetry,
): Taker<N> {
  const told = telemetry === undefined ? {} : { telemetry };
  const shared = { connection: redis, prefix: queuePrefix, ...told };
  // A question at the start that fails would leave the queue of no use for good.
  const queue = new Queue(name, { ...shared, skipMetasUpdate: true, skipVersionCheck: true });
  // Without a processor: it takes what we ask it for.
  const worker = new Worker(name, null, {
    ...shared,
    ...lockMs,
    autorun: false,
    // A job that stalls was taken from a killed worker: that says nothing against the job.
    maxStalledCount: 1_000_000,
    // Whoever is not to have it meanwhile is told elsewhere.
    settings: { backoffStrategy: () => 0 },
  });
  worker.on("stalled", onStalled);
  queue.on("error", onError);
  worker.on("error", onError);
  void worker.startStalledCheckTimer().catch(onError);
  // An earlier version put jobs off in this way; now they wait, and whoever is not to have one is told elsewhere.
  const adopt = async () => {
    if ((await queue.getDelayedCount()) === 0) return;
    await queue.promoteJobs();
    onStalled();
  };
  void adopt().catch(onError);

  /** The data of a job as the contract has it. */
  const dataOf = (job: Job | undefined): JobData[N] | undefined => {
    if (job === undefined) return undefined;
    const checked = jobs[name].safeParse(job.data);
    // Another version's, perhaps: it may yet find a worker that can read it.
    if (!checked.success) onError(checked.error);
    // The schema under this name makes just this data.
    return checked.data as JobData[N] | undefined;
  };

  const key = (what: string) => `${queuePrefix}:${name}:${what}`;
  const toId = (jobId: string) => jobId.slice(jobIdOf("").length);

  return {
    waiting: async () => (await redis.lrange(key("wait"), 0, -1)).reverse().map(toId),
    taken: async () => (await redis.lrange(key("active"), 0, -1)).map(toId),
    async read(ids) {
      const found = await Promise.all(ids.map((id) => queue.getJob(jobIdOf(id))));
      return found.flatMap((job) => dataOf(job) ?? []);
    },
    async take(id) {
      const token = randomUUID();
      // To the head of the queue, and from there to us: Redis carries these out in this order.
      const [, job] = await Promise.all([
        redis.eval(toHead, 1, key("wait"), jobIdOf(id)),
        worker.getNextJob(token, { block: false }),
      ]);
      if (job === undefined) return undefined;
      const data = dataOf(job);
      // What a dead worker had came in between, or the one that was meant waits no more.
      if (job.id !== jobIdOf(id) || data === undefined) {
        await job.moveToWait(token);
        return undefined;
      }
      return keep(job, token, data);
    },
    async close() {
      await Promise.all([worker.close(), queue.close()]);
    },
  };

  function keep(job: Job, token: string, data: JobData[N]): Taken<N> {
    const lockKey = key(`${job.id ?? ""}:lock`);
    const timer = setInterval(() => {
      job.extendLock(token, lockMs.lockDuration).catch(onError);
    }, renewMs);
    const span = startSpan(telemetry, job, { queue: name, worker: worker.id });
    const isOurs = async () => (await redis.get(lockKey)) === token;
    /** What is not ours any more is another worker's to end. */
    const end = async (move: () => Promise<unknown>, how?: "job completed" | "job failed") => {
      clearInterval(timer);
      try {
        await move();
      } catch (error) {
        span.end();
        if (await isOurs()) throw error;
        return onError(error as Error);
      }
      span.end(how);
    };
    return {
      data,
      tries: job.attemptsMade + 1,
      lock: { key: lockKey, token },
      isOurs,
      within: span.within,
      leave() {
        clearInterval(timer);
        span.end();
      },
      done: () => end(() => job.moveToCompleted(undefined, token, false), "job completed"),
      back: (counted) =>
        counted
          ? end(() => job.moveToFailed(new Error("again"), token), "job failed")
          : end(() => job.moveToWait(token)),
    };
  }
}
