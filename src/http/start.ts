import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { formats, sniffFormat } from "../generation/picture/format.ts";
import { readLink } from "./links.ts";

/** What links of ours point to. */
export type Originals = {
  /** What links are signed with. */
  secret(): Promise<string>;
  /** The untouched picture, if it is still kept. */
  readOriginal(id: string, number: number): Promise<Buffer | undefined>;
};

export type HttpParts = {
  host: string;
  port: number;
  /** Undefined where nobody is given links. */
  originals(): Originals | undefined;
  /** Undefined where what is kept cannot be asked for in time. */
  inTime<T>(question: () => Promise<T>): Promise<T | undefined>;
  /** What has to be there, each with whether it is. */
  readiness(): Promise<Record<string, boolean>>;
  metrics(): Promise<{ type: string; text: string }>;
  onError(error: unknown): void;
  /** Nothing can be served there, and it is done without; `code` is the system's, such as EADDRINUSE. */
  onRefused(code: string): void;
};

/** Tells how we are, and serves what links of ours point to. */
export async function startHttp(parts: HttpParts): Promise<{ close(): Promise<void> }> {
  const { host, port, onError, onRefused } = parts;
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      onError(error);
      end(response, 500);
    });
  });
  try {
    await once(server.listen(port, host), "listening");
  } catch (error) {
    onRefused((error as NodeJS.ErrnoException).code ?? "");
    return { close: async () => undefined };
  }
  server.on("error", onError);
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(
  parts: HttpParts,
  { method, url = "/" }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (method !== "GET" && method !== "HEAD") return end(response, 405);
  const body = (status: number, type: string, text: string) => {
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
    response.end(method === "HEAD" ? undefined : text);
  };
  switch (url.split("?", 1)[0]) {
    case "/healthz":
      return body(200, "text/plain; charset=utf-8", "ok\n");
    case "/readyz": {
      const ready = await parts.readiness();
      const isReady = Object.values(ready).every(Boolean);
      return body(isReady ? 200 : 503, "application/json", `${JSON.stringify(ready)}\n`);
    }
    case "/metrics": {
      const { type, text } = await parts.metrics();
      return body(200, type, text);
    }
    default:
      return answerLink(parts, url, method, response);
  }
}

async function answerLink(
  parts: Pick<HttpParts, "originals" | "inTime">,
  url: string,
  method: string,
  response: ServerResponse,
): Promise<void> {
  const originals = parts.originals();
  if (originals === undefined || !url.includes("/originals/")) return end(response, 404);
  const { secret, readOriginal } = originals;
  const found = await parts.inTime(async () => {
    const linked = readLink(url, await secret(), Date.now());
    return { linked, bytes: linked && (await readOriginal(linked.id, linked.number)) };
  });
  if (found === undefined) return end(response, 503);
  const { linked, bytes } = found;
  // The doctor knows us by this word.
  if (linked === undefined || bytes === undefined) return end(response, 404, "gone\n");
  const { extension, mime } = formats[sniffFormat(bytes) ?? "png"];
  response.writeHead(200, {
    "content-type": mime,
    "content-length": bytes.length,
    "content-disposition": `inline; filename="easel-${linked.id}-${linked.number}.${extension}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(method === "HEAD" ? undefined : bytes);
}

function end(response: ServerResponse, status: number, text?: string): void {
  if (!response.headersSent) response.writeHead(status, { "content-type": "text/plain" });
  response.end(text);
}
