import { isJson, toText } from "./json.ts";
import { decodeMask, decodePixels } from "./decode.ts";
import { answerAtOnce, hearing, record, spoil } from "./generation.ts";
import { waitSeconds } from "./gpu.ts";
import { InjectedError } from "./injected.ts";
import { drawPicture, mixPicture } from "./picture.ts";
import { toPng } from "./png.ts";
import { sample } from "./sampling.ts";
import { schedulers } from "./samplers.ts";
import type { Answer, Call, Handler, Json, Route, World } from "./types.ts";

const busy: Answer = {
  status: 503,
  json: { detail: { msg: "Server is busy; please try again later.", type: "service_unavailable" } },
};

const badInput: Answer = {
  status: 500,
  json: { detail: { msg: "Error parsing input.", type: "bad_input" } },
};

const mostWaiting = 7;

function readBody(call: Call): Json | undefined {
  try {
    const body: unknown = JSON.parse(call.raw.toString());
    call.body = body;
    return isJson(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** A number, held between two bounds without a word; what is none counts as not sent. */
function within(value: unknown, fallback: number, low: number, high: number): number {
  const number = typeof value === "number" ? value : fallback;
  return Math.min(high, Math.max(low, number));
}

const side = (value: unknown) => Math.floor(within(value, 512, 64, 1024) / 64) * 64;

function generate(route: "txt2img" | "img2img"): Handler {
  return async (call, world) => {
    const fault = world.faults.take();
    const cut = answerAtOnce(fault);
    if (cut) return cut;
    const body = readBody(call);
    if (!body) return badInput;
    if (world.lock.size() > mostWaiting) return busy;
    const drawing = record(world, route, body);
    const asked = within(body["seed"], -1, -1, Number.MAX_SAFE_INTEGER);
    const seed = asked < 0 ? Math.floor(Math.random() * 2 ** 31) : asked;
    drawing.seeds = [seed];
    drawing.modelUsed = world.loaded?.file;
    const steps = Math.trunc(within(body["steps"], 20, 1, 80));
    try {
      const image = await world.lock.run(async () => {
        world.life.throwIfAborted();
        drawing.state = "drawing";
        drawing.startedAt = Date.now();
        if (fault?.kind === "hang") await world.gpu.during(() => world.faults.hang(world.life));
        if (fault?.kind === "error") throw new InjectedError(fault.status, fault.body);
        if (fault?.kind === "drop") call.hangUp();
        const size = { width: side(body["width"]), height: side(body["height"]) };
        await sample(world, { ...size, steps, batch: 1, breaks: undefined });
        const isFailed = fault?.kind === "out-of-memory" || fault?.kind === "nans" || !world.loaded;
        return isFailed ? "" : drawOne(world, body, seed, size, route);
      });
      const json = { images: [image], parameters: {}, info: "" };
      // It says that it is well, without a picture.
      const isEmpty = image === "" ? ({ kind: "blank-image" } as const) : fault;
      return spoil({ status: 200, json, heard: hearing(drawing, false) }, drawing, isEmpty);
    } catch (error) {
      drawing.state = "failed";
      throw error;
    }
  };
}

async function drawOne(
  world: World,
  body: Json,
  seed: number,
  size: { width: number; height: number },
  route: "txt2img" | "img2img",
): Promise<string> {
  const pixels = drawPicture({
    ...size,
    seed,
    words: toText(body["prompt"]),
    model: world.loaded?.file ?? "",
    noise: world.options.pictureNoise === true,
  });
  const list = body["init_images"];
  if (route === "img2img" && Array.isArray(list) && typeof list[0] === "string") {
    const bytes = Buffer.from(list[0].replace(/^data:[^,]*,/, ""), "base64");
    const base = await decodePixels(bytes, { ...size, fit: "fill" }).catch(() => undefined);
    if (!base) return "";
    const white = await maskOf(body, size);
    mixPicture(base, pixels, within(body["denoising_strength"], 0.6, 0, 1), white);
    base.rgb.copy(pixels.rgb);
  }
  return (await toPng(pixels, undefined)).toString("base64");
}

/** White is repainted; one that cannot be read counts as not sent. */
async function maskOf(
  body: Json,
  { width, height }: { width: number; height: number },
): Promise<Buffer | undefined> {
  const mask = body["mask"];
  if (typeof mask !== "string" || mask === "") return undefined;
  const inverted = Number(body["inpainting_mask_invert"] ?? 0) !== 0;
  const bytes = Buffer.from(mask.replace(/^data:[^,]*,/, ""), "base64");
  return decodeMask(bytes, width, height, { blur: 0, inverted, fit: "fill" }).catch(
    () => undefined,
  );
}

const get = (path: string, answer: (world: World) => unknown): Route => ({
  method: "GET",
  path: `/sdapi/v1/${path}`,
  handle: (_, world) => ({ status: 200, json: answer(world) }),
});

const stemOf = (world: World) =>
  world.loaded?.file.replace(/^.*\//, "").replace(/\.[^.]+$/, "") ?? "";

const samplerNames: [string, string][] = [
  ["Euler a", "k_euler_a"],
  ["Euler", "k_euler"],
  ["Heun", "k_heun"],
  ["DPM2", "k_dpm_2"],
  ["LCM", "k_lcm"],
  ["DPM++ 2M Karras", "k_dpmpp_2m_ka"],
  ["DPM++ 2M", "k_dpmpp_2m"],
];

const interrogate: Handler = async (call, world) => {
  if (!readBody(call)) return badInput;
  if (world.lock.size() > mostWaiting) return busy;
  await world.lock.run(() =>
    world.gpu.during(() => waitSeconds(world.options.secondsPerStep * 10, world.life)),
  );
  return { status: 200, json: { caption: "a landscape with hills under a low sun" } };
};

export const koboldRoutes: Route[] = [
  { method: "POST", path: "/sdapi/v1/txt2img", handle: generate("txt2img"), body: true },
  { method: "POST", path: "/sdapi/v1/img2img", handle: generate("img2img"), body: true },
  { method: "POST", path: "/sdapi/v1/interrogate", handle: interrogate, body: true },
  get("samplers", ({ loaded }) =>
    loaded ? samplerNames.map(([name, alias]) => ({ name, aliases: [alias], options: {} })) : [],
  ),
  get("schedulers", () => schedulers.map(({ name, label }) => ({ name, label }))),
  get("sd-models", (world) =>
    world.loaded
      ? [
          {
            title: stemOf(world),
            model_name: stemOf(world),
            hash: "8888888888",
            sha256: "8888888888888888888888888888888888888888888888888888888888888888",
            filename: world.loaded.file,
            config: null,
          },
        ]
      : [],
  ),
  get("options", (world) => ({ samples_format: "png", sd_model_checkpoint: stemOf(world) })),
  get("upscalers", () => []),
  get("latent-upscale-modes", () => []),
  get("loras", ({ catalog }) =>
    catalog.loras.map(({ name }) => ({
      name,
      alias: name,
      path: `${name}.safetensors`,
      metadata: {},
    })),
  ),
];
