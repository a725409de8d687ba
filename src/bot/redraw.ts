import { ofPicture } from "../generation/expand.ts";
import type { GenerationRequest } from "../generation/request.ts";
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

/** The words and the style of one picture of a drawing, from 1 on; its size, source and second pass stay behind. */
export function sameStyle(work: GenerationRequest, number: number): Draft["values"] {
  const own = ofPicture(work, number - 1);
  const { image: _i, mask: _m, control: _c, subseed: _s, subseed_strength: _t, ...words } = own;
  const { seed: _seed, aspect_ratio: _ratio, hr_upscaler: _u, hr_scale: _h, ...values } = words;
  return values;
}
