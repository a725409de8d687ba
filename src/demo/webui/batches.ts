import { findCheckpointLoosely } from "./catalog.ts";
import { PythonError } from "./errors.ts";
import type { Facts } from "./info.ts";
import { scriptedSize, type Prepared } from "./inputs.ts";
import { load } from "./models.ts";
import { addNoise, drawPicture, joinPictures, mixPicture } from "./picture.ts";
import { toEight, type Hires } from "./plan.ts";
import type { Pixels } from "./png.ts";
import { withoutNetworks } from "./prompt.ts";
import { sample, type Pass } from "./sampling.ts";
import type { ChosenScripts } from "./scripts.ts";
import type { Json, World } from "./types.ts";

export interface Batches {
  facts: Facts;
  /** Of the first pass, in whole eights. */
  size: Size;
  prepared: Prepared | undefined;
  selected: ChosenScripts["selected"];
  breaks: Pass["breaks"];
}

interface Size {
  width: number;
  height: number;
}

/** All batches one after another; interrupt ends them, skip ends one. */
export async function drawBatches(world: World, batches: Batches): Promise<Pixels[]> {
  const { state } = world.progress;
  const { plan, model } = batches.facts;
  if (state.job_count === -1) state.job_count = plan.batches * (plan.hires ? 2 : 1);
  const made: Pixels[] = [];
  for (let n = 0; n < plan.batches; n++) {
    state.skipped = false;
    if (state.interrupted || state.stopping_generation) break;
    if (plan.batches > 1) state.job = `Batch ${n + 1} out of ${plan.batches}`;
    await load(world, model);
    made.push(...(await drawBatch(world, batches, n * plan.batch)));
  }
  return made;
}

async function drawBatch(world: World, batches: Batches, first: number): Promise<Pixels[]> {
  const { progress } = world;
  const { facts, size, prepared, breaks } = batches;
  const { plan, request } = facts;
  const strength = Math.min(1, Math.max(0, Number(request["denoising_strength"] ?? 0)));
  progress.drawPreview = () => preview(world, batches, first);
  const steps = prepared ? partOf(plan.steps, strength) : plan.steps;
  let done = await pass(world, { ...size, steps, batch: plan.batch, breaks });
  let target = scriptedSize(batches.selected, size);
  if (plan.hires && !progress.state.interrupted) {
    progress.nextJob();
    await prepareHires(world, plan.hires, request);
    target = { width: toEight(plan.hires.width), height: toEight(plan.hires.height) };
    const again = partOf(plan.hires.steps || plan.steps, strength);
    done = Math.min(
      done,
      await pass(world, { ...target, steps: again, batch: plan.batch, breaks }),
    );
  }
  const made: Pixels[] = [];
  for (let i = 0; i < plan.batch; i++) {
    const pixels = drawOne(world, facts, first + i, target);
    if (prepared) mixInput(pixels, prepared, i, strength, size);
    for (const { map, weight } of facts.units)
      if (map?.width === pixels.width && map.height === pixels.height)
        mixPicture(pixels, map, Math.min(0.4, 0.2 * weight));
    if (done < 1) addNoise(pixels, (1 - done) * 0.85, first + i + 1);
    for (const _ of facts.detailers) await detail(world, plan.steps);
    made.push(pixels);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  progress.nextJob();
  return made;
}

/** The steps that are run of so many at a strength. */
const partOf = (steps: number, strength: number) =>
  Math.trunc(Math.min(strength, 0.999) * steps) + 1;

/** One pass; a model unloaded meanwhile, which no lock prevents, breaks it. */
async function pass(world: World, request: Pass): Promise<number> {
  const done = await sample(world, request);
  if (!world.loaded)
    throw new PythonError(
      "AttributeError",
      "'NoneType' object has no attribute 'decode_first_stage'",
    );
  return done;
}

const detail = (world: World, steps: number) =>
  pass(world, { width: 512, height: 512, steps: partOf(steps, 0.4), batch: 1, breaks: undefined });

function drawOne(world: World, facts: Facts, index: number, size: Size): Pixels {
  const { plan, model, prompt, loras } = facts;
  return drawPicture({
    ...size,
    seed: plan.seeds[index] ?? 0,
    subseed: plan.subseeds[index] ?? 0,
    subseedStrength: plan.subseedStrength,
    words: [withoutNetworks(prompt), ...loras.map(({ name }) => name)].join(" "),
    model: model?.file ?? "",
    noise: world.options.pictureNoise === true,
  });
}

/** An eighth of the size, as the server's cheap previews are, and as noisy as there are steps left. */
function preview(world: World, { facts, size }: Batches, first: number): Pixels {
  const { sampling_step: step, sampling_steps: steps } = world.progress.state;
  const small = { width: size.width / 8, height: size.height / 8 };
  const pictures = Array.from({ length: facts.plan.batch }, (_, i) => {
    const pixels = drawOne(world, facts, first + i, small);
    addNoise(pixels, 1 - step / Math.max(1, steps), first + i + 1);
    return pixels;
  });
  return joinPictures(pictures);
}

/** What is wrong with the second pass shows when it begins, after the first was drawn. */
async function prepareHires(world: World, hires: Hires, request: Json): Promise<void> {
  if (request["denoising_strength"] === null)
    throw new PythonError(
      "TypeError",
      "'<' not supported between instances of 'float' and 'NoneType'",
    );
  const { sampler, checkpoint } = hires;
  if (sampler !== undefined && !world.catalog.samplers.some(({ name }) => name === sampler))
    throw new PythonError("AssertionError", `bad sampler name: ${sampler}`);
  if (checkpoint !== undefined) await load(world, findCheckpointLoosely(world.catalog, checkpoint));
}

function mixInput(
  pixels: Pixels,
  { pictures, mask }: Prepared,
  index: number,
  strength: number,
  size: Size,
): void {
  const input = pictures[index % pictures.length];
  if (!input || pixels.width !== size.width || pixels.height !== size.height) return;
  const drawn = { ...pixels, rgb: Buffer.from(pixels.rgb) };
  input.rgb.copy(pixels.rgb);
  mixPicture(pixels, drawn, strength, mask);
}
