import { defineConfig } from "vitest/config";
import { LongFirst } from "./test/sequencer.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // Most tests wait for processes and sockets, so there may be more of them than cores.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    reporters: ["default", ["json", { outputFile: "node_modules/.vitest/report.json" }]],
  },
});
