import { type Job, Queue, type Telemetry } from "bullmq";
import type { Cluster, Redis } from "ioredis";
import { type JobData, type JobName, jobNames, jobs } from "../jobs.ts";
import { jobIdOf, jobOptions, queuePrefix } from "./connection.ts";

export type Producer = {
  /** Adding the same id twice adds it once. */
  add<N extends JobName>(name: N, data: JobData[N]): Promise<void>;
  /** Takes a waiting job out again; false when it runs already or is not there. */
  remove(name: JobName, id: string): Promise<boolean>;
  /** Those that were put aside wait no longer than the others do, in the order in which they came. */
  hurry<N extends JobName>(name: N, isMeant: (data: JobData[N]) => boolean): Promise<void>;
  /** The data of the jobs that wait, the next one first. */
  waiting<N extends JobName>(name: N, most: number): Promise<JobData[N][]>;
  /** The data of these jobs, in this order, as far as they have not ended. */
  read<N extends JobName>(name: N, ids: readonly string[]): Promise<JobData[N][]>;
  /** The data of the jobs that are being worked on. */
  running<N extends JobName>(name: N): Promise<JobData[N][]>;
  close(): Promise<void>;
};

export function createProducer(
  redis: Redis | Cluster,
  onError: (error: Error) => void,
  telemetry?: Telemetry,
): Producer {
  const open = (name: JobName) => {
    const queue = new Queue(name, {
      connection: redis,
      prefix: queuePrefix,
      defaultJobOptions: jobOptions,
      skipMetasUpdate: true,
      // A question at the start that fails would leave the queue of no use for good.
      skipVersionCheck: true,
      ...(telemetry === undefined ? {} : { telemetry }),
    });
    queue.on("error", onError);
    return queue;
  };
  const queues = { generate: open("generate"), deliver: open("deliver") };

  return {
    async add(name, data) {
      const checked = jobs[name].parse(data);
      await queues[name].add(name, checked, { jobId: jobIdOf(data.id) });
    },
    async remove(name, id) {
      const jobId = jobIdOf(id);
      // BullMQ says that it removed what was never there.
      if ((await queues[name].getJob(jobId)) === undefined) return false;
      return (await queues[name].remove(jobId)) === 1;
    },
    async hurry(name, isMeant) {
      const delayed = await queues[name].getJobs(["delayed"]);
      const meant = delayed.filter((job) => dataOf(name, [job]).some(isMeant));
      for (const job of meant.sort((a, b) => a.timestamp - b.timestamp)) {
        // Its time may have come just now.
        await job.promote().catch(() => undefined);
      }
    },
    waiting: async (name, most) =>
      dataOf(name, await queues[name].getJobs(["waiting", "delayed"], 0, most - 1, true)),
    read: async (name, ids) =>
      dataOf(name, await Promise.all(ids.map((id) => queues[name].getJob(jobIdOf(id))))),
    running: async (name) => dataOf(name, await queues[name].getJobs(["active"], 0, -1, true)),
    async close() {
      await Promise.all(jobNames.map((name) => queues[name].close()));
    },
  };
}

function dataOf<N extends JobName>(name: N, found: readonly (Job | undefined)[]): JobData[N][] {
  return found.flatMap((job) => {
    const { data } = jobs[name].safeParse(job?.data);
    return data === undefined ? [] : [data as JobData[N]];
  });
}
