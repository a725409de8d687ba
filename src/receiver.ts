import { BackendError, LostError } from "./errors.ts";
import { createAnswers } from "./store/answers.ts";
import { type Awaited, createAwaited } from "./store/awaited.ts";
import { endKey } from "./store/ending.ts";
import { notesKey } from "./store/notes-key.ts";
import { connectRedis } from "./store/redis.ts";
import { putHere, type Stage } from "./webui/put.ts";
import type { Order, Report } from "./webui/receiver.ts";
import { createWebui, type Webui, type WebuiAddress } from "./webui/webui.ts";

/*
 * The program that waits for the webuis' answers, apart from the worker: when that is killed, what is being drawn is
 * still received and stored, and nothing that a webui answered has to be drawn twice. It ends with the last of it.
 */

/** With the worker gone, a Redis that stays away as well is not waited for longer than this. Milliseconds. */
const orphanMs = 24 * 3600_000;
/** What is closed leaves nothing to wait for, within this. Milliseconds. */
const drainMs = 1_000;

type Work = Extract<Order, { do: "put" }>;

const webuis = new Map<string, Webui>();
const running = new Map<number, { stopping: AbortController; done: Promise<void> }>();
let store: ReturnType<typeof openStore> | undefined;

function openStore(redisUrl: string) {
  const redis = connectRedis(redisUrl, "wait", () => undefined);
  return { redis, answers: createAnswers(redis), awaited: createAwaited(redis) };
}

function webuiAt(address: WebuiAddress): Webui {
  const key = JSON.stringify(address);
  const webui = webuis.get(key) ?? createWebui(address);
  webuis.set(key, webui);
  return webui;
}

function begin(order: Work): void {
  const stopping = new AbortController();
  running.set(order.number, { stopping, done: work(order, stopping.signal) });
}

async function work(order: Work, signal: AbortSignal): Promise<void> {
  if (store === undefined) return;
  const { number, call, part, id, kind } = order;
  const { answers, awaited } = store;
  let end = async () => {};
  try {
    end = await beginWith(order, awaited);
    const put = putHere(webuiAt(call.address));
    const onStage = (stage: Stage) => report({ number, stage });
    const doubtful = await put(call, part, answers.sink(id, kind), signal, onStage);
    report({ number, doubtful });
    await tidy(end());
  } catch (error) {
    // First, so that whoever tries it again does not wait for us.
    await tidy(end());
    report(toReport(number, error));
  }
  await tidy(forgetUnwanted(id));
  running.delete(number);
  if (!process.connected && running.size === 0) void close();
}

async function beginWith({ call, id, kind, stored, lock }: Work, awaited: Awaited) {
  const asked = { id, webui: call.name, kind, stored, lock };
  const end = await awaited.begin(asked).catch((cause: unknown) => {
    // Nothing was asked of the webui; the others that are waited for go on.
    throw new BackendError("broke", "", { cause });
  });
  if (end === undefined) throw new LostError();
  return end;
}

/** What Redis refuses to clear away goes by itself after a while. */
const tidy = async (clearing: Promise<void>) => clearing.catch(() => undefined);

/**
 * Nobody else removes what stands here of a job that was cancelled while its worker was gone or while we began with it, or
 * posted by another while all of this machine stood still.
 */
async function forgetUnwanted(id: string): Promise<void> {
  if (store === undefined) return;
  const [ending, posted] = await Promise.all([
    store.redis.get(endKey(id)),
    store.redis.hget(notesKey(id), "posted"),
  ]);
  const isOver = ending === "cancelled" || ending === "failed" || posted !== null;
  if (isOver) await store.answers.remove(id);
}

function toReport(number: number, error: unknown): Report {
  if (error instanceof LostError) return { number, lost: true };
  if (error instanceof BackendError) return { number, fault: error.fault, detail: error.detail };
  return { number, failure: error instanceof Error ? (error.stack ?? error.message) : "failed" };
}

function report(what: Report): void {
  // A worker that is gone does not hear it.
  if (process.connected) process.send?.(what, undefined, undefined, () => undefined);
}

async function close(): Promise<void> {
  setTimeout(() => process.kill(process.pid, "SIGKILL"), drainMs).unref();
  const works = [...running.values()];
  for (const { stopping } of works) stopping.abort(new Error("ended"));
  await Promise.all(works.map(({ done }) => done));
  for (const webui of webuis.values()) void webui.http.close();
  store?.redis.disconnect();
  if (process.connected) process.disconnect();
}

process.on("message", (order: Order) => {
  if (order.do === "start") store = openStore(order.redisUrl);
  else if (order.do === "put") begin(order);
  else if (order.do === "drop") running.get(order.number)?.stopping.abort(new Error("dropped"));
  else void close();
});
process.on("disconnect", () => {
  if (running.size === 0) void close();
  setTimeout(() => void close(), orphanMs).unref();
});
// The worker says when it is over: what ends the whole service at once leaves it the time to finish.
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (!process.connected) void close();
  });
}
