import type { Pairs } from "./infotext.ts";
import type { Json, Route, World } from "./types.ts";

export interface Detailer {
  model: string;
  pairs: (index: number) => Pairs;
}

export const detailerModels = [
  "face_yolov8n.pt",
  "face_yolov8s.pt",
  "hand_yolov8n.pt",
  "person_yolov8n-seg.pt",
  "mediapipe_face_full",
];

const defaults: Json = {
  ad_model: "None",
  ad_model_classes: "",
  ad_tab_enable: true,
  ad_prompt: "",
  ad_negative_prompt: "",
  ad_confidence: 0.3,
  ad_mask_filter_method: "Area",
  ad_mask_k: 0,
  ad_mask_min_ratio: 0,
  ad_mask_max_ratio: 1,
  ad_dilate_erode: 4,
  ad_x_offset: 0,
  ad_y_offset: 0,
  ad_mask_merge_invert: "None",
  ad_mask_blur: 4,
  ad_denoising_strength: 0.4,
  ad_inpaint_only_masked: true,
  ad_inpaint_only_masked_padding: 32,
  ad_use_inpaint_width_height: false,
  ad_inpaint_width: 512,
  ad_inpaint_height: 512,
  ad_use_steps: false,
  ad_steps: 28,
  ad_use_cfg_scale: false,
  ad_cfg_scale: 7,
  ad_use_checkpoint: false,
  ad_checkpoint: null,
  ad_use_vae: false,
  ad_vae: null,
  ad_use_sampler: false,
  ad_sampler: "DPM++ 2M Karras",
  ad_scheduler: "Use same scheduler",
  ad_use_noise_multiplier: false,
  ad_noise_multiplier: 1,
  ad_use_clip_skip: false,
  ad_clip_skip: 1,
  ad_restore_face: false,
  ad_controlnet_model: "None",
  ad_controlnet_module: "None",
  ad_controlnet_weight: 1,
  ad_controlnet_guidance_start: 0,
  ad_controlnet_guidance_end: 1,
};

/** An object with a key that is not known, a wrong type or an unknown model is skipped without a word. */
function isValid(given: Json): boolean {
  const isTyped = Object.entries(given).every(
    ([key, value]) =>
      key === "is_api" ||
      (key in defaults && (defaults[key] === null || typeof value === typeof defaults[key])),
  );
  const confidence = Number(given["ad_confidence"] ?? 0.3);
  const strength = Number(given["ad_denoising_strength"] ?? 0.4);
  const within = [confidence, strength].every((value) => value >= 0 && value <= 1);
  return isTyped && within;
}

export function readDetailers(
  world: World,
  args: unknown[] | undefined,
  route: "txt2img" | "img2img",
): Detailer[] {
  if (!world.options.adetailer || !args) return [];
  const [first, second] = args;
  if (first === false) return [];
  if (first === true && second === true && route === "img2img") return [];
  return args
    .filter((arg): arg is Json => typeof arg === "object" && arg !== null && !Array.isArray(arg))
    .filter(isValid)
    .map((given): Json => ({ ...defaults, ...given }))
    .filter(
      (unit) => unit["ad_tab_enable"] === true && detailerModels.includes(String(unit["ad_model"])),
    )
    .map((unit) => ({ model: String(unit["ad_model"]), pairs: (index) => pairsOf(unit, index) }));
}

const toPythonText = (value: unknown) =>
  value === true ? "True" : value === false ? "False" : String(value);

function pairsOf(unit: Json, index: number): Pairs {
  const place = index === 0 ? "" : ` ${["2nd", "3rd"][index - 1] ?? `${index + 1}th`}`;
  const pair = (name: string, key: string): Pairs[number] => [
    `ADetailer ${name}${place}`,
    unit[key] === "" ? undefined : toPythonText(unit[key]),
  ];
  return [
    pair("model", "ad_model"),
    pair("prompt", "ad_prompt"),
    pair("negative prompt", "ad_negative_prompt"),
    pair("confidence", "ad_confidence"),
    pair("dilate erode", "ad_dilate_erode"),
    pair("mask blur", "ad_mask_blur"),
    pair("denoising strength", "ad_denoising_strength"),
    pair("inpaint only masked", "ad_inpaint_only_masked"),
    pair("inpaint padding", "ad_inpaint_only_masked_padding"),
    ...(index === 0 ? ([["ADetailer version", "24.9.0"]] satisfies Pairs) : []),
  ];
}

const get = (path: string, json: unknown): Route => ({
  method: "GET",
  path,
  handle: () => ({ status: 200, json }),
  eventLoop: true,
  open: true,
});

export const detailerRoutes: Route[] = [
  get("/adetailer/v1/version", { version: "24.9.0" }),
  get("/adetailer/v1/ad_model", { ad_model: detailerModels }),
  get("/adetailer/v1/schema", {
    title: "ADetailerArgs",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, { title: name, default: value }]),
    ),
  }),
];
