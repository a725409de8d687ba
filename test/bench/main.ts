import { parseArgs } from "node:util";
import { measureCompletion } from "./completion.ts";
import { measureGuilds } from "./guilds.ts";
import {
  measureBusy,
  measureCrowd,
  measureLatency,
  measureMemory,
  measureThroughput,
  type Row,
} from "./measures.ts";
import { measureScheduling } from "./scheduling/measure.ts";

const measures = {
  latency: measureLatency,
  busy: measureBusy,
  throughput: measureThroughput,
  memory: measureMemory,
  crowd: measureCrowd,
  scheduling: measureScheduling,
  completion: measureCompletion,
  guilds: measureGuilds,
};

const { positionals } = parseArgs({ allowPositionals: true });
const wanted = Object.entries(measures).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);

const rows: Row[] = [];
for (const [name, measure] of wanted) {
  console.log(`measuring ${name} …`);
  rows.push(...(await measure()));
}
console.log("\n| what | measured | beside it | aim |\n| --- | --- | --- | --- |");
for (const { what, figure, beside, aim } of rows) {
  console.log(`| ${what} | ${figure} | ${beside} | ${aim} |`);
}
