import { toText } from "./json.ts";
import { findCheckpointLoosely, latentModes } from "./catalog.ts";
import { PythonError } from "./errors.ts";
import type { Json, World } from "./types.ts";

/** The request's numbers as the run uses them, once all are known to be there. */
export interface Plan {
  steps: number;
  cfg: number;
  /** Asked; the picture is cut to multiples of 8. */
  width: number;
  height: number;
  batch: number;
  batches: number;
  seeds: number[];
  subseeds: number[];
  subseedStrength: number;
  hires: Hires | undefined;
}

export interface Hires {
  width: number;
  height: number;
  steps: number;
  scale: number | undefined;
  upscaler: string;
  checkpoint: string | undefined;
  sampler: string | undefined;
  scheduler: string | undefined;
}

export const toEight = (value: number) => Math.floor(value / 8) * 8;

function needed(request: Json, name: string, operator: string): number {
  const value = request[name];
  if (typeof value !== "number")
    throw new PythonError(
      "TypeError",
      `unsupported operand type(s) for ${operator}: 'NoneType' and 'int'`,
    );
  return value;
}

function randomSeed(value: unknown): number {
  return typeof value === "number" && value !== -1 ? value : Math.floor(Math.random() * 4294967294);
}

export function toPlan(world: World, request: Json): Plan {
  const batch = needed(request, "batch_size", "*");
  const batches = needed(request, "n_iter", "*");
  const steps = needed(request, "steps", "-");
  const width = needed(request, "width", "//");
  const height = needed(request, "height", "//");
  const cfg = needed(request, "cfg_scale", "*");
  const count = batch * batches;
  if (count < 1) throw new PythonError("IndexError", "list index out of range");
  if (steps < 1) throw new PythonError("ZeroDivisionError", "division by zero");
  if (toEight(width) < 8 || toEight(height) < 8)
    throw new PythonError(
      "RuntimeError",
      "Trying to create tensor with a dimension that is not positive: [1, 4, 0, 0]",
    );
  const strength = Number(request["subseed_strength"] ?? 0);
  const seed = randomSeed(request["seed"]);
  const subseed = randomSeed(request["subseed"]);
  return {
    steps,
    cfg,
    width,
    height,
    batch,
    batches,
    seeds: Array.from({ length: count }, (_, i) => seed + (strength === 0 ? i : 0)),
    subseeds: Array.from({ length: count }, (_, i) => subseed + i),
    subseedStrength: strength,
    hires: request["enable_hr"] === true ? toHires(world, request, width, height) : undefined,
  };
}

function toHires(world: World, request: Json, width: number, height: number): Hires {
  const { catalog, profile } = world;
  const name = request["hr_checkpoint_name"];
  if (typeof name === "string" && name !== "" && name !== "Use same checkpoint")
    if (!findCheckpointLoosely(catalog, name))
      throw new PythonError("Exception", `Could not find checkpoint with name ${name}`);
  if (profile.forge && request["hr_additional_modules"] === null)
    throw new PythonError("TypeError", "argument of type 'NoneType' is not iterable");
  const upscaler = toText(request["hr_upscaler"], "Latent");
  if (!latentModes.includes(upscaler) && !catalog.upscalers.includes(upscaler))
    throw new PythonError("Exception", `could not find upscaler named ${upscaler}`);
  const scale = needed(request, "hr_scale", "*");
  const [x, y] = [Number(request["hr_resize_x"] ?? 0), Number(request["hr_resize_y"] ?? 0)];
  const sampler = textOf(request["hr_sampler_name"], "Use same sampler");
  const size =
    x === 0 && y === 0
      ? { width: Math.trunc(width * scale), height: Math.trunc(height * scale), scale }
      : {
          width: x || Math.floor((y * width) / height),
          height: y || Math.floor((x * height) / width),
          scale: undefined,
        };
  return {
    ...size,
    steps: Number(request["hr_second_pass_steps"] ?? 0),
    upscaler: upscaler,
    checkpoint: textOf(name, "Use same checkpoint"),
    sampler,
    scheduler: textOf(request["hr_scheduler"], "Use same scheduler"),
  };
}

function textOf(value: unknown, none: string): string | undefined {
  return typeof value === "string" && value !== "" && value !== none ? value : undefined;
}
