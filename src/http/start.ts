import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { formats, sniffFormat } from "../generation/picture/format.ts";
import { readLink } from "./links.ts";

export type HttpParts = {
  host: string;
  port: number;
  /** What links are signed with. */
  secret(): Promise<string>;
  /** The untouched picture, if it is still kept. */
  readOriginal(id: string, number: number): Promise<Buffer | undefined>;
  onError(error: unknown): void;
};

/** Serves what links of ours point to. A port that is taken is said and done without. */
export async function startHttp(parts: HttpParts): Promise<{ close(): Promise<void> }> {
  const { host, port, onError } = parts;
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      onError(error);
      end(response, 500);
    });
  });
  server.on("error", onError);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.once("error", () => resolve());
  server.listen(port, host, resolve);
  await promise;
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(
  { secret, readOriginal }: HttpParts,
  { method, url = "/" }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (method !== "GET" && method !== "HEAD") return end(response, 405);
  const linked = readLink(url, await secret(), Date.now());
  const bytes = linked && (await readOriginal(linked.id, linked.number));
  if (linked === undefined || bytes === undefined) return end(response, 404);
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

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { "content-type": "text/plain" });
  response.end();
}
