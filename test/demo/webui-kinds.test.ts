import { describe, expect, test } from "vitest";
import type { Kind } from "../../src/demo/webui/start.ts";
import { pngSize, until, withWebui } from "./webui-client.ts";

const small = { prompt: "a lake", width: 64, height: 64, steps: 2, seed: 1 };

describe("telling the kinds apart", () => {
  const kinds: Kind[] = ["a1111", "reforge", "forge", "forge-neo", "sdnext", "sdcpp", "koboldcpp"];
  const probes: [method: "GET" | "POST", path: string, statuses: number[]][] = [
    ["GET", "/sdapi/v1/sd-modules", [404, 404, 200, 200, 404, 404, 404]],
    ["GET", "/sdapi/v1/sd-vae", [200, 200, 404, 404, 200, 404, 404]],
    ["GET", "/sdapi/v1/version", [404, 404, 404, 404, 200, 404, 404]],
    ["GET", "/sdapi/v1/progress", [200, 200, 200, 200, 200, 404, 404]],
    ["POST", "/sdapi/v1/interrupt", [200, 200, 200, 200, 204, 404, 404]],
    ["POST", "/sdapi/v1/options", [200, 200, 200, 200, 200, 404, 404]],
    ["GET", "/sdcpp/v1/capabilities", [404, 404, 404, 404, 404, 200, 404]],
    ["GET", "/sdapi/v1/hypernetworks", [200, 200, 200, 404, 200, 404, 404]],
    ["GET", "/internal/pending-tasks", [200, 200, 200, 200, 404, 404, 404]],
    ["GET", "/openapi.json", [200, 200, 200, 200, 404, 404, 404]],
    ["GET", "/sdapi/v1/samplers", [200, 200, 200, 200, 200, 200, 200]],
    ["GET", "/sdapi/v1/sd-models", [200, 200, 200, 200, 200, 200, 200]],
  ];
  test.each(probes)("%s %s", async (method, path, statuses) => {
    for (const [i, kind] of kinds.entries())
      await withWebui({ kind }, async ({ get, post }) => {
        const reply = method === "GET" ? await get(path) : await post(path, {});
        expect([kind, reply.status]).toEqual([kind, statuses[i]]);
      });
  });

  const versions: [Kind, string | RegExp][] = [
    ["a1111", "v1.10.1"],
    ["forge", /^f2\.0\.1v1\.10\.1-/],
    ["sdcpp", "stable-diffusion.cpp"],
  ];
  test.each(versions)("%s says its version", async (kind, version) => {
    await withWebui({ kind }, async ({ draw, info }) => {
      expect(info(await draw(small)).version).toMatch(version);
    });
  });
});

describe.each<Kind>(["forge", "forge-neo"])("%s", (kind) => {
  test("its errors are plain and carry no process time", async () => {
    await withWebui({ kind }, async ({ draw, edit }) => {
      const missing = await edit({});
      expect(missing).toMatchObject({ status: 404, json: { detail: "Init image not found" } });
      expect(missing.json).not.toHaveProperty("error");
      expect(missing.headers.get("x-process-time")).toBeNull();
      const blown = await draw({ ...small, override_settings: { wombat: 1 } });
      expect(blown.json).toEqual({ error: "KeyError", detail: "", body: "", message: "'wombat'" });
    });
  });

  const invalid: [body: object, item: object][] = [
    [
      { steps: 1.5 },
      {
        type: "int_from_float",
        loc: ["body", "steps"],
        input: 1.5,
        msg: "Input should be a valid integer, got a number with a fractional part",
      },
    ],
    [{ steps: "many" }, { type: "int_parsing", input: "many" }],
    [{ prompt: 5 }, { type: "string_type", msg: "Input should be a valid string", input: 5 }],
    [{ send_images: null }, { type: "bool_type", input: null }],
  ];
  test.each(invalid)("it refuses %j as pydantic 2 does", async (body, item) => {
    await withWebui({ kind }, async ({ draw }) => {
      const reply = await draw(body);
      expect(reply.status).toBe(422);
      expect(reply.json.detail[0]).toMatchObject(item);
    });
  });

  test("the second pass needs hr_additional_modules", async () => {
    await withWebui({ kind }, async ({ draw }) => {
      const body = { ...small, enable_hr: true, denoising_strength: 0.5 };
      expect((await draw(body)).json).toMatchObject({
        error: "TypeError",
        message: expect.any(String),
      });
      const good = await draw({ ...body, hr_additional_modules: ["Use same choices"], hr_cfg: 7 });
      expect(good.status).toBe(200);
      expect(good.json.parameters).toMatchObject({ distilled_cfg_scale: 3.5, hr_cfg: 7 });
    });
  });

  test("modules are VAEs and text encoders, chosen by override", async () => {
    await withWebui({ kind }, async ({ draw, get, info }) => {
      const names = (await get("/sdapi/v1/sd-modules")).json.map(
        ({ model_name }: { model_name: string }) => model_name,
      );
      expect(names).toContain("vae-ft-mse-840000.safetensors");
      expect(names).toContain("clip_l.safetensors");
      const override_settings = {
        forge_additional_modules: ["clip_l.safetensors"],
        forge_preset: "flux",
      };
      const reply = await draw({ ...small, override_settings });
      expect(info(reply).infotexts[0]).toContain("Module 1: clip_l");
    });
  });

  test("posting a checkpoint loads it with the next run only", async () => {
    await withWebui({ kind }, async ({ draw, post, info, webui }) => {
      expect(
        (await post("/sdapi/v1/options", { sd_model_checkpoint: "inkwell-v3" })).json,
      ).toBeNull();
      expect(webui.swaps()).toBe(0);
      expect(info(await draw(small)).sd_model_name).toBe("inkwell-v3");
    });
  });

  test("ControlNet is built in, and its units are on unless said", async () => {
    await withWebui({ kind }, async ({ draw, get }) => {
      expect((await get("/controlnet/version")).status).toBe(200);
      const image = (await draw(small)).json.images[0];
      const args = [{ module: "canny", image, control_mode: 1 }];
      const reply = await draw({ ...small, alwayson_scripts: { ControlNet: { args } } });
      expect(reply.json.images).toHaveLength(2);
    });
  });
});

describe("sdnext", () => {
  const kind = "sdnext";

  test("an unknown sampler is a 404, aliases and any case are taken", async () => {
    await withWebui({ kind }, async ({ draw, info }) => {
      const unknown = await draw({ ...small, sampler_name: "nobody" });
      expect(unknown).toMatchObject({
        status: 404,
        json: { detail: "Sampler not found", code: 404, errors: "" },
      });
      expect(info(await draw({ ...small, sampler_name: "euler A" })).sampler_name).toBe("Euler a");
      expect(info(await draw({ ...small, sampler_name: "k_heun" })).sampler_name).toBe("Heun");
      expect(info(await draw(small)).sampler_name).toBe("Default");
    });
  });

  test("it has defaults of its own", async () => {
    await withWebui({ kind }, async ({ draw, edit }) => {
      const { steps: _, ...body } = small;
      const drawn = await draw(body);
      expect(drawn.json.parameters).toMatchObject({ steps: 20, cfg_scale: 6 });
      const edited = await edit({ ...body, init_images: drawn.json.images });
      expect(edited.json.parameters.denoising_strength).toBe(0.5);
    });
  });

  const empties = [
    "interrupt",
    "skip",
    "refresh-checkpoints",
    "refresh-vae",
    "unload-checkpoint",
    "reload-checkpoint",
  ];
  test.each(empties)("%s answers 204 without a body", async (path) => {
    await withWebui({ kind }, async ({ post }) => {
      const reply = await post(`/sdapi/v1/${path}`);
      expect(reply.status).toBe(204);
      expect(reply.text).toBe("");
      expect(reply.headers.get("content-type")).toBeNull();
    });
  });

  test("its errors have a code; a TypeError is a bare string; a missing picture is a 400", async () => {
    await withWebui({ kind }, async ({ draw, edit }) => {
      expect(await edit({})).toMatchObject({ status: 400, json: { error: "Init image is none" } });
      const type = await draw({ ...small, width: null });
      expect(type.status).toBe(500);
      expect(type.json).toBe("unsupported operand type(s) for //: 'NoneType' and 'int'");
    });
  });

  test("what goes wrong in a job can be a 200 without pictures", async () => {
    await withWebui({ kind }, async ({ draw, webui }) => {
      webui.faults.next({ kind: "out-of-memory" });
      expect(await draw(small)).toMatchObject({ status: 200, json: { images: [] } });
      expect(webui.drawings[0]?.state).toBe("failed");
    });
  });

  test("over the cost of a minute it is a 429, unless that is switched off", async () => {
    await withWebui({ kind, costLimit: 10 }, async ({ draw, get }) => {
      const statuses = [];
      for (let i = 0; i < 3; i++) statuses.push((await draw(small)).status);
      expect(statuses).toEqual([200, 200, 429]);
      expect((await get("/sdapi/v1/samplers")).status).toBe(200);
    });
    await withWebui({ kind, costLimit: 0 }, async ({ draw }) => {
      for (let i = 0; i < 4; i++) expect((await draw({ ...small, steps: 1 })).status).toBe(200);
    });
  });

  test("one password guards the UI and the API", async () => {
    await withWebui({ kind, apiAuth: "ann:tea" }, async ({ get }) => {
      expect((await get("/sdapi/v1/loras")).status).toBe(401);
      expect((await get("/")).status).toBe(401);
      const authorization = `Basic ${Buffer.from("ann:tea").toString("base64")}`;
      expect((await get("/sdapi/v1/loras", { authorization })).status).toBe(200);
    });
  });

  test("progress has an id and no stopping_generation; options tell what changed", async () => {
    await withWebui({ kind }, async ({ get, post }) => {
      const { json } = await get("/sdapi/v1/progress");
      expect(json).toHaveProperty("id");
      expect(json.state).not.toHaveProperty("stopping_generation");
      expect((await post("/internal/progress", { id_task: "x" })).json).toMatchObject({
        paused: false,
        job: "",
      });
      expect((await post("/sdapi/v1/options", { jpeg_quality: 70 })).json).toEqual({
        updated: [{ jpeg_quality: 70 }],
      });
      expect((await get("/sdapi/v1/samplers")).json[0]).toEqual({ name: "Default", options: {} });
    });
  });
});

describe("sdcpp", () => {
  const kind = "sdcpp";

  test("unknown paths and methods are a 404 with an empty body", async () => {
    await withWebui({ kind }, async ({ get, post }) => {
      for (const reply of [
        await get("/sdapi/v1/progress"),
        await post("/sdapi/v1/options", {}),
        await get("/"),
      ]) {
        expect(reply).toMatchObject({ status: 404, text: "" });
        expect(reply.headers.get("content-type")).toBeNull();
      }
    });
  });

  const refused: [what: string, body: unknown, status: number, json: object | undefined][] = [
    ["no prompt", { prompt: "" }, 400, { error: "prompt required" }],
    [
      "a width of nothing",
      { ...small, width: 0 },
      400,
      { error: "width and height must be positive" },
    ],
    [
      "an unknown upscaler",
      { ...small, enable_hr: true, hr_upscaler: "nobody" },
      400,
      { error: "invalid params" },
    ],
    ["an empty body", "", 400, { error: "empty body" }],
    [
      "null for a seed",
      { ...small, seed: null },
      500,
      {
        error: "server_error",
        message: "[json.exception.type_error.302] type must be number, but is null",
      },
    ],
    [
      "null for a sampler",
      { ...small, sampler_name: null },
      500,
      {
        error: "server_error",
        message: "[json.exception.type_error.302] type must be string, but is null",
      },
    ],
    [
      "a number as a text",
      { ...small, steps: "2" },
      500,
      {
        error: "server_error",
        message: "[json.exception.type_error.302] type must be number, but is string",
      },
    ],
    [
      "an unknown LoRA path",
      { ...small, lora: [{ path: "nobody", multiplier: 1 }] },
      400,
      { error: "invalid lora path: nobody" },
    ],
  ];
  test.each(refused)("%s", async (_, body, status, json) => {
    await withWebui({ kind }, async ({ draw }) => {
      const reply = await draw(body);
      expect({ status: reply.status, json: reply.json }).toEqual({ status, json });
    });
  });

  test("broken JSON and broken UTF-8 are 500s", async () => {
    await withWebui({ kind }, async ({ draw, webui }) => {
      const broken = await draw("{");
      expect(broken.status).toBe(500);
      expect(broken.json.message).toMatch(/^\[json\.exception\.parse_error/);
      const bytes = await fetch(`${webui.url}/sdapi/v1/txt2img`, {
        method: "POST",
        body: Buffer.from([0x7b, 0xff]),
      });
      expect(bytes.status).toBe(500);
      expect(await bytes.text()).toBe("");
    });
  });

  test("sizes are rounded up to 64, counts and steps held, n_iter ignored", async () => {
    await withWebui({ kind }, async ({ draw, info }) => {
      const one = await draw({ ...small, width: 60.7, height: 70, n_iter: 4 });
      expect(one.json.images.map(pngSize)).toEqual(["64x128"]);
      expect(info(one)).toMatchObject({ width: 64, height: 128, all_seeds: [1] });
      const many = await draw({ ...small, batch_size: 20, steps: 1 });
      expect(many.json.images).toHaveLength(8);
      expect(info(many).all_seeds).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(info(await draw({ ...small, steps: 500 })).steps).toBe(100);
      expect(
        info(await draw({ ...small, seed: 4294967296123 - 4294967296000 + 4294967296 })).seed,
      ).toBe(123);
    });
  });

  const names: [object, string, string | undefined][] = [
    [{ sampler_name: "Euler a" }, "euler_a", undefined],
    [{ sampler_name: "DPM++ 2M", scheduler: "karras" }, "dpm++2m", "karras"],
    [{ sampler_name: "DPM++ 2M Karras" }, "NONE", undefined],
    [{ sampler_index: "Heun" }, "NONE", undefined],
    [{ sampler_name: "euler", scheduler: "Karras" }, "euler", undefined],
  ];
  test.each(names)("%j means %s", async (body, sampler, scheduler) => {
    await withWebui({ kind }, async ({ draw, info }) => {
      const facts = info(await draw({ ...small, ...body }));
      expect(facts.sampler_name).toBe(sampler);
      expect(facts.extra_generation_params?.["Schedule type"]).toBe(scheduler);
      expect(facts.infotexts[0]).toContain(
        `Sampler: ${scheduler ? `${sampler} ${scheduler}` : sampler}`,
      );
      expect(facts.infotexts[0]).toContain("CFG scale: 7.000000");
      expect(facts.infotexts[0]).toContain("SDCPP: {");
      for (const absent of [
        "subseed",
        "all_subseeds",
        "sd_model_hash",
        "index_of_first_image",
        "batch_size",
        "negative_prompt",
      ])
        expect(facts).not.toHaveProperty(absent);
    });
  });

  test("overrides, scripts and the like are ignored without a word", async () => {
    await withWebui({ kind }, async ({ draw, info }) => {
      const ignored = {
        override_settings: { wombat: 1 },
        alwayson_scripts: { nobody: {} },
        styles: ["x"],
        send_images: false,
        script_name: "x",
      };
      const reply = await draw({ ...small, ...ignored });
      expect(reply.json.images).toHaveLength(1);
      expect(info(reply).sd_model_name).toBe("daybreak-v6.safetensors");
    });
  });

  test("a bad init image is none, and a good one gives its size", async () => {
    await withWebui({ kind }, async ({ draw, edit }) => {
      for (const init_images of [[], ["nope"], undefined])
        expect(
          (await edit({ prompt: "a lake", steps: 1, init_images })).json.images.map(pngSize),
        ).toEqual(["512x512"]);
      const init = (await draw({ ...small, width: 128 })).json.images[0];
      const reply = await edit({ prompt: "a lake", steps: 1, init_images: [init] });
      expect(reply.json.images.map(pngSize)).toEqual(["128x64"]);
      expect((await edit({ prompt: "a lake", steps: 1, init_images: [5] })).status).toBe(500);
    });
  });

  test("two random seeds within a second are the same", async () => {
    await withWebui({ kind }, async ({ draw, info }) => {
      const { seed: _, ...body } = small;
      const replies = await Promise.all([draw(body), draw(body), draw(body)]);
      expect(new Set(replies.map((reply) => info(reply).seed)).size).toBeLessThan(3);
    });
  });

  test("four at once do not finish in the order of arrival", async () => {
    await withWebui({ kind, secondsPerStep: 0.002 }, async ({ draw, webui }) => {
      const done: number[] = [];
      const replies = [];
      for (const seed of [1, 2, 3, 4]) {
        replies.push(
          draw({ ...small, width: 512, height: 512, steps: 20, seed }).finally(() =>
            done.push(seed),
          ),
        );
        await until(() => webui.drawings.length === seed);
      }
      await Promise.all(replies);
      expect(done).not.toEqual([1, 2, 3, 4]);
    });
  });

  test("nine connections are one too many", async () => {
    await withWebui({ kind, secondsPerStep: 0.001 }, async ({ draw, get, webui }) => {
      webui.faults.next({ kind: "hang" });
      const replies = Array.from({ length: 8 }, () => draw(small));
      await until(() => webui.drawings.length === 8);
      let listed = false;
      const list = get("/sdapi/v1/samplers").finally(() => {
        listed = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(listed).toBe(false);
      webui.faults.release();
      await Promise.all([...replies, list]);
    });
  });

  test("it writes raw UTF-8 into its text chunk", async () => {
    await withWebui({ kind }, async ({ draw }) => {
      const bytes = Buffer.from(
        (await draw({ ...small, prompt: "a café" })).json.images[0],
        "base64",
      );
      expect(bytes.includes(Buffer.from("tEXtparameters\0a café"))).toBe(true);
    });
  });
});

describe("koboldcpp", () => {
  const kind = "koboldcpp";

  test("exactly one picture, empty parameters, empty info, no infotext", async () => {
    await withWebui({ kind }, async ({ draw }) => {
      const reply = await draw({ ...small, batch_size: 4, n_iter: 2 });
      expect(reply.json).toEqual({ images: [expect.any(String)], parameters: {}, info: "" });
      expect(Buffer.from(reply.json.images[0], "base64").includes("parameters")).toBe(false);
    });
  });

  test("sizes go down to 64s and into 64 to 1024", async () => {
    await withWebui({ kind }, async ({ draw }) => {
      expect((await draw({ ...small, width: 127, height: 10 })).json.images.map(pngSize)).toEqual([
        "64x64",
      ]);
      expect((await draw({ ...small, width: 5000, steps: 1 })).json.images.map(pngSize)).toEqual([
        "1024x64",
      ]);
    });
  });

  test("at more than seven waiting it is busy", async () => {
    await withWebui({ kind }, async ({ draw, webui }) => {
      webui.faults.next({ kind: "hang" });
      const replies = Array.from({ length: 8 }, () => draw(small));
      await until(() => webui.drawings.length === 8);
      expect(await draw(small)).toMatchObject({
        status: 503,
        json: { detail: { type: "service_unavailable" } },
      });
      webui.faults.release();
      await Promise.all(replies);
    });
  });

  test("broken JSON is a 500, a failure an empty picture", async () => {
    await withWebui({ kind }, async ({ draw, webui }) => {
      expect(await draw("{")).toMatchObject({
        status: 500,
        json: { detail: { msg: "Error parsing input.", type: "bad_input" } },
      });
      webui.faults.next({ kind: "out-of-memory" });
      expect((await draw(small)).json.images).toEqual([""]);
    });
  });

  test("without a model its lists are empty", async () => {
    await withWebui({ kind, models: [] }, async ({ get }) => {
      expect((await get("/sdapi/v1/sd-models")).json).toEqual([]);
      expect((await get("/sdapi/v1/samplers")).json).toEqual([]);
    });
    await withWebui({ kind }, async ({ get }) => {
      expect((await get("/sdapi/v1/sd-models")).json[0].hash).toBe("8888888888");
      expect((await get("/sdapi/v1/latent-upscale-modes")).json).toEqual([]);
    });
  });
});
