import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Kind, WebuiOptions } from "../../src/demo/webui/start.ts";
import type { Ability, WebuiKind } from "../../src/generation/catalog.ts";
import { webuiKinds } from "../../src/generation/catalog.ts";
import { canDo } from "../../src/generation/resolve.ts";
import type { Values } from "../../src/generation/request.ts";
import { createDescription, createUpscale } from "../../src/generation/work.ts";
import { en } from "../../src/text/en.ts";
import { remarksOn } from "../../src/worker/remarks.ts";
import { never, requestOf } from "./server.ts";
import { useStandIns } from "./stand-in.ts";

const { start } = await useStandIns();

const image = { hash: "i", width: 128, height: 64 };
const square = { hash: "s", width: 128, height: 128 };
const mask = { hash: "m", width: 128, height: 128 };
const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
const half = sharp({ create: { width: 128, height: 128, channels: 3, background: "black" } })
  .composite([
    {
      input: { create: { width: 64, height: 128, channels: 3, background: "white" } },
      left: 0,
      top: 0,
    },
  ])
  .png();
const pictures = new Map([
  [image.hash, await plain(128, 64, "red")],
  [square.hash, await plain(128, 128, "red")],
  [mask.hash, await half.toBuffer()],
]);
const base64 = (hash: string) => pictures.get(hash)?.toString("base64");

const abilities: Record<WebuiKind, Ability[]> = {
  a1111: ["progress", "interrupt", "skip", "upscale", "caption", "tags"],
  reforge: ["progress", "interrupt", "skip", "upscale", "caption", "tags"],
  forge: ["progress", "interrupt", "skip", "upscale", "caption", "tags"],
  "forge-neo": ["progress", "interrupt", "skip", "upscale"],
  sdnext: ["progress", "interrupt", "skip", "upscale"],
  sdcpp: [],
  koboldcpp: ["caption"],
};

const routes: Record<Ability, [method: string, path: string]> = {
  upscale: ["POST", "/sdapi/v1/extra-single-image"],
  caption: ["POST", "/sdapi/v1/interrogate"],
  tags: ["POST", "/sdapi/v1/interrogate"],
  progress: ["GET", "/sdapi/v1/progress"],
  interrupt: ["POST", "/sdapi/v1/interrupt"],
  skip: ["POST", "/sdapi/v1/skip"],
};

describe.each(webuiKinds)("%s", (kind) => {
  const can = (ability: Ability) => abilities[kind].includes(ability);

  it("says what it can do, and has the routes for just that", async () => {
    const { backend } = await start(kind);
    const catalog = await backend.catalog(never);
    expect([...catalog.can].sort()).toEqual([...abilities[kind]].sort());
    expect(catalog.lists.upscalers.length > 0).toBe(can("upscale"));
    expect(catalog.lists.upscalers.map(({ name }) => name)).not.toContain("None");
  });

  it("has the routes for just that", async () => {
    const { webui } = await start(kind, { onExchange: () => undefined });
    for (const [ability, [method, path]] of Object.entries(routes)) {
      // Without a body nothing is drawn; what is not there is a 404.
      const { status } = await fetch(webui.url + path, { method });
      const there = can(ability as Ability) || (ability === "tags" && can("caption"));
      expect(status !== 404, ability).toBe(there);
    }
  });

  it.runIf(abilities[kind].includes("upscale"))(
    "enlarges by what was set and no more",
    async () => {
      const { perform, backend } = await start(kind);
      const names = (await backend.catalog(never)).lists.upscalers.map(({ name }) => name);
      const [first = "", second = ""] = names;
      const asked: [values: Values, body: Record<string, unknown>, width: number][] = [
        [{ upscaler: first }, { upscaling_resize: 2, upscaler_1: first }, 256],
        [
          {
            scale: 1.5,
            upscaler: second,
            upscaler_2: first,
            upscaler_2_visibility: 0.5,
            gfpgan_visibility: 0,
            codeformer_visibility: 1,
            codeformer_weight: 0.2,
            spoiler: true,
            private: true,
          },
          {
            upscaling_resize: 1.5,
            upscaler_1: second,
            upscaler_2: first,
            extras_upscaler_2_visibility: 0.5,
            gfpgan_visibility: 0,
            codeformer_visibility: 1,
            codeformer_weight: 0.2,
          },
          192,
        ],
      ];
      for (const [values, body, width] of asked) {
        const done = await perform(createUpscale([values], image), pictures);
        expect(done.bodies.at(-1)).toStrictEqual({
          resize_mode: 0,
          ...body,
          image: base64(image.hash),
        });
        expect(done.pictures).toMatchObject([{ width, height: width / 2, seed: undefined }]);
      }
      const { request } = await perform(createUpscale([{}], image), pictures);
      expect(names).toContain(request.upscaler);
    },
  );

  it.runIf(abilities[kind].includes("caption"))("puts a picture into words", async () => {
    const { perform } = await start(kind);
    const {
      caption,
      bodies,
      pictures: made,
    } = await perform(createDescription({}, image), pictures);
    expect(caption).toMatch(/\w+ \w+/);
    expect(made).toEqual([]);
    // KoboldCpp reads bodies by itself: its stand-in passes them on as text.
    const [body] = bodies.map((each) => (typeof each === "string" ? JSON.parse(each) : each));
    expect(body).toStrictEqual({ image: base64(image.hash), model: "clip" });
  });

  it.runIf(abilities[kind].includes("tags"))("finds tags for a picture", async () => {
    const { perform } = await start(kind);
    const { caption, bodies } = await perform(createDescription({ mode: "tags" }, image), pictures);
    expect(caption).toMatch(/^\w+(?:, \w+)+$/);
    expect(bodies).toStrictEqual([{ image: base64(image.hash), model: "deepdanbooru" }]);
  });

  it("is not given what it cannot do", async () => {
    const { backend } = await start(kind);
    const catalog = await backend.catalog(never);
    expect(canDo(createUpscale([], image), catalog)).toBe(can("upscale"));
    for (const mode of ["caption", "tags"] as const) {
      expect(canDo(createDescription({ mode }, image), catalog)).toBe(can(mode));
    }
    const control = [{ type: "Canny", image }];
    expect(canDo(requestOf({ control }), catalog)).toBe(
      ["reforge", "forge", "forge-neo"].includes(kind),
    );
  });

  it("repaints what a mask shows", async () => {
    const { perform } = await start(kind);
    const inpainting = {
      steps: 4,
      width: 128,
      height: 128,
      denoising_strength: 1,
      resize_mode: 0,
      inpainting_fill: 1,
      mask_blur: 0,
      inpaint_full_res: false,
      inpaint_full_res_padding: 16,
    };
    const asked = requestOf({ ...inpainting, image: square, mask });
    const { pictures: made, bodies } = await perform(asked, pictures);
    const own = { init_images: [base64(square.hash)], mask: base64(mask.hash) };
    expect(bodies).toMatchObject([{ ...inpainting, ...own }]);
    expect(bodies[0]).not.toHaveProperty("image");
    const isRed = async (left: number) => {
      const side = sharp(made[0]?.bytes).extract({ left, top: 0, width: 32, height: 128 });
      const { channels } = await sharp(await side.png().toBuffer()).stats();
      return channels.map(({ mean }) => Math.round(mean)).join() === "255,0,0";
    };
    expect([await isRed(0), await isRed(96)]).toEqual([false, true]);
  });

  it.skipIf(kind === "sdcpp" || kind === "koboldcpp")("varies a picture a little", async () => {
    const { draw } = await start(kind);
    const values = { seed: 7, subseed: 11, subseed_strength: 0.2, count: 2 };
    const { infotexts, bodies, pictures: made } = await draw(values);
    expect(bodies).toMatchObject([{ seed: 7, subseed: 11, subseed_strength: 0.2, n_iter: 2 }]);
    // The seed stays, and the other one counts up (webui-api.md, section 4.1).
    expect(made.map(({ seed }) => seed)).toEqual([7, 7]);
    expect(infotexts[1]).toContain("Variation seed: 12, Variation seed strength: 0.2");
  });
});

describe("a mask", () => {
  it("is turned round by a number", async () => {
    const { perform } = await start("a1111");
    const edit = { image: square, mask, width: 128, height: 128, steps: 2 };
    const { bodies } = await perform(
      requestOf({ ...edit, inpainting_mask_invert: true }),
      pictures,
    );
    expect(bodies).toMatchObject([{ inpainting_mask_invert: 1 }]);
  });
});

describe("ControlNet", () => {
  const hosts: [Kind, WebuiOptions][] = [
    ["a1111", { controlNet: true, adetailer: true }],
    ["forge", { adetailer: true }],
  ];
  const units = [
    { type: "Canny", image, weight: 0.5, guidance_end: 0.8 },
    { type: "depth", image: square, control_mode: "ControlNet is more important" },
  ];
  const codeOf = (name: string) => name;

  it.each(hosts)("on %s keeps two pictures' structure beside a detailer", async (kind, options) => {
    const { perform, backend } = await start(kind, options);
    const catalog = await backend.catalog(never);
    expect(catalog.lists.controlTypes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Canny", "Depth", "OpenPose"]),
    );
    const asked = requestOf({ control: units, detailer: "face_yolov8n.pt", steps: 2, count: 2 });
    const drawn = await perform(asked, pictures);
    const [body] = drawn.bodies;
    expect(body).toMatchObject({
      alwayson_scripts: {
        ADetailer: { args: [true, false, { ad_model: "face_yolov8n.pt" }] },
        controlnet: {
          args: [
            {
              enabled: true,
              module: "canny",
              model: "control_v11p_sd15_canny [d14c016b]",
              weight: 0.5,
              guidance_end: 0.8,
              image: base64(image.hash),
              save_detected_map: false,
            },
            { module: "depth_midas", control_mode: "ControlNet is more important" },
          ],
        },
      },
    });
    expect(drawn.pictures).toHaveLength(2);
    expect(drawn.infotexts[0]).toMatch(/ControlNet 0: .*canny.*ControlNet 1: .*depth_midas/);
    expect(drawn.infotexts[0]).toContain("ADetailer model: face_yolov8n.pt");
    expect(remarksOn(drawn, drawn.request, en, codeOf)).toEqual([]);
  });

  it("that fails over there is told, as the picture alone does not", async () => {
    const { perform } = await start("a1111", { controlNet: true });
    const broken = new Map([[image.hash, Buffer.from("no picture")]]);
    const asked = requestOf({ control: [{ type: "Canny", image }], steps: 2 });
    const drawn = await perform(asked, broken);
    expect(drawn.pictures).toHaveLength(1);
    expect(remarksOn(drawn, drawn.request, en, codeOf)).toEqual([en.remarks.withoutControl]);
  });
});
