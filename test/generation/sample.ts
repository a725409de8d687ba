import type { Catalog } from "../../src/generation/catalog.ts";
import { generationRequest, type Values } from "../../src/generation/request.ts";

/** What a webui has, with a few names in every list; `lists` are put in the place of these. */
export function catalogOf(
  lists: Partial<Catalog["lists"]> = {},
  rest: Partial<Omit<Catalog, "lists">> = {},
): Catalog {
  return {
    webui: "127.0.0.1:7860",
    kind: "a1111",
    readAt: Date.now(),
    can: ["upscale", "caption", "tags", "progress", "interrupt", "skip"],
    ignores: [],
    ...rest,
    lists: {
      models: [
        {
          name: "sub/dreamshaper_8.safetensors [879db523c3]",
          aliases: ["sub_dreamshaper_8", "dreamshaper_8", "879db523c3"],
        },
        { name: "revAnimated.ckpt", aliases: ["revAnimated"] },
      ],
      samplers: [
        { name: "Euler a", aliases: ["k_euler_a"] },
        { name: "Euler" },
        { name: "DPM++ 2M", aliases: ["k_dpmpp_2m"] },
        { name: "DPM++ 2M SDE" },
      ],
      schedulers: [
        { name: "karras", label: "Karras" },
        { name: "sgm_uniform", label: "SGM Uniform", aliases: ["SGMUniform"] },
      ],
      styles: [{ name: "Ink" }, { name: "Old photo" }],
      loras: [{ name: "add_detail", aliases: ["detail"] }, { name: "ink:0.5" }],
      hiresUpscalers: [{ name: "Latent" }, { name: "R-ESRGAN 4x+" }],
      vaes: [{ name: "kl-f8.pt" }],
      detailers: [{ name: "face_yolov8n.pt" }, { name: "hand_yolov8n.pt" }],
      upscalers: [{ name: "Lanczos" }, { name: "R-ESRGAN 4x+" }],
      controlTypes: [{ name: "Canny" }, { name: "Depth" }],
      ...lists,
    },
  };
}

/** A request with what a test cares for. */
export const requestOf = (values: Values = {}) =>
  generationRequest.parse({ prompt: "a castle", seed: 5, steps: 20, ...values });
