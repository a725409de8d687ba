import { parseArgs } from "node:util";
import { runFuzz } from "./run.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
  },
});
const { made, answers, problems, seconds } = await runFuzz({
  count: Number(values.count),
  seed: Number(values.seed),
  onRound(done, found) {
    if (done % 10_000 === 0) console.log(`${done} sent, ${found.length} problems`);
  },
});
for (const problem of problems.slice(0, 50)) console.log(problem);
console.table(made);
console.table(answers);
console.log(`${values.count} interactions in ${seconds.toFixed(0)} s, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
