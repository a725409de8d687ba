import { z } from "zod";
import { BackendError } from "../errors.ts";
import type { Drawing, Picture, ReadAnswers } from "../generation/backend.ts";
import type { GenerationRequest } from "../generation/request.ts";
import { isDescription, isDrawing } from "../generation/work.ts";
import { decodeImage, splitAnswer } from "./images.ts";
import { readSize } from "./picture-size.ts";

const body = z.object({ images: z.array(z.string()), info: z.unknown().optional() });

const whole = z.int().nonnegative().optional().catch(undefined);
const text = z.string().min(1).optional().catch(undefined);

/** What we read of `info` (webui-api.md, section 4.4); each server leaves out some of it. */
const info = z.object({
  index_of_first_image: whole,
  all_seeds: z.array(z.int()).optional().catch(undefined),
  infotexts: z.array(z.string()).optional().catch(undefined),
  sd_model_name: text,
  sampler_name: text,
});
type Info = z.infer<typeof info>;

/** Made by one request: the pictures of it, and how many seeds it used up. */
type PartOfDrawing = { pictures: Picture[]; infotexts: string[]; made: number; info: Info };

export const readAnswers: ReadAnswers = (parts, request) => {
  if (isDrawing(request)) return readDrawing(parts, request);
  const [first = Buffer.alloc(0)] = parts;
  return isDescription(request) ? readCaption(first) : readUpscaled(first);
};

const upscaled = z.object({ image: z.string() });
const described = z.object({ caption: z.string() });

/** webui-api.md, section 8. */
function readUpscaled(bytes: Buffer): Drawing {
  const answer = upscaled.safeParse(parsed(bytes.toString("utf8")));
  const picture = answer.success ? readPicture(answer.data.image) : undefined;
  if (picture === undefined) throw new BackendError("nonsense", "", { cause: answer.error });
  return {
    pictures: [{ ...picture, seed: undefined }],
    model: undefined,
    sampler: undefined,
    infotexts: [],
  };
}

/** webui-api.md, section 9. */
function readCaption(bytes: Buffer): Drawing {
  const answer = described.safeParse(parsed(bytes.toString("utf8")));
  const caption = answer.data?.caption.trim() ?? "";
  if (caption === "") throw new BackendError("nonsense", "", { cause: answer.error });
  return { pictures: [], model: undefined, sampler: undefined, infotexts: [], caption };
}

function readDrawing(parts: Buffer[], request: GenerationRequest): Drawing {
  const drawing: Drawing = { pictures: [], model: undefined, sampler: undefined, infotexts: [] };
  let before = 0;
  for (const bytes of parts) {
    const part = readPart(bytes, request, before);
    before += part.made;
    drawing.pictures.push(...part.pictures);
    drawing.infotexts.push(...part.infotexts);
    drawing.model ??= part.info.sd_model_name;
    drawing.sampler ??= part.info.sampler_name;
  }
  if (drawing.pictures.length === 0) throw new BackendError("nonsense", "");
  return drawing;
}

function readPart(bytes: Buffer, { seed }: GenerationRequest, before: number): PartOfDrawing {
  const split = splitAnswer(bytes);
  const answer = body.safeParse(parsed(split?.rest ?? bytes.toString("utf8")));
  if (!answer.success) throw new BackendError("nonsense", "", { cause: answer.error });
  const images = split?.images ?? answer.data.images;
  const facts = readInfo(answer.data.info);
  const range = realPictures(images.length, facts);
  const part: PartOfDrawing = {
    pictures: [],
    infotexts: [],
    made: Math.max(1, range.count),
    info: facts,
  };
  for (let i = 0; i < range.count; i++) {
    const picture = readPicture(images[range.first + i] ?? "");
    if (picture === undefined) continue;
    const own = facts.all_seeds?.[i] ?? seed + before + i;
    part.pictures.push({ ...picture, seed: own >= 0 ? own : undefined });
    const infotext = facts.infotexts?.[range.first + i];
    if (infotext !== undefined) part.infotexts.push(infotext);
  }
  return part;
}

/**
 * Which of the images are the pictures: not the grid before them, not what extensions put behind them.
 * There are as many as seeds, or fewer after an interrupt; each has an infotext, as the grid has (surprises 4 and 5).
 */
function realPictures(images: number, { index_of_first_image, all_seeds, infotexts }: Info) {
  const first = Math.min(index_of_first_image ?? 0, images);
  const described = (infotexts?.length ?? 0) - first;
  const counts = [
    images - first,
    all_seeds?.length || Infinity,
    described > 0 ? described : Infinity,
  ];
  return { first, count: Math.min(...counts) };
}

function readPicture(text: string | Buffer): Omit<Picture, "seed"> | undefined {
  const bytes = decodeImage(text);
  const size = readSize(bytes);
  return size && { bytes, ...size };
}

/** JSON inside JSON; "" on KoboldCpp (surprise 6). */
function readInfo(value: unknown): Info {
  const facts = info.safeParse(typeof value === "string" ? parsed(value) : value);
  return facts.success ? facts.data : info.parse({});
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
