import { randomBytes } from "node:crypto";
import { ApiError } from "./errors.ts";
import type { Answer, Call, Handler, Route, World } from "./types.ts";

/** HTTP Basic on the core's routes. The 401 names no scheme: the error handler drops the header. */
export function checkBasic(call: Call, { options, profile, tokens }: World): void {
  if (!options.apiAuth) return;
  const given = /^basic (.+)$/i.exec(call.headers["authorization"] ?? "")?.[1];
  if (given === undefined) throw new ApiError(401, "Not authenticated");
  const pair = Buffer.from(given, "base64").toString();
  const password = pair.slice(pair.indexOf(":") + 1);
  if (profile.sdnext && tokens.has(password)) return;
  if (!options.apiAuth.split(",").includes(pair))
    throw new ApiError(401, "Incorrect username or password");
}

function cookies(call: Call): Map<string, string> {
  const parts = (call.headers["cookie"] ?? "").split(";").map((part) => part.trim().split("="));
  return new Map(parts.map(([name = "", value = ""]) => [name, value]));
}

function gradioUser(call: Call, { tokens, cookieId }: World): string | undefined {
  const sent = cookies(call);
  const token =
    sent.get(`access-token-${cookieId}`) ?? sent.get(`access-token-unsecure-${cookieId}`);
  return token === undefined ? undefined : tokens.get(token);
}

const isLoggedIn = (call: Call, world: World) =>
  !world.options.gradioAuth || gradioUser(call, world) !== undefined;

const refusal: Answer = { status: 401, json: { detail: "Not authenticated" } };

/** A host or fork that puts the whole app behind gradio's login. */
export function gradioRefusal(call: Call, world: World): Answer | undefined {
  const isOpen = /^\/login(_check)?\/?$/.test(call.path);
  return world.options.gradioGuardsAll && !isOpen && !isLoggedIn(call, world) ? refusal : undefined;
}

/** A proxy in front of a hosted webui, which asks for headers of its own. */
export function proxyRefusal(call: Call, { options }: World): Answer | undefined {
  const isGranted = Object.entries(options.requiredHeaders ?? {}).every(
    ([name, value]) => call.headers[name.toLowerCase()] === value,
  );
  if (isGranted) return undefined;
  const text =
    "<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body>\r\n" +
    "<center><h1>401 Authorization Required</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
  return { status: 401, text, type: "text/html" };
}

const login: Handler = (call, { options, tokens, cookieId }) => {
  const form = new URLSearchParams(call.raw.toString());
  const missing = ["username", "password"].filter((name) => !form.has(name));
  if (missing.length > 0) {
    const detail = missing.map((name) => ({
      loc: ["body", name],
      msg: "field required",
      type: "value_error.missing",
    }));
    return { status: 422, json: { detail } };
  }
  const username = (form.get("username") ?? "").trim();
  const pair = `${username}:${form.get("password") ?? ""}`;
  if (!(options.gradioAuth ?? "").split(",").includes(pair))
    return { status: 400, json: { detail: "Incorrect credentials." } };
  const token = randomBytes(16).toString("base64url");
  tokens.set(token, username);
  const cookie = [
    `access-token-${cookieId}=${token}; HttpOnly; Path=/; SameSite=none; Secure`,
    `access-token-unsecure-${cookieId}=${token}; HttpOnly; Path=/; SameSite=lax`,
  ];
  return { status: 200, json: { success: true }, headers: { "set-cookie": cookie } };
};

const loginCheck: Handler = (call, world) =>
  isLoggedIn(call, world) ? { status: 200, json: null } : refusal;

const guarded = (path: string, answer: Answer): Route => ({
  method: "GET",
  path,
  handle: (call, world) => (isLoggedIn(call, world) ? answer : refusal),
  open: true,
});

const page: Answer = {
  status: 200,
  type: "text/html; charset=utf-8",
  text: "<!doctype html><html><head><title>Stable Diffusion</title></head><body><gradio-app></gradio-app></body></html>",
};

/** What gradio itself serves; gone with --nowebui. */
export const gradioRoutes: Route[] = [
  { method: "GET", path: "/", handle: () => page, open: true },
  { method: "HEAD", path: "/", handle: () => page, open: true },
  { method: "POST", path: "/login", handle: login, open: true },
  { method: "GET", path: "/login_check", handle: loginCheck, open: true },
  guarded("/config", {
    status: 200,
    json: { version: "3.41.2", mode: "blocks", title: "Stable Diffusion" },
  }),
  guarded("/info", { status: 200, json: { named_endpoints: {}, unnamed_endpoints: {} } }),
  {
    method: "GET",
    path: "/app_id",
    handle: (_, { cookieId }) => ({ status: 200, json: { app_id: cookieId } }),
    open: true,
  },
];
