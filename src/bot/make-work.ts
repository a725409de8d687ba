import { randomInt } from "node:crypto";
import { code } from "../discord/markdown.ts";
import type { Attached } from "../discord/options.ts";
import { UserError } from "../errors.ts";
import type { Catalog } from "../generation/catalog.ts";
import { chosenSize, type Decided, fixedSides } from "../generation/decide.ts";
import { expandPrompts } from "../generation/expand.ts";
import type { ControlUnit, InputPicture, ParameterName } from "../generation/parameters.ts";
import { contradictsRatio, withSize } from "../generation/policy.ts";
import {
  checkValues,
  createRequest,
  type GenerationRequest,
  type Values,
} from "../generation/request.ts";
import { abilityFor } from "../generation/resolve.ts";
import { unheeded, without } from "../generation/unheeded.ts";
import {
  checkWork,
  createDescription,
  createUpscale,
  type DescribeRequest,
  picturesOf,
  type UpscaleRequest,
  type Work,
} from "../generation/work.ts";
import { checkValue } from "../generation/values.ts";
import type { Origin } from "../jobs.ts";
import type { Text } from "../text/en.ts";
import { extended, maskOf } from "./canvas.ts";
import type { Context } from "./command.ts";
import { askedIn, droppedFrom, fitted } from "./fit.ts";
import { requireKept, takePicture } from "./picture.ts";
import { withoutIdle } from "./without-idle.ts";

export type Remark = (text: Text) => string;

/** What somebody asks for: values the person set, and the pictures to start from, new or known. */
export type Draft = {
  /** `draw` if not said. */
  task?: "draw" | "upscale" | "describe";
  /** A result once more: what it leaves open was left open then, so that no default fills it in now. */
  complete?: true;
  /** Its values were shown in a dialog and sent off by the person: they are asked for. */
  edited?: true;
  values: Values;
  /** What the preset that was named says (`with-preset.ts`). */
  preset?: Values;
  image?: Attached | InputPicture | undefined;
  /** White is repainted; or a copy of the picture that was painted over. */
  mask?: Attached | undefined;
  /** Its structure is kept, as the values of a ControlNet unit say. */
  controlImage?: Attached | InputPicture | undefined;
  from?: Origin | undefined;
  /** To be said beside the result. */
  remarks?: Remark[];
};

/** The seeds of a batch count up from the first and end where the webui's range ends. */
const seeds = 2 ** 32 - 100;

/**
 * A draft made into work that a webui can do, with the values that were decided: names resolved, pictures fetched, all of
 * it checked.
 * @throws {UserError}
 */
export async function makeWork(
  draft: Draft,
  decided: Decided,
  context: Context,
): Promise<{ work: Work; remarks: Remark[] }> {
  const { task = "draw", remarks = [] } = draft;
  if (task === "draw") {
    const more: Remark[] = [];
    const work = await makeDrawing(draft, decided, more, context);
    return { work, remarks: [...remarks, ...more] };
  }
  const { image } = draft;
  if (image === undefined) throw new UserError((text) => text.refused.noPicture);
  // Names first: a picture is not fetched for what is refused anyway.
  const sample = { hash: "", width: 1, height: 1 };
  const make = (picture: InputPicture) =>
    task === "upscale"
      ? createUpscale([decided.values], picture)
      : createDescription(decided.values, picture);
  const asked = make(sample);
  checkAbility(asked, context);
  const named = await fitted<UpscaleRequest | DescribeRequest>(asked, draft, context);
  const used = withoutIdle(named.work, draft);
  const work = { ...used.work, image: await takePicture(image, context) };
  checkWork(work);
  return { work, remarks: [...remarks, ...used.remarks] };
}

async function makeDrawing(
  draft: Draft,
  decided: Decided,
  remarks: Remark[],
  context: Context,
): Promise<GenerationRequest> {
  const wanted = createRequest([decided.values], randomInt(seeds));
  const unit = draft.controlImage === undefined ? undefined : unitOf(draft.values);
  const sample = { hash: "", width: 1, height: 1 };
  // Names first: a picture is not fetched for what is refused anyway.
  const whole = unit === undefined ? wanted : withUnit(wanted, unit, sample);
  const { work, where } = await fitted(whole, draft, context);
  // The mask and the structures of a result once more.
  await requireKept(picturesOf(wanted), context);
  let asked = work;
  if (draft.controlImage !== undefined) {
    asked = withLastImage(asked, await takePicture(draft.controlImage, context));
  }
  if (draft.image !== undefined) {
    asked = await withPicture(
      draft,
      { ...asked, image: await takePicture(draft.image, context) },
      context,
    );
  }
  const sizes = ["width", "height", "aspect_ratio"] as const;
  const sides = sizes.every((name) => draft.values[name] !== undefined);
  if (asked.extend === undefined && sides && contradictsRatio(asked)) {
    remarks.push((words) => words.remarks.sizeCounts);
  }
  const used = withoutIdle(asked, draft);
  remarks.push(...used.remarks);
  asked = used.work;
  const dropped = droppedFrom(asked, where);
  remarks.push(...remarksOnDropped(draft, dropped, context.webuis.catalogs()));
  asked = without(asked, dropped);
  const { extend: _, extend_by: __, ...sized } = withSize(asked, chosenOf(draft, decided, asked));
  const shown = contradictsRatio(sized) ? without(sized, ["aspect_ratio"]) : sized;
  checkWork(shown);
  const { request, unknown } = expandPrompts(shown, await context.wildcards());
  if (unknown.length > 0) {
    const names = unknown.map((name) => code(`__${name}__`));
    remarks.push((words) => words.remarks.unknownWildcards(names));
  }
  return request;
}

/** What nobody asked for needs no word. */
function remarksOnDropped(
  draft: Draft,
  dropped: readonly ParameterName[],
  catalogs: readonly Catalog[],
): Remark[] {
  const asked = askedIn(draft);
  const names = dropped.filter((name) => asked[name] !== undefined);
  if (names.length === 0) return [];
  const nowhere = unheeded(asked, catalogs);
  const isNowhere = names.every((name) => nowhere.includes(name));
  return [
    ({ remarks, parameters }) =>
      remarks[isNowhere ? "unheeded" : "unheededThere"](
        names.map((name) => parameters[name].label),
      ),
  ];
}

/** What the size follows from: a canvas that was made for this, a given picture before all defaults, or what was decided. */
function chosenOf({ values }: Draft, decided: Decided, asked: GenerationRequest): Values {
  const { extend, image, width, height } = asked;
  if (extend !== undefined) return { ...values, width, height };
  if (image !== undefined) return { ...values, ...chosenSize(decided) };
  return { ...values, ...fixedSides(decided) };
}

type Unit = Omit<ControlUnit, "image">;

function unitOf(values: Values): Unit {
  const { type, ...rest } = checkValues(unitNames, values);
  if (type === undefined) checkValue("type", "");
  return { type, ...rest } as Unit;
}

const unitNames = ["type", "weight", "guidance_start", "guidance_end", "control_mode"] as const;

function withUnit(request: GenerationRequest, unit: Unit, image: InputPicture): GenerationRequest {
  const control = [...(request.control ?? []), { ...unit, image }];
  if (control.length > mostUnits)
    throw new UserError((text) => text.refused.tooManyUnits(mostUnits));
  return { ...request, control };
}

/** What webuis offer if nobody changes their settings (webui-api.md, section 11). */
const mostUnits = 3;

function withLastImage(request: GenerationRequest, image: InputPicture): GenerationRequest {
  const units = request.control ?? [];
  const last = units.length - 1;
  return {
    ...request,
    control: units.map((unit, at) => (at === last ? { ...unit, image } : unit)),
  };
}

/** What is to be repainted of a picture, and what is to be added to it. */
async function withPicture(
  { mask }: Draft,
  request: GenerationRequest & { image: InputPicture },
  context: Context,
): Promise<GenerationRequest> {
  const { image, extend, extend_by } = request;
  if (extend !== undefined) {
    if (mask !== undefined) throw new UserError((text) => text.refused.maskAndExtend);
    const canvas = await extended(image, extend, extend_by, context);
    // What the person chose of it stays as it was chosen.
    return { ...canvas, ...request, ...sizedBy(canvas) } as GenerationRequest;
  }
  if (mask === undefined) return request;
  const given = await takePicture(mask, context);
  return { ...request, mask: await maskOf(image, given, context) };
}

const sizedBy = ({ image, mask, width, height }: Values) => ({ image, mask, width, height });

function checkAbility(work: Work, { webuis }: Context): void {
  const needed = abilityFor(work);
  const catalogs = webuis.catalogs();
  if (needed === undefined || catalogs.length === 0) return;
  if (!catalogs.some(({ can }) => can.includes(needed))) {
    throw new UserError((text) => text.refused.cannotDo[needed]);
  }
}
