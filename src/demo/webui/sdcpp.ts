import { toJson, toText } from "./json.ts";
import { modelsFolder, type Catalog } from "./catalog.ts";
import { decodeMask, decodePixels } from "./decode.ts";
import { ApiError, PythonError } from "./errors.ts";
import { answerAtOnce, hearing, record, spoil } from "./generation.ts";
import { waitSeconds } from "./gpu.ts";
import { InjectedError } from "./injected.ts";
import { upscalerItems } from "./lists.ts";
import { drawPicture, mixPicture } from "./picture.ts";
import { toPng, type Pixels } from "./png.ts";
import { checkMemory, sample } from "./sampling.ts";
import {
  cppSamplers,
  cppSchedulers,
  samplerByAnyName,
  toCppInfo,
  toCppText,
  type CppRun,
} from "./sdcpp-names.ts";
import type { Call, Handler, Json, Route, World } from "./types.ts";

const fieldTypes: Record<string, "number" | "string" | "boolean"> = {
  prompt: "string",
  negative_prompt: "string",
  width: "number",
  height: "number",
  steps: "number",
  cfg_scale: "number",
  seed: "number",
  batch_size: "number",
  clip_skip: "number",
  sampler_name: "string",
  scheduler: "string",
  denoising_strength: "number",
  enable_hr: "boolean",
  hr_scale: "number",
  hr_upscaler: "string",
};

/** The body; undefined where it is no UTF-8. Null is a wrong type like any other. */
async function readBody(call: Call, world: World): Promise<Json | undefined> {
  const { raw, headers } = call;
  if (raw.length === 0) {
    if (headers["content-length"] === undefined) await waitSeconds(5, world.life);
    throw new ApiError(400, "empty body");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return undefined;
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new PythonError(
      "parse_error",
      "[json.exception.parse_error.101] parse error at line 1, column 1: syntax error while parsing value - invalid literal",
    );
  }
  const given = toJson(body);
  for (const [name, type] of Object.entries(fieldTypes)) {
    const value = given[name];
    if (value !== undefined && typeof value !== type) throw wrongType(type, value);
  }
  call.body = given;
  return given;
}

function wrongType(type: string, value: unknown): PythonError {
  const seen = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return new PythonError(
    "type_error",
    `[json.exception.type_error.302] type must be ${type}, but is ${seen}`,
  );
}

const clamp = (value: number, low: number, high: number) =>
  Math.min(high, Math.max(low, Math.trunc(value)));
const up64 = (value: number) => Math.ceil(Math.trunc(value) / 64) * 64;

function toRun(world: World, body: Json): CppRun {
  const prompt = toText(body["prompt"]);
  if (prompt === "") throw new ApiError(400, "prompt required");
  const seed = Math.trunc(Number(body["seed"] ?? -1));
  const batch = clamp(Number(body["batch_size"] ?? 1), 1, 8);
  const first = seed < 0 ? Math.floor(Date.now() / 1000) : seed % 2 ** 32;
  const scheduler = toText(body["scheduler"]);
  return {
    prompt,
    negative: toText(body["negative_prompt"]),
    steps: clamp(Number(body["steps"] ?? 20), 1, 100),
    cfg: Number(body["cfg_scale"] ?? 7),
    seeds: Array.from({ length: batch }, (_, i) => first + i),
    sampler: samplerByAnyName(toText(body["sampler_name"])),
    scheduler: cppSchedulers.includes(scheduler) ? scheduler : undefined,
    clipSkip: body["clip_skip"] === undefined ? undefined : Number(body["clip_skip"]),
    strength: undefined,
    model: world.loaded?.file ?? "",
    width: 512,
    height: 512,
  };
}

function checkLoras(world: World, body: Json): void {
  const given = Array.isArray(body["lora"]) ? body["lora"] : [];
  for (const entry of given) {
    const path: unknown =
      typeof entry === "object" && entry !== null && "path" in entry ? entry.path : "";
    if (!world.catalog.loras.some(({ name }) => path === loraPath(name)))
      throw new ApiError(400, `invalid lora path: ${String(path)}`);
  }
}

const loraPath = (name: string) => `${name}.safetensors`;

/** The first init image; whatever is wrong with it, the picture is painted from nothing. */
async function initImage(body: Json): Promise<Buffer | undefined> {
  const list = body["init_images"];
  if (!Array.isArray(list) || list.length === 0) return undefined;
  if (list.some((entry) => typeof entry !== "string"))
    throw wrongType(
      "string",
      list.find((entry) => typeof entry !== "string"),
    );
  const text = String(list[0]);
  const bytes = Buffer.from(
    text.slice(text.startsWith("data:") ? text.indexOf(",") + 1 : 0),
    "base64",
  );
  return decodePixels(bytes).then(
    () => bytes,
    () => undefined,
  );
}

function generate(route: "txt2img" | "img2img"): Handler {
  return async (call, world) => {
    const fault = world.faults.take();
    const cut = answerAtOnce(fault);
    if (cut) return cut;
    const given = await readBody(call, world);
    if (!given) return { status: 500 };
    const run = toRun(world, given);
    checkLoras(world, given);
    const init = route === "img2img" ? await initImage(given) : undefined;
    const own = init && (await decodePixels(init));
    const width = Math.trunc(Number(given["width"] ?? own?.width ?? 512));
    const height = Math.trunc(Number(given["height"] ?? own?.height ?? 512));
    if (width <= 0 || height <= 0) throw new ApiError(400, "width and height must be positive");
    run.width = up64(width);
    run.height = up64(height);
    if (route === "img2img")
      run.strength = Math.min(1, Math.max(0, Number(given["denoising_strength"] ?? 0.75)));
    const hires = given["enable_hr"] === true ? Number(given["hr_scale"] ?? 2) : 1;
    const upscaler = toText(given["hr_upscaler"], "Latent");
    if (hires !== 1 && upscaler !== "Latent" && !world.catalog.upscalers.includes(upscaler))
      throw new ApiError(400, "invalid params");
    const drawing = record(world, route, given);
    drawing.seeds = run.seeds;
    drawing.modelUsed = run.model;
    try {
      const images = await world.lock.run(async () => {
        world.life.throwIfAborted();
        drawing.state = "drawing";
        drawing.startedAt = Date.now();
        if (fault?.kind === "hang") await world.gpu.during(() => world.faults.hang(world.life));
        if (fault?.kind === "error") throw new InjectedError(fault.status, fault.body);
        if (fault?.kind === "drop") call.hangUp();
        const breaks =
          fault?.kind === "out-of-memory" || fault?.kind === "nans" ? fault.kind : undefined;
        checkMemory(world, run.width * hires, run.height * hires, 1);
        await sample(world, { ...run, batch: run.seeds.length, breaks });
        return drawImages(world, run, given, init, hires);
      });
      const json = { images, parameters: given, info: JSON.stringify(toCppInfo(run)) };
      return spoil({ status: 200, json, heard: hearing(drawing, false) }, drawing, fault);
    } catch (error) {
      drawing.state = "failed";
      throw error;
    }
  };
}

async function drawImages(
  world: World,
  run: CppRun,
  body: Json,
  init: Buffer | undefined,
  hires: number,
): Promise<string[]> {
  const images: string[] = [];
  const size = { width: up64(run.width * hires), height: up64(run.height * hires) };
  const mask =
    typeof body["mask"] === "string" && init ? Buffer.from(body["mask"], "base64") : undefined;
  for (const [i, seed] of run.seeds.entries()) {
    const drawn: Pixels = drawPicture({
      ...size,
      seed,
      words: run.prompt,
      model: run.model,
      noise: world.options.pictureNoise === true,
    });
    const base = init ? await decodePixels(init, { ...size, fit: "fill" }) : drawn;
    if (init) {
      const white = mask
        ? await decodeMask(mask, size.width, size.height, {
            blur: 0,
            inverted: Number(body["inpainting_mask_invert"] ?? 0) !== 0,
            fit: "fill",
          }).catch(() => undefined)
        : undefined;
      mixPicture(base, drawn, run.strength ?? 1, white);
    }
    images.push((await toPng(base, toCppText(run, i), true)).toString("base64"));
  }
  return images;
}

const get = (path: string, answer: (catalog: Catalog, world: World) => unknown): Route => ({
  method: "GET",
  path,
  handle: (_, world) => ({ status: 200, json: answer(world.catalog, world) }),
});

const nameOf = (file: string) => file.replace(/^.*\//, "").replace(/\.[^.]+$/, "");

export const sdcppRoutes: Route[] = [
  { method: "POST", path: "/sdapi/v1/txt2img", handle: generate("txt2img"), body: true },
  { method: "POST", path: "/sdapi/v1/img2img", handle: generate("img2img"), body: true },
  get("/sdapi/v1/samplers", () =>
    cppSamplers.map((name) => ({ name, aliases: [name], options: {} })),
  ),
  get("/sdapi/v1/schedulers", () => cppSchedulers.map((name) => ({ name, label: name }))),
  get("/sdapi/v1/sd-models", (_, { loaded }) =>
    loaded
      ? [
          {
            title: nameOf(loaded.file),
            model_name: nameOf(loaded.file),
            filename: loaded.file,
            hash: "8888888888",
            sha256: "8888888888888888888888888888888888888888888888888888888888888888",
            config: null,
          },
        ]
      : [],
  ),
  get("/sdapi/v1/options", (_, { loaded }) => ({
    samples_format: "png",
    sd_model_checkpoint: loaded ? nameOf(loaded.file) : "",
  })),
  get("/sdapi/v1/upscalers", (catalog) => upscalerItems(catalog)),
  get("/sdapi/v1/latent-upscale-modes", () => [{ name: "Latent" }]),
  get("/sdapi/v1/loras", ({ loras }) => loras.map(({ name }) => ({ name, path: loraPath(name) }))),
  get("/sdcpp/v1/capabilities", (_, { loaded }) => ({
    model: {
      name: loaded?.file ?? "",
      stem: loaded ? nameOf(loaded.file) : "",
      path: `${modelsFolder}/${loaded?.file ?? ""}`,
    },
    samplers: cppSamplers,
    schedulers: cppSchedulers,
    output_formats: ["png", "jpeg", "webp"],
    limits: { max_batch_count: 8, max_steps: 100 },
  })),
  get("/v1/models", () => ({ data: [{ id: "sd-cpp-local", object: "model", owned_by: "local" }] })),
];
