import { isJson, toList, toText } from "./json.ts";
import sharp from "sharp";
import { imageBytes } from "./decode.ts";
import type { Inputs } from "./inputs.ts";
import type { Pixels } from "./png.ts";
import type { Handler, Json, Route, World } from "./types.ts";
import { validate, type Fields } from "./validate.ts";

export interface Unit {
  map: Pixels | undefined;
  shown: boolean;
  weight: number;
  text: string;
}

export const controlTypes: Record<string, { modules: string[]; models: string[] }> = {
  All: { modules: [], models: [] },
  Canny: { modules: ["canny"], models: ["control_v11p_sd15_canny [d14c016b]"] },
  Depth: {
    modules: ["depth_midas", "depth_zoe"],
    models: ["control_v11f1p_sd15_depth [cfd03158]"],
  },
  OpenPose: {
    modules: ["openpose_full", "openpose"],
    models: ["control_v11p_sd15_openpose [cab727d4]"],
  },
  Lineart: {
    modules: ["lineart_standard", "lineart_anime"],
    models: ["control_v11p_sd15_lineart [43d4be0d]"],
  },
  Scribble: { modules: ["scribble_pidinet"], models: ["control_v11p_sd15_scribble [d4ba51ff]"] },
  Tile: { modules: ["tile_resample"], models: ["control_v11f1e_sd15_tile [a371b31b]"] },
};

const models = Object.values(controlTypes).flatMap((type) => type.models);
const modules = ["none", ...Object.values(controlTypes).flatMap((type) => type.modules)];

/** The units of a request. Whatever is wrong with one is only logged there: the picture is made without it. */
export async function readUnits(
  world: World,
  args: unknown[] | undefined,
  inputs: Inputs | undefined,
): Promise<Unit[]> {
  const units: Unit[] = [];
  try {
    for (const arg of args ?? []) {
      if (!isJson(arg)) continue;
      const given = arg;
      if ((given["enabled"] ?? world.profile.forgeExtensions) !== true) continue;
      units.push(await readUnit(world, given, inputs));
    }
    return units;
  } catch {
    return [];
  }
}

async function readUnit(world: World, given: Json, inputs: Inputs | undefined): Promise<Unit> {
  const module = toText(given["module"], "none");
  const model = toText(given["model"], "None");
  if (!modules.includes(module)) throw new Error(`unknown preprocessor ${module}`);
  if (model !== "None" && !models.some((name) => name === model || name.startsWith(`${model} [`)))
    throw new Error(`unknown model ${model}`);
  const image = pictureOf(given["image"] ?? given["input_image"]);
  const bytes = image ? imageBytes(image, world) : inputs?.images[0];
  if (!bytes) throw new Error("controlnet is enabled but no input image is given");
  const weight = Number(given["weight"] ?? 1);
  const start = Number(given["guidance_start"] ?? 0);
  const end = Number(given["guidance_end"] ?? 1);
  const modes = ["Balanced", "My prompt is more important", "ControlNet is more important"];
  const mode = given["control_mode"];
  const named = typeof mode === "number" ? modes[mode] : toText(mode, "Balanced");
  if (named === undefined || !modes.includes(named)) throw new Error("no such control mode");
  return {
    map: await detect(module, bytes),
    shown: given["save_detected_map"] !== false && module !== "none",
    weight,
    text:
      `Module: ${module}, Model: ${model}, Weight: ${weight}, Resize Mode: ${toText(given["resize_mode"], "Crop and Resize")}, ` +
      `Processor Res: 512, Guidance Start: ${start}, Guidance End: ${end}, Pixel Perfect: ${given["pixel_perfect"] === true ? "True" : "False"}, ` +
      `Control Mode: ${named}`,
  };
}

function pictureOf(value: unknown): unknown {
  if (Array.isArray(value)) return value[0];
  if (typeof value === "object" && value !== null && "image" in value) return value.image;
  return value;
}

/** Edges in white on black stand in for every preprocessor. */
async function detect(module: string, bytes: Buffer): Promise<Pixels> {
  let image = sharp(bytes).rotate().flatten({ background: "#ffffff" }).removeAlpha();
  if (module !== "none" && module !== "tile_resample")
    image = image
      .greyscale()
      .convolve({ width: 3, height: 3, kernel: [-1, -1, -1, -1, 8, -1, -1, -1, -1], scale: 1 })
      .toColourspace("srgb");
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { width: info.width, height: info.height, rgb: data };
  const rgb = Buffer.alloc(info.width * info.height * 3);
  for (let i = 0; i < info.width * info.height; i++)
    rgb.fill(data[i * info.channels] ?? 0, i * 3, i * 3 + 3);
  return { width: info.width, height: info.height, rgb };
}

export function controlMaps(units: Unit[]): Pixels[] {
  return units.flatMap(({ map, shown }) => (map && shown ? [map] : []));
}

const detectFields = (isForge: boolean): Fields => ({
  controlnet_module: { type: "str", default: "none", notNull: true },
  controlnet_input_images: { type: "list", items: "str", default: [], notNull: true },
  controlnet_processor_res: { type: "int", default: isForge ? 512 : -1, notNull: true },
  controlnet_threshold_a: { type: "float", default: isForge ? 64 : -1, notNull: true },
  controlnet_threshold_b: { type: "float", default: isForge ? 64 : -1, notNull: true },
  controlnet_masks: { type: "list", items: "str", default: [], notNull: true },
  low_vram: { type: "bool", default: false, notNull: true },
});

const detectRoute: Handler = async (call, world) => {
  const { profile } = world;
  const request = validate(call.body, detectFields(profile.forgeExtensions), profile.pydantic);
  const module = String(request["controlnet_module"]);
  const images = toList(request["controlnet_input_images"]);
  if (!modules.includes(module)) return { status: 422, json: { detail: "Module not available" } };
  if (images.length === 0) return { status: 422, json: { detail: "No image selected" } };
  const found: string[] = [];
  for (const image of images) {
    const { width, height, rgb } = await detect(module, imageBytes(image, world));
    const png = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    found.push(png.toString("base64"));
  }
  return { status: 200, json: { images: found, info: "Success" } };
};

const moduleDetail = (name: string) => ({
  model_free: name === "tile_resample",
  sliders: [{ name: "Preprocessor Resolution", value: 512, min: 64, max: 2048, step: 1 }],
});

const typeEntry = ({ modules: own, models: fitting }: { modules: string[]; models: string[] }) => {
  const isAll = own.length === 0;
  return {
    module_list: isAll ? modules : ["none", ...own],
    model_list: isAll ? ["None", ...models] : ["None", ...fitting],
    default_option: own[0] ?? "none",
    default_model: fitting[0] ?? "None",
  };
};

const get = (path: string, answer: (world: World) => unknown): Route => ({
  method: "GET",
  path,
  handle: (_, world) => ({ status: 200, json: answer(world) }),
  eventLoop: true,
  open: true,
});

export const controlRoutes: Route[] = [
  get("/controlnet/version", () => ({ version: 2 })),
  get("/controlnet/model_list", () => ({ model_list: models })),
  get("/controlnet/module_list", () => ({
    module_list: modules,
    module_detail: Object.fromEntries(modules.map((name) => [name, moduleDetail(name)])),
  })),
  get("/controlnet/control_types", () => ({
    control_types: Object.fromEntries(
      Object.entries(controlTypes).map(([name, type]) => [name, typeEntry(type)]),
    ),
  })),
  get("/controlnet/settings", ({ settings }) => ({
    control_net_unit_count: settings["control_net_unit_count"],
  })),
  {
    method: "POST",
    path: "/controlnet/detect",
    handle: detectRoute,
    body: true,
    eventLoop: true,
    open: true,
  },
];
