import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, refusal } from "./errors.ts";
import { type Faults, badAnswer } from "./faults.ts";
import { type Received, type Upload, objectOf, readRequest } from "./multipart.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Answer, Route } from "./route.ts";
import type { World } from "./world.ts";

/** One finished request to the REST API. */
export interface Exchange {
  method: string;
  /** Decoded, without /api/v10 and the query. */
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  body: unknown;
  files: Upload[];
  /** 0: the connection was broken instead of an answer. */
  status: number;
  answer: unknown;
  at: number;
}

interface Parts {
  routes: Route[];
  faults: Faults;
  limits: RateLimits;
  onExchange: (exchange: Exchange) => void;
}

interface Found {
  route: Route;
  params: Record<string, string>;
}

function fit(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? "";
    if (part.startsWith(":") && actual !== "") params[part.slice(1)] = actual;
    else if (part !== actual) return undefined;
  }
  return params;
}

function find(routes: Route[], method: string, path: string): Found {
  const fitting = routes.flatMap((route) => {
    const params = fit(route.path, path);
    return params ? [{ route, params }] : [];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (found) return found;
  throw fitting.length > 0 ? refusal.wrongMethod() : refusal.unknownRoute();
}

/** The REST side: finds the route, counts, carries out, answers and records. */
export function createRest(world: World, parts: Parts) {
  const { routes, faults, limits, onExchange } = parts;

  function carryOut(
    request: IncomingMessage,
    where: { method: string; path: string; query: URLSearchParams },
    received: Received,
  ): Answer & { headers: Record<string, string> } {
    let headers: Record<string, string> = {};
    try {
      const { route, params } = find(routes, where.method, where.path);
      if (route.auth && request.headers.authorization !== `Bot ${world.token}`)
        throw refusal.unauthorized();
      const name = `${route.method} ${route.path}`;
      const verdict = limits.check(
        { name, limit: route.limit, countsGlobally: route.auth },
        params,
      );
      headers = verdict.headers;
      if (verdict.refused) return { ...tooMany(verdict.refused), headers };
      if (received.tooLarge) throw refusal.tooLarge();
      if (received.malformed) throw refusal.invalidJson();
      const call = {
        params,
        query: where.query,
        raw: received.body,
        body: () => objectOf(received),
        files: received.files,
      };
      return { ...route.handle(call), headers };
    } catch (error) {
      if (error instanceof ApiError) return { status: error.status, body: error.toBody(), headers };
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      world.problems.push(`${where.method} ${where.path}: ${text}`);
      return { status: 500, body: { message: text, code: 0 }, headers };
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", "http://discord");
    const path = decoded(url.pathname.replace(/^\/api(\/v\d+)?/, ""));
    const received = await readRequest(request);
    await faults.pause(method, path);
    const failure = faults.take(method, path);
    if (failure?.delayMs) await sleep(failure.delayMs, undefined, { ref: false });
    const spared = !failure || failure.afterwards === true;
    const done = spared
      ? carryOut(request, { method, path, query: url.searchParams }, received)
      : undefined;
    const bad = failure ? badAnswer(failure) : undefined;
    const given = bad ?? done ?? { status: 500, headers: {} };
    const dropped = failure?.drop === true;
    onExchange({
      method,
      path,
      query: url.search,
      headers: request.headers,
      body: received.body,
      files: received.files,
      status: dropped ? 0 : given.status,
      answer: given.body,
      at: world.now(),
    });
    if (dropped) request.socket.destroy();
    else give(response, given);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      // a client that hangs up while we read is its own business
      if (!request.destroyed) world.problems.push(String(error));
      response.destroy();
    });
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const tooMany = (refused: { retryAfter: number; global: boolean }): Answer => ({
  status: 429,
  body: {
    message: "You are being rate limited.",
    retry_after: refused.retryAfter,
    global: refused.global,
  },
});

function give(
  response: ServerResponse,
  { status, headers, body }: Answer & { headers: Record<string, string> },
): void {
  const isText = typeof body === "string";
  const type = isText ? "text/html; charset=UTF-8" : "application/json";
  const content = body === undefined ? "" : isText ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    ...(content === "" ? {} : { "content-type": type }),
    via: "1.1 google",
  });
  response.end(content);
}
