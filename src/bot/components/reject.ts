import type { Component } from "../command.ts";
import { decideHeld } from "../review.ts";

/** 🚫 in the audit channel: has a held result deleted. */
export default { updates: true, press: decideHeld("rejected") } satisfies Component;
