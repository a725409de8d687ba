import {
  latentModes,
  modelName,
  modelTitle,
  modelsFolder,
  shortHash,
  type Catalog,
} from "./catalog.ts";
import { waitSeconds } from "./gpu.ts";
import { currentTitle, configured, load } from "./models.ts";
import { schedulers } from "./samplers.ts";
import { scriptsOf } from "./scripts.ts";
import type { Route, World } from "./types.ts";

const get = (
  name: string,
  answer: (world: World) => unknown,
  more: Partial<Route> = {},
): Route => ({
  method: "GET",
  path: `/sdapi/v1/${name}`,
  handle: (_, world) => ({ status: 200, json: answer(world) }),
  ...more,
});

/** A POST without a body; SD.Next answers some of them with an empty 204. */
const post = (
  name: string,
  act: (world: World) => Promise<void>,
  json: unknown = null,
  more: Partial<Route> = {},
): Route => ({
  method: "POST",
  path: `/sdapi/v1/${name}`,
  handle: async (_, world) => {
    await act(world);
    return world.profile.sdnext && /^(refresh-(checkpoints|vae)|unload|reload)/.test(name)
      ? { status: 204 }
      : { status: 200, json };
  },
  ...more,
});

export function modelItems({ checkpoints }: Catalog) {
  return checkpoints.map((item) => ({
    title: modelTitle(item),
    model_name: modelName(item),
    hash: item.hashKnown ? shortHash(item) : null,
    sha256: item.hashKnown ? item.sha256 : null,
    filename: `${modelsFolder}/Stable-diffusion/${item.file}`,
    config: null,
  }));
}

const isPlain = (name: string) => ["None", "Lanczos", "Nearest"].includes(name);

export function upscalerItems({ upscalers }: Catalog) {
  return upscalers.map((name) => ({
    name,
    model_name: isPlain(name) ? null : name.replaceAll(" ", "_"),
    model_path: isPlain(name) ? null : `${modelsFolder}/ESRGAN/${name.replaceAll(" ", "_")}.pth`,
    model_url: null,
    scale: /x2/.test(name) ? 2 : 4,
  }));
}

function embeddings({ catalog, loaded }: World) {
  const item = {
    step: null,
    sd_checkpoint: null,
    sd_checkpoint_name: null,
    shape: 768,
    vectors: 8,
  };
  const all = Object.fromEntries(catalog.embeddings.map((name) => [name, item]));
  return loaded ? { loaded: all, skipped: {} } : { loaded: {}, skipped: {} };
}

const megabyte = 1024 * 1024;

function memory({ loaded }: World) {
  const used = loaded ? 4300 * megabyte : 900 * megabyte;
  const peak = (current: number) => ({ current, peak: current + 512 * megabyte });
  return {
    ram: { free: 21_000 * megabyte, used: 9_000 * megabyte, total: 30_000 * megabyte },
    cuda: {
      system: { free: 12_040 * megabyte - used, used, total: 12_040 * megabyte },
      active: peak(used),
      allocated: peak(used),
      reserved: peak(used),
      inactive: peak(0),
      events: { retries: 0, oom: 0 },
    },
  };
}

const extension = (name: string, remote: string) => ({
  name,
  remote,
  branch: "main",
  commit_hash: "56cec5b2958edf3b1807b7e7b2b1b5186dbd2f81",
  version: "56cec5b2",
  commit_date: "1716000000",
  enabled: true,
});

function extensions({ options }: World) {
  return [
    ...(options.adetailer ? [extension("adetailer", "https://github.com/Bing-su/adetailer")] : []),
    ...(options.controlNet
      ? [extension("sd-webui-controlnet", "https://github.com/Mikubill/sd-webui-controlnet")]
      : []),
  ];
}

const scriptNames = (world: World, on: "txt2img" | "img2img") =>
  scriptsOf(world)
    .filter((script) => script.on.includes(on))
    .map(({ name }) => name);

const underLock = (world: World) =>
  world.lock.run(() => waitSeconds(0.001, world.life)).then(() => undefined);

export const listRoutes: Route[] = [
  get("samplers", ({ catalog, profile }) =>
    profile.sdnext
      ? [
          { name: "Default", options: {} },
          ...catalog.samplers.map(({ name, options }) => ({ name, options })),
        ]
      : catalog.samplers,
  ),
  get("schedulers", ({ profile }) =>
    profile.sdnext
      ? schedulers
          .slice(1)
          .map(({ name, label }) => ({ name: label, cls: `${name}Scheduler`, options: {} }))
      : schedulers,
  ),
  get("upscalers", ({ catalog }) => upscalerItems(catalog)),
  get("latent-upscale-modes", () => latentModes.map((name) => ({ name }))),
  get("sd-models", ({ catalog }) => modelItems(catalog)),
  get("sd-vae", ({ catalog }) =>
    catalog.vaes.map((name) => ({ model_name: name, filename: `${modelsFolder}/VAE/${name}` })),
  ),
  get(
    "loras",
    ({ catalog }) =>
      catalog.loras.map(({ name, alias, metadata }) => ({
        name,
        alias,
        path: `${modelsFolder}/Lora/${name}.safetensors`,
        metadata,
      })),
    { eventLoop: true, open: true },
  ),
  get("embeddings", embeddings),
  get("prompt-styles", ({ catalog }) => catalog.styles),
  get("hypernetworks", () => []),
  get("face-restorers", ({ catalog }) =>
    catalog.faceRestorers.map((name) => ({
      name,
      cmd_dir: name === "CodeFormer" ? null : `${modelsFolder}/${name}`,
    })),
  ),
  get("realesrgan-models", ({ catalog }) =>
    catalog.upscalers
      .filter((name) => name.startsWith("R-ESRGAN"))
      .map((name) => ({
        name,
        path: `${modelsFolder}/RealESRGAN/${name.replaceAll(" ", "_")}.pth`,
        scale: 4,
      })),
  ),
  get("scripts", (world) => ({
    txt2img: scriptNames(world, "txt2img"),
    img2img: scriptNames(world, "img2img"),
  })),
  get("script-info", (world) =>
    (["txt2img", "img2img"] as const).flatMap((on) =>
      scriptsOf(world)
        .filter((script) => script.on.includes(on))
        .map(({ name, alwayson, args }) => ({
          name,
          is_alwayson: alwayson,
          is_img2img: on === "img2img",
          args,
        })),
    ),
  ),
  get("extensions", extensions),
  get("memory", memory),
  post("refresh-checkpoints", underLock),
  post("refresh-vae", underLock),
  post("refresh-embeddings", underLock),
  post("refresh-loras", async () => {}, null, { eventLoop: true, open: true }),
  // Not under the lock: they can break a running job.
  post(
    "unload-checkpoint",
    async (world) => {
      world.loaded = undefined;
    },
    {},
  ),
  post("reload-checkpoint", (world) => load(world, configured(world)), {}),
];

/** Forge and Neo list VAEs and text encoders together. */
export const moduleRoutes: Route[] = [
  get("sd-modules", ({ catalog }) => [
    ...catalog.vaes.map((name) => ({ model_name: name, filename: `${modelsFolder}/VAE/${name}` })),
    ...catalog.textEncoders.map((name) => ({
      model_name: name,
      filename: `${modelsFolder}/text_encoder/${name}`,
    })),
  ]),
];

const internal = (name: string, answer: (world: World) => unknown): Route => ({
  ...get("", answer),
  path: `/internal/${name}`,
  open: true,
});

export const internalRoutes: Route[] = [
  internal("ping", () => ({})),
  internal("quicksettings-hint", ({ settings }) =>
    Object.keys(settings).map((name) => ({ name, label: name.replaceAll("_", " ") })),
  ),
  internal("profile-startup", () => ({ total: 12.4, records: { "import torch": 4.1 } })),
  ...["sysinfo", "sysinfo-download"].map((name): Route => ({
    method: "GET",
    path: `/internal/${name}`,
    open: true,
    handle: (_, world) => ({
      status: 200,
      type: "text/plain; charset=utf-8",
      text: JSON.stringify({
        Platform: "Linux",
        "Data path": "/srv/webui",
        Checkpoint: currentTitle(world) ?? null,
      }),
    }),
  })),
];
