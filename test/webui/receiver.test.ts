import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { LostError } from "../../src/errors.ts";
import { createAnswers } from "../../src/store/answers.ts";
import { createReceiver, type Receiver } from "../../src/webui/receiver.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";
import { answerOf, never, png, requestOf, type Route, until, useWebuis } from "./server.ts";

const { start } = useWebuis();

let server: TestRedis;
let receiver: Receiver | undefined;
let events: [event: string, pid: number][] = [];

beforeAll(async () => {
  server = await startRedis();
});
afterEach(async () => {
  await receiver?.close();
  events = [];
});
afterAll(async () => server.close());

const good = answerOf([png()], { all_seeds: [5], infotexts: ["x"] });

/** A backend whose drawings a receiver puts to a webui that answers so. */
async function drawWith(
  route: Route,
  {
    idleMs = 60_000,
    timeoutMs = 10_000,
    routes = {},
  }: { idleMs?: number; timeoutMs?: number; routes?: Record<string, Route> } = {},
) {
  const own = createReceiver({
    program: ["src/receiver.ts"],
    redisUrl: server.url,
    idleMs,
    onEvent: (event, pid = 0) => void events.push([event, pid]),
  });
  receiver = own;
  const { backend } = await start(
    { ...routes, "POST /sdapi/v1/txt2img": route },
    { put: own.put, timeoutMs, login: undefined },
  );
  const answers = createAnswers(await server.connect());
  const draw = async (id: string, signal = never) => {
    const sink = await answers.open(id, "a1111");
    await backend.generate(requestOf(), { signal, answers: sink });
  };
  return { answers, draw, backend };
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the receiver", () => {
  it("stores what the webui answers, byte for byte, and is one process for all drawings", async () => {
    const { answers, draw } = await drawWith(() => good);
    await Promise.all([draw("1"), draw("2")]);
    expect((await answers.read("1")).map(String)).toEqual([JSON.stringify(good)]);
    expect((await answers.read("2")).map(String)).toEqual([JSON.stringify(good)]);
    expect(events.map(([event]) => event)).toEqual(["started"]);
  });

  it("says what went wrong as the webui's own client does", async () => {
    const { draw } = await drawWith((_got, response) => {
      response.writeHead(500, { "content-type": "application/json" });
      response.end(
        '{"error":"OutOfMemoryError","detail":"","body":"","errors":"CUDA out of memory"}',
      );
    });
    await expect(draw("3")).rejects.toMatchObject({
      name: "BackendError",
      fault: "memory",
      detail: "OutOfMemoryError: CUDA out of memory",
    });
  });

  it("hands back an answer that shows no picture, so that it is looked at", async () => {
    const { draw } = await drawWith(() => ({ images: [], info: "{}" }));
    await expect(draw("4")).rejects.toMatchObject({ fault: "nonsense" });
  });

  it("gives up in time", async () => {
    const { draw } = await drawWith(() => undefined, { timeoutMs: 700 });
    await expect(draw("5")).rejects.toMatchObject({ fault: "timeout" });
  });

  it("hangs up when a drawing is cancelled, and leaves no sign that anybody waits", async () => {
    let [arrived, hungUp] = [false, false];
    const { draw } = await drawWith((_got, response) => {
      arrived = true;
      response.on("close", () => (hungUp = true));
    });
    const cancelling = new AbortController();
    const drawing = draw("6", cancelling.signal);
    // A process of its own may take its time to start.
    await expect.poll(() => arrived, { timeout: 15_000 }).toBe(true);
    const reason = new Error("cancelled");
    cancelling.abort(reason);
    await expect(drawing).rejects.toBe(reason);
    await expect.poll(() => hungUp, { timeout: 5_000 }).toBe(true);
    const redis = await server.connect();
    await wait(50);
    expect(await redis.keys("*:awaited:6")).toEqual([]);
  });

  it("takes along what stands of a drawing that was cancelled before it had begun with it", async () => {
    let arrived = false;
    const { draw } = await drawWith(() => void (arrived = true));
    const cancelling = new AbortController();
    const drawing = draw("17", cancelling.signal);
    await expect.poll(() => arrived, { timeout: 15_000 }).toBe(true);
    const redis = await server.connect();
    expect(await redis.keys("*:answer:17:*")).toEqual(["{easel}:answer:17:kind"]);
    await redis.set("{easel}:end:17", "cancelled");
    cancelling.abort();
    await expect(drawing).rejects.toThrow();
    await expect.poll(() => redis.keys("*:answer:17*")).toEqual([]);
  });

  it("says when a request is sent and when its answer comes, so that what runs is known to be ours", async () => {
    const does = {
      job: "",
      job_count: 0,
      job_timestamp: "1",
      sampling_step: 2,
      sampling_steps: 20,
    };
    const held: Parameters<Route>[1][] = [];
    let begunAt = 0;
    const { draw, backend } = await drawWith(
      (_got, response) => {
        begunAt = performance.now();
        Object.assign(does, { job: "scripts_txt2img", job_count: 1, job_timestamp: "2" });
        held.push(response);
      },
      {
        routes: {
          "GET /internal/pending-tasks": () => ({ size: 0, tasks: [] }),
          "GET /sdapi/v1/progress": () => ({
            progress: does.job_count * 0.5,
            eta_relative: (performance.now() - begunAt) / 1000,
            state: does,
          }),
        },
      },
    );
    const drawing = draw("11");
    await expect
      .poll(() => backend.progress(never, { preview: false }), { timeout: 20_000 })
      .toMatchObject({ state: "drawing", step: 2, steps: 20 });
    expect(await backend.interrupt(never)).toBe(true);
    for (const response of held) response.end(JSON.stringify(good));
    await drawing;
    expect(await backend.progress(never, { preview: false })).toBeUndefined();
  });

  it("counts as a webui that broke off when it is killed, and the next drawing has another", async () => {
    let drawn = 0;
    const { draw } = await drawWith(() => ((drawn += 1) === 1 ? undefined : good));
    const first = draw("7");
    first.catch(() => undefined);
    await until(() => drawn === 1);
    process.kill(events[0]?.[1] ?? 0, "SIGKILL");
    await expect(first).rejects.toMatchObject({ fault: "broke" });
    await draw("8");
    expect(events.map(([event]) => event)).toEqual(["started", "lost", "started"]);
  });

  it("does not ask for what is drawn by now", async () => {
    let asked = 0;
    const { draw } = await drawWith(() => ((asked += 1), good));
    const redis = await server.connect();
    await redis.set("{easel}:end:12", "drawn");
    await expect(draw("12")).rejects.toThrow(LostError);
    expect(asked).toBe(0);
    await draw("13");
    expect(asked).toBe(1);
  });

  it("goes on waiting for the others where Redis refuses to begin with one", async () => {
    const held: Parameters<Route>[1][] = [];
    const { draw, answers } = await drawWith((_got, response) => void held.push(response));
    const drawing = draw("14");
    await expect.poll(() => held.length, { timeout: 15_000 }).toBe(1);
    const redis = await server.connect();
    await redis.acl("SETUSER", "default", "-eval");
    await expect(draw("15")).rejects.toMatchObject({ fault: "broke" });
    await redis.acl("SETUSER", "default", "+eval");
    for (const response of held) response.end(JSON.stringify(good));
    await drawing;
    expect(await answers.size("14")).toBeGreaterThan(0);
    expect(held).toHaveLength(1);
    expect(events.map(([event]) => event)).toEqual(["started"]);
  });

  it("runs only while there is work, and ends with whoever closes it", async () => {
    const { draw } = await drawWith(() => good, { idleMs: 100 });
    await draw("9");
    const first = events[0]?.[1] ?? 0;
    expect(isAlive(first)).toBe(true);
    await until(() => !isAlive(first));
    expect(isAlive(first)).toBe(false);
    await draw("10");
    await receiver?.close();
    expect(isAlive(events.at(-1)?.[1] ?? 0)).toBe(false);
    expect(events.map(([event]) => event)).toEqual(["started", "started"]);
  });
});
