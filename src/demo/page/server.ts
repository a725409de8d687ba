import type { IncomingMessage, ServerResponse } from "node:http";
import { refusal } from "../discord/errors.ts";
import { readRequest } from "../discord/multipart.ts";
import type { User } from "../discord/start.ts";
import type { Actions } from "./actions.ts";
import type { ClientFiles } from "./client-files.ts";
import type { Pushing } from "./pushing.ts";

interface Parts {
  port: number;
  files: ClientFiles;
  members: User[];
  pushing: Pushing;
  actions: Actions;
}

/** Answers the browser: files, the stream of events, and what people do. */
export function createHandler(parts: Parts) {
  const { files, pushing, actions } = parts;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromHere(parts.port, request)) return give(response, 403, {});
    const url = new URL(request.url ?? "/", "http://page");
    const { pathname: path } = url;
    const member = parts.members.find(({ id }) => id === url.searchParams.get("member"));
    if (request.method === "POST" && path.startsWith("/do/")) {
      const { body, files: picked, tooLarge } = await readRequest(request);
      if (tooLarge) return give(response, 409, { why: refusal.tooLarge().message });
      if (!member) return give(response, 404, {});
      const { status, answer } = await actions.carryOut(path.slice(4), { member, body, picked });
      return give(response, status, answer);
    }
    if (request.method !== "GET") return give(response, 405, {});
    if (path === "/events") return pushing.connect(response, member ?? parts.members[0]);
    const file = files.find(path);
    if (!file) return give(response, 404, {});
    response.writeHead(200, { ...headers(files.policy), "content-type": file.type });
    response.end(file.bytes);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch(() => response.destroy());
  };
}

/** Another site in the same browser, or another name for this address, gets nothing. */
function isFromHere(port: number, { headers: { host, origin } }: IncomingMessage): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

const headers = (policy: string) => ({
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
});

function give(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
