import type { Readable } from "node:stream";
import { Pool } from "undici";
import type { Address } from "./address.ts";
import { networkFailure } from "./failures.ts";

export type Ask = {
  method: "GET" | "POST";
  /** Below the webui's own path: `/sdapi/v1/samplers`. */
  path: string;
  body?: string | undefined;
  /** Of the body; JSON if not said. */
  type?: string | undefined;
  /** Cookies of a session, as the header has them. */
  cookie?: string | undefined;
  /** The asker's will: its reason is thrown as it is. */
  signal: AbortSignal;
  /** The only other end of a wait: its abort is a timeout. */
  clock: AbortSignal;
  /** Called when the whole body was written. */
  onSent?: (() => void) | undefined;
};

export type Answer = {
  status: number;
  statusText: string;
  /** Value of a header, several of one name joined. */
  header(name: string): string | undefined;
  cookies: string[];
  /** The body as it arrives; what goes wrong meanwhile is a BackendError. Leaving the loop closes the socket. */
  chunks: AsyncIterable<Buffer>;
  /** Closes the socket instead of reading the body. */
  drop: () => void;
};

export type Http = { ask(ask: Ask): Promise<Answer>; close(): Promise<void> };

/** A drawing, lists, progress and an interrupt at once. sd.cpp serves eight sockets in all (webui-api.md, section 13). */
const maxSockets = 4;
/** Milliseconds. Under the 5 s after which uvicorn and sd.cpp close an idle socket. */
const keepAlive = 4000;
/** Milliseconds. */
const connectTimeout = 5000;

/** The sockets to one webui. Nothing of undici waits by its own clock: a webui sends no byte before the last step. */
export function createHttp(address: Address, headers: Record<string, string>): Http {
  const pool = new Pool(address.origin, {
    connections: maxSockets,
    keepAliveTimeout: keepAlive,
    keepAliveMaxTimeout: keepAlive,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectTimeout },
    allowH2: false,
  });
  const always = lowerCased({
    "accept-encoding": "identity",
    ...(address.basic === undefined ? {} : { authorization: address.basic }),
    ...lowerCased(headers),
  });

  async function ask({
    method,
    path,
    body,
    type,
    cookie,
    signal,
    clock,
    onSent,
  }: Ask): Promise<Answer> {
    const cookies = [always["cookie"], cookie].filter(Boolean).join("; ");
    const mapped = (error: unknown) => networkFailure(error, signal, clock);
    try {
      const response = await pool.request({
        method,
        path: address.base + path,
        body: body === undefined || onSent === undefined ? (body ?? null) : told(body, onSent),
        headers: {
          ...always,
          ...(body === undefined ? {} : { "content-type": type ?? "application/json" }),
          ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
          ...(cookies === "" ? {} : { cookie: cookies }),
        },
        signal: AbortSignal.any([signal, clock]),
      });
      return {
        status: response.statusCode,
        statusText: response.statusText,
        header: (name) => [response.headers[name] ?? []].flat().join(", ") || undefined,
        cookies: [response.headers["set-cookie"] ?? []].flat(),
        chunks: withFailures(response.body, mapped),
        drop: () => response.body.on("error", () => {}).destroy(),
      };
    } catch (error) {
      throw mapped(error);
    }
  }

  return { ask, close: () => pool.destroy() };
}

/** The whole body as text, or its first `maxBytes`. */
export async function readText(answer: Answer, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer.chunks) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes).toString("utf8");
}

/** What comes after the last chunk happens once that is written. */
function told(body: string, onSent: () => void): Readable {
  async function* chunks() {
    yield Buffer.from(body);
    onSent();
  }
  // Undici takes anything that is iterable, which its types do not say; a real stream would be read ahead.
  return chunks() as unknown as Readable;
}

async function* withFailures(
  body: AsyncIterable<Buffer>,
  mapped: (error: unknown) => unknown,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* body;
  } catch (error) {
    throw mapped(error);
  }
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
