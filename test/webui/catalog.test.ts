import { describe, expect, it } from "vitest";
import { findEntry } from "../../src/generation/names.ts";
import type { Catalog, WebuiKind } from "../../src/generation/catalog.ts";
import { a1111, never, type Route, send, useWebuis } from "./server.ts";

const { backendAt, serve } = useWebuis();

async function backendOf(routes: Record<string, Route>) {
  return backendAt((await serve(routes)).url);
}

/** The catalog of an A1111 with other routes; `undefined` takes one away. */
async function read(routes: Record<string, Route | undefined> = {}): Promise<Catalog> {
  const all = Object.entries({ ...a1111, ...routes });
  const backend = await backendOf(
    Object.fromEntries(all.filter((entry): entry is [string, Route] => entry[1] !== undefined)),
  );
  return backend.catalog(never);
}

const refuses: Route = (_got, response) =>
  send(response, 500, { error: "KeyError", detail: "", errors: "'x'" });

const list = (path: string, json: unknown): Record<string, Route> => ({
  [`GET ${path}`]: () => json,
});

describe("which server it is", () => {
  const modules = list("/sdapi/v1/sd-modules", [
    { model_name: "ae.safetensors", filename: "/x/ae" },
  ]);
  const noVae = { "GET /sdapi/v1/sd-vae": undefined };
  const noRealesrgan = { "GET /sdapi/v1/realesrgan-models": undefined };
  const small = { ...noVae, ...noRealesrgan, "GET /sdapi/v1/progress": undefined };
  it.each<[WebuiKind, string, Record<string, Route | undefined>]>([
    ["a1111", "with all its routes", {}],
    ["a1111", "before there were schedulers", { "GET /sdapi/v1/schedulers": undefined }],
    [
      "reforge",
      "by a script built in",
      list("/sdapi/v1/scripts", { txt2img: ["Never OOM Integrated"], img2img: [] }),
    ],
    ["forge", "by its modules", { ...noVae, ...modules }],
    [
      "forge",
      "Classic, by what was removed",
      { ...noRealesrgan, "GET /sdapi/v1/schedulers": undefined },
    ],
    ["forge-neo", "by what was removed", { ...noVae, ...noRealesrgan, ...modules }],
    ["sdnext", "by its version", list("/sdapi/v1/version", { app: "sd.next" })],
    ["sdcpp", "by its capabilities", { ...small, ...list("/sdcpp/v1/capabilities", {}) }],
    [
      "sdcpp",
      "by its samplers, before it had those",
      { ...small, ...list("/sdapi/v1/samplers", [{ name: "default" }, { name: "euler" }]) },
    ],
    ["koboldcpp", "by having neither", small],
    [
      "koboldcpp",
      "without a model",
      { ...small, ...list("/sdapi/v1/samplers", []), ...list("/sdapi/v1/sd-models", []) },
    ],
    [
      "koboldcpp",
      "with a page for what it does not know",
      {
        ...small,
        "GET /sdcpp/v1/capabilities": (_got, response) => {
          response.setHeader("content-type", "text/html");
          response.end("<html></html>");
        },
      },
    ],
  ])("%s %s", async (kind, _about, routes) => {
    expect((await read(routes)).kind).toBe(kind);
  });
});

describe("the lists", () => {
  it("have models by their titles, found by every other name", async () => {
    const { lists, model } = await read();
    expect(lists.models.map(({ name }) => name)).toEqual([
      "sub/dream.safetensors [0123456789]",
      "base.ckpt",
    ]);
    for (const typed of [
      "sub_dream",
      "dream",
      "Dream.safetensors",
      "0123456789",
      "0123456789abcdef",
    ]) {
      expect(findEntry(lists.models, typed)).toBe(lists.models[0]);
    }
    expect(lists.models[1]).toEqual({ name: "base.ckpt", aliases: ["base"] });
    expect(model).toBe("base.ckpt");
    expect(JSON.stringify(lists)).not.toContain("/home/me");
  });

  it.each([
    [
      "the one that is set, by an outdated title",
      "sub/dream.safetensors [ffffffffff]",
      "sub/dream.safetensors [0123456789]",
    ],
    ["the first where none was loaded yet", null, "sub/dream.safetensors [0123456789]"],
    ["unknown where the one that is set is not listed", "gone.ckpt", undefined],
  ])("have a model of the webui's own: %s", async (_about, set, model) => {
    expect((await read(list("/sdapi/v1/options", { sd_model_checkpoint: set }))).model).toBe(model);
  });

  it("have no hash that is none", async () => {
    const { lists } = await read(
      list("/sdapi/v1/sd-models", [
        {
          title: "m",
          model_name: "m",
          hash: "8888888888",
          sha256: "8888888888888888",
          filename: "m.gguf",
          config: null,
        },
      ]),
    );
    expect(lists.models).toEqual([{ name: "m", aliases: ["m.gguf"] }]);
  });

  it("have samplers with their other names, and schedulers with their labels", async () => {
    const { lists } = await read();
    expect(findEntry(lists.samplers, "k_euler_a")?.name).toBe("Euler a");
    expect(lists.schedulers).toEqual([{ name: "karras", label: "Karras" }]);
  });

  it("have no headings", async () => {
    const { lists } = await read({
      ...list("/sdapi/v1/samplers", [
        { name: "Default" },
        { name: "── Euler ──" },
        { name: "Euler" },
      ]),
      ...list("/sdapi/v1/prompt-styles", [
        { name: "--- MY STYLES ---", prompt: null, negative_prompt: null },
        { name: "Ink", prompt: "ink", negative_prompt: null },
        { name: "--bold--", prompt: "bold", negative_prompt: null },
      ]),
      ...list("/sdapi/v1/schedulers", [
        { name: "── Flow ──", cls: "x", options: {} },
        { name: "Karras", cls: "x" },
      ]),
    });
    expect(lists.samplers.map(({ name }) => name)).toEqual(["Default", "Euler"]);
    expect(lists.styles).toEqual([{ name: "Ink" }, { name: "--bold--" }]);
    expect(lists.schedulers).toEqual([{ name: "Karras" }]);
  });

  it("have LoRAs without path and metadata", async () => {
    const { lists } = await read(
      list("/sdapi/v1/loras", [
        {
          name: "ink",
          alias: "Ink Style",
          path: "/x/ink.safetensors",
          metadata: { tags: "x".repeat(100_000) },
        },
        { name: "old", alias: "old", path: "/x/old.pt", metadata: {} },
      ]),
    );
    expect(lists.loras).toEqual([{ name: "ink", aliases: ["Ink Style"] }, { name: "old" }]);
  });

  it("have what enlarges in the second pass", async () => {
    const { lists } = await read({
      ...list("/sdapi/v1/latent-upscale-modes", [{ name: "Latent" }]),
      ...list("/sdapi/v1/upscalers", [
        { name: "None", model_path: null },
        { name: "R-ESRGAN 4x+", model_path: "/x" },
      ]),
    });
    expect(lists.hiresUpscalers).toEqual([{ name: "Latent" }, { name: "R-ESRGAN 4x+" }]);
  });

  it("have nothing for a second pass that KoboldCpp does not make", async () => {
    const { lists } = await read({
      "GET /sdapi/v1/progress": undefined,
      ...list("/sdapi/v1/upscalers", [{ name: "ESRGAN" }]),
    });
    expect(lists.hiresUpscalers).toEqual([]);
  });

  it("have the VAEs, with the two that are not listed", async () => {
    expect((await read()).lists.vaes).toEqual([
      { name: "Automatic" },
      { name: "None" },
      { name: "kl.pt" },
    ]);
  });

  it("have Forge's modules in the place of VAEs", async () => {
    const { lists } = await read(
      list("/sdapi/v1/sd-modules", [{ model_name: "ae.safetensors", filename: "/x/ae" }]),
    );
    expect(lists.vaes).toEqual([{ name: "ae.safetensors" }]);
  });

  it.each([
    ["ADetailer's", { txt2img: ["adetailer"], img2img: [] }, ["face.pt", "hand.pt"]],
    ["those for faces where there is no ADetailer", { txt2img: [], img2img: [] }, ["CodeFormer"]],
  ])("have detailers: %s", async (_about, scripts, names) => {
    const { lists } = await read({
      ...list("/sdapi/v1/scripts", scripts),
      ...list("/adetailer/v1/ad_model", { ad_model: ["face.pt", "hand.pt"] }),
      ...list("/sdapi/v1/face-restorers", [
        { name: "CodeFormer", cmd_dir: "/x" },
        { name: "None" },
      ]),
    });
    expect(lists.detailers.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["is missing", undefined],
    [
      "breaks",
      (_got: unknown, response: Parameters<Route>[1]) => send(response, 500, { error: "KeyError" }),
    ],
    ["is cut off", (_got: unknown, response: Parameters<Route>[1]) => void response.destroy()],
    ["is no list", () => ({ a: 1 })],
    ["holds something else", () => [1, null, "x", { name: 7 }, {}]],
  ])("are empty where one %s", async (_about, route) => {
    const { lists } = await read({
      "GET /sdapi/v1/loras": route,
      "GET /sdapi/v1/upscalers": route,
      "GET /sdapi/v1/prompt-styles": route,
      "GET /sdapi/v1/scripts": route,
    });
    expect([lists.loras, lists.hiresUpscalers, lists.styles, lists.detailers]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(lists.models).toHaveLength(2);
  });
});

describe("a webui that tells nothing", () => {
  it.each(["samplers", "sd-models", "options"])("is refused words without %s", async (path) => {
    await expect(read({ [`GET /sdapi/v1/${path}`]: refuses })).rejects.toMatchObject({
      fault: "refused",
      detail: "KeyError: 'x'",
    });
  });

  it("has its API switched off when only its page answers", async () => {
    const backend = await backendOf({
      "GET /internal/ping": () => ({}),
      "GET /sdapi/v1/loras": () => [],
    });
    await expect(backend.catalog(never)).rejects.toMatchObject({
      fault: "denied",
      detail: expect.stringContaining("--api"),
    });
  });

  it("is none when nothing of it answers", async () => {
    const backend = await backendOf({});
    await expect(backend.catalog(never)).rejects.toMatchObject({
      fault: "denied",
      detail: "there is no webui API at this address",
    });
  });

  it.each([502, 503, 504])("is down behind a proxy that says %i", async (status) => {
    const backend = await backendOf({
      "GET /sdapi/v1/samplers": (_got, response) => void response.writeHead(status).end("<html>"),
    });
    await expect(backend.catalog(never)).rejects.toMatchObject({
      fault: "down",
      detail: expect.stringContaining(`${status}`),
    });
  });

  it("is down when it cuts the connection", async () => {
    const backend = await backendOf({
      "GET /sdapi/v1/samplers": (_got, response) => void response.destroy(),
    });
    await expect(backend.catalog(never)).rejects.toMatchObject({ fault: "down" });
  });

  it("is down when it does not answer in ten seconds", async () => {
    const backend = await backendOf({ ...a1111, "GET /sdapi/v1/samplers": () => undefined });
    await expect(backend.catalog(never)).rejects.toMatchObject({ fault: "down" });
  });
});
