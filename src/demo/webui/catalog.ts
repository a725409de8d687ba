import { createHash } from "node:crypto";
import { samplers, type SamplerItem } from "./samplers.ts";
import type { Json, WebuiOptions } from "./types.ts";

/** A file of weights. Its hash, and with it its title, appear when it is loaded for the first time. */
export interface Checkpoint {
  file: string;
  sha256: string;
  oldHash: string;
  hashKnown: boolean;
}

export interface Lora {
  name: string;
  alias: string;
  hash: string;
  metadata: Json;
}

export interface Style {
  name: string;
  prompt: string | null;
  negative_prompt: string | null;
}

export interface Catalog {
  checkpoints: Checkpoint[];
  loras: Lora[];
  vaes: string[];
  textEncoders: string[];
  styles: Style[];
  upscalers: string[];
  embeddings: string[];
  faceRestorers: string[];
  samplers: SamplerItem[];
}

export const modelsFolder = "/srv/webui/models";

export const latentModes = [
  "Latent",
  "Latent (antialiased)",
  "Latent (bicubic)",
  "Latent (bicubic antialiased)",
  "Latent (nearest)",
  "Latent (nearest-exact)",
];

const defaultModels: NonNullable<WebuiOptions["models"]> = [
  { name: "daybreak-v6.safetensors", hash: "7f96a1a9ca" },
  { name: "xl/aurora-xl.safetensors", hash: "e6bb9ea85b" },
  { name: "inkwell-v3.safetensors", hash: "c35782bad8" },
  { name: "paper-cut.safetensors", hash: null },
];

const defaultLoras: NonNullable<WebuiOptions["loras"]> = [
  { name: "add-detail", alias: "add_detail", metadata: trainingMetadata("add_detail", 1200) },
  { name: "watercolour-v2", alias: "wtrclr", metadata: trainingMetadata("wtrclr", 3500) },
  { name: "lcm-lora", alias: "lcm-lora", metadata: {} },
  { name: "old-film", alias: "old film grain", metadata: trainingMetadata("old film grain", 400) },
];

const defaultStyles: Style[] = [
  { name: "--- PAINTING ---", prompt: null, negative_prompt: null },
  {
    name: "Oil",
    prompt: "oil painting of {prompt}, thick brush strokes",
    negative_prompt: "photo",
  },
  { name: "Watercolour", prompt: "watercolour, soft edges", negative_prompt: "" },
  { name: "--- PHOTO ---", prompt: null, negative_prompt: null },
  {
    name: "Cinematic",
    prompt: "cinematic still, {prompt}, film grain",
    negative_prompt: "drawing, cartoon",
  },
  { name: "Clean", prompt: null, negative_prompt: "lowres, blurry, watermark" },
];

function trainingMetadata(name: string, tags: number): Json {
  const words = ["sky", "hill", "river", "portrait", "red", "night", "tower", "garden"];
  const counts = Object.fromEntries(
    Array.from({ length: tags }, (_, i) => [
      `${words[i % words.length]} ${words[(i * 3 + 1) % words.length]} ${i}`,
      tags - i,
    ]),
  );
  return {
    ss_output_name: name,
    ss_sd_model_name: "v1-5-pruned.ckpt",
    ss_network_dim: "32",
    ss_network_alpha: "16",
    ss_tag_frequency: { [`10_${name}`]: counts },
    "modelspec.title": name,
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function toCheckpoint(model: { name: string; hash?: string | null }): Checkpoint {
  const file = /\.(safetensors|ckpt|gguf)$/.test(model.name)
    ? model.name
    : `${model.name}.safetensors`;
  const made = hashOf(file);
  const short = model.hash ?? made.slice(0, 10);
  return {
    file,
    sha256: short + made.slice(short.length),
    oldHash: made.slice(-8),
    hashKnown: model.hash !== null,
  };
}

export function createCatalog(options: WebuiOptions): Catalog {
  return {
    checkpoints: (options.models ?? defaultModels).map(toCheckpoint),
    loras: (options.loras ?? defaultLoras).map((lora) => ({
      name: lora.name,
      alias: lora.alias ?? lora.name,
      hash: hashOf(lora.name).slice(0, 12),
      metadata: lora.metadata ?? {},
    })),
    vaes: options.vaes ?? ["vae-ft-mse-840000.safetensors", "sdxl_vae.safetensors"],
    textEncoders: ["clip_l.safetensors", "t5xxl_fp8_e4m3fn.safetensors"],
    styles: options.styles ?? defaultStyles,
    upscalers: options.upscalers ?? [
      "None",
      "Lanczos",
      "Nearest",
      "DAT x2",
      "ESRGAN_4x",
      "R-ESRGAN 4x+",
      "R-ESRGAN 4x+ Anime6B",
      "ScuNET PSNR",
      "SwinIR 4x",
    ],
    embeddings: options.embeddings ?? ["easynegative", "bad-hands-5"],
    faceRestorers: options.faceRestorers ?? ["CodeFormer", "GFPGAN"],
    samplers: options.samplers
      ? options.samplers.map((name) => ({ name, aliases: [], options: {} }))
      : samplers,
  };
}

const stem = (file: string) => file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");

export const shortHash = (checkpoint: Checkpoint) => checkpoint.sha256.slice(0, 10);

export const modelName = ({ file }: Checkpoint) =>
  file.replace(/\.[^.]+$/, "").replaceAll("/", "_");

export const modelTitle = (checkpoint: Checkpoint) =>
  checkpoint.hashKnown ? `${checkpoint.file} [${shortHash(checkpoint)}]` : checkpoint.file;

/** The exact names under which a checkpoint is found; those with a hash only once it is known. */
function aliases(checkpoint: Checkpoint): string[] {
  const { file, oldHash, sha256, hashKnown } = checkpoint;
  const name = stem(file);
  const model = modelName(checkpoint);
  const plain = [oldHash, modelTitle(checkpoint), file, model, name, `${name} [${oldHash}]`];
  const base = file.slice(file.lastIndexOf("/") + 1);
  if (!hashKnown) return [...plain, base];
  const short = shortHash(checkpoint);
  return [...plain, base, short, sha256, `${name} [${short}]`, `${model} [${short}]`];
}

export function findCheckpoint(catalog: Catalog, name: unknown): Checkpoint | undefined {
  return catalog.checkpoints.find(
    (item) => typeof name === "string" && aliases(item).includes(name),
  );
}

/** The loose search of refiner and hires: exact name, else the shortest title that contains it. */
export function findCheckpointLoosely(catalog: Catalog, name: string): Checkpoint | undefined {
  const bare = name.replace(/\s*\[[^\]]+\]\s*$/, "");
  return (
    findCheckpoint(catalog, name) ??
    [name, bare]
      .map(
        (word) =>
          catalog.checkpoints
            .filter((item) => modelTitle(item).includes(word))
            .sort((a, b) => modelTitle(a).length - modelTitle(b).length)[0],
      )
      .find((found) => found !== undefined)
  );
}

export function findLora(catalog: Catalog, name: string): Lora | undefined {
  return catalog.loras.find((lora) => lora.name === name || lora.alias === name);
}
