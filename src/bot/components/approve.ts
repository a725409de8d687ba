import type { Component } from "../command.ts";
import { decideHeld } from "../review.ts";

/** ✅ in the audit channel: shows a held result where it was asked for. */
export default { updates: true, press: decideHeld("approved") } satisfies Component;
