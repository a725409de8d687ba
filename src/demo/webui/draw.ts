import { readDetailers } from "./adetailer.ts";
import { drawBatches, type Batches } from "./batches.ts";
import { findCheckpointLoosely, modelName, type Checkpoint } from "./catalog.ts";
import { controlMaps, readUnits } from "./control.ts";
import { PythonError } from "./errors.ts";
import type { Fault } from "./faults.ts";
import { waitSeconds } from "./gpu.ts";
import { toInfo, toPictureText, type Facts } from "./info.ts";
import { InjectedError } from "./injected.ts";
import { batchOf, prepareInputs, readInputs, type Inputs } from "./inputs.ts";
import { toJson, toList, toText } from "./json.ts";
import { load, override } from "./models.ts";
import { joinPictures } from "./picture.ts";
import { toEight, toPlan } from "./plan.ts";
import type { Pixels } from "./png.ts";
import { applyStyles, readLoras, stripComments } from "./prompt.ts";
import { checkMemory } from "./sampling.ts";
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
  /** Cuts the client's connection; the drawing goes on. */
  hangUp: () => void;
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
  drawing.state = "drawing";
  drawing.startedAt = Date.now();
  // Before the task is begun: a bad picture leaves it among the pending ones for ever.
  const inputs = job.route === "img2img" ? readInputs(world, request, job.mask) : undefined;
  if (inputs) await prepareInputs(inputs, {}, { width: 8, height: 8 });
  progress.begin(`scripts_${job.route}`);
  progress.startTask(job.taskId);
  const overrides = { ...toJson(request["override_settings"]) };
  if (fault?.kind === "wrong-model") delete overrides["sd_model_checkpoint"];
  const changed = override(
    world,
    overrides,
    request["override_settings_restore_afterwards"] !== false,
  );
  try {
    if (fault?.kind === "hang") await world.gpu.during(() => world.faults.hang(life));
    if (fault?.kind === "error") throw new InjectedError(fault.status, fault.body);
    if (fault?.kind === "slow-load") await world.gpu.during(() => waitSeconds(fault.seconds, life));
    await changed.apply();
    if (fault?.kind === "drop") job.hangUp();
    const drawn = await drawAll(world, job, inputs);
    progress.finishTask(job.taskId);
    return drawn;
  } finally {
    changed.restore();
    progress.end();
  }
}

async function drawAll(world: World, job: Job, inputs: Inputs | undefined): Promise<Drawn> {
  const { progress, catalog, settings } = world;
  const { request, fault, drawing, scripts } = job;
  const plan = toPlan(world, request);
  if (inputs) plan.batch = batchOf(inputs.images.length, plan.batch);
  plan.seeds.length = Math.min(plan.seeds.length, plan.batch * plan.batches);
  drawing.seeds = [...plan.seeds];
  const model = world.loaded;
  drawing.modelUsed = model && modelName(model);
  const refiner = refinerOf(world, request);
  const prompt = promptOf(world, request, "prompt");
  const size = { width: toEight(plan.width), height: toEight(plan.height) };
  checkMemory(world, size.width, size.height, plan.batch);
  if (plan.hires) checkMemory(world, plan.hires.width, plan.hires.height, plan.batch);
  const first = catalog.samplers[0]?.name ?? "";
  const facts: Facts = {
    route: job.route,
    request,
    plan,
    prompt,
    negative: promptOf(world, request, "negative_prompt"),
    sampler: fault?.kind === "wrong-sampler" ? first : job.sampler.sampler,
    scheduler: job.sampler.scheduler,
    model,
    refiner,
    loras: request["disable_extra_networks"] === true ? [] : readLoras(catalog, prompt),
    clipSkip: Number(settings["CLIP_stop_at_last_layers"] ?? 1),
    units: await readUnits(world, scripts.always["controlnet"], inputs),
    detailers: readDetailers(world, scripts.always["adetailer"], job.route),
  };
  const batches: Batches = {
    facts,
    size,
    prepared: inputs && (await prepareInputs(inputs, request, size)),
    selected: scripts.selected,
    breaks: fault?.kind === "out-of-memory" || fault?.kind === "nans" ? fault.kind : undefined,
  };
  const made = await drawBatches(world, batches);
  const drawn = assemble(world, job, facts, made, progress.state.interrupted);
  if (refiner) await load(world, refiner);
  return drawn;
}

function promptOf(world: World, request: Json, which: "prompt" | "negative_prompt"): string {
  const styles = toList(request["styles"]).map((name) => toText(name));
  const text = applyStyles(world.catalog, styles, toText(request[which]), which);
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
function assemble(
  world: World,
  { request, fault }: Job,
  facts: Facts,
  made: Pixels[],
  interrupted: boolean,
): Drawn {
  const texts = made.map((_, i) => toPictureText(world, facts, i));
  const pictures: Drawn["pictures"] = made.map((pixels, i) => ({ pixels, infotext: texts[i] }));
  const isGridDue =
    request["save_images"] === true && made.length > 1 && world.settings["return_grid"] !== false;
  const hasGrid = isGridDue || (fault?.kind === "grid-first" && made.length > 0);
  if (hasGrid) {
    const infotext = toPictureText(world, facts, 0);
    pictures.unshift({ pixels: joinPictures(made), infotext });
    texts.unshift(infotext);
  }
  for (const pixels of controlMaps(facts.units)) pictures.push({ pixels, infotext: undefined });
  const [extra] = made;
  if (fault?.kind === "extra-images" && extra)
    pictures.push({ pixels: extra, infotext: undefined });
  return { pictures, info: toInfo(world, facts, texts, hasGrid ? 1 : 0), interrupted };
}
