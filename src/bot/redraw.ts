import { isDrawing, type Work } from "../generation/work.ts";
import type { Draft } from "./make-work.ts";

/** Work as a draft of the same once more, to be changed by whoever redraws it. */
export function redraw(work: Work): Draft {
  if (isDrawing(work)) {
    const { image, prompts: _, negative_prompts: __, ...values } = work;
    return { complete: true, values, image };
  }
  const { task, image, ...values } = work;
  return { complete: true, task, values, image };
}
