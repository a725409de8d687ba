import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSecure } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { startWebui, type WebuiOptions } from "../../src/demo/webui/start.ts";
import { toLine } from "../../src/doctor/finding.ts";
import { checkWebui } from "../../src/doctor/webuis.ts";
import { makeCertificates } from "../harness/redis-tls.ts";
import { freePort } from "../harness/free-port.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The address of a stand-in, and the line about it. */
async function serve(options: WebuiOptions) {
  const webui = await startWebui(options);
  closing.push(webui.close);
  return webui.url;
}
type More = { login?: string; headers?: Record<string, string> };
const line = async (url: string, { login, headers = {} }: More = {}) =>
  toLine(await checkWebui({ url, login, headers }));
const lineOf = async (options: WebuiOptions, more?: More) => line(await serve(options), more);
const withUser = (url: string, user: string) => url.replace("//", `//${user}@`);

describe("a webui", () => {
  it("that can draw is told with its kind, and what it has", async () => {
    expect(await lineOf({ controlNet: true, adetailer: false })).toMatch(
      /^✅ Webui 127\.0\.0\.1:\d+: AUTOMATIC1111, 4 models, 4 LoRAs, with ControlNet, no ADetailer$/,
    );
    expect(await lineOf({ kind: "sdcpp" })).toMatch(/^✅ .*stable-diffusion\.cpp/);
  });

  it.each<[string, WebuiOptions, string]>([
    ["has no model", { models: [] }, "it has no model → put a checkpoint into"],
    ["was started without --api", { apiOff: true }, "API is switched off, .* → add --api"],
    [
      "wants a login of --api-auth",
      { apiAuth: "u:secret1" },
      "as with --api-auth → write them into WEBUI_URLS",
    ],
    [
      "is behind gradio's login",
      { gradioAuth: "u:secret1", gradioGuardsAll: true },
      "gradio's login \\(--gradio-auth\\) → write its user:password into WEBUI_LOGIN",
    ],
    [
      "is hosted behind a header",
      { requiredHeaders: { authorization: "Bearer k" } },
      "lets nobody in without a header of its own → write .* WEBUI_HEADERS",
    ],
  ])("that %s is told so, with what to do", async (_, options, words) => {
    expect(await lineOf(options)).toMatch(new RegExp(`^❌ Webui [\\d.:]+: .*${words}`));
  });

  it("that knows another login is told so, and the login is not repeated", async () => {
    const basic = await serve({ apiAuth: "u:secret1" });
    const wrongBasic = await line(withUser(basic, "u:hunter2"));
    expect(wrongBasic).toMatch(/^❌ Webui [\d.:]+: it does not take the user and password in its/);
    expect(await line(withUser(basic, "u:secret1"))).toMatch(/^✅/);
    const gradio = await serve({ gradioAuth: "u:secret1", gradioGuardsAll: true });
    const wrongLogin = await line(gradio, { login: "u:hunter2" });
    expect(wrongLogin).toMatch(/^❌ .* it does not take the user and password of WEBUI_LOGIN →/);
    expect(await line(gradio, { login: "u:secret1" })).toMatch(/^✅/);
    expect(wrongBasic + wrongLogin).not.toContain("hunter2");
    const hosted = await serve({
      requiredHeaders: { authorization: "Bearer k" },
      apiAuth: "u:secret1",
    });
    expect(await line(hosted, { headers: { authorization: "Bearer k" } })).toMatch(
      /^❌ .* it asks for a user and a password, as with --api-auth →/,
    );
    expect(await line(hosted, { headers: { authorization: "Bearer hunter2" } })).toMatch(
      /^❌ .* what stands before it does not take WEBUI_HEADERS →/,
    );
  });

  it("below a path is found with it alone, and one at the root is found without", async () => {
    const below = await serve({ subpath: "sd" });
    expect(await line(below)).toMatch(/^✅/);
    expect(await line(new URL(below).origin)).toMatch(/^❌ .*no webui API .* → .*--subpath/);
    const root = await serve({});
    expect(await line(`${root}/wrong`)).toBe(
      `❌ Webui ${new URL(root).host}/wrong: there is no webui at the path /wrong → write ${root} in WEBUI_URLS`,
    );
  });

  it("that is not there, by address or by name, is told so", async () => {
    expect(await line(`http://127.0.0.1:${await freePort()}`)).toMatch(
      /^❌ .*: nobody listens at this address → start the webui with --api/,
    );
    expect(await line("http://webui.invalid:7860")).toMatch(/^❌ .*no machine of this name →/);
  });

  it("that speaks http is told so where https is written, and the other way round", async () => {
    const url = await serve({});
    expect(await line(url.replace("http:", "https:"))).toBe(
      `❌ Webui ${new URL(url).host}: it speaks http → write ${url} in WEBUI_URLS`,
    );

    const folder = await mkdtemp(join(tmpdir(), "easel-test-"));
    closing.push(() => rm(folder, { recursive: true }));
    const files = await makeCertificates(folder);
    const [cert, key] = await Promise.all([files.cert, files.key].map((file) => readFile(file)));
    const secure = createSecure({ cert, key }, (_, response) => response.end("[]"));
    await once(secure.listen(0, "127.0.0.1"), "listening");
    closing.push(async () => secure.close());
    const { port } = secure.address() as AddressInfo;
    const host = `127.0.0.1:${port}`;
    expect(await line(`http://${host}`)).toBe(
      `❌ Webui ${host}: it speaks https → write https://${host} in WEBUI_URLS`,
    );
    expect(await line(`https://${host}`)).toMatch(
      /^❌ .*: its certificate is not trusted \([A-Z_]+\) → .* NODE_EXTRA_CA_CERTS$/,
    );
  });

  it("behind a proxy that a browser would open a window for wants a user and a password", async () => {
    const server = createServer((_, response) => {
      response.writeHead(401, { "content-type": "text/html", "www-authenticate": "Basic realm=x" });
      response.end("<html>401</html>");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(async () => server.close());
    const { port } = server.address() as AddressInfo;
    expect(await line(`http://127.0.0.1:${port}`)).toMatch(/a user and a password, .* WEBUI_URLS/);
    expect(await line(`http://u:p455@127.0.0.1:${port}`)).toMatch(
      /does not take the user and pass/,
    );
  });

  it("that breaks off without a word is told so", async () => {
    const server = createServer((request) => request.socket.destroy()).listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(async () => server.close());
    const { port } = server.address() as AddressInfo;
    expect(await line(`http://127.0.0.1:${port}`)).toMatch(/^❌ .*could not be reached.* → read/);
  });
});
