import { describe, expect, test } from "vitest";
import { pngSize, withWebui } from "./webui-client.ts";

const small = { prompt: "a castle", width: 64, height: 64, steps: 2, seed: 7 };

describe("lists of the stand-in webui", () => {
  const shapes: [path: string, first: object][] = [
    ["samplers", { name: "DPM++ 2M", aliases: ["k_dpmpp_2m"], options: { scheduler: "karras" } }],
    [
      "schedulers",
      {
        name: "automatic",
        label: "Automatic",
        aliases: null,
        default_rho: null,
        need_inner_model: null,
      },
    ],
    ["upscalers", { name: "None", model_name: null, model_path: null, model_url: null, scale: 4 }],
    ["latent-upscale-modes", { name: "Latent" }],
    [
      "sd-vae",
      { model_name: "vae-ft-mse-840000.safetensors", filename: expect.stringContaining("/VAE/") },
    ],
    ["prompt-styles", { name: "--- PAINTING ---", prompt: null, negative_prompt: null }],
    ["face-restorers", { name: "CodeFormer", cmd_dir: null }],
    ["realesrgan-models", { name: "R-ESRGAN 4x+", path: expect.any(String), scale: 4 }],
  ];
  test.each(shapes)("%s", async (path, first) => {
    await withWebui({}, async ({ get }) => {
      expect((await get(`/sdapi/v1/${path}`)).json[0]).toEqual(first);
    });
  });

  test("LoRAs carry large metadata", async () => {
    await withWebui({}, async ({ get }) => {
      const reply = await get("/sdapi/v1/loras");
      expect(reply.text.length).toBeGreaterThan(100_000);
      expect(reply.json[1]).toMatchObject({ name: "watercolour-v2", alias: "wtrclr" });
    });
  });

  test("embeddings are those of the loaded checkpoint", async () => {
    await withWebui({}, async ({ draw, get }) => {
      expect((await get("/sdapi/v1/embeddings")).json).toEqual({ loaded: {}, skipped: {} });
      await draw(small);
      expect((await get("/sdapi/v1/embeddings")).json.loaded).toHaveProperty("easynegative");
    });
  });

  test("what is given at the start is what is listed", async () => {
    const options = {
      models: [{ name: "mine" }],
      samplers: ["Only"],
      loras: [{ name: "l", alias: "a" }],
      vaes: ["v.pt"],
      upscalers: ["None", "Big"],
      embeddings: [],
      faceRestorers: [],
      styles: [{ name: "S", prompt: "s", negative_prompt: null }],
    };
    await withWebui(options, async ({ draw, get, info }) => {
      const names = async (path: string) =>
        (await get(`/sdapi/v1/${path}`)).json.map(
          (item: { name?: string; model_name?: string }) => item.name ?? item.model_name,
        );
      expect(await names("sd-models")).toEqual(["mine"]);
      expect(await names("samplers")).toEqual(["Only"]);
      expect(await names("loras")).toEqual(["l"]);
      expect(await names("sd-vae")).toEqual(["v.pt"]);
      expect(await names("upscalers")).toEqual(["None", "Big"]);
      expect(await names("face-restorers")).toEqual([]);
      expect(info(await draw({ ...small, styles: ["S"] })).sampler_name).toBe("Only");
    });
  });

  test("memory, extensions, flags and the internal routes answer", async () => {
    await withWebui({ controlNet: true, adetailer: true }, async ({ get }) => {
      expect((await get("/sdapi/v1/memory")).json.cuda.system.total).toBeGreaterThan(1e9);
      expect(
        (await get("/sdapi/v1/extensions")).json.map(({ name }: { name: string }) => name),
      ).toEqual(["adetailer", "sd-webui-controlnet"]);
      expect((await get("/internal/ping")).json).toEqual({});
      expect((await get("/internal/quicksettings-hint")).json[0]).toEqual({
        name: expect.any(String),
        label: expect.any(String),
      });
      expect((await get("/internal/sysinfo")).text).toContain("/srv/webui");
      expect((await get("/openapi.json")).json.paths).toHaveProperty(["/controlnet/detect"]);
    });
  });

  test("refreshes answer null, stopping needs its flag", async () => {
    await withWebui({}, async ({ post }) => {
      for (const name of ["checkpoints", "vae", "embeddings", "loras"])
        expect(await post(`/sdapi/v1/refresh-${name}`)).toMatchObject({ status: 200, json: null });
      expect((await post("/sdapi/v1/server-stop")).status).toBe(404);
    });
    await withWebui({ serverStop: true }, async ({ post }) => {
      expect(await post("/sdapi/v1/server-stop")).toMatchObject({ status: 200, text: "Stopping." });
    });
  });
});

describe("extras of the stand-in webui", () => {
  test("a picture is scaled by factor or to a size, and not at all by None", async () => {
    await withWebui({}, async ({ draw, post }) => {
      const image = (await draw({ ...small, width: 128 })).json.images[0];
      const scale = async (body: object) => {
        const reply = await post("/sdapi/v1/extra-single-image", { image, ...body });
        expect(reply.json.html_info).toBe("");
        return pngSize(reply.json.image);
      };
      expect(await scale({ upscaler_1: "R-ESRGAN 4x+", upscaling_resize: 3 })).toBe("384x192");
      expect(
        await scale({
          upscaler_1: "Lanczos",
          resize_mode: 1,
          upscaling_resize_w: 200,
          upscaling_resize_h: 300,
        }),
      ).toBe("200x300");
      expect(await scale({})).toBe("128x64");
    });
  });

  test("a batch needs its list", async () => {
    await withWebui({}, async ({ draw, post }) => {
      const data = (await draw(small)).json.images[0];
      const imageList = [
        { data, name: "a.png" },
        { data, name: "b.png" },
      ];
      const reply = await post("/sdapi/v1/extra-batch-images", {
        imageList,
        upscaler_1: "Lanczos",
      });
      expect(reply.json.images.map(pngSize)).toEqual(["128x128", "128x128"]);
      const missing = await post("/sdapi/v1/extra-batch-images", {});
      expect(missing.json.detail[0]).toMatchObject({
        loc: ["body", "imageList"],
        type: "value_error.missing",
      });
    });
  });

  test("an unknown upscaler is a 500, a picture that is none too", async () => {
    await withWebui({}, async ({ draw, post }) => {
      const image = (await draw(small)).json.images[0];
      const unknown = await post("/sdapi/v1/extra-single-image", { image, upscaler_1: "nobody" });
      expect(unknown).toMatchObject({
        status: 500,
        json: { error: "AssertionError", errors: "could not find upscaler named nobody" },
      });
      expect((await post("/sdapi/v1/extra-single-image", {})).json.detail).toBe(
        "Invalid encoded image",
      );
    });
  });

  test("png-info reads the text back and fills defaults in", async () => {
    await withWebui({}, async ({ draw, info, post }) => {
      const drawn = await draw({ ...small, negative_prompt: "fog, mist" });
      const reply = await post("/sdapi/v1/png-info", { image: drawn.json.images[0] });
      expect(reply.json.info).toBe(info(drawn).infotexts[0]);
      expect(reply.json.parameters).toMatchObject({
        Prompt: "a castle",
        "Negative prompt": "fog, mist",
        Seed: "7",
        "Size-1": "64",
        "Size-2": "64",
        "Clip skip": "1",
      });
      const scaled = await post("/sdapi/v1/extra-single-image", { image: drawn.json.images[0] });
      const { default: sharp } = await import("sharp");
      const bare = await sharp(Buffer.from(scaled.json.image, "base64")).png().toBuffer();
      const empty = await post("/sdapi/v1/png-info", { image: bare.toString("base64") });
      expect(empty.json).toMatchObject({
        info: "",
        items: {},
        parameters: { RNG: "GPU", "Hires sampler": "Use same sampler" },
      });
    });
  });

  test("interrogating gives a caption or tags, and a 404 for any other model", async () => {
    await withWebui({}, async ({ draw, post }) => {
      const image = (await draw(small)).json.images[0];
      const ask = (model?: string) => post("/sdapi/v1/interrogate", { image, model });
      expect((await ask()).json.caption).toMatch(/^a painting of /);
      expect((await ask("deepdanbooru")).json.caption).toMatch(/^[a-z_]+(, [a-z_]+)*$/);
      expect(await ask("nobody")).toMatchObject({
        status: 404,
        json: { detail: "Model not found" },
      });
    });
  });
});
