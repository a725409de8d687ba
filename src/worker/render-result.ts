import { code } from "../discord/markdown.ts";
import {
  captionMessage,
  maxMessageBytes,
  type PostedPicture,
  resultMessages,
} from "../discord/message.ts";
import type { Render } from "../discord/outgoing.ts";
import type { Drawing } from "../generation/backend.ts";
import { fitPicture } from "../generation/picture/fit.ts";
import { formats, sniffFormat } from "../generation/picture/format.ts";
import type { DeliverJob } from "../jobs.ts";
import type { Log } from "../log.ts";
import type { Text } from "../text/en.ts";
import type { WorkerContext } from "./context.ts";
import type { Made } from "./count.ts";
import { emptyRemarks } from "./empty.ts";
import { remarksOn } from "./remarks.ts";
import { savePictures } from "./save.ts";

export type Rendering = { render: Render; made?: Made };

export async function renderResult(
  job: DeliverJob,
  drawing: Drawing,
  text: Text,
  context: WorkerContext,
): Promise<Rendering> {
  const { id, request, reply, remarks } = job;
  const { caption } = drawing;
  if (caption !== undefined) {
    const { userId, userName } = reply;
    await context.records.note(id, "caption", caption);
    const render: Render = async ({ mention }) => [
      captionMessage(text, { id, userId, userName, caption }, mention),
    ];
    return { render, made: { pictures: 0, model: undefined } };
  }
  await context.records.note(id, "seeds", seedsOf(drawing).join(","));
  const canUpscale = (await context.catalogs.read()).some(({ catalog }) =>
    catalog.can.includes("upscale"),
  );
  const empty = await emptyRemarks(drawing, request, text);
  if (context.saveDir !== undefined) await keep(context.saveDir, id, drawing, context.log);
  const render: Render = async ({ maxFileBytes, mention }) => {
    const fitted = await Promise.all(
      drawing.pictures.map(async ({ bytes }) => ({
        ...(await toPosted(bytes, maxFileBytes)),
        placeBytes: Math.min(bytes.length, reply.maxFileBytes, maxMessageBytes),
      })),
    );
    await keepOriginals(id, drawing, fitted, context);
    const changed = fitted.some(({ changed: each }) => each) ? [text.result.reencoded] : [];
    return resultMessages(
      text,
      {
        id,
        request,
        userId: reply.userId,
        userName: reply.userName,
        pictures: fitted,
        seeds: seedsOf(drawing),
        model: drawing.model,
        size: drawing.pictures[0],
        remarks: [...remarks, ...remarksOn(drawing, request, text, code), ...empty, ...changed],
        canUpscale,
        from: job.from,
      },
      mention,
    );
  };
  return { render, made: { pictures: drawing.pictures.length, model: drawing.model } };
}

/** A full or forbidden disk is the host's concern; the member gets the pictures all the same. */
async function keep(saveDir: string, id: string, drawing: Drawing, log: Log): Promise<void> {
  try {
    await savePictures(saveDir, id, drawing);
  } catch (error) {
    log.error({ job: id, err: error }, "the originals could not be saved in SAVE_DIR");
  }
}

/** What Discord gets otherwise than it was made can still be had as it was. */
async function keepOriginals(
  id: string,
  { pictures }: Drawing,
  fitted: readonly { changed: boolean }[],
  { originals }: WorkerContext,
): Promise<void> {
  for (const [index, { bytes }] of pictures.entries()) {
    if (fitted[index]?.changed === true) await originals.put(id, index + 1, bytes);
  }
}

function seedsOf({ pictures }: Drawing): number[] {
  return pictures.flatMap(({ seed }) => (seed === undefined ? [] : [seed]));
}

async function toPosted(
  bytes: Buffer,
  maxBytes: number,
): Promise<PostedPicture & { changed: boolean }> {
  const {
    bytes: posted,
    format,
    changed,
  } = await fitPicture(bytes, Math.min(maxBytes, maxMessageBytes));
  return { bytes: posted, ...formats[sniffFormat(posted) ?? format], changed };
}
