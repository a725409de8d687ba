import { describe, expect, test } from "vitest";
import { until, withWebui } from "./webui-client.ts";

const small = { prompt: "a lake", width: 64, height: 64, steps: 2, seed: 1 };
/** About 80 ms of drawing at the pace below. */
const long = { prompt: "a lake", width: 512, height: 512, steps: 20, seed: 1 };
const pace = { secondsPerStep: 0.004 };

describe("the stand-in webui's queue", () => {
  test("it draws one at a time, in the order of arrival", async () => {
    await withWebui(pace, async ({ draw, webui }) => {
      const replies: Promise<unknown>[] = [];
      const done: number[] = [];
      for (const seed of [1, 2, 3]) {
        replies.push(draw({ ...long, seed }).then(() => done.push(seed)));
        await until(() => webui.drawings.length === seed);
      }
      await until(() => webui.drawings[0]?.state === "drawing");
      expect(webui.drawings.map(({ state }) => state)).toEqual(["drawing", "waiting", "waiting"]);
      await Promise.all(replies);
      expect(done).toEqual([1, 2, 3]);
      expect(webui.busySeconds()).toBeGreaterThan(0.2);
    });
  });

  test("a client that leaves cancels nothing; its pictures are unheard", async () => {
    await withWebui(pace, async ({ webui, get }) => {
      const leaving = new AbortController();
      const request = fetch(`${webui.url}/sdapi/v1/txt2img`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(long),
        signal: leaving.signal,
      });
      const gone = expect(request).rejects.toThrow();
      await until(() => webui.drawings[0]?.state === "drawing");
      leaving.abort();
      await gone;
      expect((await get("/sdapi/v1/progress")).json.state.job).toBe("scripts_txt2img");
      await until(() => webui.drawings[0]?.state === "unheard");
      expect(webui.busySeconds()).toBeGreaterThan(0.08);
    });
  });

  test("from 40 waiting requests on even a list waits for a thread", async () => {
    await withWebui({ secondsPerStep: 0.02 }, async ({ draw, get, webui }) => {
      webui.faults.next({ kind: "hang" });
      const replies = Array.from({ length: 39 }, () => draw(small));
      await until(() => webui.drawings.length === 39);
      expect((await get("/sdapi/v1/samplers")).status).toBe(200);
      replies.push(draw(small));
      await until(() => webui.drawings.length === 40);
      let listed = false;
      const list = get("/sdapi/v1/samplers").finally(() => {
        listed = true;
      });
      // What runs on the event loop answers all the same.
      expect((await get("/sdapi/v1/loras")).status).toBe(200);
      expect(listed).toBe(false);
      webui.faults.release();
      await list;
      await Promise.all(replies);
    });
  });

  test("refreshing checkpoints waits for the lock, refreshing LoRAs does not", async () => {
    await withWebui(pace, async ({ draw, get, post, webui }) => {
      const drawing = draw(long);
      await until(() => webui.drawings[0]?.state === "drawing");
      expect(await post("/sdapi/v1/refresh-loras")).toMatchObject({ status: 200, json: null });
      expect(webui.drawings[0]?.state).toBe("drawing");
      expect(await post("/sdapi/v1/refresh-checkpoints")).toMatchObject({
        status: 200,
        json: null,
      });
      expect((await get("/sdapi/v1/progress")).json.state.job).toBe("");
      await drawing;
    });
  });
});

describe("the stand-in webui's progress", () => {
  test("it is empty when nothing runs", async () => {
    await withWebui({}, async ({ get }) => {
      expect((await get("/sdapi/v1/progress")).json).toMatchObject({
        progress: 0,
        eta_relative: 0,
        current_image: null,
        textinfo: null,
        state: { job: "", job_count: 0, skipped: false, interrupted: false },
      });
    });
  });

  test("it stands at 0.01 with a job count of -1 while the model loads", async () => {
    await withWebui({ secondsToLoadModel: 0.3 }, async ({ draw, get, post }) => {
      const drawing = draw({ ...small, force_task_id: "mine" });
      await until(async () => (await get("/sdapi/v1/progress")).json.state.job !== "");
      const { json } = await get("/sdapi/v1/progress");
      expect(json.progress).toBe(0.01);
      expect(json.state.job_count).toBe(-1);
      const task = await post("/internal/progress", { id_task: "mine" });
      expect(task.json).toMatchObject({ active: true, progress: 0, eta: null });
      await drawing;
    });
  });

  test("it counts steps, batches and passes", async () => {
    await withWebui({ secondsPerStep: 0.01 }, async ({ draw, get }) => {
      const drawing = draw({
        ...long,
        n_iter: 2,
        enable_hr: true,
        hr_scale: 1,
        denoising_strength: 0.5,
      });
      const seen: number[] = [];
      await until(async () => {
        const { json } = await get("/sdapi/v1/progress?skip_current_image=true");
        if (json.state.job_count > 0) seen.push(json.progress);
        if (json.state.job_no > 1) expect(json.state.job).toBe("Batch 2 out of 2");
        if (json.state.job_no > 0) expect(json.state.job_count).toBe(4);
        return json.state.job_no >= 2 && json.state.sampling_step > 5;
      });
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(seen.at(-1)).toBeGreaterThan(0.5);
      await drawing;
    });
  });

  test("a preview comes after ten steps, an eighth of the size, and only if wanted", async () => {
    await withWebui({ secondsPerStep: 0.03 }, async ({ draw, get, post }) => {
      const drawing = draw({ ...long, force_task_id: "mine" });
      let early: unknown = "none seen";
      await until(async () => {
        const { json } = await get("/sdapi/v1/progress");
        if (json.state.sampling_step < 8 && json.current_image !== null) early = json.current_image;
        return json.current_image !== null;
      });
      expect(early).toBe("none seen");
      expect(
        (await get("/sdapi/v1/progress?skip_current_image=true")).json.current_image,
      ).toBeNull();
      const ask = (id_live_preview: number) =>
        post("/internal/progress", { id_task: "mine", id_live_preview });
      const first = await ask(-1);
      expect(first.json.live_preview).toMatch(/^data:image\/png;base64,/);
      expect((await ask(first.json.id_live_preview)).json.live_preview).toBeNull();
      await drawing;
    });
  });

  test("a task is queued, active, then among the last 16 finished", async () => {
    await withWebui(pace, async ({ draw, get, post, webui }) => {
      const ask = async (id_task: string) => (await post("/internal/progress", { id_task })).json;
      const one = draw({ ...long, force_task_id: "one" });
      await until(() => webui.drawings[0]?.state === "drawing");
      const two = draw({ ...small, force_task_id: "two" });
      await until(() => webui.drawings.length === 2);
      expect(await ask("one")).toMatchObject({ active: true, queued: false, completed: false });
      expect(await ask("two")).toMatchObject({
        active: false,
        queued: true,
        textinfo: "In queue: 1/1",
      });
      expect(await ask("nobody")).toMatchObject({
        active: false,
        queued: false,
        completed: false,
        textinfo: "Waiting...",
      });
      expect((await get("/internal/pending-tasks")).json).toEqual({ size: 1, tasks: ["two"] });
      await Promise.all([one, two]);
      expect(await ask("one")).toMatchObject({ active: false, completed: true });
      for (let i = 0; i < 15; i++) await draw({ ...small, steps: 1 });
      expect(await ask("one")).toMatchObject({ completed: false });
      expect(await ask("two")).toMatchObject({ completed: true });
    });
  });

  test("a failed task stays active until the next one starts", async () => {
    await withWebui({}, async ({ draw, post, webui }) => {
      const ask = async () => (await post("/internal/progress", { id_task: "mine" })).json;
      webui.faults.next({ kind: "out-of-memory" });
      await draw({ ...small, force_task_id: "mine" });
      expect(await ask()).toMatchObject({ active: true, completed: false });
      await draw(small);
      expect(await ask()).toMatchObject({ active: false, completed: false });
    });
  });

  test("a task with a bad picture stays pending for ever", async () => {
    await withWebui({}, async ({ draw, edit, get }) => {
      await edit({ ...small, init_images: ["nope"], force_task_id: "dead" });
      await draw(small);
      expect((await get("/internal/pending-tasks")).json).toEqual({ size: 1, tasks: ["dead"] });
    });
  });

  test("a task's name is made up where none is given", async () => {
    await withWebui({}, async ({ draw, edit, get }) => {
      await edit({ ...small, init_images: ["nope"] });
      await draw(small);
      expect((await get("/internal/pending-tasks")).json.tasks[0]).toMatch(
        /^task\(img2img-[A-Z0-9]{7}\)$/,
      );
    });
  });
});

describe("interrupting the stand-in webui", () => {
  test("it answers 200 with a half-finished picture and makes no more batches", async () => {
    await withWebui({ secondsPerStep: 0.01 }, async ({ draw, post, get, info, webui }) => {
      const whole = await draw({ ...long, steps: 4 });
      const drawing = draw({ ...long, n_iter: 3 });
      await until(async () => (await get("/sdapi/v1/progress")).json.state.sampling_step > 4);
      expect(await post("/sdapi/v1/interrupt")).toMatchObject({ status: 200, json: {} });
      const reply = await drawing;
      expect(reply.status).toBe(200);
      expect(reply.json.images).toHaveLength(1);
      expect(info(reply).all_seeds).toEqual([1, 2, 3]);
      expect(info(reply).infotexts).toHaveLength(1);
      // Noise does not compress.
      expect(reply.json.images[0].length).toBeGreaterThan(3 * whole.json.images[0].length);
      expect(webui.drawings[1]?.state).toBe("interrupted");
      expect(webui.interrupts()).toBe(1);
    });
  });

  test("it hits whatever runs, not what waits", async () => {
    await withWebui({ secondsPerStep: 0.01 }, async ({ draw, post, webui }) => {
      const one = draw(long);
      await until(() => webui.drawings[0]?.state === "drawing");
      const two = draw({ ...long, steps: 5 });
      await until(() => webui.drawings.length === 2);
      await post("/sdapi/v1/interrupt");
      await Promise.all([one, two]);
      expect(webui.drawings.map(({ state }) => state)).toEqual(["interrupted", "answered"]);
    });
  });

  test("a flag set while nothing runs is wiped at the next start", async () => {
    await withWebui({}, async ({ draw, post, webui }) => {
      await post("/sdapi/v1/interrupt");
      expect((await draw({ ...small, n_iter: 2 })).json.images).toHaveLength(2);
      expect(webui.drawings[0]?.state).toBe("answered");
    });
  });

  test("skip ends one batch and goes on with the next", async () => {
    await withWebui({ secondsPerStep: 0.03 }, async ({ draw, post, get, webui }) => {
      const drawing = draw({ ...long, n_iter: 2, steps: 12 });
      await until(async () => (await get("/sdapi/v1/progress")).json.state.sampling_step > 2);
      expect(await post("/sdapi/v1/skip")).toMatchObject({ status: 200, json: null });
      const [first, second]: string[] = (await drawing).json.images;
      expect(first?.length).toBeGreaterThan(2 * (second?.length ?? 0));
      expect(webui.drawings[0]?.state).toBe("answered");
    });
  });
});

describe("the process of the stand-in webui", () => {
  test("down cuts what runs and refuses connections; up is a fresh start on the same port", async () => {
    await withWebui(pace, async ({ draw, get, post, webui }) => {
      const { url } = webui;
      await post("/sdapi/v1/options", { CLIP_stop_at_last_layers: 3 });
      await draw({
        ...small,
        override_settings: { jpeg_quality: 50 },
        override_settings_restore_afterwards: false,
      });
      const dying = expect(draw({ ...long, force_task_id: "mine" })).rejects.toThrow();
      await until(() => webui.drawings[1]?.state === "drawing");
      await webui.down();
      await dying;
      expect(webui.drawings[1]?.state).toBe("failed");
      await expect(get("/sdapi/v1/samplers")).rejects.toThrow();
      const swaps = webui.swaps();
      await webui.up();
      expect(webui.url).toBe(url);
      expect((await get("/sdapi/v1/progress")).json.state.job).toBe("");
      expect((await get("/internal/pending-tasks")).json.size).toBe(0);
      const options = (await get("/sdapi/v1/options")).json;
      expect(options).toMatchObject({ CLIP_stop_at_last_layers: 3, jpeg_quality: 80 });
      expect((await draw(small)).status).toBe(200);
      expect(webui.swaps()).toBe(swaps + 1);
    });
  });

  test("what waits dies too", async () => {
    await withWebui(pace, async ({ draw, webui }) => {
      const dying = [draw(long), draw(long)].map((reply) => expect(reply).rejects.toThrow());
      await until(() => webui.drawings.length === 2);
      await webui.down();
      await Promise.all(dying);
      expect(webui.drawings.map(({ state }) => state)).toEqual(["failed", "failed"]);
    });
  });
});
