import { findCheckpoint, modelTitle, modelsFolder, type Checkpoint } from "./catalog.ts";
import { PythonError } from "./errors.ts";
import { waitSeconds } from "./gpu.ts";
import type { Json, World } from "./types.ts";

/** Loads a checkpoint unless it is the one in memory. Its hash, and with it its title, become known. */
export async function load(world: World, checkpoint: Checkpoint | undefined): Promise<void> {
  if (!checkpoint)
    throw new PythonError(
      "FileNotFoundError",
      `No checkpoints found. When searching for checkpoints, looked at:\n - directory ${modelsFolder}/Stable-diffusion`,
    );
  if (world.loaded === checkpoint) return;
  await world.gpu.during(() => waitSeconds(world.options.secondsToLoadModel, world.life));
  world.gpu.loaded();
  checkpoint.hashKnown = true;
  world.loaded = checkpoint;
}

/** The checkpoint that the option names; the first one where it names none. */
export function configured({ catalog, settings }: World): Checkpoint | undefined {
  return findCheckpoint(catalog, settings["sd_model_checkpoint"]) ?? catalog.checkpoints[0];
}

/** Sets one option in memory. An unknown name blows up, unless it would change nothing. */
export function setOption(world: World, key: string, value: unknown): void {
  if ((world.settings[key] ?? null) === value) return;
  if (!(key in world.settings)) throw new PythonError("KeyError", `'${key}'`);
  if (restricted.has(key)) return;
  world.settings[key] = value;
}

const restricted = new Set(["temp_dir", "outdir_samples", "outdir_save", "outdir_grids"]);

/**
 * Options for one run. An unknown checkpoint is dropped without a word, any other unknown name blows up. What comes
 * back puts the options as they were; the weights stay.
 */
export function override(
  world: World,
  overrides: Json,
  restoreAfterwards: boolean,
): { restore: () => void; apply: () => Promise<void> } {
  const wanted = { ...overrides };
  const before = Object.fromEntries(
    Object.keys(wanted)
      .filter((key) => key in world.settings)
      .map((key) => [key, world.settings[key]]),
  );
  return {
    async apply() {
      if (!findCheckpoint(world.catalog, wanted["sd_model_checkpoint"])) {
        delete wanted["sd_model_checkpoint"];
        await load(world, configured(world));
      }
      for (const [key, value] of Object.entries(wanted)) {
        setOption(world, key, value);
        if (key === "sd_model_checkpoint") await load(world, configured(world));
      }
    },
    restore() {
      if (restoreAfterwards) Object.assign(world.settings, before);
    },
  };
}

export const currentTitle = (world: World) => world.loaded && modelTitle(world.loaded);
