import { defineConfig } from "vitest/config";
import { LongFirst } from "./test/sequencer.ts";

/** What others do at the same time would decide who is first. */
const quiet = ["test/scheduling/order.test.ts"];
/** One process each: a Discord client does not bear the other undici beside it, and a browser is large. */
const alone = ["test/demo/discord*.test.ts", "test/page/**/*.test.ts"];

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    // Most tests wait for processes and sockets, so there may be more of them than cores.
    maxWorkers: 5,
    // Much is made and soon forgotten: looking through it less often saves a tenth of the work.
    execArgv: ["--max-semi-space-size=64"],
    sequence: { sequencer: LongFirst },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What comes is waited for; a busy machine takes longer than the usual second.
    expect: { poll: { timeout: 5_000 } },
    restoreMocks: true,
    reporters: ["default", ["json", { outputFile: "node_modules/.vitest/report.json" }]],
    projects: [
      { extends: true, test: { name: "alone", include: alone } },
      // A new process that loads everything anew costs half a second of work for each file.
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: [...alone, ...quiet],
          isolate: false,
        },
      },
      // After all the others.
      { extends: true, test: { name: "quiet", include: quiet, sequence: { groupOrder: 1 } } },
    ],
  },
});
