import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import sharp from "sharp";

export type Drawn = { receivedAt: number; startedAt: number; answeredAt: number };

/**
 * A webui that costs this machine next to nothing, so that what is measured is Easel: the same prepared pictures
 * for every request, after `delayMs`, one request at a time. Times are `performance.now()`.
 */
export async function startPlainWebui({
  side,
  pictures,
  delayMs,
  noisy = false,
  models = ["plain"],
  loras = [],
}: {
  side: number;
  pictures: number;
  delayMs: number;
  noisy?: boolean;
  models?: readonly string[];
  loras?: readonly string[];
}) {
  const picture = await paint(side, noisy);
  const drawn: Drawn[] = [];
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
  const answerTo = (body: { seed: number; n_iter?: number; prompt: string }) => {
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
      const times: Drawn = { receivedAt: performance.now(), startedAt: 0, answeredAt: 0 };
      drawn.push(times);
      const answer = answerTo(
        JSON.parse(Buffer.concat(chunks).toString()) as Parameters<typeof answerTo>[0],
      );
      lock = lock.then(async () => {
        times.startedAt = performance.now();
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
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

/** Base64 of a PNG; noise does not compress, so 1024 x 1024 has about 3 MB. */
async function paint(side: number, noisy: boolean): Promise<string> {
  const picture = sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: { r: 90, g: 60, b: 140 },
      // A picture of one colour alone would be looked at as one that a filter has struck.
      noise: { type: "gaussian", mean: 128, sigma: noisy ? 60 : 4 },
    },
  });
  return (await picture.png({ compressionLevel: noisy ? 1 : 6 }).toBuffer()).toString("base64");
}
