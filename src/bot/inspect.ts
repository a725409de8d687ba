import type { Inspected } from "../discord/inspection.ts";
import { asPrompts, ofPicture } from "../generation/expand.ts";
import { valuesOf } from "../generation/infotext-values.ts";
import { readGenerationData } from "../generation/picture/generation-data.ts";
import { isDrawing } from "../generation/work.ts";
import type { KeptDraft } from "../store/drafts.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import { fetchOf, hiddenAs, onlyDrawing } from "./recall.ts";
import { redraw } from "./redraw.ts";

/** What a picture's own bytes say of how it was made; undefined where they say nothing. */
export function inspectBytes(bytes: Buffer): Inspected | undefined {
  const data = readGenerationData(bytes);
  if (data === undefined) return undefined;
  const { values, others, dropped } = valuesOf(data);
  for (const { key, value } of dropped) others.set(key, value);
  return { program: data.program, values: onlyDrawing(values), others };
}

/** What is found out, and what its buttons start from. */
export type Inspection = { inspected: Inspected | undefined; draft: KeptDraft };

/**
 * How one of the pictures of a message was made, which `draft` knows: by itself, else by the record of the job that
 * made it. `at` counts from 1.
 * @throws {UserError} when the picture cannot be had.
 */
export async function inspectPicture(
  draft: KeptDraft,
  at: number,
  context: Context,
): Promise<Inspection> {
  const { pictures = [], job, from } = draft;
  const picture = pictures[at - 1];
  const own = picture === undefined ? undefined : inspectBytes(await fetchOf(picture, context));
  const recorded =
    own === undefined && job !== undefined
      ? await recordOf(job, picture?.number ?? at, context)
      : undefined;
  const inspected = own ?? recorded?.inspected;
  const image = recorded?.image;
  return {
    inspected,
    draft: {
      values:
        inspected === undefined ? {} : { ...hiddenAs(picture), ...asPrompts(inspected.values) },
      pictures,
      job,
      from,
      image,
    },
  };
}

/** A CDN may take out what a picture says of itself; we know it all the same. */
async function recordOf(job: string, number: number, { records }: Context) {
  const [known, notes] = await orAway(() => Promise.all([records.get(job), records.notes(job)]));
  if (known === undefined || !isDrawing(known.request)) return undefined;
  const { values, image } = redraw(ofPicture(known.request, number - 1));
  const { count: _, ...one } = values;
  const { subseed } = known.request;
  const seeds = (notes["seeds"] ?? "").split(",").filter(Boolean).map(Number);
  const seed = seeds[number - 1] ?? known.request.seed + number - 1;
  const inspected: Inspected = {
    program: "Easel",
    values: { ...one, seed, ...(subseed === undefined ? {} : { subseed: subseed + number - 1 }) },
    others: new Map(),
  };
  return { inspected, image: image !== undefined && "hash" in image ? image : undefined };
}
