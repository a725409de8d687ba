import { describe, expect, test } from "vitest";
import { pngSize, withWebui } from "./webui-client.ts";

const small = { prompt: "a castle", width: 64, height: 64, steps: 2, seed: 7 };

describe("samplers and schedulers of the stand-in webui", () => {
  const cases: [asked: object, sampler: string, scheduler: string][] = [
    [{}, "Euler", "Automatic"],
    [{ sampler_name: "Euler a" }, "Euler a", "Automatic"],
    [{ sampler_name: "euler a" }, "DPM++ 2M", "Automatic"],
    [{ sampler_name: "k_euler_a" }, "DPM++ 2M", "Automatic"],
    [{ sampler_name: "no such thing" }, "DPM++ 2M", "Automatic"],
    [{ sampler_index: "Heun" }, "Heun", "Automatic"],
    [{ sampler_name: "DPM++ 2M Karras" }, "DPM++ 2M", "Karras"],
    [{ sampler_name: "Euler sgm_uniform" }, "Euler", "SGM Uniform"],
    [{ sampler_name: "DPM++ 2M Karras", scheduler: "Exponential" }, "DPM++ 2M", "Exponential"],
    [{ sampler_name: "Euler", scheduler: "karras" }, "Euler", "Karras"],
    [{ sampler_name: "Euler", scheduler: "KARRAS" }, "Euler", "Automatic"],
  ];
  test.each(cases)("%j draws with %s and %s", async (asked, sampler, scheduler) => {
    await withWebui({}, async ({ draw, info }) => {
      const reply = await draw({ ...small, ...asked });
      expect(reply.status).toBe(200);
      expect(info(reply).sampler_name).toBe(sampler);
      expect(info(reply).infotexts[0]).toContain(
        `Sampler: ${sampler}, Schedule type: ${scheduler},`,
      );
      expect(reply.json.parameters.sampler_name).toBe(
        "sampler_name" in asked ? asked.sampler_name : null,
      );
    });
  });
});

describe("what the schema of the stand-in webui takes", () => {
  const taken: [what: string, body: object, seen: object][] = [
    ["a number in a string", { steps: "3" }, { steps: 3 }],
    ["a fraction, cut to an integer", { steps: 2.9 }, { steps: 2 }],
    ["yes for true", { tiling: "yes" }, { tiling: true }],
    ["one for true", { enable_hr: 0, tiling: 1 }, { enable_hr: false, tiling: true }],
    ["a number for a text", { prompt: 5 }, { prompt: "5" }],
    ["null for a seed", { seed: null }, { seed: null }],
    ["null for styles", { styles: null }, { styles: null }],
    ["null for override_settings", { override_settings: null }, { override_settings: null }],
    ["null for a sampler", { sampler_name: null, scheduler: null }, { sampler_name: null }],
  ];
  test.each(taken)("%s is taken", async (_, body, seen) => {
    await withWebui({}, async ({ draw }) => {
      const reply = await draw({ ...small, ...body });
      expect(reply.status).toBe(200);
      expect(reply.json.parameters).toMatchObject(seen);
    });
  });

  test("unknown fields are dropped, and all the others are echoed with their defaults", async () => {
    await withWebui({}, async ({ draw }) => {
      const reply = await draw({ ...small, clip_skip: 2, wombat: true });
      expect(reply.json.parameters).not.toHaveProperty("clip_skip");
      expect(reply.json.parameters).not.toHaveProperty("wombat");
      expect(reply.json.parameters).toMatchObject({
        cfg_scale: 7,
        n_iter: 1,
        sampler_index: "Euler",
        denoising_strength: null,
        send_images: true,
        alwayson_scripts: {},
      });
    });
  });

  const dead = ["steps", "width", "height", "cfg_scale", "batch_size", "n_iter"];
  test.each(dead)("null for %s passes the schema and ends in a 500", async (name) => {
    await withWebui({}, async ({ draw }) => {
      const reply = await draw({ ...small, [name]: null });
      expect(reply.status).toBe(500);
      expect(reply.json).toMatchObject({ error: "TypeError", detail: "", body: "" });
    });
  });

  const refused = [
    "sampler_index",
    "send_images",
    "save_images",
    "script_args",
    "alwayson_scripts",
  ];
  test.each(refused)("null for %s is a 422", async (name) => {
    await withWebui({}, async ({ draw, webui }) => {
      const reply = await draw({ ...small, [name]: null });
      expect(reply.status).toBe(422);
      expect(reply.json.detail).toEqual([
        {
          loc: ["body", name],
          msg: "none is not an allowed value",
          type: "type_error.none.not_allowed",
        },
      ]);
      expect(webui.drawings).toEqual([]);
    });
  });

  test("img2img's denoising_strength may not be null either", async () => {
    await withWebui({}, async ({ edit }) => {
      expect((await edit({ init_images: [], denoising_strength: null })).status).toBe(422);
    });
  });
});

describe("pictures and info of the stand-in webui", () => {
  test("n_iter times batch_size pictures come, each with the next seed", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const reply = await draw({ ...small, n_iter: 2, batch_size: 2 });
      const facts = info(reply);
      expect(typeof reply.json.info).toBe("string");
      expect(reply.json.images).toHaveLength(4);
      expect(new Set(reply.json.images).size).toBe(4);
      expect(facts.all_seeds).toEqual([7, 8, 9, 10]);
      expect(facts.index_of_first_image).toBe(0);
      expect(facts.infotexts).toHaveLength(4);
      expect(facts.infotexts[3]).toContain("Seed: 10,");
      expect(facts.batch_size).toBe(2);
    });
  });

  test("with a subseed strength the seed stays and the subseed counts up", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const facts = info(await draw({ ...small, n_iter: 2, subseed: 3, subseed_strength: 0.2 }));
      expect(facts.all_seeds).toEqual([7, 7]);
      expect(facts.all_subseeds).toEqual([3, 4]);
    });
  });

  test("a seed of -1 is drawn, and said", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const seeds = [await draw({ ...small, seed: -1 }), await draw({ ...small, seed: -1 })];
      const [one, two]: number[] = seeds.map((reply) => info(reply).seed);
      expect(one).not.toBe(two);
      expect(one).toBeGreaterThanOrEqual(0);
    });
  });

  test("saving pictures puts a grid first when there is more than one", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const four = await draw({ ...small, n_iter: 4, save_images: true });
      expect(four.json.images.map(pngSize)).toEqual([
        "128x128",
        "64x64",
        "64x64",
        "64x64",
        "64x64",
      ]);
      expect(info(four).index_of_first_image).toBe(1);
      expect(info(four).infotexts).toHaveLength(5);
      const one = await draw({ ...small, save_images: true });
      expect(one.json.images).toHaveLength(1);
      expect(info(one).index_of_first_image).toBe(0);
    });
  });

  test("send_images: false leaves the list empty", async () => {
    await withWebui({}, async ({ draw }) => {
      expect((await draw({ ...small, send_images: false })).json.images).toEqual([]);
    });
  });

  test("sizes are cut to whole eights while info says what was asked", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const reply = await draw({ ...small, width: 71, height: 100 });
      expect(reply.json.images.map(pngSize)).toEqual(["64x96"]);
      expect(info(reply)).toMatchObject({ width: 71, height: 100 });
      expect(info(reply).infotexts[0]).toContain("Size: 71x100");
    });
  });

  test("styles are applied, unknown ones and dividers ignored", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const styles = ["--- PAINTING ---", "Oil", "Watercolour", "none such"];
      const facts = info(await draw({ ...small, styles }));
      const prompt = "oil painting of a castle, thick brush strokes, watercolour, soft edges";
      expect(facts.all_prompts).toEqual([prompt]);
      expect(facts.negative_prompt).toBe("photo");
      expect(facts.styles).toEqual(styles);
    });
  });

  test("comments leave the prompt, known LoRAs are named, unknown ones ignored", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const prompt = "a castle <lora:wtrclr:0.8> <lora:nobody:1># not this";
      const facts = info(await draw({ ...small, prompt }));
      expect(facts.prompt).not.toContain("not this");
      expect(facts.extra_generation_params["Lora hashes"]).toMatch(
        /^watercolour-v2: [0-9a-f]{12}$/,
      );
      const plain = await draw({ ...small, prompt: "a castle" });
      expect(info(plain).extra_generation_params).not.toHaveProperty("Lora hashes");
    });
  });

  test("clip skip goes through the overrides and is gone afterwards", async () => {
    await withWebui({}, async ({ draw, info, get }) => {
      const override_settings = { CLIP_stop_at_last_layers: 2 };
      const facts = info(await draw({ ...small, override_settings }));
      expect(facts.clip_skip).toBe(2);
      expect(facts.infotexts[0]).toContain("Clip skip: 2");
      expect((await get("/sdapi/v1/options")).json.CLIP_stop_at_last_layers).toBe(1);
    });
  });

  test("a pasted infotext fills what was not sent", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const infotext =
        "a lake\nNegative prompt: fog\nSteps: 3, Sampler: Heun, Seed: 99, Size: 128x64, CFG scale: 5.5";
      const facts = info(await draw({ infotext, steps: 2 }));
      expect(facts).toMatchObject({
        prompt: "a lake",
        seed: 99,
        steps: 2,
        sampler_name: "Heun",
        width: 128,
      });
    });
  });

  test("an answer over 1000 bytes is zipped for who takes it", async () => {
    await withWebui({}, async ({ get }) => {
      const zipped = await get("/sdapi/v1/samplers", { "accept-encoding": "gzip" });
      expect(zipped.headers.get("content-encoding")).toBe("gzip");
      expect(zipped.json[0].name).toBe("DPM++ 2M");
      const plain = await get("/sdapi/v1/samplers", { "accept-encoding": "identity" });
      expect(plain.headers.get("content-encoding")).toBeNull();
      expect(Number(plain.headers.get("x-process-time"))).toBeGreaterThanOrEqual(0);
    });
  });
});

describe("the second pass", () => {
  const hires = { ...small, enable_hr: true, denoising_strength: 0.5 };

  test("it doubles the size, and says how", async () => {
    await withWebui({}, async ({ draw, info }) => {
      const reply = await draw({ ...hires, hr_upscaler: "R-ESRGAN 4x+" });
      expect(reply.json.images.map(pngSize)).toEqual(["128x128"]);
      expect(info(reply).extra_generation_params).toMatchObject({
        "Denoising strength": 0.5,
        "Hires upscale": 2,
        "Hires upscaler": "R-ESRGAN 4x+",
      });
    });
  });

  test("a target size counts before the scale", async () => {
    await withWebui({}, async ({ draw }) => {
      const reply = await draw({ ...hires, hr_resize_x: 96, hr_resize_y: 160 });
      expect(reply.json.images.map(pngSize)).toEqual(["96x160"]);
    });
  });

  const failures: [object, string, string][] = [
    [
      { denoising_strength: null },
      "TypeError",
      "'<' not supported between instances of 'float' and 'NoneType'",
    ],
    [{ hr_upscaler: "nobody" }, "Exception", "could not find upscaler named nobody"],
    [{ hr_checkpoint_name: "nobody" }, "Exception", "Could not find checkpoint with name nobody"],
    [{ hr_sampler_name: "nobody" }, "AssertionError", "bad sampler name: nobody"],
  ];
  test.each(failures)("with %j it is a 500 %s", async (more, error, errors) => {
    await withWebui({}, async ({ draw, webui }) => {
      const reply = await draw({ ...hires, ...more });
      expect(reply.status).toBe(500);
      expect(reply.json).toEqual({ error, detail: "", body: "", errors });
      expect(reply.headers.get("x-process-time")).toBeNull();
      expect(webui.drawings[0]?.state).toBe("failed");
    });
  });
});

async function picture(draw: (body: unknown) => Promise<{ json: { images: string[] } }>) {
  return (await draw({ ...small, width: 96, height: 64 })).json.images[0] ?? "";
}

describe("img2img of the stand-in webui", () => {
  test("its size is 512x512 unless said, whatever the picture's", async () => {
    await withWebui({}, async ({ draw, edit }) => {
      const init_images = [await picture(draw)];
      const reply = await edit({ init_images, steps: 2 });
      expect(reply.json.images.map(pngSize)).toEqual(["512x512"]);
      expect(reply.json.parameters).toMatchObject({ init_images: null, mask: null });
    });
  });

  test("include_init_images echoes them", async () => {
    await withWebui({}, async ({ draw, edit }) => {
      const init_images = [`data:image/png;base64,${await picture(draw)}`];
      const reply = await edit({ ...small, init_images, include_init_images: true });
      expect(reply.json.parameters.init_images).toEqual(init_images);
    });
  });

  test("at strength 0 the picture stays, at strength 1 it is another", async () => {
    await withWebui({}, async ({ draw, edit }) => {
      const init = await picture(draw);
      const body = { ...small, width: 96, prompt: "a neon city", seed: 3, init_images: [init] };
      const distance = async (reply: { json: { images: string[] } }) =>
        difference(init, reply.json.images[0] ?? "");
      const same = await distance(await edit({ ...body, denoising_strength: 0 }));
      const half = await distance(await edit({ ...body, denoising_strength: 0.5 }));
      const other = await distance(await edit({ ...body, denoising_strength: 1 }));
      expect(same).toBe(0);
      expect(half).toBeGreaterThan(2);
      expect(other).toBeGreaterThan(half);
    });
  });

  test("a mask lets only its white part change", async () => {
    await withWebui({}, async ({ draw, edit }) => {
      const init = await picture(draw);
      const mask = await halfWhite(96, 64);
      const body = {
        ...small,
        width: 96,
        prompt: "neon",
        init_images: [init],
        mask,
        mask_blur: 0,
        denoising_strength: 1,
      };
      const reply = await edit(body);
      const [left, right] = await halves(init, reply.json.images[0]);
      expect(left).toBeGreaterThan(2);
      expect(right).toBe(0);
      const inverted = await edit({ ...body, inpainting_mask_invert: 1 });
      expect((await halves(init, inverted.json.images[0]))[0]).toBe(0);
    });
  });

  test("one picture is for the whole batch, several are the batch, too many fail", async () => {
    await withWebui({}, async ({ draw, edit }) => {
      const init = await picture(draw);
      expect(
        (await edit({ ...small, init_images: [init], batch_size: 3 })).json.images,
      ).toHaveLength(3);
      expect(
        (await edit({ ...small, init_images: [init, init], batch_size: 3 })).json.images,
      ).toHaveLength(2);
      const many = await edit({ ...small, init_images: [init, init] });
      expect(many.json.errors).toBe("bad number of images passed: 2; expecting 1 or less");
    });
  });
});

async function raw(base64: string): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return sharp(Buffer.from(base64, "base64")).removeAlpha().raw().toBuffer();
}

async function difference(one: string, two: string): Promise<number> {
  const [a, b] = [await raw(one), await raw(two)];
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
}

async function halves(one: string, two: string): Promise<[left: number, right: number]> {
  const [a, b] = [await raw(one), await raw(two)];
  const sums: [number, number] = [0, 0];
  for (let i = 0; i < a.length; i++)
    sums[(i / 3) % 96 < 48 ? 0 : 1] += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sums;
}

async function halfWhite(width: number, height: number): Promise<string> {
  const { default: sharp } = await import("sharp");
  const data = Buffer.from(
    Array.from({ length: width * height }, (_, i) => (i % width < width / 2 ? 255 : 0)),
  );
  const png = await sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  return png.toString("base64");
}
