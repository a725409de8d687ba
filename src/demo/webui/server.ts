import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { send } from "./answer.ts";
import { checkBasic, gradioRefusal, proxyRefusal } from "./auth.ts";
import { createConnections, type Connections } from "./connections.ts";
import { InjectedError } from "./injected.ts";
import { ApiError, notFound, toErrorAnswer } from "./errors.ts";
import { createThreads } from "./threads.ts";
import type { Answer, Call, Exchange, Route, World } from "./types.ts";
import { brokenJson } from "./broken-json.ts";

/** Serves one run of the server process. */
export function createWebServer(world: World, report: (exchange: Exchange) => void): Connections {
  const threads = createThreads(40);
  const { profile } = world;
  const http = createServer((request, response) => {
    void serve(request, response).catch(() => request.socket.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const started = performance.now();
    const call = await readCall(request);
    if (!call) return;
    const answer = await answerTo(call);
    if (world.life.aborted) return;
    if (profile.processTime && !answer.unhandled && answer.status > 0)
      response.setHeader("x-process-time", String((performance.now() - started) / 1000));
    const heard = await send(request, response, answer, profile);
    if (!world.life.aborted) answer.heard?.(heard);
    report(toExchange(call, answer, at));
  }

  async function answerTo(call: Call): Promise<Answer> {
    const refused = proxyRefusal(call, world);
    if (refused) return refused;
    const route = findRoute(call, world);
    if ("status" in route) return route;
    let leave: (() => void) | undefined;
    try {
      const gradio = gradioRefusal(call, world);
      if (gradio) return gradio;
      if (route.body) call.body = readBody(call, world);
      if (!route.eventLoop) leave = await threads.enter();
      if (!route.open || profile.sdnext) checkBasic(call, world);
      return await route.handle(call, world);
    } catch (error) {
      if (error instanceof InjectedError) return injected(error);
      if (error instanceof Error && error.name === "AbortError")
        return { status: 0, delivery: { kind: "drop" } };
      return toErrorAnswer(error, profile.errors);
    } finally {
      leave?.();
    }
  }

  return createConnections(http, profile.connections, profile.keepAliveSeconds);
}

function injected({ status, body }: InjectedError): Answer {
  if (typeof body === "string") return { status, text: body, type: "text/plain" };
  return { status, json: body ?? { detail: "Injected error" } };
}

async function readCall(request: IncomingMessage): Promise<Call | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
  } catch {
    return undefined;
  }
  const url = new URL(request.url ?? "/", "http://localhost");
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: request.method ?? "GET",
    path: decodeURI(url.pathname),
    query: url.searchParams,
    headers,
    raw: Buffer.concat(chunks),
    body: undefined,
    client: request.socket.remoteAddress ?? "",
    hangUp: () => request.socket.destroy(),
  };
}

const noEndpoint: Answer = {
  status: 404,
  text: "Error: HTTP Server is running, but this endpoint does not exist. Please check the URL.",
  type: "text/html",
};

/** The route of a call, or the answer that there is none. */
function findRoute(call: Call, { routes, options, profile }: World): Route | Answer {
  const prefix = options.subpath ? `/${options.subpath.replace(/^\/|\/$/g, "")}` : "";
  const none =
    profile.errors === "sdcpp"
      ? { status: 404 }
      : profile.errors === "koboldcpp"
        ? noEndpoint
        : undefined;
  if (!call.path.startsWith(prefix)) return none ?? notFound;
  const path = call.path.slice(prefix.length) || "/";
  call.path = path;
  const here = routes.filter((route) => route.path === path);
  const found = here.find((route) => route.method === call.method);
  if (found) return found;
  if (none) return none;
  if (here.length > 0)
    return {
      status: 405,
      json: { detail: "Method Not Allowed" },
      headers: { allow: here.map(({ method }) => method).join(", ") },
    };
  const bare = path.replace(/\/$/, "");
  if (path.length > 1 && bare !== path && routes.some((route) => route.path === bare))
    return { status: 307, headers: { location: prefix + bare } };
  return notFound;
}

/** The body as the framework reads it: JSON when it is said to be, or when nothing is said. */
function readBody({ raw, headers }: Call, { profile }: World): unknown {
  if (profile.errors === "sdcpp" || profile.errors === "koboldcpp") return undefined;
  if (raw.length === 0) return undefined;
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const isJson = type === "" || /^application\/(json|.+\+json)$/.test(type);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch (error) {
    throw new ApiError(400, "There was an error parsing the body", error);
  }
  if (!isJson) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw brokenJson(text, profile.pydantic);
  }
}

function toExchange(call: Call, answer: Answer, at: number): Exchange {
  return {
    method: call.method,
    path: call.path,
    query: Object.fromEntries(call.query),
    headers: call.headers,
    body: call.body ?? (call.raw.length > 0 ? call.raw.toString() : undefined),
    status: answer.delivery?.kind === "drop" ? 0 : answer.status,
    answer: shorten(answer.json ?? answer.text?.toString()),
    at,
  };
}

const cut = (entry: unknown) => (typeof entry === "string" ? entry.slice(0, 200) : entry);

/** Cuts long strings under the names that hold pictures. */
function shorten(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return value;
  const shortened = Object.entries(value).map(([name, entry]): [string, unknown] => {
    if (!["image", "images", "current_image", "live_preview"].includes(name)) return [name, entry];
    return [name, Array.isArray(entry) ? entry.map(cut) : cut(entry)];
  });
  return Array.isArray(value) ? value : Object.fromEntries(shortened);
}
