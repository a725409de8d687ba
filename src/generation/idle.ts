import type { ParameterName } from "./parameters.ts";
import { isHires } from "./policy.ts";
import type { GenerationRequest } from "./request.ts";
import { isDrawing, isUpscale, type UpscaleRequest, type Work } from "./work.ts";

/** The second pass, which only a drawing from words alone has. */
export const hiresNames: readonly ParameterName[] = ["hr_upscaler", "hr_scale"];
const sizes: readonly ParameterName[] = ["width", "height", "aspect_ratio"];
const ofMasks: readonly ParameterName[] = [
  "inpainting_fill",
  "mask_blur",
  "inpaint_full_res",
  "inpaint_full_res_padding",
  "inpainting_mask_invert",
];

/** What of a request no webui could use for it: a strength without a picture, the blur of a mask that is not there. */
export function idleIn(request: Work): ParameterName[] {
  const idle = isDrawing(request)
    ? idleInDrawing(request)
    : isUpscale(request)
      ? idleInUpscale(request)
      : [];
  const values: Partial<Record<ParameterName, unknown>> = request;
  return idle.filter((name) => values[name] !== undefined);
}

function idleInDrawing(request: GenerationRequest): ParameterName[] {
  const { image, mask, extend } = request;
  return [
    // The canvas has a size of its own, and a mask.
    ...(extend === undefined ? (["extend_by"] as const) : sizes),
    ...(mask === undefined && extend === undefined ? ofMasks : []),
    ...(image === undefined ? [] : hiresNames),
    ...(image === undefined && !isHires(request) ? (["denoising_strength"] as const) : []),
  ];
}

/** The webui's own defaults are 0: the second of two upscalers, or a restorer, that nobody sees. */
function idleInUpscale(request: UpscaleRequest): ParameterName[] {
  const { upscaler_2, upscaler_2_visibility: share = 0, codeformer_visibility = 0 } = request;
  return [
    ...(share === 0 ? (["upscaler_2"] as const) : []),
    ...(upscaler_2 === undefined ? (["upscaler_2_visibility"] as const) : []),
    ...(codeformer_visibility === 0 ? (["codeformer_weight"] as const) : []),
  ];
}
