import { randomInt } from "node:crypto";
import type { Attached } from "../discord/options.ts";
import { UserError } from "../errors.ts";
import type { InputPicture } from "../generation/parameters.ts";
import { isHires, withSize } from "../generation/policy.ts";
import { createRequest, type GenerationRequest, type Values } from "../generation/request.ts";
import { abilityFor, resolveNames } from "../generation/resolve.ts";
import { checkWork, createDescription, createUpscale, type Work } from "../generation/work.ts";
import type { Origin } from "../jobs.ts";
import type { Text } from "../text/en.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import { takePicture } from "./picture.ts";

export type Remark = (text: Text) => string;

/** What somebody asks for: values the person set, and the pictures to start from, new or known. */
export type Draft = {
  /** `draw` if not said. */
  task?: "draw" | "upscale" | "describe";
  values: Values;
  image?: Attached | InputPicture | undefined;
  from?: Origin | undefined;
  /** To be said beside the result. */
  remarks?: Remark[];
};

/** The seeds of a batch count up from the first and end where the webui's range ends. */
const seeds = 2 ** 32 - 100;

/**
 * A draft made into work that a webui can do: defaults filled in, names resolved, pictures fetched, all of it checked.
 * @throws {UserError}
 */
export async function makeWork(
  draft: Draft,
  defaults: readonly Values[],
  context: Context,
): Promise<{ work: Work; remarks: Remark[] }> {
  const { task = "draw", values, remarks = [] } = draft;
  if (task === "draw") {
    const more: Remark[] = [];
    const work = await makeDrawing(draft, [...defaults, values], more, context);
    return { work, remarks: [...remarks, ...more] };
  }
  const { image } = draft;
  if (image === undefined) throw new UserError((text) => text.refused.noPicture);
  // Names first: a picture is not fetched for what is refused anyway.
  const sample = { hash: "", width: 1, height: 1 };
  const make = (picture: InputPicture) =>
    task === "upscale"
      ? createUpscale([...defaults, values], picture)
      : createDescription(values, picture);
  const named = await resolve(make(sample), context);
  checkAbility(named, context);
  const work = { ...named, image: await takePicture(image, context) };
  checkWork(work);
  return { work, remarks };
}

async function makeDrawing(
  draft: Draft,
  layers: readonly Values[],
  remarks: Remark[],
  context: Context,
): Promise<GenerationRequest> {
  let asked = createRequest(layers, randomInt(seeds));
  if (asked.preset !== undefined) {
    const { preset } = asked;
    throw new UserError((words) => words.refused.noPreset(preset));
  }
  asked = await resolve(asked, context);
  if (draft.image !== undefined) {
    asked = { ...asked, image: await takePicture(draft.image, context) };
    if (isHires({ ...asked, image: undefined }))
      remarks.push((words) => words.remarks.hiresWithoutTxt2img);
  }
  const { width, height, aspect_ratio: ratio } = draft.values;
  if (ratio !== undefined && width !== undefined && height !== undefined) {
    remarks.push((words) => words.remarks.sizeCounts);
  }
  const request = withSize(asked, draft.values);
  checkWork(request);
  return request;
}

/** A name that no webui has may be new: their lists are read once more before it is refused. */
async function resolve<W extends Work>(request: W, { webuis }: Context): Promise<W> {
  try {
    return resolveNames(request, webuis.catalogs());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await orAway(() => webuis.renew());
    return resolveNames(request, webuis.catalogs());
  }
}

function checkAbility(work: Work, { webuis }: Context): void {
  const needed = abilityFor(work);
  const catalogs = webuis.catalogs();
  if (needed === undefined || catalogs.length === 0) return;
  if (!catalogs.some(({ can }) => can.includes(needed))) {
    throw new UserError((text) => text.refused.cannotDo[needed]);
  }
}
