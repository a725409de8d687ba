import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import sharp from "sharp";
import { drawPicture } from "../../src/demo/webui/picture.ts";
import { toPng } from "../../src/demo/webui/png.ts";

/** Times are `performance.now()`; between `startedAt` and `drawsFrom` its model is loaded. */
export type Drawn = {
  prompt: string;
  receivedAt: number;
  startedAt: number;
  drawsFrom: number;
  answeredAt: number;
};

/**
 * A webui that costs this machine next to nothing, so that what is measured is Easel: the same prepared pictures
 * for every request, after `delayMs`, one request at a time. Another model than the last one's takes `loadMs` before; at
 * the start it has the first one.
 */
export async function startPlainWebui({
  side,
  pictures,
  delayMs,
  noisy = false,
  loadMs = 0,
  models = ["plain"],
  loras = [],
}: {
  side: number;
  pictures: number;
  delayMs: number;
  noisy?: boolean;
  loadMs?: number;
  models?: readonly string[];
  loras?: readonly string[];
}) {
  const picture = await paint(side, noisy);
  const drawn: Drawn[] = [];
  let loaded = `${models[0]}.safetensors`;
  let lock: Promise<void> = Promise.resolve();
  const lists: Record<string, unknown> = {
    "/sdapi/v1/samplers": [{ name: "Euler a", aliases: [], options: {} }],
    "/sdapi/v1/sd-models": models.map((name) => ({
      title: `${name}.safetensors`,
      model_name: name,
      hash: null,
      sha256: null,
      filename: `${name}.safetensors`,
      config: null,
    })),
    "/sdapi/v1/loras": loras.map((name) => ({ name, alias: name, path: "", metadata: {} })),
    "/sdapi/v1/options": { sd_model_checkpoint: `${models[0]}.safetensors` },
    // As a webui has it whose page is on, which is the usual way to run one.
    "/internal/pending-tasks": { size: 0, tasks: [] },
    "/sdapi/v1/progress": {
      progress: 0,
      eta_relative: 0,
      state: { job: "", job_count: 0 },
      current_image: null,
      textinfo: null,
    },
  };
  const answerTo = (body: Body) => {
    const count = pictures * (body.n_iter ?? 1);
    const seeds = Array.from({ length: count }, (_, index) => body.seed + index);
    const info = {
      all_seeds: seeds,
      index_of_first_image: 0,
      infotexts: seeds.map(() => body.prompt),
      sd_model_name: "plain",
      sampler_name: "Euler a",
      width: side,
      height: side,
    };
    return JSON.stringify({
      images: seeds.map(() => picture),
      parameters: {},
      info: JSON.stringify(info),
    });
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const send = (status: number, body: string) => {
      response.writeHead(status, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      });
      response.end(body);
    };
    if (request.method === "GET") {
      const list = lists[path];
      send(list === undefined ? 404 : 200, JSON.stringify(list ?? { detail: "Not Found" }));
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (!path.endsWith("img")) return send(404, JSON.stringify({ detail: "Not Found" }));
      const receivedAt = performance.now();
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Body;
      const { prompt, override_settings: { sd_model_checkpoint: wanted = loaded } = {} } = body;
      const times: Drawn = { prompt, receivedAt, startedAt: 0, drawsFrom: 0, answeredAt: 0 };
      drawn.push(times);
      const answer = answerTo(body);
      lock = lock.then(async () => {
        times.startedAt = performance.now();
        if (wanted !== loaded) await delay(loadMs);
        loaded = wanted;
        times.drawsFrom = performance.now();
        if (delayMs > 0) await delay(delayMs);
        times.answeredAt = performance.now();
        send(200, answer);
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    drawn,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Body = {
  prompt: string;
  seed: number;
  n_iter?: number;
  override_settings?: { sd_model_checkpoint?: string };
};

/** Base64 of a PNG: a scene of some 40 KB at 512 x 512, or noise, which does not compress: 3 MB at 1024 x 1024. */
async function paint(side: number, noisy: boolean): Promise<string> {
  if (!noisy) {
    const scene = { words: "a castle", seed: 11, model: "plain", width: side, height: side };
    return (await toPng(drawPicture(scene), undefined)).toString("base64");
  }
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const background = { r: 90, g: 60, b: 140 };
  const picture = sharp({ create: { width: side, height: side, channels: 3, background, noise } });
  return (await picture.png({ compressionLevel: 1 }).toBuffer()).toString("base64");
}
