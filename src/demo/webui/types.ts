import type { Checkpoint, Catalog } from "./catalog.ts";
import type { Faults } from "./faults.ts";
import type { Gpu } from "./gpu.ts";
import type { Lock } from "./lock.ts";
import type { Profile } from "./profiles.ts";
import type { Progress } from "./progress.ts";

export type Json = Record<string, unknown>;
export type Kind = "a1111" | "reforge" | "forge" | "forge-neo" | "sdnext" | "sdcpp" | "koboldcpp";
export type PictureFormat = "png" | "jpg" | "webp";

export interface WebuiOptions {
  kind?: Kind;
  port?: number;
  /** Of one picture of 512x512; grows with pixels and batch. */
  secondsPerStep?: number;
  secondsToLoadModel?: number;
  /** `hash: null` is a file whose hash is not computed before its first load. */
  models?: { name: string; hash?: string | null }[];
  loras?: { name: string; alias?: string; metadata?: Json }[];
  samplers?: string[];
  vaes?: string[];
  styles?: { name: string; prompt: string | null; negative_prompt: string | null }[];
  upscalers?: string[];
  embeddings?: string[];
  faceRestorers?: string[];
  controlNet?: boolean;
  adetailer?: boolean;
  apiAuth?: string;
  gradioAuth?: string;
  /** The whole app sits behind the gradio login, as on some hosts and forks. */
  gradioGuardsAll?: boolean;
  requiredHeaders?: Record<string, string>;
  subpath?: string;
  nowebui?: boolean;
  apiOff?: boolean;
  freezeSettings?: boolean;
  serverStop?: boolean;
  format?: PictureFormat;
  /** Pictures that do not compress: about 3 MB for 1024x1024. */
  pictureNoise?: boolean;
  /** Pixels of one batch at which the GPU's memory ends. */
  memoryPixels?: number;
  /** SD.Next: cost units a minute; 0 switches the limit off. */
  costLimit?: number;
  onExchange?: (exchange: Exchange) => void;
}

export interface Exchange {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
  /** 0: the connection was cut without an answer. */
  status: number;
  /** Pictures in it are cut to 200 characters. */
  answer: unknown;
  at: number;
}

export type DrawingState =
  | "waiting"
  | "drawing"
  | "answered"
  /** The client heard all of an answer in which there is no picture. */
  | "spoiled"
  | "unheard"
  | "failed"
  | "interrupted";

export interface Drawing {
  route: "txt2img" | "img2img";
  body: Json;
  receivedAt: number;
  startedAt?: number;
  answeredAt?: number;
  state: DrawingState;
  modelUsed: string | undefined;
  seeds: number[];
}

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  raw: Buffer;
  body: unknown;
  client: string;
  /** Cuts the connection. */
  hangUp: () => void;
}

export interface Answer {
  status: number;
  /** Left out: no body at all. */
  json?: unknown;
  text?: string | Buffer;
  type?: string;
  headers?: Record<string, string | string[]>;
  /** How the bytes are spoilt on their way. */
  delivery?:
    | { kind: "drop" }
    | { kind: "truncate" }
    | { kind: "huge" }
    | { kind: "slow"; ms: number };
  /** Called once: was the whole answer handed to a client that still listened? */
  heard?: (heard: boolean) => void;
  /** An unhandled error: such replies carry no X-Process-Time. */
  unhandled?: boolean;
}

export type Handler = (call: Call, world: World) => Answer | Promise<Answer>;

export interface Route {
  method: string;
  path: string;
  handle: Handler;
  /** Reads a JSON body first. */
  body?: boolean;
  /** Runs on the event loop, not on one of the 40 worker threads. */
  eventLoop?: boolean;
  /** Stays open under --api-auth. */
  open?: boolean;
}

/** What lives as long as one run of the server process; `up()` makes a new one. */
export interface World {
  options: WebuiOptions & { secondsPerStep: number; secondsToLoadModel: number };
  profile: Profile;
  catalog: Catalog;
  /** Options in memory, and as they are on disk. */
  settings: Json;
  saved: { settings: Json };
  loaded: Checkpoint | undefined;
  lock: Lock;
  progress: Progress;
  gpu: Gpu;
  faults: Faults;
  drawings: Drawing[];
  tokens: Map<string, string>;
  cookieId: string;
  routes: Route[];
  life: AbortSignal;
  counts: { interrupts: number; skips: number };
}
