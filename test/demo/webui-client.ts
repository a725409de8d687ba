import { Agent, fetch, type Headers, type RequestInit } from "undici";
import { startWebui, type StandInWebui, type WebuiOptions } from "../../src/demo/webui/start.ts";

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // What a test reads out of an answer is what it asserts: the shape is not known here.
  json: ReturnType<typeof JSON.parse>;
}

/** A connection for each request: none is left over from a webui that went down. */
const dispatcher = new Agent({ pipelining: 0, headersTimeout: 0 });

export interface Client {
  webui: StandInWebui;
  get: (path: string, headers?: Record<string, string>) => Promise<Reply>;
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  draw: (body: unknown) => Promise<Reply>;
  edit: (body: unknown) => Promise<Reply>;
  info: (reply: Reply) => Reply["json"];
}

/** Starts a webui for one test and closes it in any case. */
export async function withWebui(
  options: WebuiOptions,
  use: (client: Client) => Promise<void>,
): Promise<void> {
  const webui = await startWebui({ secondsPerStep: 0.0005, secondsToLoadModel: 0.02, ...options });
  try {
    await use(createClient(webui));
  } finally {
    await webui.close();
  }
}

export function createClient(webui: StandInWebui): Client {
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const response = await fetch(webui.url + path, { dispatcher, ...init });
    const text = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: response.status, headers: response.headers, text, json };
  };
  const post: Client["post"] = (path, body, headers = {}) =>
    ask(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    webui,
    get: (path, headers = {}) => ask(path, { headers }),
    post,
    draw: (body) => post("/sdapi/v1/txt2img", body),
    edit: (body) => post("/sdapi/v1/img2img", body),
    info: (reply) => JSON.parse(reply.json.info),
  };
}

/** Width and height from a PNG's header. */
export function pngSize(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  throw new Error("it did not come to pass within two seconds");
}
