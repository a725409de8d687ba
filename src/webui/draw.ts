import { BackendError } from "../errors.ts";
import type { Answer } from "./http.ts";
import type { Payload } from "./payload.ts";
import { failureOf, isGood, type Webui } from "./webui.ts";

export type Draw = {
  route: string;
  body: Payload;
  signal: AbortSignal;
  clock: AbortSignal;
  /** The answer is given up when it is larger. */
  maxBytes: number;
  /** Takes the answer as it arrives. */
  write: (index: number, chunk: Buffer) => void;
};

/** Bytes that are gathered before they are put away. */
const chunkBytes = 256 * 1024;

/**
 * Posts a drawing and hands on the answer while it arrives. Returns it whole, with the number of its chunks.
 * @throws {BackendError}
 */
export async function draw(
  webui: Webui,
  drawing: Draw,
): Promise<{ whole: Buffer; chunks: number }> {
  const { route, body, signal, clock, maxBytes } = drawing;
  const answer = await webui.http.ask({
    method: "POST",
    path: route,
    body: JSON.stringify(body),
    signal,
    clock,
  });
  if (!isGood(answer)) throw await failureOf(webui, answer);
  if (Number(answer.header("content-length") ?? 0) > maxBytes) {
    answer.drop();
    throw new BackendError("nonsense", "");
  }
  const { chunks, bytes } = await passOn(answer, drawing);
  const whole = Buffer.concat(chunks);
  if (!isWhole(answer, whole, bytes)) throw new BackendError("broke", "");
  return { whole, chunks: chunks.length };
}

async function passOn(answer: Answer, { maxBytes, write }: Draw) {
  const chunks: Buffer[] = [];
  let [bytes, waiting, gathered] = [0, 0, [] as Buffer[]];
  const flush = () => {
    if (waiting === 0) return;
    const chunk = Buffer.concat(gathered);
    write(chunks.length, chunk);
    chunks.push(chunk);
    [waiting, gathered] = [0, []];
  };
  for await (const chunk of answer.chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new BackendError("nonsense", "");
    gathered.push(chunk);
    waiting += chunk.length;
    if (waiting >= chunkBytes) flush();
  }
  flush();
  return { chunks, bytes };
}

/** An answer that ends with its connection may have been cut; then its last sign tells. */
function isWhole(answer: Answer, whole: Buffer, bytes: number): boolean {
  const length = answer.header("content-length");
  if (length !== undefined) return bytes === Number(length);
  return (
    answer.header("transfer-encoding") !== undefined ||
    /\}\s*$/.test(whole.subarray(-64).toString("latin1"))
  );
}
