import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SpanKind, TelemetryAttributes } from "bullmq";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createLog } from "../src/log.ts";
import { startTraces } from "../src/traces/start.ts";
import { startCollector } from "./harness/collector.ts";
import { startEasel } from "./harness/easel.ts";
import { startWorld, type World } from "./harness/world.ts";

type Collector = Awaited<ReturnType<typeof startCollector>>;

describe("traces of a job", () => {
  let collector: Collector;
  let world: World;
  beforeAll(async () => {
    collector = await startCollector();
    world = await startWorld({ started: false });
  });
  afterAll(async () => {
    await world.close();
    await collector.close();
  });

  test("cost where nobody collects them nothing: none of it is loaded", async () => {
    const listed = join(world.dataDir, "loaded");
    // All else is loaded by the time that Discord refuses the token. A login would have the next one wait for 5 s.
    const refused = { DISCORD_TOKEN: "refused", NODE_V8_COVERAGE: listed };
    const easel = startEasel({ ...world.settings, ...refused });
    await vi.waitFor(() => expect(easel.output()).toContain('"stopped"'), 10_000);
    expect(easel.output()).toContain("not a token that Discord knows");
    expect(await easel.stop()).toBe(1);
    const files = await readdir(listed);
    const loaded = await Promise.all(files.map((file) => readFile(join(listed, file), "utf8")));
    const scripts = loaded.flatMap((text) =>
      (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url),
    );
    for (const part of ["/node_modules/bullmq/", "src/queue/span.ts", "src/bot/start.ts"])
      expect(
        scripts.some((url) => url.includes(part)),
        part,
      ).toBe(true);
    expect(scripts.filter((url) => /@opentelemetry|bullmq-otel|src\/traces/.test(url))).toEqual([]);
  });

  test("are one, from the command until it is posted, without a word of it", async () => {
    const { discord, member, channel, guild } = world;
    Object.assign(world.settings, {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: "x-key=of the collector",
    });
    await world.start();
    world.webui.faults.next({ kind: "error", status: 500 });
    const drawn = world.draw({ prompt: "a heron at dawn", negative_prompt: "blurred" });
    await world.result(drawn);
    expect(await world.easel.stop()).toBe(0);

    const spans = collector.spans();
    const nameOf = (id = "") => spans.find(({ spanId }) => spanId === id)?.name ?? "nothing";
    const story = spans
      .filter(({ name }) => name !== "getNextJob generate")
      .map(({ name, parentSpanId }) => `${name} in ${nameOf(parentSpanId)}`);
    expect(story.sort()).toEqual([
      "add deliver.deliver in process generate",
      "add generate.generate in nothing",
      "complete deliver in process deliver",
      "complete generate in process generate",
      "process deliver in add deliver.deliver",
      "process generate in add generate.generate",
      "process generate in add generate.generate",
      "retry generate in process generate",
    ]);
    const tries = spans
      .filter(({ name }) => name === "process generate")
      .map(({ attributes, events }) => [
        Object.fromEntries(attributes.map(({ key, value }) => [key, value])),
        events.map(({ name }) => name),
      ]);
    const common = {
      "bullmq.queue.name": { stringValue: "generate" },
      "bullmq.queue.operation": { stringValue: "process" },
      "bullmq.job.id": { stringValue: `job-${drawn.id}` },
      "bullmq.job.name": { stringValue: "generate" },
    };
    expect(tries).toMatchObject([
      [{ ...common, "bullmq.job.attempts.made": { intValue: 1 } }, ["job failed"]],
      [{ ...common, "bullmq.job.attempts.made": { intValue: 2 } }, ["job completed"]],
    ]);
    // What BullMQ does for itself is no trace of a job.
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);

    expect(collector.services()).toContainEqual({
      key: "service.name",
      value: { stringValue: "easel" },
    });
    const [request] = collector.requests;
    expect(request).toMatchObject({
      path: "POST /v1/traces",
      headers: { "x-key": "of the collector" },
    });
    const sent = collector.requests.map(({ text }) => text).join("\n");
    const secrets = [
      "heron",
      "blurred",
      discord.token,
      drawn.token,
      member.id,
      channel.id,
      guild.id,
    ];
    expect(secrets.filter((secret) => sent.includes(secret))).toEqual([]);
    expect(world.easel.output()).not.toContain("of the collector");
  });
});

test("a collector that refuses or hangs is complained of once, and holds nothing up", async () => {
  const collector = await startCollector();
  collector.answers(400);
  const lines: string[] = [];
  const log = await createLog("info", [], { write: (line) => void lines.push(line) });
  const { telemetry, close } = startTraces(collector.url, log);
  const { tracer } = telemetry;
  /** As many as are sent at once. */
  const batch = () => {
    for (let count = 0; count < 512; count += 1) {
      const span = tracer.startSpan("process deliver", { kind: SpanKind.CONSUMER });
      span.setAttribute(TelemetryAttributes.JobResult, "a heron");
      span.addEvent("job failed", { [TelemetryAttributes.JobFailedReason]: "a heron" });
      span.recordException(new TypeError("a heron"));
      span.end();
    }
  };
  for (const requests of [1, 2]) {
    batch();
    await vi.waitFor(() => expect(collector.requests).toHaveLength(requests), 5_000);
  }
  collector.answers(0);
  batch();
  await close();
  expect(collector.requests).toHaveLength(3);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: "traces could not be sent" });
  const [span] = collector.spans();
  expect(span?.events.map(({ name }) => name)).toEqual(["job failed", "exception"]);
  expect(JSON.stringify(span)).toContain("TypeError");
  expect(collector.requests.map(({ text }) => text).join("")).not.toContain("heron");
  await collector.close();
});
