import { BackendError } from "../errors.ts";
import type { Answer } from "./http.ts";
import { showsPicture } from "./images.ts";
import type { Stage } from "./put.ts";
import { failureOf, isGood, type Webui } from "./webui.ts";

export type Draw = {
  route: string;
  /** JSON. */
  body: string;
  signal: AbortSignal;
  clock: AbortSignal;
  /** The answer is given up when it is larger. */
  maxBytes: number;
  onStage?: ((stage: Stage) => void) | undefined;
  /** Takes the answer as it arrives. */
  write: (index: number, chunk: Buffer) => Promise<void> | void;
};

/** Bytes that are gathered before they are put away. */
const chunkBytes = 256 * 1024;

/** The number of an answer's chunks; the chunks themselves only where a look at the first does not show a picture. */
export type Drawn = { chunks: number; doubtful: Buffer[] | undefined };

/**
 * Posts a drawing and hands on the answer while it arrives.
 * @throws {BackendError}
 */
export async function draw(webui: Webui, drawing: Draw): Promise<Drawn> {
  const { route, body, signal, clock, maxBytes, onStage } = drawing;
  const answer = await webui.http.ask({
    method: "POST",
    path: route,
    body,
    signal,
    clock,
    onSent: () => onStage?.("sent"),
  });
  onStage?.("answering");
  if (!isGood(answer)) throw await failureOf(webui, answer);
  if (Number(answer.header("content-length") ?? 0) > maxBytes) {
    answer.drop();
    throw new BackendError("nonsense", "");
  }
  const { chunks, bytes, kept, end } = await passOn(answer, drawing);
  if (!isWhole(answer, end, bytes)) throw new BackendError("broke", "");
  return { chunks, doubtful: showsPicture(kept) ? undefined : kept };
}

async function passOn(answer: Answer, { maxBytes, write }: Draw) {
  const kept: Buffer[] = [];
  let [chunks, bytes, waiting, gathered] = [0, 0, 0, [] as Buffer[]];
  let end = Buffer.alloc(0);
  const flush = async () => {
    if (waiting === 0) return;
    const chunk = Buffer.concat(gathered);
    const stored = write(chunks, chunk);
    end = Buffer.concat([end, chunk.subarray(-64)]).subarray(-64);
    // Megabytes are not held for nothing: they are read again when they are posted.
    if (chunks === 0 || !showsPicture(kept)) kept.push(chunk);
    chunks += 1;
    [waiting, gathered] = [0, []];
    await stored;
  };
  for await (const chunk of answer.chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new BackendError("nonsense", "");
    gathered.push(chunk);
    waiting += chunk.length;
    if (waiting >= chunkBytes) await flush();
  }
  await flush();
  return { chunks, bytes, kept, end };
}

/** An answer that ends with its connection may have been cut; then its last sign tells. */
function isWhole(answer: Answer, end: Buffer, bytes: number): boolean {
  const length = answer.header("content-length");
  if (length !== undefined) return bytes === Number(length);
  return answer.header("transfer-encoding") !== undefined || /\}\s*$/.test(end.toString("latin1"));
}
