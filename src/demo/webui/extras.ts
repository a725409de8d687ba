import { toJson, toList } from "./json.ts";
import sharp from "sharp";
import { decodePixels, imageBytes } from "./decode.ts";
import { encodePicture } from "./encode.ts";
import { ApiError, PythonError } from "./errors.ts";
import { readUserComment } from "./exif.ts";
import { extrasFields } from "./fields.ts";
import { waitSeconds } from "./gpu.ts";
import { hashText } from "./chance.ts";
import { parseInfotext } from "./infotext.ts";
import { readPngText } from "./png.ts";
import { checkMemory, sample } from "./sampling.ts";
import type { Handler, Json, Route, World } from "./types.ts";
import { validate } from "./validate.ts";

async function upscaleOne(world: World, request: Json, bytes: Buffer): Promise<string> {
  const { width, height } = await decodePixels(bytes);
  for (const name of [request["upscaler_1"], request["upscaler_2"]])
    if (!world.catalog.upscalers.includes(String(name)))
      throw new PythonError("AssertionError", `could not find upscaler named ${String(name)}`);
  const isNone = request["upscaler_1"] === "None";
  const factor = Number(request["upscaling_resize"]);
  const bySize = request["resize_mode"] === 1;
  const size = bySize
    ? {
        width: Number(request["upscaling_resize_w"]),
        height: Number(request["upscaling_resize_h"]),
      }
    : { width: Math.trunc(width * factor), height: Math.trunc(height * factor) };
  const target = isNone ? { width, height } : size;
  checkMemory(world, target.width, target.height, 0.25);
  const fit = bySize && request["upscaling_crop"] !== true ? "inside" : "cover";
  const pixels = await decodePixels(bytes, { ...target, fit: fit === "inside" ? "fill" : "cover" });
  const infotext = await readInfotext(bytes);
  const words = `Postprocess upscale by: ${factor}, Postprocess upscaler: ${String(request["upscaler_1"])}`;
  const text = isNone ? infotext : [infotext, words].filter(Boolean).join(", ");
  await sample(world, { steps: 4, ...target, batch: 1, breaks: undefined });
  return (await encodePicture(world, pixels, text || undefined)).toString("base64");
}

async function upscale(world: World, request: Json, images: unknown[]): Promise<string[]> {
  const bytes = images.map((image) => imageBytes(image, world));
  for (const image of bytes) await decodePixels(image, { width: 8, height: 8, fit: "fill" });
  return world.lock.run(async () => {
    world.life.throwIfAborted();
    world.progress.begin("extras");
    try {
      const found: string[] = [];
      for (const image of bytes) found.push(await upscaleOne(world, request, image));
      return found;
    } finally {
      world.progress.end();
    }
  });
}

const single: Handler = async (call, world) => {
  const fields = { ...extrasFields, image: { type: "str", default: "" } as const };
  const request = validate(call.body, fields, world.profile.pydantic);
  const [image = ""] = await upscale(world, request, [request["image"]]);
  return { status: 200, json: { html_info: "", image } };
};

const batch: Handler = async (call, world) => {
  const fields = { ...extrasFields, imageList: { type: "list", required: true } as const };
  const request = validate(call.body, fields, world.profile.pydantic);
  const list = toList(request["imageList"]).map(toJson);
  const images = await upscale(
    world,
    request,
    list.map((entry) => entry["data"]),
  );
  return { status: 200, json: { html_info: "", images } };
};

async function readInfotext(bytes: Buffer): Promise<string> {
  const fromPng = readPngText(bytes)["parameters"];
  if (fromPng !== undefined) return fromPng;
  const { exif } = await sharp(bytes).metadata();
  return readUserComment(exif) ?? "";
}

const pngInfo: Handler = async (call, world) => {
  const request = validate(
    call.body,
    { image: { type: "str", required: true, notNull: true } },
    world.profile.pydantic,
  );
  const bytes = imageBytes(request["image"], world);
  await decodePixels(bytes, { width: 8, height: 8, fit: "fill" });
  const { parameters: _, ...items } = readPngText(bytes);
  const info = await readInfotext(bytes);
  return { status: 200, json: { info, items, parameters: parseInfotext(info) } };
};

const subjects = [
  "hills under a low sun",
  "a lake at dusk",
  "a castle on a ridge",
  "a pine forest in fog",
];
const tags = [
  "cloud",
  "mountain",
  "no_humans",
  "outdoors",
  "scenery",
  "sky",
  "sun",
  "sunset",
  "tree",
  "water",
];

const interrogate: Handler = async (call, world) => {
  const fields = {
    image: { type: "str", default: "" },
    model: { type: "str", default: "clip" },
  } as const;
  const request = validate(call.body, fields, world.profile.pydantic);
  if (request["image"] === null) throw new ApiError(404, "Image not found");
  const bytes = imageBytes(request["image"], world);
  const { rgb } = await decodePixels(bytes, { width: 4, height: 4, fit: "fill" });
  const { model } = request;
  if (model !== "clip" && model !== "deepdanbooru" && model !== "deepbooru")
    throw new ApiError(404, "Model not found");
  const seen = hashText(rgb.toString("hex"));
  const caption = await world.lock.run(async () => {
    await world.gpu.during(() => waitSeconds(world.options.secondsPerStep * 10, world.life));
    if (model === "clip") return `a painting of ${subjects[seen % subjects.length]}`;
    return tags.filter((_, i) => (seen >> i) & 1).join(", ") || "scenery, sky";
  });
  return { status: 200, json: { caption } };
};

export const extrasRoutes: Route[] = [
  { method: "POST", path: "/sdapi/v1/extra-single-image", handle: single, body: true },
  { method: "POST", path: "/sdapi/v1/extra-batch-images", handle: batch, body: true },
  { method: "POST", path: "/sdapi/v1/png-info", handle: pngInfo, body: true },
  { method: "POST", path: "/sdapi/v1/interrogate", handle: interrogate, body: true },
];
