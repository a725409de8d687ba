import { controlMaps, readUnits } from "./control.ts";
import { readDetailers } from "./adetailer.ts";
import { findCheckpointLoosely, modelName, type Checkpoint } from "./catalog.ts";
import { PythonError } from "./errors.ts";
import type { Fault } from "./faults.ts";
import { InjectedError } from "./injected.ts";
import { batchOf, prepareInputs, readInputs, scriptedSize, type Inputs } from "./inputs.ts";
import { toInfo, toPictureText, type Facts } from "./info.ts";
import { load, override } from "./models.ts";
import { addNoise, drawPicture, joinPictures, mixPicture } from "./picture.ts";
import { toEight, toPlan, type Plan } from "./plan.ts";
import type { Pixels } from "./png.ts";
import { applyStyles, readLoras, stripComments, withoutNetworks } from "./prompt.ts";
import { checkMemory, sample } from "./sampling.ts";
import type { ChosenScripts } from "./scripts.ts";
import type { Drawing, Json, World } from "./types.ts";

export interface Job {
  route: "txt2img" | "img2img";
  request: Json;
  scripts: ChosenScripts;
  sampler: { sampler: string; scheduler: string };
  mask: Buffer | undefined;
  taskId: string;
  drawing: Drawing;
  fault: Fault | undefined;
}

export interface Drawn {
  pictures: { pixels: Pixels; infotext: string | undefined }[];
  info: Json;
  interrupted: boolean;
}

/** One generation, under the lock. */
export async function draw(world: World, job: Job): Promise<Drawn> {
  const { progress, life } = world;
  const { request, drawing, fault } = job;
  life.throwIfAborted();
  // Before the task is begun: a bad picture leaves it among the pending ones for ever.
  const inputs = job.route === "img2img" ? readInputs(world, request, job.mask) : undefined;
  for (const image of inputs?.images ?? [])
    await prepareInputs({ images: [image], mask: undefined }, {}, tiny);
  drawing.state = "drawing";
  drawing.startedAt = Date.now();
  progress.begin(`scripts_${job.route}`);
  progress.startTask(job.taskId);
  const overrides = { ...(request["override_settings"] as Json | null) }; // an object or null: the schema
  if (fault?.kind === "wrong-model") delete overrides["sd_model_checkpoint"];
  const restoreAfterwards = request["override_settings_restore_afterwards"] !== false;
  const changed = await override(world, overrides, restoreAfterwards);
  try {
    if (fault?.kind === "hang") await world.gpu.during(() => world.faults.hang(life));
    if (fault?.kind === "error") throw new InjectedError(fault.status, fault.body);
    await changed.apply();
    const drawn = await drawAll(world, job, inputs);
    progress.finishTask(job.taskId);
    return drawn;
  } finally {
    changed.restore();
    progress.end();
  }
}

const tiny = { width: 8, height: 8 };

async function drawAll(world: World, job: Job, inputs: Inputs | undefined): Promise<Drawn> {
  const { progress, catalog, settings } = world;
  const { request, fault, drawing, scripts } = job;
  const { state } = progress;
  const plan = toPlan(world, request);
  if (inputs) plan.batch = batchOf(inputs.images.length, plan.batch);
  const count = plan.batch * plan.batches;
  plan.seeds.length = Math.min(plan.seeds.length, count);
  drawing.seeds = [...plan.seeds];
  const sampler =
    fault?.kind === "wrong-sampler" ? (catalog.samplers[0]?.name ?? "") : job.sampler.sampler;
  const model = world.loaded;
  drawing.modelUsed = model && modelName(model);
  const refiner = refinerOf(world, request);
  const prompt = promptOf(world, request, "prompt");
  const negative = promptOf(world, request, "negative_prompt");
  const asked = { width: plan.width, height: plan.height };
  const size = { width: toEight(plan.width), height: toEight(plan.height) };
  checkMemory(world, size.width, size.height, plan.batch);
  if (plan.hires) checkMemory(world, plan.hires.width, plan.hires.height, plan.batch);
  const prepared = inputs && (await prepareInputs(inputs, request, size));
  const loras = request["disable_extra_networks"] === true ? [] : readLoras(catalog, prompt);
  const units = await readUnits(world, scripts.always["controlnet"], inputs);
  const detailers = readDetailers(world, scripts.always["adetailer"], job.route);
  const strength = Number(request["denoising_strength"]);
  const facts: Facts = {
    plan,
    prompt,
    negative,
    sampler,
    scheduler: job.sampler.scheduler,
    model,
    loras,
    request,
    clipSkip: Number(settings["CLIP_stop_at_last_layers"] ?? 1),
    route: job.route,
    refiner,
    units,
    detailers,
    asked,
  };
  if (state.job_count === -1) state.job_count = plan.batches * (plan.hires ? 2 : 1);
  const breaks = fault?.kind === "out-of-memory" || fault?.kind === "nans" ? fault.kind : undefined;
  const made: Pixels[] = [];
  for (let n = 0; n < plan.batches; n++) {
    state.skipped = false;
    if (state.interrupted || state.stopping_generation) break;
    if (plan.batches > 1) state.job = `Batch ${n + 1} out of ${plan.batches}`;
    const pictureAt = (i: number, at: { width: number; height: number }) => {
      const index = n * plan.batch + i;
      return drawPicture({
        ...at,
        seed: plan.seeds[index] ?? 0,
        subseed: plan.subseeds[index] ?? 0,
        subseedStrength: plan.subseedStrength,
        words: [withoutNetworks(prompt), ...loras.map(({ name }) => name)].join(" "),
        model: model?.file ?? "",
        noise: world.options.pictureNoise === true,
      });
    };
    const latent = { width: size.width / 8, height: size.height / 8 };
    progress.drawPreview = () =>
      joinPictures(
        Array.from({ length: plan.batch }, (_, i) => {
          const pixels = pictureAt(i, latent);
          addNoise(pixels, 1 - state.sampling_step / Math.max(1, state.sampling_steps), i + 1);
          return pixels;
        }),
      );
    const steps = prepared ? Math.trunc(Math.min(strength, 0.999) * plan.steps) + 1 : plan.steps;
    let done = await sample(world, { ...size, steps, batch: plan.batch, breaks });
    let target = scriptedSize(scripts.selected, size);
    progress.nextJob();
    if (plan.hires) {
      if (!state.interrupted) {
        checkHires(world, plan.hires, request);
        target = { width: toEight(plan.hires.width), height: toEight(plan.hires.height) };
        const hiresSteps =
          Math.trunc(Math.min(strength, 0.999) * (plan.hires.steps || plan.steps)) + 1;
        done = Math.min(
          done,
          await sample(world, { ...target, steps: hiresSteps, batch: plan.batch, breaks }),
        );
      }
      progress.nextJob();
    }
    for (let i = 0; i < plan.batch; i++) {
      const pixels = pictureAt(i, target);
      if (prepared) mixInput(pixels, prepared, i, Math.min(1, strength), size);
      for (const { map, weight } of units)
        if (map?.width === pixels.width && map.height === pixels.height)
          mixPicture(pixels, map, Math.min(0.4, 0.2 * weight));
      if (done < 1) addNoise(pixels, (1 - done) * 0.85, i + 1);
      made.push(pixels);
      if (detailers.length > 0)
        await sample(world, {
          ...tinyDetail,
          steps: Math.ceil(plan.steps * 0.4) * detailers.length,
          batch: 1,
          breaks: undefined,
        });
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    state.skipped = false;
  }
  return assemble(world, job, facts, made, state.interrupted);
}

const tinyDetail = { width: 512, height: 512 };

/** What is wrong with the second pass shows when it begins, after the first was drawn. */
function checkHires(world: World, hires: NonNullable<Plan["hires"]>, request: Json): void {
  if (request["denoising_strength"] === null)
    throw new PythonError(
      "TypeError",
      "'<' not supported between instances of 'float' and 'NoneType'",
    );
  const { sampler } = hires;
  if (sampler !== undefined && !world.catalog.samplers.some(({ name }) => name === sampler))
    throw new PythonError("AssertionError", `bad sampler name: ${sampler}`);
}

function mixInput(
  pixels: Pixels,
  { pictures, mask }: Awaited<ReturnType<typeof prepareInputs>>,
  index: number,
  strength: number,
  size: { width: number; height: number },
): void {
  const input = pictures[index % pictures.length];
  if (!input || pixels.width !== size.width || pixels.height !== size.height) return;
  const drawn = { ...pixels, rgb: Buffer.from(pixels.rgb) };
  input.rgb.copy(pixels.rgb);
  mixPicture(pixels, drawn, strength, mask);
}

function promptOf(world: World, request: Json, which: "prompt" | "negative_prompt"): string {
  const styles = (request["styles"] as string[] | null) ?? []; // strings or null: the schema
  const text = applyStyles(world.catalog, styles, String(request[which] ?? ""), which);
  return world.settings["enable_prompt_comments"] === false ? text : stripComments(text);
}

function refinerOf(world: World, request: Json): Checkpoint | undefined {
  const name = request["refiner_checkpoint"];
  if (typeof name !== "string" || name === "" || name.toLowerCase() === "none") return undefined;
  const found = findCheckpointLoosely(world.catalog, name);
  if (!found) throw new PythonError("Exception", `Could not find checkpoint with name ${name}`);
  return found;
}

/** Puts grid, pictures and the extensions' images in the server's order. */
async function assemble(
  world: World,
  { request, fault }: Job,
  facts: Facts,
  made: Pixels[],
  interrupted: boolean,
): Promise<Drawn> {
  const { settings } = world;
  const pictures: Drawn["pictures"] = made.map((pixels, i) => ({
    pixels,
    infotext: toPictureText(world, facts, i),
  }));
  const infotexts = pictures.map(({ infotext }) => infotext ?? "");
  const isGridDue = request["save_images"] === true && made.length > 1;
  let first = 0;
  if (
    (isGridDue && settings["return_grid"] !== false) ||
    (fault?.kind === "grid-first" && made.length > 0)
  ) {
    const infotext = toPictureText(world, facts, 0);
    pictures.unshift({ pixels: joinPictures(made), infotext });
    infotexts.unshift(infotext);
    first = 1;
  }
  for (const map of controlMaps(facts.units)) pictures.push({ pixels: map, infotext: undefined });
  if (fault?.kind === "extra-images")
    for (const pixels of made.slice(0, 1)) pictures.push({ pixels, infotext: undefined });
  if (facts.refiner) await load(world, facts.refiner);
  return { pictures, info: toInfo(world, facts, infotexts, first), interrupted };
}
