// Says in one line what the last run of the tests counted, for those who only read the end.
import { readFileSync } from "node:fs";

const report = new URL("../node_modules/.vitest/report.json", import.meta.url);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
  readFileSync(report, "utf8"),
);
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
