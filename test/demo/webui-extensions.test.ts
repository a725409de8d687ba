import { describe, expect, test } from "vitest";
import { pngSize, withWebui } from "./webui-client.ts";

const small = { prompt: "a castle", width: 64, height: 64, steps: 2, seed: 7 };

const model = "control_v11p_sd15_canny [d14c016b]";

const drawWith = async (
  unit: (image: string) => object | object[],
  check: (images: string[], text: string) => void,
) =>
  withWebui({ controlNet: true }, async ({ draw, info }) => {
    const image: string = (await draw({ ...small, width: 128 })).json.images[0];
    const args = [unit(image)].flat();
    const reply = await draw({ ...small, alwayson_scripts: { ControlNet: { args } } });
    expect(reply.status).toBe(200);
    check(reply.json.images, info(reply).infotexts[0]);
  });

describe("ControlNet on the stand-in webui", () => {
  const works: [what: string, unit: (image: string) => object][] = [
    ["image", (image) => ({ enabled: true, module: "canny", model, image })],
    ["input_image", (input_image) => ({ enabled: true, module: "canny", model, input_image })],
    [
      "an image in an object",
      (image) => ({ enabled: true, module: "canny", model, image: { image, mask: null } }),
    ],
    [
      "a unit with unknown fields",
      (image) => ({ enabled: true, module: "canny", model, image, wombat: 1 }),
    ],
  ];
  test.each(works)("with %s its map is appended and the infotext tells", async (_, unit) => {
    await drawWith(unit, (images, text) => {
      expect(images.map(pngSize)).toEqual(["64x64", "128x64"]);
      expect(text).toContain("ControlNet 0: ");
    });
  });

  test("save_detected_map: false keeps the map back", async () => {
    await drawWith(
      (image) => ({ enabled: true, module: "canny", model, image, save_detected_map: false }),
      (images, text) => {
        expect(images).toHaveLength(1);
        expect(text).toContain("ControlNet 0: ");
      },
    );
  });

  const ignored: [what: string, unit: (image: string) => object][] = [
    ["a unit that is not enabled", (image) => ({ module: "canny", model, image })],
    ["an unknown model", (image) => ({ enabled: true, module: "canny", model: "nobody", image })],
    ["an unknown module", (image) => ({ enabled: true, module: "nobody", model, image })],
    ["no image", () => ({ enabled: true, module: "canny", model })],
    ["an image that is none", () => ({ enabled: true, module: "canny", model, image: "bm9wZQ==" })],
    [
      "an unknown mode",
      (image) => ({ enabled: true, module: "canny", model, image, control_mode: "nobody" }),
    ],
  ];
  test.each(ignored)("%s gives a plain picture and no error", async (_, unit) => {
    await drawWith(unit, (images, text) => {
      expect(images).toHaveLength(1);
      expect(text).not.toContain("ControlNet");
    });
  });

  test("in img2img a unit without an image takes the init image", async () => {
    await withWebui({ controlNet: true }, async ({ draw, edit }) => {
      const init_images = (await draw(small)).json.images;
      const args = [{ enabled: true, module: "canny", model }];
      const reply = await edit({
        ...small,
        init_images,
        alwayson_scripts: { controlnet: { args } },
      });
      expect(reply.json.images).toHaveLength(2);
    });
  });

  test("its routes tell what there is", async () => {
    await withWebui({ controlNet: true }, async ({ draw, get, post }) => {
      expect((await get("/controlnet/model_list?update=false")).json.model_list).toContain(model);
      expect((await get("/controlnet/module_list")).json.module_list).toContain("canny");
      expect((await get("/controlnet/control_types")).json.control_types.Canny).toEqual({
        module_list: ["none", "canny"],
        model_list: ["None", model],
        default_option: "canny",
        default_model: model,
      });
      expect((await get("/controlnet/settings")).json).toEqual({ control_net_unit_count: 3 });
      const detect = (body: object) => post("/controlnet/detect", body);
      const controlnet_input_images = (await draw(small)).json.images;
      expect(
        (await detect({ controlnet_module: "canny", controlnet_input_images })).json,
      ).toMatchObject({ images: [expect.any(String)], info: "Success" });
      expect((await detect({ controlnet_module: "canny" })).status).toBe(422);
      expect((await detect({ controlnet_module: "nobody", controlnet_input_images })).status).toBe(
        422,
      );
    });
  });

  test("where it is not installed, key and routes are unknown", async () => {
    await withWebui({}, async ({ draw, get }) => {
      expect((await get("/controlnet/version")).status).toBe(404);
      expect(
        (await draw({ ...small, alwayson_scripts: { controlnet: { args: [] } } })).status,
      ).toBe(422);
    });
  });
});

describe("ADetailer on the stand-in webui", () => {
  const face = { ad_model: "face_yolov8n.pt" };
  const cases: [what: string, args: unknown[], works: boolean][] = [
    ["one object", [face], true],
    ["two flags and an object", [true, false, face], true],
    ["an object with a denoising strength", [{ ...face, ad_denoising_strength: 0.5 }], true],
    ["a flag that is off", [false, false, face], false],
    ["an unknown key", [{ ...face, ad_wombat: 1 }], false],
    ["a wrong type", [{ ...face, ad_confidence: "much" }], false],
    ["a value out of bounds", [{ ...face, ad_confidence: 2 }], false],
    ["no model", [{ ad_prompt: "a face" }], false],
    ["a tab that is off", [{ ...face, ad_tab_enable: false }], false],
  ];
  test.each(cases)("%s: %j works: %s", async (_, args, works) => {
    await withWebui({ adetailer: true }, async ({ draw, info }) => {
      const reply = await draw({ ...small, alwayson_scripts: { ADetailer: { args } } });
      expect(reply.status).toBe(200);
      expect(info(reply).infotexts[0].includes("ADetailer model: face_yolov8n.pt")).toBe(works);
    });
  });

  test("a bad object beside a good one is skipped alone", async () => {
    await withWebui({ adetailer: true }, async ({ draw, info }) => {
      const args = [{ ...face, wombat: 1 }, { ad_model: "hand_yolov8n.pt" }];
      const reply = await draw({ ...small, alwayson_scripts: { adetailer: { args } } });
      expect(info(reply).infotexts[0]).toContain("ADetailer model: hand_yolov8n.pt");
    });
  });

  test("its routes tell what there is", async () => {
    await withWebui({ adetailer: true }, async ({ get }) => {
      expect((await get("/adetailer/v1/ad_model")).json.ad_model).toContain("face_yolov8n.pt");
      expect((await get("/adetailer/v1/schema")).json.properties.ad_model.default).toBe("None");
      expect((await get("/adetailer/v1/version")).json.version).toMatch(/^\d+\.\d+\.\d+$/);
    });
  });
});

describe("scripts of the stand-in webui", () => {
  test("the lists are lower case and tell the order of the arguments", async () => {
    await withWebui({ controlNet: true, adetailer: true }, async ({ get }) => {
      const scripts = (await get("/sdapi/v1/scripts")).json;
      expect(scripts.txt2img).toEqual(
        expect.arrayContaining(["adetailer", "controlnet", "prompt matrix", "refiner"]),
      );
      expect(scripts.img2img).toContain("soft inpainting");
      expect(scripts.txt2img).not.toContain("soft inpainting");
      const infos: { name: string; is_img2img: boolean; args: { label: string }[] }[] = (
        await get("/sdapi/v1/script-info")
      ).json;
      const refiner = infos.find(({ name, is_img2img }) => name === "refiner" && !is_img2img);
      expect(refiner?.args.map(({ label }) => label)).toEqual([
        "Refiner",
        "Checkpoint",
        "Switch at",
      ]);
    });
  });

  test("a selectable script runs by any case of its title", async () => {
    await withWebui({}, async ({ draw, edit }) => {
      const init_images = (await draw(small)).json.images;
      const upscaled = await edit({
        ...small,
        init_images,
        script_name: "SD upscale",
        script_args: ["", 64, "Lanczos", 3],
      });
      expect(upscaled.json.images.map(pngSize)).toEqual(["192x192"]);
      const wider = await edit({
        ...small,
        init_images,
        script_name: "Poor man's outpainting",
        script_args: [64, 4, "fill", ["left"]],
      });
      expect(wider.json.images.map(pngSize)).toEqual(["128x64"]);
    });
  });
});
