import { nans, outOfMemory } from "./errors.ts";
import { waitUntil } from "./gpu.ts";
import type { World } from "./types.ts";

export interface Pass {
  steps: number;
  width: number;
  height: number;
  batch: number;
  breaks: "out-of-memory" | "nans" | undefined;
}

/**
 * One pass of the sampler. Interrupt and skip are looked at between two steps; what comes back is how much of the
 * picture was drawn, 0 to 1.
 */
export async function sample(world: World, pass: Pass): Promise<number> {
  const { progress, options, gpu, life } = world;
  const { state } = progress;
  const size = (pass.width * pass.height * pass.batch) / (512 * 512);
  const stepMs = options.secondsPerStep * 1000 * size;
  const start = performance.now();
  state.sampling_steps = pass.steps;
  state.sampling_step = 0;
  return gpu.during(async () => {
    for (let step = 0; step < pass.steps; step++) {
      if (state.interrupted || state.skipped) return step / pass.steps;
      await waitUntil(start + (step + 1) * stepMs, life);
      state.sampling_step = step;
      if (pass.breaks && step >= Math.floor(pass.steps / 2))
        throw pass.breaks === "nans" ? nans() : outOfMemory();
    }
    return 1;
  });
}

/** Memory that a batch of this size needs; the run dies if the GPU has less. */
export function checkMemory(world: World, width: number, height: number, batch: number): void {
  if (width * height * batch > (world.options.memoryPixels ?? 4096 * 4096)) throw outOfMemory();
}
