import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/demo/webui/start.ts";
import { pngSize, until, withWebui } from "./webui-client.ts";

const small = { prompt: "a lake", width: 64, height: 64, steps: 2, seed: 1 };

describe("faults of the stand-in webui", () => {
  const answered: [fault: Fault, status: number, json: object][] = [
    [{ kind: "error", status: 503, body: { detail: "busy" } }, 503, { detail: "busy" }],
    [{ kind: "out-of-memory" }, 500, { error: "OutOfMemoryError", detail: "" }],
    [{ kind: "nans" }, 500, { error: "NansException", detail: "" }],
    [{ kind: "empty-images" }, 200, { images: [] }],
    [{ kind: "blank-image" }, 200, { images: [""] }],
  ];
  test.each(answered)("%j comes once, then all is well", async (fault, status, json) => {
    await withWebui({}, async ({ draw, webui }) => {
      webui.faults.next(fault);
      expect(await draw(small)).toMatchObject({ status, json });
      expect((await draw(small)).json.images).toHaveLength(1);
      const wanted = status === 200 ? "spoiled" : "failed";
      expect(webui.drawings.map(({ state }) => state)).toEqual([wanted, "answered"]);
    });
  });

  const broken: [fault: Fault, state: string | undefined][] = [
    [{ kind: "drop" }, "unheard"],
    [{ kind: "drop-before" }, undefined],
    [{ kind: "truncate" }, "unheard"],
  ];
  test.each(broken)("%j breaks the connection", async (fault, state) => {
    await withWebui({}, async ({ draw, webui }) => {
      webui.faults.next(fault);
      await expect(draw(small)).rejects.toThrow();
      await until(() => webui.drawings[0]?.state === state);
      expect((await draw(small)).status).toBe(200);
    });
  });

  test("nonsense is what it is told to be", async () => {
    await withWebui({}, async ({ draw, webui }) => {
      webui.faults.next({ kind: "nonsense" });
      const half = await draw(small);
      expect(half).toMatchObject({ status: 200, json: undefined });
      webui.faults.next({
        kind: "nonsense",
        body: "hello",
        contentType: "text/plain",
        status: 201,
      });
      expect(await draw(small)).toMatchObject({ status: 201, text: "hello" });
    });
  });

  test("a proxy's 502 is HTML, and nothing was drawn", async () => {
    await withWebui({}, async ({ draw, webui }) => {
      webui.faults.next({ kind: "html-502" });
      const reply = await draw(small);
      expect(reply.status).toBe(502);
      expect(reply.text).toContain("<h1>502 Bad Gateway</h1>");
      expect(webui.drawings).toEqual([]);
    });
  });

  test("what hangs holds the queue until it is released", async () => {
    await withWebui({}, async ({ draw, webui }) => {
      webui.faults.next({ kind: "hang" });
      const hung = draw(small);
      await until(() => webui.drawings[0]?.state === "drawing");
      const behind = draw(small);
      await until(() => webui.drawings.length === 2);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(webui.drawings.map(({ state }) => state)).toEqual(["drawing", "waiting"]);
      webui.faults.release();
      expect((await hung).status).toBe(200);
      expect((await behind).status).toBe(200);
    });
  });

  test("what hangs for ever ends when the webui is closed", async () => {
    await withWebui({}, async ({ draw, webui }) => {
      webui.faults.always({ kind: "hang" });
      const hung = expect(draw(small)).rejects.toThrow();
      await until(() => webui.drawings[0]?.state === "drawing");
      await webui.close();
      await hung;
    });
  });

  test("an endless body goes on until the client leaves", async () => {
    await withWebui({}, async ({ webui }) => {
      webui.faults.next({ kind: "huge" });
      const leaving = new AbortController();
      const response = await fetch(`${webui.url}/sdapi/v1/txt2img`, {
        method: "POST",
        body: JSON.stringify(small),
        headers: { "content-type": "application/json" },
        signal: leaving.signal,
      });
      let size = 0;
      const reading = async () => {
        for await (const chunk of response.body ?? []) {
          size += chunk.length;
          if (size > 4_000_000) leaving.abort();
        }
      };
      await expect(reading()).rejects.toThrow();
      await until(() => webui.drawings[0]?.state === "unheard");
    });
  });

  test("a slow body takes its time", async () => {
    await withWebui({}, async ({ draw, webui }) => {
      webui.faults.next({ kind: "slow-body", ms: 200 });
      const start = performance.now();
      expect((await draw(small)).json.images).toHaveLength(1);
      expect(performance.now() - start).toBeGreaterThan(150);
      expect(webui.drawings[0]?.state).toBe("answered");
    });
  });

  test("another sampler or model than asked is used without a word", async () => {
    await withWebui({}, async ({ draw, info, webui }) => {
      const body = {
        ...small,
        sampler_name: "Heun",
        override_settings: { sd_model_checkpoint: "inkwell-v3" },
      };
      webui.faults.next({ kind: "wrong-sampler" });
      expect(info(await draw(body))).toMatchObject({
        sampler_name: "DPM++ 2M",
        sd_model_name: "inkwell-v3",
      });
      webui.faults.next({ kind: "wrong-model" });
      expect(info(await draw(body))).toMatchObject({
        sampler_name: "Heun",
        sd_model_name: "daybreak-v6",
      });
    });
  });

  test("a grid may come first, and more images than asked last", async () => {
    await withWebui({}, async ({ draw, info, webui }) => {
      webui.faults.next({ kind: "grid-first" });
      const grid = await draw({ ...small, batch_size: 2 });
      expect(grid.json.images.map(pngSize)).toEqual(["128x64", "64x64", "64x64"]);
      expect(info(grid).index_of_first_image).toBe(1);
      webui.faults.next({ kind: "extra-images" });
      const extra = await draw(small);
      expect(extra.json.images).toHaveLength(2);
      expect(info(extra).all_seeds).toHaveLength(1);
    });
  });

  test("a standing fault meets every request until it is lifted; queued ones come first", async () => {
    await withWebui({}, async ({ draw, webui }) => {
      webui.faults.always({ kind: "nans" });
      webui.faults.next({ kind: "out-of-memory" });
      const errors = [];
      for (let i = 0; i < 3; i++) errors.push((await draw(small)).json.error);
      expect(errors).toEqual(["OutOfMemoryError", "NansException", "NansException"]);
      webui.faults.always(undefined);
      expect((await draw(small)).status).toBe(200);
    });
  });

  test("every exchange is told, pictures cut short, dropped ones with status 0", async () => {
    const told: number[] = [];
    await withWebui({ onExchange: ({ status }) => told.push(status) }, async ({ draw, webui }) => {
      await draw(small);
      webui.faults.next({ kind: "drop-before" });
      await expect(draw(small)).rejects.toThrow();
      await until(() => webui.exchanges.length === 2);
      expect(told).toEqual([200, 0]);
      expect(webui.exchanges[0]).toMatchObject({
        method: "POST",
        path: "/sdapi/v1/txt2img",
        body: small,
      });
      expect(JSON.stringify(webui.exchanges[0]?.answer).length).toBeLessThan(4000);
    });
  });
});
