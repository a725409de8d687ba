import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Profile } from "./profiles.ts";
import type { Answer } from "./types.ts";

const compress = promisify(gzip);

/** Writes an answer, and says whether all of it was handed to a client that was still there. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  profile: Profile,
): Promise<boolean> {
  const { delivery } = answer;
  if (delivery?.kind === "drop" || response.destroyed) {
    request.socket.destroy();
    return false;
  }
  const hasBody = answer.json !== undefined || answer.text !== undefined;
  let body = hasBody ? toBytes(answer) : Buffer.alloc(0);
  const isPlainJson = answer.text === undefined;
  if (hasBody) response.setHeader("content-type", answer.type ?? "application/json");
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (profile.server) response.setHeader("server", profile.server);
  const accepted = request.headers["accept-encoding"] ?? "";
  if (
    profile.gzip &&
    body.length >= 1000 &&
    /\bgzip\b/.test(accepted) &&
    !delivery &&
    isPlainJson
  ) {
    body = await compress(body, { level: 1 });
    response.setHeader("content-encoding", "gzip");
    response.setHeader("vary", "Accept-Encoding");
  }
  response.statusCode = answer.status;
  if (delivery?.kind === "huge") return sendEndlessly(response);
  const length = delivery?.kind === "truncate" ? body.length + 1024 : body.length;
  if (answer.status !== 204) response.setHeader("content-length", length);
  if (delivery?.kind === "truncate") {
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => request.socket.destroy());
    return false;
  }
  if (delivery?.kind === "slow") return sendSlowly(response, body, delivery.ms);
  return finish(response, body);
}

function toBytes({ json, text }: Answer): Buffer {
  if (text !== undefined) return Buffer.from(text);
  return Buffer.from(JSON.stringify(json));
}

function finish(response: ServerResponse, body: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    response.once("finish", () => resolve(true));
    response.once("close", () => resolve(response.writableFinished));
    if (response.destroyed) resolve(false);
    else response.end(body);
  });
}

async function sendSlowly(response: ServerResponse, body: Buffer, ms: number): Promise<boolean> {
  const parts = 20;
  const size = Math.ceil(body.length / parts);
  for (let i = 0; i < parts - 1 && !response.destroyed; i++) {
    response.write(body.subarray(i * size, (i + 1) * size));
    await sleep(ms / parts);
  }
  return finish(response, body.subarray((parts - 1) * size));
}

async function sendEndlessly(response: ServerResponse): Promise<boolean> {
  response.write('{"images":["');
  const more = Buffer.alloc(256 * 1024, "A");
  while (!response.destroyed) {
    if (response.write(more)) await new Promise<void>((resolve) => setImmediate(resolve));
    else
      await new Promise<void>((resolve) => {
        const go = () => {
          response.off("drain", go);
          response.off("close", go);
          resolve();
        };
        response.on("drain", go);
        response.on("close", go);
      });
  }
  return false;
}
