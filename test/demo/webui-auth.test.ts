import { describe, expect, test } from "vitest";
import { withWebui } from "./webui-client.ts";

const basic = (pair: string) => ({
  authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
});
const open = [
  "/internal/ping",
  "/sdapi/v1/loras",
  "/controlnet/version",
  "/adetailer/v1/version",
  "/openapi.json",
];
const guarded = ["/sdapi/v1/samplers", "/sdapi/v1/progress", "/sdapi/v1/options"];

describe("--api-auth", () => {
  const options = { apiAuth: "ann:tea,bob:milk", controlNet: true, adetailer: true };

  test("the core asks for Basic credentials and names no scheme", async () => {
    await withWebui(options, async ({ get }) => {
      for (const path of guarded) {
        const reply = await get(path);
        expect(reply).toMatchObject({
          status: 401,
          json: { detail: "Not authenticated", error: "HTTPException" },
        });
        expect(reply.headers.get("www-authenticate")).toBeNull();
        expect((await get(path, basic("ann:milk"))).json.detail).toBe(
          "Incorrect username or password",
        );
        expect((await get(path, basic("ann:tea"))).status).toBe(200);
        expect((await get(path, basic("bob:milk"))).status).toBe(200);
      }
    });
  });

  test.each(open)("%s stays open", async (path) => {
    await withWebui(options, async ({ get }) => {
      expect((await get(path)).status).toBe(200);
    });
  });

  test("broken JSON is seen before the credentials, a wrong field after", async () => {
    await withWebui(options, async ({ draw }) => {
      expect((await draw("{")).status).toBe(422);
      expect((await draw({ steps: "many" })).status).toBe(401);
    });
  });
});

const login = (body: string) => ({
  path: "/login",
  body,
  headers: { "content-type": "application/x-www-form-urlencoded" },
});

describe("--gradio-auth", () => {
  test("it guards gradio's own routes and none of the API", async () => {
    await withWebui({ gradioAuth: "ann:tea" }, async ({ get }) => {
      expect(await get("/login_check")).toMatchObject({
        status: 401,
        json: { detail: "Not authenticated" },
      });
      expect((await get("/config")).status).toBe(401);
      expect((await get("/sdapi/v1/samplers")).status).toBe(200);
      expect((await get("/internal/ping")).status).toBe(200);
    });
  });

  test("a login gives two cookies, each of which opens the whole app", async () => {
    await withWebui({ gradioAuth: "ann:tea", gradioGuardsAll: true }, async ({ get, post }) => {
      expect((await get("/sdapi/v1/samplers")).status).toBe(401);
      const form = login("username=ann&password=tea");
      const reply = await post(form.path, form.body, form.headers);
      expect(reply).toMatchObject({ status: 200, json: { success: true } });
      const cookies = reply.headers.getSetCookie();
      expect(cookies).toHaveLength(2);
      expect(cookies[0]).toMatch(/^access-token-[\w-]+=.+SameSite=none; Secure$/);
      expect(cookies[1]).toMatch(/^access-token-unsecure-[\w-]+=/);
      for (const cookie of cookies)
        expect(
          (await get("/sdapi/v1/samplers", { cookie: cookie.split(";")[0] ?? "" })).status,
        ).toBe(200);
    });
  });

  test("wrong credentials are a 400, a missing field a 422", async () => {
    await withWebui({ gradioAuth: "ann:tea" }, async ({ post }) => {
      const wrong = login("username=ann&password=milk");
      expect(await post(wrong.path, wrong.body, wrong.headers)).toMatchObject({
        status: 400,
        json: { detail: "Incorrect credentials." },
      });
      const half = login("username=ann");
      expect((await post(half.path, half.body, half.headers)).status).toBe(422);
    });
  });

  test("a restart forgets the logins", async () => {
    await withWebui(
      { gradioAuth: "ann:tea", gradioGuardsAll: true },
      async ({ get, post, webui }) => {
        const form = login("username=ann&password=tea");
        const reply = await post(form.path, form.body, form.headers);
        const cookie = reply.headers
          .getSetCookie()
          .map((line) => line.split(";")[0])
          .join("; ");
        expect((await get("/sdapi/v1/samplers", { cookie })).status).toBe(200);
        await webui.down();
        await webui.up();
        expect((await get("/sdapi/v1/samplers", { cookie })).status).toBe(401);
      },
    );
  });
});

describe("how the stand-in webui is hosted", () => {
  test("a proxy asks for headers of its own, for every path", async () => {
    await withWebui({ requiredHeaders: { Authorization: "Bearer abc" } }, async ({ get }) => {
      const refused = await get("/internal/ping");
      expect(refused.status).toBe(401);
      expect(refused.text).toContain("<html>");
      expect((await get("/internal/ping", { authorization: "Bearer abc" })).status).toBe(200);
    });
  });

  test("a subpath prefixes everything", async () => {
    await withWebui({ subpath: "/sd" }, async ({ get, webui }) => {
      expect(webui.url).toMatch(/\/sd$/);
      expect((await get("/sdapi/v1/samplers")).status).toBe(200);
      const outside = await fetch(`${webui.url.replace(/\/sd$/, "")}/sdapi/v1/samplers`);
      expect(outside.status).toBe(404);
    });
  });

  test("--nowebui takes /internal and gradio away", async () => {
    await withWebui({ nowebui: true }, async ({ get, post }) => {
      for (const path of ["/internal/ping", "/internal/pending-tasks", "/login_check", "/"])
        expect((await get(path)).status).toBe(404);
      expect((await post("/internal/progress", { id_task: "x" })).status).toBe(404);
      expect((await get("/sdapi/v1/samplers")).status).toBe(200);
    });
  });

  test("without --api only the extensions' routes and /internal answer", async () => {
    await withWebui({ apiOff: true }, async ({ get, draw }) => {
      expect(await get("/sdapi/v1/samplers")).toMatchObject({
        status: 404,
        json: { detail: "Not Found" },
      });
      expect((await draw({})).status).toBe(404);
      expect((await get("/sdapi/v1/loras")).status).toBe(200);
      expect((await get("/internal/ping")).status).toBe(200);
    });
  });
});
