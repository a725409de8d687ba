import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach } from "vitest";
import type { GenerateOptions } from "../../src/generation/backend.ts";
import { generationRequest } from "../../src/generation/request.ts";
import { type BackendOptions, createBackend } from "../../src/webui/client.ts";

export type Got = { method: string; path: string; headers: IncomingHttpHeaders; body: string };

/** What a route does: answers itself, or returns what is sent as JSON. */
export type Route = (got: Got, response: ServerResponse) => unknown;

/** A small webui: routes by method and path; whatever is not there is FastAPI's 404. */
export async function startServer(routes: Record<string, Route>, at = 0) {
  const requests: Got[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method = "", url = "", headers } = incoming;
      const got = { method, path: url, headers, body: Buffer.concat(chunks).toString("utf8") };
      requests.push(got);
      const route = routes[`${method} ${url.split("?")[0]}`];
      if (route === undefined) return send(response, 404, { detail: "Not Found" });
      const answer = route(got, response);
      if (answer !== undefined) send(response, 200, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function send(response: ServerResponse, status: number, json: unknown) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(json));
}

/** The lists of a plain A1111, as small as they can be. */
export const a1111: Record<string, Route> = {
  "GET /sdapi/v1/samplers": () => [
    { name: "Euler a", aliases: ["k_euler_a", "euler a"], options: {} },
    { name: "DPM++ 2M", aliases: [], options: {} },
  ],
  "GET /sdapi/v1/schedulers": () => [{ name: "karras", label: "Karras", aliases: null }],
  "GET /sdapi/v1/sd-models": () => [
    {
      title: "sub/dream.safetensors [0123456789]",
      model_name: "sub_dream",
      hash: "0123456789",
      sha256: "0123456789abcdef",
      filename: "/home/me/models/sub/dream.safetensors",
    },
    {
      title: "base.ckpt",
      model_name: "base",
      hash: null,
      sha256: null,
      filename: "C:\\m\\base.ckpt",
    },
  ],
  "GET /sdapi/v1/options": () => ({ sd_model_checkpoint: "base" }),
  "GET /sdapi/v1/sd-vae": () => [{ model_name: "kl.pt", filename: "/home/me/kl.pt" }],
  "GET /sdapi/v1/realesrgan-models": () => [],
  "GET /sdapi/v1/progress": () => ({ progress: 0, state: { job: "", job_count: 0 } }),
  "POST /sdapi/v1/interrupt": () => ({}),
};

/** A PNG's header of that size, which is all that is looked at. */
export function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

export const png = (width = 8, height = 8) => pngOf(width, height).toString("base64");

export function answerOf(images: string[], info: unknown = "") {
  return { images, parameters: {}, info: info === "" ? "" : JSON.stringify(info) };
}

/** A request with what a test cares for. */
export const requestOf = (values: Record<string, unknown> = {}) =>
  generationRequest.parse({ prompt: "a castle", seed: 5, steps: 20, ...values });

type Ended = { before: number; count: number; chunks: number };

/** A sink that keeps what it is given. `left` there by earlier tries: answers of so many pictures each. */
export function createSink(left: readonly object[] = [], counts = left.map(() => 1)) {
  const earlier = left.map((answer) => Buffer.from(JSON.stringify(answer)));
  const chunks: [before: number, index: number, chunk: Buffer][] = [];
  const ends: Ended[] = [];
  const answers: GenerateOptions["answers"] = {
    id: "1",
    kind: "a1111",
    stored: counts.map((count, index) => ({
      before: counts.slice(0, index).reduce((sum, each) => sum + each, 0),
      count,
    })),
    earlier: () => Promise.resolve([...earlier]),
    begin: () => undefined,
    write: ({ before }, ...chunk) => void chunks.push([before, ...chunk]),
    end: (part, count) => {
      ends.push({ ...part, chunks: count });
      return Promise.resolve();
    },
  };
  const partOf = (part: number) =>
    Buffer.concat(chunks.filter(([of]) => of === part).map(([, , chunk]) => chunk));
  const parts = () => ends.map(({ before }) => partOf(before));
  return { answers, chunks, ends, parts };
}

export const never = new AbortController().signal;

/** Waits until something is so, at most for two seconds. */
export async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i++) await wait(10);
}

/** A route that is not there after all. */
export const missing: Route = (_got, response) => void response.writeHead(404).end();

/** Makes servers and backends that are closed after each test. */
export function useWebuis() {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  function backendAt(url: string, options: Partial<BackendOptions> = {}) {
    const backend = createBackend({ url, headers: {}, timeoutMs: 10_000, ...options });
    closing.push(() => backend.close());
    return backend;
  }

  async function serve(routes: Record<string, Route>, port?: number) {
    const server = await startServer(routes, port);
    closing.push(server.close);
    return server;
  }

  /** A plain A1111 with other routes, and a backend for it. */
  async function start(routes: Record<string, Route> = {}, options: Partial<BackendOptions> = {}) {
    const server = await serve({ ...a1111, ...routes });
    return { server, backend: backendAt(server.url, options) };
  }

  return { closing, backendAt, serve, start };
}
