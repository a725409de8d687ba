import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";

/** What was sent as the first answer of an interaction. */
type Answered = { type: number; data?: Record<string, unknown> };

/** Interactions whose token begins so are dead to Discord already. */
export const deadToken = "dead";

/** As much of Discord's HTTP side as answers need, which writes down every first answer, a second one too. */
export async function startRecorder(files: Record<string, Buffer>, ids: Record<string, string>) {
  const answers = new Map<string, Answered[]>();
  const foreign: string[] = [];
  const elsewhere: Record<string, unknown> = {
    "GET /applications/@me": { id: ids["application"], owner: { id: ids["owner"] } },
    "GET /gateway": { url: "ws://127.0.0.1:1" },
    "GET /users/@me/guilds": [{ id: ids["guild"], name: "Guild" }],
    [`GET /guilds/${ids["guild"]}/roles`]: [{ id: ids["role"], name: "Painters" }],
    [`GET /guilds/${ids["guild"]}/channels`]: [{ id: ids["channel"], name: "pictures", type: 0 }],
    [`GET /channels/${ids["channel"]}`]: { id: ids["channel"], nsfw: false },
    "POST /users/@me/channels": { id: ids["channel"] },
    "POST /attachments/refresh-urls": { refreshed_urls: [] },
  };
  let made = 0;

  const send = (response: ServerResponse, status: number, body: unknown) => {
    if (status === 204) return void response.writeHead(status).end();
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/files/")) {
      const file = files[pathname.slice("/files/".length)];
      if (file === undefined) return send(response, 404, {});
      response.writeHead(200, { "content-length": file.length });
      return response.end(file);
    }
    const route = `${request.method} ${pathname.replace(/^\/v\d+/, "")}`;
    const token = /\/interactions\/[^/]+\/([^/]+)\/callback$/.exec(route)?.[1];
    if (token !== undefined) {
      if (token.startsWith(deadToken)) return send(response, 404, { code: 10_062, message: "-" });
      const told = answers.get(token) ?? [];
      answers.set(token, told);
      told.push(answeredIn(Buffer.concat(chunks)));
      if (told.length > 1) return send(response, 400, { code: 40_060, message: "-" });
      return send(response, 200, { resource: { message: { id: String(10 ** 17 + (made += 1)) } } });
    }
    if (route in elsewhere) return send(response, 200, elsewhere[route]);
    if (route.startsWith("DELETE")) return send(response, 204, undefined);
    // A message that is not there, or a place where the bot may not be.
    if (route.startsWith("GET")) return send(response, 404, { code: 10_008, message: "-" });
    return send(response, 200, { id: String(10 ** 17 + (made += 1)) });
  };
  const server = createServer((request, response) => void serve(request, response));
  const outside = createServer((request, response) => {
    foreign.push(request.url ?? "");
    response.end();
  });
  const addressOf = async (each: typeof server) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    each.listen(0, "127.0.0.1", resolve);
    await promise;
    return `http://127.0.0.1:${(each.address() as AddressInfo).port}`;
  };
  const [origin, foreignOrigin] = [await addressOf(server), await addressOf(outside)];
  return {
    origin,
    foreignOrigin,
    /** What was asked of a place that no file of a member may come from. */
    foreign,
    answersTo: (token: string): Answered[] => answers.get(token) ?? [],
    forget: (token: string) => answers.delete(token),
    async close() {
      for (const each of [server, outside]) {
        each.closeAllConnections();
        each.close();
      }
      await setImmediate();
    },
  };
}

export type Recorder = Awaited<ReturnType<typeof startRecorder>>;

/** JSON, or the part of a form that is JSON. */
function answeredIn(body: Buffer): Answered {
  const text = body.toString();
  if (text.startsWith("{")) return JSON.parse(text) as Answered;
  const json = /name="payload_json"[^]*?\r\n\r\n([^]*?)\r\n--/.exec(text)?.[1];
  return JSON.parse(json ?? "{}") as Answered;
}
