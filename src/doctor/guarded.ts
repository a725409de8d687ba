import { doctor as words } from "../text/host/doctor.ts";
import { nameOf } from "./failure.ts";
import { type Finding, wrong } from "./finding.ts";

/** A check that breaks is no reason to leave out the others. */
export async function guarded(name: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    return [wrong(name, words.failed(nameOf(error)))];
  }
}
