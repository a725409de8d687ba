import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Fault, WebuiOptions } from "../../src/demo/webui/start.ts";
import type { BackendFault } from "../../src/errors.ts";
import { type WebuiKind, webuiKinds } from "../../src/generation/catalog.ts";
import { readInfotext } from "../../src/generation/infotext.ts";
import { valuesOf } from "../../src/generation/infotext-values.ts";
import { finalSize } from "../../src/generation/policy.ts";
import type { BackendOptions } from "../../src/webui/client.ts";
import { readAnswers } from "../../src/webui/responses.ts";
import { createSink, never, requestOf } from "./server.ts";
import { useStandIns } from "./stand-in.ts";

const { start, backendAt } = await useStandIns();

const isSmall = (kind: WebuiKind) => kind === "sdcpp" || kind === "koboldcpp";

describe.each(webuiKinds)("%s", (kind) => {
  it("is known by its routes, with what it has", async () => {
    const { backend, webui } = await start(kind);
    const catalog = await backend.catalog(never);
    expect(catalog.kind).toBe(kind);
    expect(catalog.webui).toBe(new URL(webui.url).host);
    expect(catalog.lists.models.map(({ name }) => name)).toContain(catalog.model);
    expect(catalog.lists.samplers.length).toBeGreaterThan(3);
    expect(catalog.lists.schedulers.length).toBeGreaterThan(3);
    const names = Object.values(catalog.lists).flat();
    expect(names.filter(({ name }) => /^[-─]{2}/.test(name))).toEqual([]);
    expect(JSON.stringify(names)).not.toMatch(/\/home\/|[A-Z]:\\\\/);
    expect(await backend.ready(never)).toBe(true);
  });

  it("draws three pictures with seeds one after the other, in the size they have", async () => {
    const { draw, webui } = await start(kind);
    const { pictures, model, infotexts, request } = await draw({
      count: 3,
      seed: 41,
      width: 192,
      height: 128,
    });
    expect(pictures.map(({ seed, width, height }) => [seed, width, height])).toEqual([
      [41, 192, 128],
      [42, 192, 128],
      [43, 192, 128],
    ]);
    expect(webui.drawings.flatMap(({ seeds }) => seeds)).toEqual([41, 42, 43]);
    expect(new Set(pictures.map(({ bytes }) => bytes.toString("base64"))).size).toBe(3);
    if (kind === "koboldcpp") return;
    expect(infotexts).toHaveLength(3);
    expect(request.model).toContain(model?.replace(/\.\w+$/, ""));
  });

  it("says the size that it really drew", async () => {
    const { draw } = await start(kind);
    const { pictures } = await draw({ width: 196, height: 132 });
    const sizes: Partial<Record<WebuiKind, number[]>> = {
      sdcpp: [256, 192],
      koboldcpp: [192, 128],
    };
    expect([pictures[0]?.width, pictures[0]?.height]).toEqual(sizes[kind] ?? [192, 128]);
  });

  it("starts from a picture", async () => {
    const { draw } = await start(kind);
    const red = sharp({ create: { width: 128, height: 128, channels: 3, background: "red" } });
    const values = {
      image: { hash: "x", width: 128, height: 128 },
      width: 128,
      height: 128,
      denoising_strength: 0.2,
    };
    const { pictures } = await draw(values, await red.png().toBuffer());
    expect(pictures).toMatchObject([{ width: 128, height: 128 }]);
    const { dominant } = await sharp(pictures[0]?.bytes).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b);
  });

  it.skipIf(kind === "koboldcpp")("enlarges in a second pass", async () => {
    const { draw, backend } = await start(kind);
    const hr_upscaler = (await backend.catalog(never)).lists.hiresUpscalers.at(-1)?.name;
    const { bodies, pictures, request } = await draw({
      width: 128,
      height: 128,
      hr_scale: 2,
      hr_upscaler,
    });
    expect(bodies).toMatchObject([{ enable_hr: true, hr_upscaler, denoising_strength: 0.7 }]);
    expect(pictures).toMatchObject([finalSize(request)]);
  });

  it("uses a LoRA", async () => {
    const { draw, backend } = await start(kind);
    const [lora] = (await backend.catalog(never)).lists.loras;
    if (lora === undefined) return expect(kind).toBe("koboldcpp");
    const { infotexts, bodies } = await draw({ lora: [`${lora.aliases?.[0] ?? lora.name}:0.5`] });
    if (kind === "sdcpp") expect(bodies).toMatchObject([{ lora: [{ multiplier: 0.5 }] }]);
    else if (kind !== "koboldcpp") expect(infotexts[0]).toContain(`Lora hashes: "${lora.name}`);
  });

  it.skipIf(isSmall(kind))(
    "takes styles, clip skip and a VAE, and draws with another model",
    async () => {
      const { draw, backend, webui } = await start(kind);
      const { lists } = await backend.catalog(never);
      const other = lists.models.at(-1)?.name ?? "";
      const { model, bodies } = await draw({
        model: other,
        clip_skip: 2,
        vae: lists.vaes.at(-1)?.name,
        styles: lists.styles.slice(0, 1).map(({ name }) => name),
        sampler_name: lists.samplers.at(-1)?.name,
        scheduler: lists.schedulers.at(-1)?.name,
      });
      expect(other).toContain(model);
      expect(webui.drawings).toMatchObject([{ state: "answered" }]);
      expect(bodies[0]?.["override_settings"]).toMatchObject({ CLIP_stop_at_last_layers: 2 });
    },
  );
});

it("loads a VAE on Forge beside the text encoders that are chosen at its page, by no path of its machine", async () => {
  const { draw, backend, webui } = await start("forge");
  const { lists } = await backend.catalog(never);
  const [old = "", vae = ""] = lists.vaes.map(({ name }) => name);
  const paths = ["text_encoder/clip_l.safetensors", `VAE/${old}`].map((path) => `/srv/${path}`);
  await fetch(new URL("/sdapi/v1/options", webui.url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ forge_additional_modules: paths }),
  });
  const { bodies, infotexts } = await draw({ vae });
  const modules = ["clip_l.safetensors", vae];
  expect(bodies).toMatchObject([{ override_settings: { forge_additional_modules: modules } }]);
  expect(valuesOf(readInfotext(infotexts[0] ?? "")).values.vae).toBe(vae.replace(/\.\w+$/, ""));
});

describe("a detailer", () => {
  it.each([
    ["is ADetailer", { adetailer: true }, "ADetailer model"],
    ["is a restorer of faces", { faceRestorers: ["CodeFormer"] }, "Face restoration: CodeFormer"],
  ])("%s", async (_about, options, trace) => {
    const { draw, backend } = await start("a1111", options);
    const detailer = (await backend.catalog(never)).lists.detailers[0]?.name;
    expect((await draw({ detailer })).infotexts[0]).toContain(trace);
  });
});

describe("a webui that fails", () => {
  const faults: [Fault, BackendFault, string | RegExp][] = [
    [{ kind: "drop-before" }, "broke", ""],
    [{ kind: "drop" }, "broke", ""],
    [{ kind: "truncate" }, "broke", ""],
    [{ kind: "nonsense" }, "nonsense", ""],
    [{ kind: "nonsense", status: 404, body: "", contentType: "" }, "refused", "404 Not Found"],
    [{ kind: "error", status: 429 }, "busy", /./],
    [{ kind: "error", status: 503 }, "busy", /./],
    [{ kind: "out-of-memory" }, "memory", /^OutOfMemoryError: CUDA out of memory/],
    [{ kind: "nans" }, "refused", /^NansException: /],
    [{ kind: "empty-images" }, "nonsense", ""],
    [{ kind: "blank-image" }, "nonsense", ""],
    [{ kind: "huge" }, "nonsense", ""],
    [{ kind: "html-502" }, "broke", "502 Bad Gateway"],
    [{ kind: "hang" }, "timeout", ""],
  ];
  it.each(faults)("%o is %s", async (fault, expected, detail) => {
    const { webui, backend } = await start(
      "a1111",
      {},
      { timeoutMs: fault.kind === "hang" ? 300 : 20_000, maxAnswerBytes: 2 ** 24 },
    );
    await backend.catalog(never);
    webui.faults.next(fault);
    const sink = createSink();
    const drawing = backend.generate(requestOf({ steps: 1 }), {
      signal: never,
      answers: sink.answers,
    });
    const matching = typeof detail === "string" ? detail : expect.stringMatching(detail);
    await expect(drawing).rejects.toMatchObject({ fault: expected, detail: matching });
    if (expected === "broke") expect(sink.ends).toEqual([]);
    webui.faults.release();
  });

  it.each<[Fault, number]>([
    [{ kind: "grid-first" }, 2],
    [{ kind: "extra-images" }, 2],
    [{ kind: "slow-body", ms: 100 }, 2],
  ])("%o costs no picture", async (fault, count) => {
    const { webui, draw } = await start("a1111");
    webui.faults.next(fault);
    const { pictures } = await draw({ count, width: 128, height: 64 });
    expect(pictures.map(({ seed, width, height }) => [seed, width, height])).toEqual([
      [5, 128, 64],
      [6, 128, 64],
    ]);
  });

  it("is not ready until a drawing that was given up has ended", async () => {
    const { webui, backend } = await start("a1111", slow, { timeoutMs: 6_000 });
    await backend.catalog(never);
    const drawing = backend.generate(requestOf({ ...long, count: 2 }), {
      signal: never,
      answers: createSink().answers,
    });
    await expect(drawing).rejects.toMatchObject({ fault: "timeout" });
    expect(await backend.ready(never)).toBe(false);
    expect(await backend.interrupt(never)).toBe(true);
    expect(webui.interrupts()).toBe(1);
    await expect.poll(() => backend.ready(never), { timeout: 5_000 }).toBe(true);
  });
});

/** A step takes 50 ms. */
const slow = { secondsPerStep: 3.2 };
const long = { steps: 150, width: 64, height: 64 };

describe("a drawing that is stopped", () => {
  it.each<[WebuiKind, number, WebuiOptions]>([
    ["a1111", 1, {}],
    ["a1111", 3, {}],
    ["a1111", 3, { nowebui: true }],
    ["reforge", 1, {}],
    ["forge", 2, {}],
    ["forge-neo", 1, {}],
    ["sdnext", 3, {}],
  ])("on %s comes back as far as it is, of %i, %o", async (kind, count, options) => {
    const { webui, backend } = await start(kind, { ...slow, ...options });
    await backend.catalog(never);
    expect(await backend.ready(never)).toBe(true);
    await wait(200);
    const request = requestOf({ ...long, count });
    const sink = createSink();
    const drawing = backend.generate(request, { signal: never, answers: sink.answers });
    const far = () => backend.progress(never, { preview: true });
    await expect.poll(far, { timeout: 10_000 }).toMatchObject({ state: "drawing", picture: 1 });
    const told = await far();
    if (told?.state !== "drawing") throw new Error("it is known by now");
    expect(told.share).toBeGreaterThan(0);
    expect(told.share).toBeLessThan(1);
    expect(told).toMatchObject({ pictures: count, steps: 150, preview: expect.any(Buffer) });
    expect((await sharp(told.preview).metadata()).width).toBeGreaterThan(0);
    if (count > 1) {
      expect(await backend.skip(never)).toBe(true);
      await expect.poll(far).toMatchObject({ state: "drawing", picture: 2 });
      expect(webui.skips()).toBe(1);
    }
    expect(await backend.interrupt(never)).toBe(true);
    await drawing;
    expect(readAnswers(sink.parts(), request).pictures).toHaveLength(Math.min(2, count));
    expect(webui.drawings).toMatchObject([{ state: "interrupted" }]);
  });
});

describe("the door", () => {
  const doors: [string, WebuiKind, WebuiOptions, (url: string) => Partial<BackendOptions>][] = [
    [
      "Basic",
      "a1111",
      { apiAuth: "me:hunter22" },
      (url) => ({ url: url.replace("//", "//me:hunter22@") }),
    ],
    [
      "SD.Next's Basic",
      "sdnext",
      { apiAuth: "me:hunter22" },
      (url) => ({ url: url.replace("//", "//me:hunter22@") }),
    ],
    [
      "gradio's login",
      "a1111",
      { gradioAuth: "me:hunter22", gradioGuardsAll: true },
      () => ({ login: "me:hunter22" }),
    ],
    [
      "headers",
      "forge",
      { requiredHeaders: { "x-key": "k" } },
      () => ({ headers: { "X-Key": "k" } }),
    ],
    ["a path", "a1111", { subpath: "/sd" }, () => ({})],
    ["no page", "a1111", { nowebui: true }, () => ({})],
    [
      "all of it",
      "reforge",
      {
        apiAuth: "me:hunter22",
        gradioAuth: "you:letmein9",
        gradioGuardsAll: true,
        requiredHeaders: { "x-key": "k" },
        subpath: "/sd",
      },
      (url) => ({
        url: url.replace("//", "//me:hunter22@"),
        login: "you:letmein9",
        headers: { "X-Key": "k" },
      }),
    ],
  ];
  it.each(doors)("opens with %s", async (_about, kind, options, own) => {
    const { webui } = await start(kind, options);
    const backend = backendAt(webui.url, own(webui.url));
    await backend.catalog(never);
    const sink = createSink();
    await backend.generate(requestOf({ steps: 1 }), { signal: never, answers: sink.answers });
    expect(readAnswers(sink.parts(), requestOf()).pictures).toHaveLength(1);
    expect(await backend.ready(never)).toBe(true);
  });

  it.each<[string, WebuiOptions, Partial<BackendOptions>, string]>([
    ["without Basic", { apiAuth: "me:hunter22" }, {}, "Not authenticated"],
    [
      "without a login",
      { gradioAuth: "me:hunter22", gradioGuardsAll: true },
      {},
      "Not authenticated",
    ],
    [
      "with a wrong login",
      { gradioAuth: "me:hunter22", gradioGuardsAll: true },
      { login: "me:wrongword" },
      "Incorrect credentials.",
    ],
    ["when the API is off", { apiOff: true }, {}, "--api"],
  ])("stays shut %s", async (_about, options, own, words) => {
    const { backend } = await start("a1111", options, own);
    await expect(backend.catalog(never)).rejects.toMatchObject({
      fault: "denied",
      detail: expect.stringContaining(words),
    });
  });
});
