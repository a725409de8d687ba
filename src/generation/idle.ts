import type { ParameterName } from "./parameters.ts";
import { isHires } from "./policy.ts";
import type { GenerationRequest, Values } from "./request.ts";

/** What was asked for that no webui could use for this: a size where the canvas has its own, a strength without a picture. */
export function idleIn(asked: Values, request: GenerationRequest): ParameterName[] {
  const sizes = ["width", "height", "aspect_ratio"] as const;
  const isFirst = request.image === undefined && !isHires(request);
  const idle: ParameterName[] = [
    ...(request.extend === undefined ? [] : sizes),
    ...(isFirst ? (["denoising_strength"] as const) : []),
  ];
  return idle.filter((name) => asked[name] !== undefined);
}
