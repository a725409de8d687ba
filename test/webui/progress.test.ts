import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import {
  answerOf,
  createSink,
  missing,
  never,
  png,
  requestOf,
  type Route,
  send,
  until,
  useWebuis,
} from "./server.ts";

const noBody: Route = (_got, response) => void response.writeHead(204).end();
const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex").toString("base64");
const broken: Route = (_got, response) => void response.writeHead(502).end();

const { start: startA1111 } = useWebuis();

/** A webui of which the test says what it does, and whether drawings come back. */
async function start(
  options: { timeoutMs?: number; routes?: Record<string, Route>; listed?: boolean } = {},
) {
  const { timeoutMs = 20_000, routes, listed = true } = options;
  const does = {
    ...idle,
    since: performance.now(),
    left: undefined as number | undefined,
    current_image: null as string | null,
  };
  const tasks: string[] = [];
  const held: Parameters<Route>[1][] = [];
  const { server, backend } = await startA1111(
    {
      "GET /sdapi/v1/progress": () => {
        const { since, left, current_image, ...state } = does;
        // As A1111 works it out: from when it began.
        const progress = state.job_count === 0 ? 0 : 0.2;
        const seconds = (4 * (performance.now() - since)) / 1000;
        return { progress, eta_relative: left ?? seconds, current_image, state };
      },
      "POST /sdapi/v1/txt2img": (_got, response) => void held.push(response),
      "POST /sdapi/v1/skip": () => null,
      ...(listed ? { "GET /internal/pending-tasks": () => ({ size: tasks.length, tasks }) } : {}),
      ...routes,
    },
    { timeoutMs },
  );
  const posts = (what: string) =>
    server.requests.filter(({ method, path }) => method === "POST" && path.endsWith(what)).length;
  const interrupts = () => posts("/interrupt");
  const finish = () => held.splice(0).forEach((response) => send(response, 200, answerOf([png()])));
  /** Begins a drawing; the promise holds its end. */
  const draw = async (values: Record<string, unknown> = {}, signal = never) => {
    const ended = backend
      .generate(requestOf(values), { signal, answers: createSink().answers })
      .then(
        () => "drawn",
        (error: unknown) => error,
      );
    await until(() => held.length > 0);
    return { ended };
  };
  /** The same, as far as that it is known to be ours. */
  const drawOurs = async (values: Record<string, unknown> = {}, signal = never) => {
    const drawing = draw(values, signal);
    await until(() => held.length > 0);
    Object.assign(does, { ...running, job_timestamp: "20260101000001" });
    const { ended } = await drawing;
    await expect
      .poll(() => backend.progress(never, { preview: false }), { timeout: 10_000 })
      .toMatchObject({ state: "drawing" });
    return { ended };
  };
  return { server, backend, does, tasks, interrupts, posts, finish, draw, drawOurs, held };
}

const idle = {
  job: "",
  job_count: 0,
  job_no: 0,
  job_timestamp: "20260101000000",
  sampling_step: 0,
  sampling_steps: 0,
  interrupted: false,
  skipped: false,
};
const running = {
  ...idle,
  job: "scripts_txt2img",
  job_count: 1,
  sampling_step: 4,
  sampling_steps: 20,
};

describe("an interrupt", () => {
  it.each([
    ["a job of the API", "scripts_txt2img"],
    ["a job of SD.Next's API", "API-TXT"],
    ["a job of the page", "task(abc)"],
    ["the page's batches", "Batch 1 out of 4"],
    ["an enlargement", "extras"],
    ["nothing", ""],
  ])("spares %s that is not known to be ours", async (_about, job) => {
    const webui = await start();
    Object.assign(webui.does, { ...running, job });
    expect(await webui.backend.interrupt(never)).toBe(false);
    const { ended } = await webui.draw({ count: 4 });
    expect(await webui.backend.interrupt(never)).toBe(false);
    expect(await webui.backend.skip(never)).toBe(false);
    expect(webui.interrupts()).toBe(0);
    webui.finish();
    expect(await ended).toBe("drawn");
  });

  it("hits our own drawing once, and nothing after it", async () => {
    const webui = await start();
    const { ended } = await webui.drawOurs({ count: 4 });
    webui.does.job = "Batch 2 out of 4";
    expect(await webui.backend.interrupt(never)).toBe(true);
    expect(webui.interrupts()).toBe(1);
    // It takes its time to end.
    webui.does.interrupted = true;
    expect(await webui.backend.interrupt(never)).toBe(true);
    expect(webui.interrupts()).toBe(1);
    Object.assign(webui.does, { interrupted: false, job_timestamp: "20260101000009" });
    expect(await webui.backend.interrupt(never)).toBe(false);
    webui.finish();
    expect(await ended).toBe("drawn");
    expect(await webui.backend.interrupt(never)).toBe(false);
    expect(webui.interrupts()).toBe(1);
  });

  it("comes too late for the last steps, after which somebody else's turn is", async () => {
    const webui = await start();
    const { ended } = await webui.drawOurs();
    webui.does.sampling_step = 18;
    expect(await webui.backend.interrupt(never)).toBe(false);
    webui.does.sampling_step = 10;
    // A tenth of a second of it is left.
    webui.does.left = 0.1;
    expect(await webui.backend.interrupt(never)).toBe(false);
    expect(webui.interrupts()).toBe(0);
    webui.finish();
    await ended;
  });

  it("reaches what was given up before it was known whose it is", async () => {
    const webui = await start();
    const cancel = new AbortController();
    const drawing = webui.draw({}, cancel.signal);
    await until(() => webui.held.length > 0);
    Object.assign(webui.does, { ...running, job_timestamp: "20260101000001" });
    const { ended } = await drawing;
    const reason = new Error("cancelled");
    cancel.abort(reason);
    expect(await ended).toBe(reason);
    expect(await webui.backend.interrupt(never)).toBe(true);
    expect(webui.interrupts()).toBe(1);
  });

  it("does not hold on to what waits for others", async () => {
    const webui = await start();
    Object.assign(webui.does, { ...running, job: "task(abc)" });
    const cancel = new AbortController();
    const { ended } = await webui.draw({}, cancel.signal);
    const startedAt = performance.now();
    cancel.abort(new Error("cancelled"));
    await ended;
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(await webui.backend.interrupt(never)).toBe(false);
  });

  it("takes an answer without a body for what it is", async () => {
    const webui = await start({ routes: { "POST /sdapi/v1/interrupt": noBody } });
    const { ended } = await webui.drawOurs();
    expect(await webui.backend.interrupt(never)).toBe(true);
    webui.finish();
    await ended;
  });

  it("is not for a webui that has none, or tells nothing", async () => {
    const none = await start({ routes: { "POST /sdapi/v1/interrupt": missing } });
    const { ended } = await none.drawOurs();
    expect(await none.backend.interrupt(never)).toBe(false);
    none.finish();
    await ended;
    const silent = await start({ routes: { "GET /sdapi/v1/progress": missing } });
    expect(await silent.backend.interrupt(never)).toBe(false);
    expect(silent.interrupts()).toBe(0);
  });
});

describe("a skip", () => {
  it("hits a batch of ours that goes on for a while, of several", async () => {
    const webui = await start();
    const { ended } = await webui.drawOurs({ count: 3 });
    Object.assign(webui.does, { job: "Batch 1 out of 3", job_count: 3 });
    expect(await webui.backend.skip(never)).toBe(true);
    expect(webui.posts("/skip")).toBe(1);
    webui.does.skipped = true;
    expect(await webui.backend.skip(never)).toBe(true);
    expect(webui.posts("/skip")).toBe(1);
    Object.assign(webui.does, { skipped: false, sampling_step: 18 });
    expect(await webui.backend.skip(never)).toBe(false);
    webui.finish();
    await ended;
  });

  it("hits a picture that is a request of its own, unless it is the last", async () => {
    const webui = await start();
    const prompts = ["a cat", "a dog"];
    const { ended } = await webui.drawOurs({ count: 2, prompts });
    expect(await webui.backend.skip(never)).toBe(true);
    webui.finish();
    await until(() => webui.posts("/txt2img") === 2);
    Object.assign(webui.does, { job_timestamp: "20260101000002", since: performance.now() });
    await expect
      .poll(() => webui.backend.progress(never, { preview: false }), { timeout: 10_000 })
      .toMatchObject({ state: "drawing", picture: 2 });
    expect(await webui.backend.skip(never)).toBe(false);
    expect(webui.posts("/skip")).toBe(1);
    webui.finish();
    await ended;
  });

  it("is not for a drawing of one", async () => {
    const webui = await start();
    const { ended } = await webui.drawOurs();
    expect(await webui.backend.skip(never)).toBe(false);
    expect(webui.posts("/skip")).toBe(0);
    webui.finish();
    await ended;
  });
});

describe("how far a drawing is", () => {
  const seen = async (webui: Awaited<ReturnType<typeof start>>, preview = false) =>
    webui.backend.progress(never, { preview });

  it("is not told before there is one, nor after it", async () => {
    const webui = await start();
    Object.assign(webui.does, running);
    expect(await seen(webui)).toBeUndefined();
    const { ended } = await webui.draw();
    webui.finish();
    await ended;
    expect(await seen(webui)).toBeUndefined();
  });

  it("is that it waits while somebody else's runs", async () => {
    const webui = await start();
    Object.assign(webui.does, { ...running, job: "task(abc)" });
    const { ended } = await webui.draw();
    expect(await seen(webui)).toEqual({ state: "waiting" });
    webui.finish();
    await ended;
  });

  it("is a share of all pictures, both passes of each counted", async () => {
    const webui = await start();
    const { ended } = await webui.drawOurs({ count: 3, hr_scale: 2 });
    Object.assign(webui.does, {
      job: "Batch 2 out of 3",
      job_count: 6,
      job_no: 3,
      sampling_step: 5,
    });
    webui.does.left = 30;
    expect(await seen(webui)).toEqual({
      state: "drawing",
      share: 3.25 / 6,
      step: 5,
      steps: 20,
      picture: 2,
      pictures: 3,
      secondsLeft: 30,
    });
    webui.does.job_count = -1;
    expect(await seen(webui)).toEqual({ state: "loading" });
    // Too early for a guess of the time.
    Object.assign(webui.does, { job_count: 6, job_no: 0, sampling_step: 2 });
    expect(await seen(webui)).not.toHaveProperty("secondsLeft");
    webui.finish();
    await ended;
  });

  it("has a preview where one is wanted, in any format, and of no drawing but ours", async () => {
    const webui = await start();
    webui.does.current_image = png();
    const { ended } = await webui.draw();
    Object.assign(webui.does, running);
    expect(await seen(webui, true)).toBeUndefined();
    const asked = webui.server.requests.filter(({ path }) => path.includes("/progress"));
    expect(asked.every(({ path }) => path.endsWith("?skip_current_image=true"))).toBe(true);
    await expect.poll(() => seen(webui), { timeout: 10_000 }).toMatchObject({ state: "drawing" });
    expect(await seen(webui)).not.toHaveProperty("preview");
    for (const picture of [png(), `data:image/jpeg;base64,${jpeg}`]) {
      webui.does.current_image = picture;
      const bytes = Buffer.from(picture.replace(/^data:.*,/, ""), "base64");
      expect(await seen(webui, true)).toMatchObject({ preview: bytes });
    }
    for (const nothing of [null, "", "AAAA"]) {
      webui.does.current_image = nothing;
      expect(await seen(webui, true)).not.toHaveProperty("preview");
    }
    webui.finish();
    await ended;
  });

  it("is known without a list of tasks where nobody else was there", async () => {
    const webui = await start({ listed: false });
    expect(await webui.backend.ready(never)).toBe(true);
    await wait(200);
    const { ended } = await webui.drawOurs();
    expect(await webui.backend.interrupt(never)).toBe(true);
    webui.finish();
    await ended;
  });
});

describe("a webui is ready", () => {
  it("when it answers and does nothing", async () => {
    expect(await (await start()).backend.ready(never)).toBe(true);
  });

  it("not while it draws what came through the API and is no longer ours", async () => {
    const webui = await start();
    Object.assign(webui.does, { job: "scripts_txt2img", job_count: -1 });
    expect(await webui.backend.ready(never)).toBe(false);
  });

  it("while somebody draws on its page", async () => {
    const webui = await start();
    Object.assign(webui.does, { job: "task(x)", job_count: 1 });
    expect(await webui.backend.ready(never)).toBe(true);
  });

  it("while it draws for us, if it answers", async () => {
    const webui = await start();
    const { ended } = await webui.draw();
    Object.assign(webui.does, { job: "scripts_txt2img", job_count: 1 });
    expect(await webui.backend.ready(never)).toBe(true);
    webui.finish();
    await ended;
  });

  it.each(["timeout", "cancelled"])("only after what we gave up has ended (%s)", async (how) => {
    const webui = await start({ timeoutMs: how === "timeout" ? 100 : 5000, listed: false });
    const cancel = new AbortController();
    const { ended } = await webui.draw({ count: 2 }, cancel.signal);
    Object.assign(webui.does, { job: "Batch 1 out of 2", job_count: 2 });
    if (how === "cancelled") cancel.abort(new Error("cancelled"));
    await ended;
    expect(await webui.backend.ready(never)).toBe(false);
    Object.assign(webui.does, { job: "", job_count: 0 });
    await expect.poll(() => webui.backend.ready(never)).toBe(true);
    Object.assign(webui.does, { job: "Batch 1 out of 2", job_count: 2 });
    expect(await webui.backend.ready(never)).toBe(true);
  });

  it("when it answers, where no progress is told", async () => {
    const webui = await start({ routes: { "GET /sdapi/v1/progress": missing } });
    expect(await webui.backend.ready(never)).toBe(true);
  });

  it("not when it answers with an error, or not at all", async () => {
    const webui = await start({ routes: { "GET /sdapi/v1/samplers": broken } });
    expect(await webui.backend.ready(never)).toBe(false);
    await webui.server.close();
    expect(await webui.backend.ready(never)).toBe(false);
    expect(await webui.backend.ready(AbortSignal.abort())).toBe(false);
  });
});
