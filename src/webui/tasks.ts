import type { Part } from "../generation/backend.ts";
import { namesOn, rowOf } from "../generation/parameters.ts";
import {
  type DescribeRequest,
  defaultScale,
  isDrawing,
  isUpscale,
  type UpscaleRequest,
  type Work,
} from "../generation/work.ts";
import type { WebuiFacts } from "./facts.ts";
import type { Expected } from "./look.ts";
import { encoded, partsOf, type Payload, type Pictures, routeOf, toPayload } from "./payload.ts";

/** One of the requests to a webui that a piece of work takes. */
export type Task = { part: Part; route: string; body: () => Payload };

/**
 * What has to be asked of this webui, in order, where so many pictures are `done`. Bodies are made when their turn comes:
 * pictures are large.
 */
export function tasksOf(
  request: Work,
  facts: WebuiFacts,
  pictures: Pictures,
  done: number,
): Task[] {
  if (isDrawing(request)) {
    return partsOf(request, facts, done).map((part) => ({
      part,
      route: routeOf(request),
      body: () => toPayload(request, facts, part, pictures),
    }));
  }
  if (done > 0) return [];
  const part = { before: 0, count: 1 };
  return [
    isUpscale(request)
      ? { part, route: "/sdapi/v1/extra-single-image", body: () => toUpscale(request, pictures) }
      : { part, route: "/sdapi/v1/interrogate", body: () => toDescription(request, pictures) },
  ];
}

/** How a request is known among others. */
export function expectedOf(route: string, { n_iter, steps }: Payload): Expected {
  return {
    route,
    batches: typeof n_iter === "number" ? n_iter : 1,
    // Of a given picture, only the part is drawn that its strength says.
    steps: typeof steps === "number" && route.endsWith("/txt2img") ? steps : undefined,
  };
}

/** webui-api.md, section 8. */
function toUpscale(request: UpscaleRequest, pictures: Pictures): Payload {
  const body: Payload = { resize_mode: 0, upscaling_resize: defaultScale };
  for (const name of namesOn("upscale")) {
    const { path = name } = rowOf(name);
    if (path === false || !(name in request)) continue;
    body[path] = request[name as keyof UpscaleRequest];
  }
  return { ...body, image: encoded(request.image, pictures) };
}

/** webui-api.md, section 9. */
function toDescription({ image, mode }: DescribeRequest, pictures: Pictures): Payload {
  return { image: encoded(image, pictures), model: mode === "tags" ? "deepdanbooru" : "clip" };
}
