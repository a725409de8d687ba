import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Hour, soak } from "./soak.ts";
import { judge } from "./judge.ts";

const { values } = parseArgs({
  options: {
    hours: { type: "string", default: "24" },
    seed: { type: "string", default: "1" },
    /** Drawings that are asked for in a simulated quarter of an hour. */
    jobs: { type: "string", default: "20" },
    /** A file for what was measured. */
    keep: { type: "string" },
    /** All that happened in a quarter of an hour that went wrong. */
    verbose: { type: "boolean", default: false },
  },
});
const [hours = 24, seed = 1, jobs = 20] = [values.hours, values.seed, values.jobs].map(Number);

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

function print(played: Hour) {
  const { hour, accepted, cancelled, failed, interactions, blows, problems, timeline } = played;
  const { processes, redis } = played.sample;
  const held = processes
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, heapMb, rssMb, resources, files }) => {
      const open = Object.values(files).reduce((sum, count) => sum + count, 0);
      const timers = resources["Timeout"] ?? 0;
      return `${name} ${round(heapMb)}/${round(rssMb, 0)} MB ${open} files ${timers} timers`;
    });
  const facts = [
    `hour ${String(hour).padStart(2)}: ${accepted} accepted, ${cancelled} cancelled, ${failed} failed, ${interactions} others`,
    `${redis.connections} connections, ${redis.passing} passing keys, Redis ${round(redis.usedMb)} MB`,
    ...held,
  ];
  console.log(facts.join("; "));
  console.log(`         ${blows.join(", ")}`);
  for (const problem of problems) console.log(`         WRONG ${problem}`);
  if (values.verbose) for (const line of timeline) console.log(`         ${line}`);
}

const startedAt = Date.now();
const { samples, problems, totals } = await soak({ hours, seed, jobs }, print);
if (values.keep !== undefined) writeFileSync(values.keep, JSON.stringify(samples, null, 1));
const trends = judge(samples);
console.table(
  trends.map(({ what, median, perHour, isRight }) => ({
    what,
    median: round(median),
    "an hour": round(perHour, 3),
    verdict: isRight ? "flat" : "RISES",
  })),
);
console.table({ ...totals, "minutes it took": round((Date.now() - startedAt) / 60_000) });
if (trends.length === 0) console.log("Too short to tell what is flat.");
for (const problem of problems) console.log(problem);
const isRight = problems.length === 0 && trends.every((trend) => trend.isRight);
console.log(isRight ? "ok" : "WRONG");
process.exitCode = isRight ? 0 : 1;
