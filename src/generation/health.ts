import type { BackendFault } from "../errors.ts";

/**
 * How a webui is. `resting`: it answers, but may still be busy with a drawing that was given up; `drained`: the host wants
 * it left alone; `elsewhere`: another worker gives it jobs.
 */
export const laneStates = ["up", "resting", "drained", "down", "elsewhere"] as const;
export type LaneState = (typeof laneStates)[number];

/** What is wrong with one that is not up. */
export const troubleNames = [
  "down",
  "hung",
  "broke",
  "busy",
  "memory",
  "denied",
  "nonsense",
] as const;
export type Trouble = (typeof troubleNames)[number];

export const troubles = {
  down: "down",
  busy: "busy",
  broke: "broke",
  timeout: "hung",
  refused: "denied",
  denied: "denied",
  memory: "memory",
  nonsense: "nonsense",
} as const satisfies Record<BackendFault, Trouble>;
