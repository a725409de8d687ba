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
const broken: Route = (_got, response) => void response.writeHead(502).end();

const { start: startA1111 } = useWebuis();

/** A webui of which the test says what it does, and whether drawings come back. */
async function start(options: { timeoutMs?: number; routes?: Record<string, Route> } = {}) {
  const { timeoutMs = 5000, routes } = options;
  const does = { job: "", job_count: 0 };
  const held: Parameters<Route>[1][] = [];
  const { server, backend } = await startA1111(
    {
      "GET /sdapi/v1/progress": () => ({ progress: 0, state: does }),
      "POST /sdapi/v1/txt2img": (_got, response) => void held.push(response),
      ...routes,
    },
    { timeoutMs },
  );
  const interrupts = () => server.requests.filter(({ path }) => path.endsWith("/interrupt")).length;
  const finish = () => held.splice(0).forEach((response) => send(response, 200, answerOf([png()])));
  /** Begins a drawing; the promise holds its end. */
  const draw = async (count: number, signal = never) => {
    const ended = backend
      .generate(requestOf({ count }), { signal, answers: createSink().answers })
      .then(
        () => "drawn",
        (error: unknown) => error,
      );
    await until(() => held.length > 0);
    return ended;
  };
  return { server, backend, does, interrupts, finish, draw, held };
}

describe("an interrupt", () => {
  it.each([
    ["hits a job of the API", "scripts_txt2img", 1],
    ["hits a job of SD.Next's API", "API-TXT", 1],
    ["spares a job of the page", "task(abc)", 0],
    ["spares the page's batches", "Batch 1 out of 4", 0],
    ["spares an enlargement", "extras", 0],
    ["is not sent when nothing runs", "", 0],
  ])("%s", async (_about, job, interrupts) => {
    const webui = await start();
    Object.assign(webui.does, { job, job_count: 1 });
    await webui.backend.interrupt(never);
    expect(webui.interrupts()).toBe(interrupts);
  });

  it("hits the batches of our own drawing, and spares others", async () => {
    const webui = await start();
    const ended = webui.draw(4);
    await until(() => webui.held.length > 0);
    webui.does.job = "Batch 2 out of 3";
    await webui.backend.interrupt(never);
    expect(webui.interrupts()).toBe(0);
    webui.does.job = "Batch 2 out of 4";
    await webui.backend.interrupt(never);
    expect(webui.interrupts()).toBe(1);
    webui.finish();
    expect(await ended).toBe("drawn");
    await webui.backend.interrupt(never);
    expect(webui.interrupts()).toBe(1);
  });

  it("takes an answer without a body for what it is", async () => {
    const webui = await start({ routes: { "POST /sdapi/v1/interrupt": noBody } });
    webui.does.job = "scripts_txt2img";
    await expect(webui.backend.interrupt(never)).resolves.toBe(true);
  });

  it("is not for a webui that has none", async () => {
    const webui = await start({ routes: { "GET /sdapi/v1/progress": missing } });
    await webui.backend.interrupt(never);
    expect(webui.interrupts()).toBe(0);
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
    const ended = webui.draw(1);
    await until(() => webui.held.length > 0);
    Object.assign(webui.does, { job: "scripts_txt2img", job_count: 1 });
    expect(await webui.backend.ready(never)).toBe(true);
    webui.finish();
    await ended;
  });

  it.each(["timeout", "cancelled"])("only after what we gave up has ended (%s)", async (how) => {
    const webui = await start({ timeoutMs: how === "timeout" ? 100 : 5000 });
    const cancel = new AbortController();
    const ended = webui.draw(2, cancel.signal);
    await until(() => webui.held.length > 0);
    Object.assign(webui.does, { job: "Batch 1 out of 2", job_count: 2 });
    if (how === "cancelled") cancel.abort(new Error("cancelled"));
    await ended;
    expect(await webui.backend.ready(never)).toBe(false);
    Object.assign(webui.does, { job: "", job_count: 0 });
    expect(await webui.backend.ready(never)).toBe(true);
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
