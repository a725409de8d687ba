import type { IncomingMessage } from "node:http";
import { refusal } from "./errors.ts";
import { type Wire, isObject } from "./form.ts";
import { MIB } from "./world.ts";

const LARGEST_REQUEST = 25 * MIB;

export interface Upload {
  field: string;
  name: string;
  contentType: string;
  bytes: Buffer;
}

export interface Received {
  body: unknown;
  files: Upload[];
  tooLarge: boolean;
  malformed: boolean;
}

/** Reads the whole request; what exceeds Discord's limit is counted, not kept. */
export async function readRequest(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_REQUEST) chunks.push(chunk);
  }
  const nothing = { body: undefined, files: [], tooLarge: false, malformed: false };
  if (size > LARGEST_REQUEST) return { ...nothing, tooLarge: true };
  if (size === 0) return nothing;
  try {
    const raw = Buffer.concat(chunks);
    const type = request.headers["content-type"] ?? "";
    if (type.startsWith("multipart/form-data")) return await readForm(raw, type);
    return { ...nothing, body: JSON.parse(raw.toString("utf8")) as unknown };
  } catch {
    return { ...nothing, malformed: true };
  }
}

async function readForm(raw: Buffer, type: string): Promise<Received> {
  const form = await new Response(new Uint8Array(raw), {
    headers: { "content-type": type },
  }).formData();
  const files: Upload[] = [];
  const fields: Wire = {};
  for (const [field, value] of form) {
    if (typeof value === "string") fields[field] = value;
    else
      files.push({
        field,
        name: value.name,
        contentType: value.type,
        bytes: Buffer.from(await value.arrayBuffer()),
      });
  }
  const { payload_json: payload, ...rest } = fields;
  const body: unknown = typeof payload === "string" ? JSON.parse(payload) : rest;
  return { body, files, tooLarge: false, malformed: false };
}

/** The body as an object, or Discord's complaint about it. */
export function objectOf(received: Received): Wire {
  if (received.tooLarge) throw refusal.tooLarge();
  if (received.malformed) throw refusal.invalidJson();
  if (received.body === undefined) return {};
  if (!isObject(received.body)) throw refusal.invalidJson();
  return received.body;
}

/** The number in `files[3]`; plain `file` is the first. */
export function indexOf(upload: Upload): string | undefined {
  if (upload.field === "file") return "0";
  return /^files\[(\d+)\]$/.exec(upload.field)?.[1];
}
