import { describe, expect, test } from "vitest";
import { withWebui } from "./webui-client.ts";

describe("error bodies of the stand-in webui", () => {
  const raised: [what: string, path: string, body: object, status: number, detail: string][] = [
    ["img2img without a picture", "img2img", {}, 404, "Init image not found"],
    [
      "a picture that is none",
      "img2img",
      { init_images: ["bm9wZQ=="] },
      500,
      "Invalid encoded image",
    ],
    [
      "a mask that is none",
      "img2img",
      { init_images: [""], mask: "bm9wZQ==" },
      500,
      "Invalid encoded image",
    ],
    ["a picture that is a number", "img2img", { init_images: [5] }, 500, "Invalid encoded image"],
    [
      "a picture on this machine",
      "img2img",
      { init_images: ["http://127.0.0.1/a.png"] },
      500,
      "Request to local resource not allowed",
    ],
    [
      "an address without a picture",
      "img2img",
      { init_images: ["https://pictures.example.com/a.png"] },
      500,
      "Invalid image url",
    ],
    ["an unknown script", "txt2img", { script_name: "nobody" }, 422, "Script 'nobody' not found"],
    [
      "an unknown always-on script",
      "txt2img",
      { alwayson_scripts: { nobody: { args: [] } } },
      422,
      "Script 'nobody' not found",
    ],
    [
      "a nameless always-on script",
      "txt2img",
      { alwayson_scripts: { "": {} } },
      422,
      "always on script  not found",
    ],
    [
      "a selectable script as always-on",
      "txt2img",
      { alwayson_scripts: { "Prompt matrix": { args: [] } } },
      422,
      "Cannot have a selectable script in the always on scripts params",
    ],
    ["interrogating nothing", "interrogate", { image: null }, 404, "Image not found"],
  ];
  test.each(raised)("%s", async (_, route, body, status, detail) => {
    await withWebui({}, async ({ post }) => {
      const reply = await post(`/sdapi/v1/${route}`, body);
      expect(reply.status).toBe(status);
      expect(reply.json).toEqual({ error: "HTTPException", detail, body: "", errors: "" });
      expect(reply.headers.get("x-process-time")).not.toBeNull();
    });
  });

  const blown: [what: string, body: object, error: string, errors: string][] = [
    ["an unknown override", { override_settings: { wombat: 1 } }, "KeyError", "'wombat'"],
    [
      "an unknown refiner",
      { refiner_checkpoint: "nobody" },
      "Exception",
      "Could not find checkpoint with name nobody",
    ],
    ["no picture at all", { n_iter: 0 }, "IndexError", "list index out of range"],
  ];
  test.each(blown)("%s", async (_, body, error, errors) => {
    await withWebui({}, async ({ draw }) => {
      const reply = await draw({ width: 64, height: 64, steps: 1, ...body });
      expect(reply.status).toBe(500);
      expect(reply.json).toEqual({ error, detail: "", body: "", errors });
    });
  });

  test("a picture too large for the memory", async () => {
    await withWebui({}, async ({ draw }) => {
      const reply = await draw({ width: 8192, height: 8192, steps: 1 });
      expect(reply.json).toMatchObject({ error: "OutOfMemoryError", detail: "" });
      expect(reply.json.errors).toMatch(/^CUDA out of memory/);
    });
  });

  const invalid: [what: string, body: unknown, item: object][] = [
    [
      "a word for an integer",
      { steps: "many" },
      { loc: ["body", "steps"], msg: "value is not a valid integer", type: "type_error.integer" },
    ],
    [
      "a word for a number",
      { cfg_scale: "much" },
      { loc: ["body", "cfg_scale"], msg: "value is not a valid float", type: "type_error.float" },
    ],
    [
      "a word for a boolean",
      { tiling: "perhaps" },
      {
        loc: ["body", "tiling"],
        msg: "value could not be parsed to a boolean",
        type: "type_error.bool",
      },
    ],
    [
      "a list for a text",
      { prompt: [] },
      { loc: ["body", "prompt"], msg: "str type expected", type: "type_error.str" },
    ],
    [
      "a text for a list",
      { styles: "Oil" },
      { loc: ["body", "styles"], msg: "value is not a valid list", type: "type_error.list" },
    ],
    [
      "a list in a list of texts",
      { styles: ["Oil", []] },
      { loc: ["body", "styles", 1], msg: "str type expected", type: "type_error.str" },
    ],
    [
      "a list for an object",
      { override_settings: [] },
      {
        loc: ["body", "override_settings"],
        msg: "value is not a valid dict",
        type: "type_error.dict",
      },
    ],
    [
      "a body that is a list",
      [],
      { loc: ["body"], msg: "value is not a valid dict", type: "type_error.dict" },
    ],
    ["no body", undefined, { loc: ["body"], msg: "field required", type: "value_error.missing" }],
  ];
  test.each(invalid)("%s is a 422", async (_, body, item) => {
    await withWebui({}, async ({ draw }) => {
      const reply = await draw(body);
      expect(reply.status).toBe(422);
      expect(reply.json).toEqual({ detail: [item] });
    });
  });

  test("bounds are named with their limit", async () => {
    await withWebui({}, async ({ post }) => {
      const reply = await post("/sdapi/v1/extra-single-image", {
        gfpgan_visibility: 2,
        resize_mode: 3,
        upscaling_resize: 0,
      });
      expect(reply.json.detail).toEqual([
        {
          loc: ["body", "resize_mode"],
          msg: "unexpected value; permitted: 0, 1",
          type: "value_error.const",
        },
        {
          loc: ["body", "gfpgan_visibility"],
          msg: "ensure this value is less than or equal to 1",
          type: "value_error.number.not_le",
          ctx: { limit_value: 1 },
        },
        {
          loc: ["body", "upscaling_resize"],
          msg: "ensure this value is greater than 0",
          type: "value_error.number.not_gt",
          ctx: { limit_value: 0 },
        },
      ]);
    });
  });

  test("broken JSON is echoed back whole", async () => {
    await withWebui({}, async ({ draw }) => {
      const reply = await draw('{"prompt": secret}');
      expect(reply.status).toBe(422);
      expect(reply.json.detail[0]).toMatchObject({
        loc: ["body", 11],
        type: "value_error.jsondecode",
        ctx: { doc: '{"prompt": secret}', pos: 11 },
      });
    });
  });

  test("another content type is no object; none at all is JSON", async () => {
    await withWebui({}, async ({ post, webui }) => {
      const typed = await post("/sdapi/v1/txt2img", "{}", { "content-type": "text/plain" });
      expect(typed.json.detail[0].msg).toBe("value is not a valid dict");
      const body = new Blob(['{"steps":1,"width":64,"height":64}']);
      const bare = await fetch(`${webui.url}/sdapi/v1/txt2img`, { method: "POST", body });
      expect(bare.status).toBe(200);
    });
  });

  test("unknown paths and wrong methods", async () => {
    await withWebui({}, async ({ get }) => {
      expect(await get("/sdapi/v1/nothing")).toMatchObject({
        status: 404,
        json: { detail: "Not Found" },
      });
      expect(await get("/sdapi/v1/txt2img")).toMatchObject({
        status: 405,
        json: { detail: "Method Not Allowed" },
      });
    });
  });
});
