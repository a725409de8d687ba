import { describe, expect, it } from "vitest";
import {
  a1111,
  answerOf,
  createSink,
  type Got,
  never,
  png,
  requestOf,
  type Route,
  send,
  useWebuis,
} from "./server.ts";

const { backendAt, serve, start } = useWebuis();

/** The same routes, each made another, below a path. */
function changed(
  routes: Record<string, Route>,
  change: (route: Route) => Route,
  below = "",
): Record<string, Route> {
  const entries = Object.entries(routes);
  return Object.fromEntries(
    entries.map(([name, route]) => [name.replace(" ", ` ${below}`), change(route)]),
  );
}

/** Routes behind a door. */
const guarded = (isOpen: (got: Got) => boolean, routes = a1111) =>
  changed(
    routes,
    (route) => (got, response) =>
      isOpen(got) ? route(got, response) : send(response, 401, { detail: "Not authenticated" }),
  );

/** Gradio's login for `me`. */
function login(password: string, cookie: () => string): Route {
  return (got, response) => {
    const form = new URLSearchParams(got.body);
    if (form.get("username") !== "me" || form.get("password") !== password) {
      return send(response, 400, { detail: "Incorrect credentials." });
    }
    response.setHeader("set-cookie", [
      `access-token-x=${cookie()}; HttpOnly; Secure`,
      `access-token-unsecure-x=${cookie()}; HttpOnly`,
    ]);
    return { success: true };
  };
}

const echo: Route = ({ headers }, response) =>
  send(response, 400, { detail: `bad ${JSON.stringify(headers)}` });

const good = answerOf([png()]);

describe("the address", () => {
  it("keeps its path, and its credentials to itself", async () => {
    const server = await serve(changed(a1111, (handle) => handle, "/sd/ui"));
    const url = server.url.replace("//", "//me:p%40ss%3Aword@");
    const backend = backendAt(`${url}/sd/ui/`);
    expect(backend.name).toBe(`127.0.0.1:${server.port}/sd/ui`);
    expect((await backend.catalog(never)).webui).toBe(backend.name);
    const basic = `Basic ${Buffer.from("me:p@ss:word").toString("base64")}`;
    expect(new Set(server.requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set([basic]),
    );
    expect(server.requests.every(({ path }) => path.startsWith("/sd/ui/"))).toBe(true);
  });

  it.each([
    ["http://host", "host:80"],
    ["https://me:word@host.example/", "host.example:443"],
    ["http://[::1]:7860/a/", "[::1]:7860/a"],
  ])("%s has the name %s", (url, name) => {
    expect(backendAt(url).name).toBe(name);
  });
});

describe("what opens the door", () => {
  it("is a login with cookies, done once, together with Basic and headers", async () => {
    const { server, backend } = await start(
      {
        ...guarded(
          ({ headers }) =>
            headers.cookie === "proxy=1; access-token-x=c1; access-token-unsecure-x=c1",
        ),
        "POST /login": login("w:ord", () => "c1"),
      },
      { login: "me:w:ord", headers: { Cookie: "proxy=1", "X-Key": "k" } },
    );
    expect((await backend.catalog(never)).kind).toBe("a1111");
    expect(server.requests.filter(({ path }) => path === "/login")).toHaveLength(1);
    expect(server.requests.every(({ headers }) => headers["x-key"] === "k")).toBe(true);
  });

  it("is a login once more when the session ended", async () => {
    let sessions = 0;
    const { server, backend } = await start(
      {
        ...guarded(({ headers }) => headers.cookie?.includes(`=c${sessions};`) ?? false, {
          ...a1111,
          "POST /sdapi/v1/txt2img": () => good,
        }),
        "POST /login": login("word", () => `c${sessions}`),
      },
      { login: "me:word" },
    );
    await backend.catalog(never);
    sessions = 1;
    await backend.catalog(never);
    sessions = 2;
    await backend.generate(requestOf(), { signal: never, answers: createSink().answers });
    expect(server.requests.filter(({ path }) => path === "/login")).toHaveLength(3);
  });

  it("stays shut to a wrong login, whose words are not repeated", async () => {
    const { backend } = await start(
      { "POST /login": login("other", () => "c1") },
      { login: "me:wrongword" },
    );
    await expect(backend.catalog(never)).rejects.toMatchObject({
      fault: "denied",
      detail: "Incorrect credentials.",
    });
    expect(await backend.ready(never)).toBe(false);
  });

  it("is asked for the login no more than twice when that opens nothing", async () => {
    const { server, backend } = await start(
      {
        ...guarded(() => false),
        "POST /login": login("word", () => "c1"),
      },
      { login: "me:word" },
    );
    await expect(backend.catalog(never)).rejects.toMatchObject({
      fault: "denied",
      detail: "Not authenticated",
    });
    expect(server.requests.filter(({ path }) => path === "/login")).toHaveLength(2);
  });

  it("may know no login at all", async () => {
    const { backend } = await start({}, { login: "me:word" });
    expect((await backend.catalog(never)).kind).toBe("a1111");
  });

  it("says so when Basic is wrong", async () => {
    const { backend } = await start(guarded(() => false));
    await expect(backend.catalog(never)).rejects.toMatchObject({
      fault: "denied",
      detail: "Not authenticated",
    });
  });

  it("may be a token that the owner set", async () => {
    const { server, backend } = await start({}, { headers: { Authorization: "Bearer abc" } });
    await backend.catalog(never);
    expect(server.requests[0]?.headers.authorization).toBe("Bearer abc");
  });

  it("is never told to a person", async () => {
    const { server } = await start({ "GET /sdapi/v1/samplers": echo });
    const backend = backendAt(server.url.replace("//", "//someone:hunter22@"), {
      login: "other:letmein99",
      headers: { "X-Api": "Bearer verysecret" },
    });
    const error = await backend.catalog(never).catch((cause: unknown) => cause);
    const basic = Buffer.from("someone:hunter22").toString("base64");
    for (const secret of ["someone", "hunter22", "letmein99", "verysecret", basic]) {
      expect(String(error)).not.toContain(secret);
    }
  });
});

describe("a webui's sockets", () => {
  it("are four at most", async () => {
    let [now, most] = [0, 0];
    const slow = changed(a1111, (route) => (got, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        send(response, 200, route(got, response));
      }, 20);
    });
    const { backend } = await start(slow);
    await Promise.all([backend.catalog(never), backend.catalog(never)]);
    expect(most).toBe(4);
  });
});
