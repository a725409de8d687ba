import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Measures } from "../measures.ts";
import { createBusyShares } from "./busy-share.ts";

export type Metrics = Measures & {
  /** All of them in Prometheus' text form, and its content type. */
  render(): Promise<{ type: string; text: string }>;
};

/** How many jobs wait; undefined while that cannot be found out. */
export type ReadDepth = () => Promise<number | undefined>;

const waitBuckets = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];
const drawBuckets = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600];
const requestBuckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts since the start of this process; names are a contract with dashboards. */
export function createMetrics(readDepth: ReadDepth): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const busy = createBusyShares();

  const jobs = new Counter({
    name: "easel_jobs_total",
    help: "Jobs that came to their end, by outcome",
    labelNames: ["outcome"],
    registers,
  });
  for (const outcome of ["posted", "failed", "cancelled"]) jobs.inc({ outcome }, 0);
  new Gauge({
    name: "easel_queue_depth",
    help: "Jobs that wait for a webui, of all workers together",
    registers,
    async collect() {
      const depth = await readDepth().catch(() => undefined);
      // No number is better than a wrong one.
      this.remove();
      if (depth !== undefined) this.set(depth);
    },
  });
  const waits = new Histogram({
    name: "easel_job_wait_seconds",
    help: "From asking until a webui began to draw",
    buckets: waitBuckets,
    registers,
  });
  const drawings = new Histogram({
    name: "easel_job_draw_seconds",
    help: "From a webui's beginning until its answer was there",
    buckets: drawBuckets,
    registers,
  });
  const swaps = new Counter({
    name: "easel_model_swaps_total",
    help: "Times that a webui had to load another model",
    labelNames: ["webui"],
    registers,
  });
  const up = new Gauge({
    name: "easel_webui_up",
    help: "1 where a webui draws or can draw",
    labelNames: ["webui"],
    registers,
  });
  new Gauge({
    name: "easel_webui_busy_ratio",
    help: "Share of the last minute in which a webui worked for us",
    labelNames: ["webui"],
    registers,
    collect() {
      this.reset();
      for (const [webui, share] of busy.shares()) this.set({ webui }, share);
    },
  });
  const requests = new Histogram({
    name: "easel_discord_request_seconds",
    help: "How long Discord takes to answer, by route",
    labelNames: ["route"],
    buckets: requestBuckets,
    registers,
  });
  const limited = new Counter({
    name: "easel_discord_429_total",
    help: "Answers of Discord that ask for more patience",
    registers,
  });

  return {
    jobEnded: (outcome) => jobs.inc({ outcome }),
    jobWaited: (seconds) => waits.observe(seconds),
    jobDrawn: (seconds) => drawings.observe(seconds),
    webuiWorks: busy.begin,
    modelSwapped: (webui) => swaps.inc({ webui }),
    webuiIs(webui, isUp) {
      up.set({ webui }, isUp ? 1 : 0);
      swaps.inc({ webui }, 0);
      busy.know(webui);
    },
    webuiGone(webui) {
      up.remove({ webui });
      busy.forget(webui);
    },
    discordAsked(route, seconds, status) {
      requests.observe({ route }, seconds);
      if (status === 429) limited.inc();
    },
    render: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
