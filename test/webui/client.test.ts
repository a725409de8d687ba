import type { ServerResponse } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { BackendOptions } from "../../src/webui/client.ts";
import type { Part } from "../../src/generation/backend.ts";
import { readAnswers } from "../../src/webui/responses.ts";
import {
  a1111,
  answerOf,
  createSink,
  missing,
  never,
  png,
  requestOf,
  send,
  type Route,
  until,
  useWebuis,
} from "./server.ts";

const { backendAt, closing, serve, start } = useWebuis();

/** Draws on a webui that answers so. */
async function drawWith(route: Route, options: Partial<BackendOptions> = {}) {
  const { backend, server } = await start({ "POST /sdapi/v1/txt2img": route }, options);
  const sink = createSink();
  const drawing = backend.generate(requestOf(), { signal: never, answers: sink.answers });
  return { backend, server, sink, drawing };
}

const good = answerOf([png()], { all_seeds: [5], infotexts: ["x"] });

const seedsAsked = ({ requests }: { requests: readonly { method: string; body: string }[] }) =>
  requests.flatMap(({ method, body }) => (method === "POST" ? Number(JSON.parse(body).seed) : []));

describe("an answer on its way", () => {
  it("is put away piece by piece before it is whole", async () => {
    const text = JSON.stringify(good);
    let rest: ServerResponse | undefined;
    const { drawing, sink } = await drawWith((_got, response) => {
      response.writeHead(200, { "content-length": text.length + 600_000 });
      response.write(" ".repeat(600_000));
      rest = response;
    });
    await until(() => sink.chunks.length === 2);
    expect(sink.ends).toEqual([]);
    rest?.end(text);
    await drawing;
    expect(sink.chunks.map(([part, index]) => [part, index])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
    expect(Math.max(...sink.chunks.map(([, , { length }]) => length))).toBeLessThan(512 * 1024);
    expect(sink.ends).toEqual([{ before: 0, count: 1, chunks: 3 }]);
    expect(readAnswers(sink.parts(), requestOf()).pictures).toHaveLength(1);
  });

  it("may come in chunks without a length", async () => {
    const { drawing, sink } = await drawWith((_got, response) => {
      response.write(JSON.stringify(good).slice(0, 10));
      response.end(JSON.stringify(good).slice(10));
    });
    await drawing;
    expect(sink.ends).toEqual([{ before: 0, count: 1, chunks: 1 }]);
  });

  const cut: [string, Route][] = [
    [
      "shorter than it said",
      (_got, response) => {
        response.writeHead(200, { "content-length": 1000 });
        response.write('{"images":[');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      "cut between its chunks",
      (_got, response) => {
        response.write('{"images":[');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      "cut where only the connection's end tells",
      (_got, response) => {
        response.socket?.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"images":["');
      },
    ],
    ["never begun", (_got, response) => void response.destroy()],
  ];
  it.each(cut)("is broken off when it is %s", async (_about, route) => {
    const { drawing, sink } = await drawWith(route);
    await expect(drawing).rejects.toMatchObject({ fault: "broke" });
    expect(sink.ends).toEqual([]);
  });

  it("may end with its connection", async () => {
    const { drawing, sink } = await drawWith((_got, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${JSON.stringify(good)}\n`);
    });
    await drawing;
    expect(sink.ends).toEqual([{ before: 0, count: 1, chunks: 1 }]);
  });

  it("is given up when it says that it is too large", async () => {
    let closed = false;
    const { drawing, sink } = await drawWith(
      (_got, response) => {
        response.on("close", () => (closed = true));
        response.writeHead(200, { "content-length": 1001 });
        response.write(" ".repeat(500));
      },
      { maxAnswerBytes: 1000 },
    );
    await expect(drawing).rejects.toMatchObject({ fault: "nonsense" });
    await until(() => closed);
    expect(closed).toBe(true);
    expect(sink.chunks).toEqual([]);
  });

  it("is given up when it grows too large", async () => {
    let closed = false;
    const { drawing, sink } = await drawWith(
      (_got, response) => {
        response.on("close", () => (closed = true));
        const timer = setInterval(() => response.write(" ".repeat(1000)), 1);
        response.on("close", () => clearInterval(timer));
      },
      { maxAnswerBytes: 20_000 },
    );
    await expect(drawing).rejects.toMatchObject({ fault: "nonsense" });
    await until(() => closed);
    expect(closed).toBe(true);
    expect(sink.ends).toEqual([]);
  });

  it.each([
    ["no JSON", "<html>hello</html>"],
    ["no pictures", JSON.stringify(answerOf([]))],
    ["an empty picture", JSON.stringify(answerOf([""]))],
  ])("is nonsense with %s", async (_about, body) => {
    const { drawing } = await drawWith((_got, response) => void response.end(body));
    await expect(drawing).rejects.toMatchObject({ fault: "nonsense" });
  });

  it("is not asked to be compressed", async () => {
    const { drawing, server } = await drawWith(() => good);
    await drawing;
    expect(server.requests.at(-1)?.headers["accept-encoding"]).toBe("identity");
  });
});

describe("a drawing", () => {
  it("is refused with the webui's words", async () => {
    const { drawing } = await drawWith((_got, response) =>
      send(response, 500, { error: "KeyError", detail: "", errors: "'/home/me/x'" }),
    );
    await expect(drawing).rejects.toMatchObject({ fault: "refused", detail: "KeyError: '…'" });
  });

  it("reads no endless error", async () => {
    const { drawing } = await drawWith((_got, response) => {
      response.writeHead(500);
      const timer = setInterval(() => response.write("x".repeat(10_000)), 1);
      response.on("close", () => clearInterval(timer));
    });
    await expect(drawing).rejects.toMatchObject({
      fault: "broke",
      detail: "500 Internal Server Error",
    });
  });

  it("ends by the clock", async () => {
    const { drawing } = await drawWith(() => undefined, { timeoutMs: 150 });
    await expect(drawing).rejects.toMatchObject({ fault: "timeout", detail: "" });
  });

  it("ends by the clock in the middle of an answer", async () => {
    const { drawing, sink } = await drawWith((_got, response) => void response.write("{"), {
      timeoutMs: 150,
    });
    await expect(drawing).rejects.toMatchObject({ fault: "timeout" });
    expect(sink.ends).toEqual([]);
  });

  it("ends with the reason of the signal", async () => {
    const { backend } = await start({
      "POST /sdapi/v1/txt2img": (_got, response) => void response.write("{"),
    });
    const cancel = new AbortController();
    const reason = new Error("cancelled");
    const drawing = backend.generate(requestOf(), {
      signal: cancel.signal,
      answers: createSink().answers,
    });
    setTimeout(() => cancel.abort(reason), 100);
    await expect(drawing).rejects.toBe(reason);
    await expect(backend.catalog(cancel.signal)).rejects.toBe(reason);
  });

  it("fails as the store fails", async () => {
    const { backend } = await start({ "POST /sdapi/v1/txt2img": () => good });
    const failure = Object.assign(new Error("redis"), { code: "ECONNREFUSED" });
    const { answers } = createSink();
    const atEnd = backend.generate(requestOf(), {
      signal: never,
      answers: { ...answers, end: () => Promise.reject(failure) },
    });
    await expect(atEnd).rejects.toBe(failure);
    const write = () => {
      throw failure;
    };
    await expect(
      backend.generate(requestOf(), { signal: never, answers: { ...answers, write } }),
    ).rejects.toBe(failure);
  });

  it("is down when nobody listens", async () => {
    const { server, backend } = await start();
    await server.close();
    await expect(
      backend.generate(requestOf(), { signal: never, answers: createSink().answers }),
    ).rejects.toMatchObject({ fault: "down", detail: "" });
    await expect(backend.catalog(never)).rejects.toMatchObject({ fault: "down" });
    expect(await backend.ready(never)).toBe(false);
  });

  it("is down when nobody has the name, and when TLS is spoken to a webui without", async () => {
    const { server } = await start();
    await expect(backendAt("http://nowhere.invalid").catalog(never)).rejects.toMatchObject({
      fault: "down",
    });
    await expect(
      backendAt(server.url.replace("http:", "https:")).catalog(never),
    ).rejects.toMatchObject({ fault: "down" });
  });

  it("is down when something else than HTTP answers", async () => {
    const tcp = createTcpServer((socket) =>
      socket
        .on("error", () => {})
        .resume()
        .end("SSH-2.0-x\r\n"),
    );
    await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
    closing.push(() => new Promise((resolve) => tcp.close(resolve)));
    const address = tcp.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await expect(backendAt(`http://127.0.0.1:${port}`).catalog(never)).rejects.toMatchObject({
      fault: "down",
    });
  });

  it("asks only for the parts that an earlier try did not put away", async () => {
    const { server, backend } = await start({
      "GET /sdapi/v1/progress": missing,
      "POST /sdapi/v1/txt2img": () => answerOf([png()]),
    });
    const sink = createSink([answerOf([png()]), answerOf([png()])]);
    await backend.generate(requestOf({ count: 4 }), { signal: never, answers: sink.answers });
    expect(seedsAsked(server)).toEqual([7, 8]);
    expect(sink.ends).toEqual([
      { before: 2, count: 1, chunks: 1 },
      { before: 3, count: 1, chunks: 1 },
    ]);
  });

  it("asks for what is left where a webui of another kind has drawn some, and for nothing where it has drawn all", async () => {
    const { server, backend } = await start({
      "GET /sdapi/v1/progress": missing,
      "POST /sdapi/v1/txt2img": () => answerOf([png()]),
    });
    const earlier = [answerOf([png(), png()])];
    const draw = async (count: number) => {
      const { answers, ends } = createSink(earlier, [2]);
      await backend.generate(requestOf({ count }), { signal: never, answers });
      return ends.map(({ before }) => before);
    };
    expect(await draw(2)).toEqual([]);
    expect(await draw(4)).toEqual([2, 3]);
    expect(seedsAsked(server)).toEqual([7, 8]);
  });

  it("asks in one request for all that one without batches has left", async () => {
    const { server, backend } = await start({
      "POST /sdapi/v1/txt2img": () => answerOf([png(), png()]),
    });
    const { answers, ends } = createSink([answerOf([png()]), answerOf([png()])]);
    await backend.generate(requestOf({ count: 4 }), { signal: never, answers });
    expect(ends).toEqual([{ before: 2, count: 2, chunks: 1 }]);
    const [asked] = server.requests.filter(({ method }) => method === "POST");
    expect(JSON.parse(asked?.body ?? "")).toMatchObject({ seed: 7, n_iter: 2 });
  });

  it("counts the pictures where an earlier version left some without a number", async () => {
    const { server, backend } = await start({
      "POST /sdapi/v1/txt2img": () => answerOf([png()]),
    });
    const { answers } = createSink([answerOf([png(), png()])]);
    const stored = [{ before: 0, count: undefined }];
    const draw = async (count: number) =>
      backend.generate(requestOf({ count }), { signal: never, answers: { ...answers, stored } });
    await draw(2);
    expect(seedsAsked(server)).toEqual([]);
    await draw(3);
    expect(seedsAsked(server)).toEqual([7]);
  });

  it("finds no pictures in what an earlier try put away without looking at it", async () => {
    const { server, backend } = await start({
      "POST /sdapi/v1/txt2img": () => answerOf([png()]),
    });
    const { answers } = createSink([answerOf([])]);
    await expect(backend.generate(requestOf(), { signal: never, answers })).rejects.toMatchObject({
      fault: "nonsense",
    });
    expect(seedsAsked(server)).toEqual([]);
  });

  it("is put in one way, even if the webui is another by the end of it", async () => {
    const drawn = createSink();
    const { server, backend } = await start({
      "GET /sdapi/v1/progress": missing,
      "POST /sdapi/v1/txt2img": () => answerOf([png()]),
    });
    const answers = {
      ...drawn.answers,
      end: async (part: Part, chunks: number) => {
        await drawn.answers.end(part, chunks);
        if (part.before > 0) return;
        await server.close();
        await expect(backend.catalog(never)).rejects.toMatchObject({ fault: "down" });
        await serve({ ...a1111, "POST /sdapi/v1/txt2img": () => answerOf([png()]) }, server.port);
      },
    };
    await backend.generate(requestOf({ count: 3 }), { signal: never, answers });
    expect(drawn.ends).toHaveLength(3);
  });

  it("is put to the other kind that took the webui's place unseen", async () => {
    const routes = { ...a1111, "POST /sdapi/v1/txt2img": () => answerOf([png()]) };
    const first = await serve(routes);
    const backend = backendAt(first.url);
    await backend.catalog(never);
    await first.close();
    expect(await backend.ready(never)).toBe(false);
    const second = await serve({ ...routes, "GET /sdapi/v1/progress": missing }, first.port);
    expect(await backend.ready(never)).toBe(true);
    await backend.generate(requestOf({ count: 2 }), {
      signal: never,
      answers: createSink().answers,
    });
    expect(second.requests.filter(({ method }) => method === "POST")).toHaveLength(2);
  });

  it("goes to the kind that came back in the place of another", async () => {
    const routes = { ...a1111, "POST /sdapi/v1/txt2img": () => answerOf([png()]) };
    const first = await serve(routes);
    const backend = backendAt(first.url);
    const draw = () =>
      backend.generate(requestOf({ count: 2 }), { signal: never, answers: createSink().answers });
    await draw();
    expect(first.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    await first.close();
    // An idle socket's end is noticed a moment later.
    await wait(50);
    await expect(draw()).rejects.toMatchObject({ fault: "down" });
    const second = await serve({ ...routes, "GET /sdapi/v1/progress": missing }, first.port);
    await draw();
    expect(second.requests.filter(({ method }) => method === "POST")).toHaveLength(2);
  });
});
