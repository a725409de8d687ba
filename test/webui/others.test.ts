import { setTimeout as wait } from "node:timers/promises";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { startWebui } from "../../src/demo/webui/start.ts";
import { createSink, never, requestOf, useWebuis } from "./server.ts";

const { backendAt, closing } = useWebuis();

/** A step of a picture of 64 x 64 takes 50 ms. */
const secondsPerStep = 3.2;
const picture = { prompt: "a", width: 64, height: 64 };

type Other = { kind: "client" | "named" | "extras"; at: number; steps: number; count: number };
type Scene = {
  own: { at: number; steps: number; count: number };
  others: Other[];
  end: "drawn" | "cancelled" | "skipped";
  /** After it was asked for. Milliseconds. */
  endAt: number;
};

const other: fc.Arbitrary<Other> = fc.record({
  kind: fc.constantFrom("client", "named", "extras"),
  at: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 280, max: 420 })),
  steps: fc.integer({ min: 1, max: 30 }),
  count: fc.constantFrom(1, 1, 2),
});
const scene: fc.Arbitrary<Scene> = fc.record({
  own: fc.record({
    at: fc.constant(300),
    steps: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 60, max: 100 })),
    count: fc.constantFrom(1, 1, 2),
  }),
  others: fc.array(other, { maxLength: 3 }),
  end: fc.constantFrom("drawn", "cancelled", "cancelled", "skipped"),
  endAt: fc.integer({ min: 0, max: 4_000 }),
});

type Hit = { what: string; own: boolean };

/** A webui that others use as well, and what was hit there. */
async function open(nowebui: boolean) {
  const hits: Hit[] = [];
  const webui = await startWebui({
    secondsPerStep,
    secondsToLoadModel: 0.01,
    nowebui,
    onExchange({ path }) {
      if (!/(?:interrupt|skip)$/.test(path)) return;
      const runs = webui.drawings.find(({ state }) => state === "drawing");
      hits.push({ what: path, own: Number(runs?.body["seed"]) === 1 });
    },
  });
  closing.push(webui.close);
  const backend = backendAt(webui.url);
  await backend.catalog(never);
  await backend.ready(never);
  return { webui, backend, hits };
}

const post = (url: string, path: string, body: object) =>
  fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).then((answer) => answer.json());

const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function come({ kind, at, steps, count }: Other, url: string, index: number): Promise<void> {
  await wait(at);
  if (kind === "extras") {
    await post(url, "/sdapi/v1/extra-single-image", { image: dot, upscaler_1: "Lanczos" });
    return;
  }
  const named = kind === "named" ? { force_task_id: `task(${index}abcdefgh)` } : {};
  const body = { ...picture, ...named, seed: 1000, steps, n_iter: count };
  expect(await post(url, "/sdapi/v1/txt2img", body)).toMatchObject({ images: { length: count } });
}

/** Our own drawing, as a worker's lane has it drawn and gives it up. */
async function draw(
  { own, end, endAt }: Scene,
  { backend }: Awaited<ReturnType<typeof open>>,
): Promise<void> {
  await wait(own.at);
  const count = end === "skipped" ? 2 : own.count;
  const cancel = new AbortController();
  const request = requestOf({ ...picture, seed: 1, steps: own.steps, count });
  const drawing = backend.generate(request, {
    signal: cancel.signal,
    answers: createSink().answers,
  });
  const ended = drawing.then(
    () => true,
    () => false,
  );
  await Promise.race([wait(endAt), ended]);
  if (end === "skipped") {
    // Whether that hits or comes too late, it is ours alone that it may hit.
    const over = new AbortController();
    void ended.then(() => over.abort());
    while (!over.signal.aborted && !(await backend.skip(never))) await wait(300);
  }
  if (end === "cancelled") cancel.abort(new Error("cancelled"));
  await ended;
  for (let i = 0; i < 60 && !(await backend.ready(never)); i++) {
    await backend.interrupt(never);
    await wait(200);
  }
}

async function play(told: Scene, world: Awaited<ReturnType<typeof open>>): Promise<void> {
  const { url } = world.webui;
  const coming = told.others.map((each, index) => come(each, url, index));
  await Promise.all([draw(told, world), ...coming]);
}

it("never stops or skips what somebody else draws, whoever comes and goes", async () => {
  const scenes = fc.sample(scene, 100);
  const lanes = 25;
  const all: Hit[] = [];
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const world = await open(lane % 5 === 4);
      const { webui, hits } = world;
      for (let i = lane; i < scenes.length; i += lanes) {
        const told = scenes[i];
        if (told === undefined) continue;
        // Where no pending tasks are told, nobody can be told from us who comes within the same moment.
        const others =
          lane % 5 === 4 ? told.others.filter(({ at }) => Math.abs(at - 300) > 60) : told.others;
        await play({ ...told, others }, world);
        await wait(400);
      }
      const foreign = webui.drawings.filter(({ body }) => body["seed"] === 1000);
      expect(foreign.map(({ state }) => state)).toEqual(foreign.map(() => "answered"));
      const counted = webui.interrupts() + webui.skips();
      expect(hits).toHaveLength(counted);
      all.push(...hits);
    }),
  );
  expect(all.filter(({ own }) => !own)).toEqual([]);
  expect(all.filter(({ what }) => what.endsWith("interrupt")).length).toBeGreaterThan(5);
  expect(all.filter(({ what }) => what.endsWith("skip")).length).toBeGreaterThan(2);
}, 180_000);
