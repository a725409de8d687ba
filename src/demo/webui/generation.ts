import { toJson, toText } from "./json.ts";
import { draw, type Drawn } from "./draw.ts";
import { decodePixels, imageBytes } from "./decode.ts";
import { encodePicture } from "./encode.ts";
import { ApiError, PythonError } from "./errors.ts";
import type { Fault } from "./faults.ts";
import { generationFields } from "./fields.ts";
import { fillFromInfotext } from "./infotext.ts";
import { createChance } from "./chance.ts";
import { resolveSampler } from "./samplers.ts";
import { chooseScripts } from "./scripts.ts";
import type { Answer, Drawing, Handler, Json, Route, World } from "./types.ts";
import { validate } from "./validate.ts";

const swallowed = new Set(["OutOfMemoryError", "NansException"]);

type Name = "txt2img" | "img2img";

function generate(route: Name): Handler {
  return async (call, world) => {
    const fault = world.faults.take();
    const cut = answerAtOnce(fault);
    if (cut) return cut;
    const { profile } = world;
    const request = validate(call.body, generationFields(route, profile), profile.pydantic);
    const sent = toJson(call.body);
    const scripts = chooseScripts(world, route, request);
    fillFromInfotext(request, sent);
    const sampler = samplerOf(world, request);
    if (route === "img2img" && request["init_images"] === null) {
      if (profile.sdnext) return { status: 400, json: { error: "Init image is none" } };
      throw new ApiError(404, "Init image not found");
    }
    const mask = await maskOf(world, request);
    const drawing = record(world, route, sent);
    const taskId = toText(request["force_task_id"]) || makeTaskId(route);
    world.progress.pending = [...world.progress.pending.filter((id) => id !== taskId), taskId];
    try {
      const job = {
        route,
        request,
        scripts,
        sampler,
        mask,
        taskId,
        drawing,
        fault,
        hangUp: call.hangUp,
      };
      const drawn = await world.lock.run(() => draw(world, job));
      return spoil(await toAnswer(world, request, drawn, drawing), drawing, fault);
    } catch (error) {
      drawing.state = "failed";
      drawing.answeredAt = Date.now();
      // SD.Next swallows what happens inside a job: 200, and no picture.
      if (profile.sdnext && error instanceof PythonError && swallowed.has(error.className))
        return { status: 200, json: { images: [], parameters: request, info: error.message } };
      throw error;
    }
  };
}

/** SD.Next takes names and aliases in any case and refuses what it does not know; the others fall back. */
function samplerOf({ catalog, profile }: World, request: Json) {
  const name = String(request["sampler_name"] ?? request["sampler_index"]);
  const scheduler = typeof request["scheduler"] === "string" ? request["scheduler"] : null;
  if (!profile.sdnext) return resolveSampler(catalog.samplers, name, scheduler);
  if (request["sampler_name"] === null || name === "Default")
    return { sampler: "Default", scheduler: scheduler ?? "Automatic" };
  const wanted = name.toLowerCase();
  const found = catalog.samplers.find((item) =>
    [item.name, ...item.aliases].some((word) => word.toLowerCase() === wanted),
  );
  if (!found) throw new ApiError(404, "Sampler not found");
  return { sampler: found.name, scheduler: scheduler ?? "Automatic" };
}

async function maskOf(world: World, request: Json): Promise<Buffer | undefined> {
  if (!request["mask"]) return undefined;
  const bytes = imageBytes(request["mask"], world);
  await decodePixels(bytes);
  return bytes;
}

let made = 0;

function makeTaskId(route: Name): string {
  made += 1;
  const chance = createChance(made);
  const letters = Array.from({ length: 7 }, () => Math.floor(chance() * 36).toString(36));
  return `task(${route}-${letters.join("").toUpperCase()})`;
}

export function record(world: World, route: Name, body: Json): Drawing {
  const receivedAt = Date.now();
  const drawing: Drawing = {
    route,
    body,
    receivedAt,
    state: "waiting",
    modelUsed: undefined,
    seeds: [],
  };
  world.drawings.push(drawing);
  return drawing;
}

/** What a proxy or a dying server does before the request is looked at. */
export function answerAtOnce(fault: Fault | undefined): Answer | undefined {
  if (fault?.kind === "drop-before") return { status: 0, delivery: { kind: "drop" } };
  if (fault?.kind !== "html-502") return undefined;
  const text =
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n" +
    "<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n";
  return { status: 502, text, type: "text/html" };
}

async function toAnswer(
  world: World,
  request: Json,
  drawn: Drawn,
  drawing: Drawing,
): Promise<Answer> {
  const images: string[] = [];
  if (request["send_images"] === true)
    for (const { pixels, infotext } of drawn.pictures)
      images.push((await encodePicture(world, pixels, infotext)).toString("base64"));
  world.life.throwIfAborted();
  const parameters = { ...request };
  if ("init_images" in parameters && parameters["include_init_images"] !== true) {
    parameters["init_images"] = null;
    parameters["mask"] = null;
  }
  const json = { images, parameters, info: JSON.stringify(drawn.info) };
  return { status: 200, json, heard: hearing(drawing, drawn.interrupted) };
}

/** Notes whether the client was still there for the whole answer. */
export function hearing(drawing: Drawing, interrupted: boolean): (heard: boolean) => void {
  return (heard) => {
    drawing.answeredAt = Date.now();
    drawing.state = heard ? (interrupted ? "interrupted" : "answered") : "unheard";
  };
}

/** What a fault makes of a good answer. */
export function spoil(answer: Answer, drawing: Drawing, fault: Fault | undefined): Answer {
  const heard = (whole: boolean) => {
    answer.heard?.(whole);
    if (whole) drawing.state = "spoiled";
  };
  switch (fault?.kind) {
    case "drop":
    case "truncate":
    case "huge":
      return { ...answer, delivery: { kind: fault.kind } };
    case "slow-body":
      return { ...answer, delivery: { kind: "slow", ms: fault.ms } };
    case "nonsense": {
      const { json: _, ...rest } = answer;
      const text = fault.body ?? '{"images": ["iVBORw0KGgo';
      return {
        ...rest,
        heard,
        status: fault.status ?? 200,
        text,
        type: fault.contentType ?? "application/json",
      };
    }
    case "empty-images":
      return { ...answer, heard, json: { ...toJson(answer.json), images: [] } };
    case "blank-image":
      return { ...answer, heard, json: { ...toJson(answer.json), images: [""] } };
    default:
      return answer;
  }
}

export const generationRoutes: Route[] = [
  { method: "POST", path: "/sdapi/v1/txt2img", handle: generate("txt2img"), body: true },
  { method: "POST", path: "/sdapi/v1/img2img", handle: generate("img2img"), body: true },
];
