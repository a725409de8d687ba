import { setTimeout as delay } from "node:timers/promises";
import { context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { type ExportResult, W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Telemetry } from "bullmq";
import type { Log } from "../log.ts";
import { createSeldom } from "../seldom.ts";
import { createTelemetry } from "./telemetry.ts";

/** At the end a collector has this long to take what is left. Milliseconds. */
const lastMs = 1_500;

/** Sends what becomes of jobs to a collector. Loaded only where there is one. */
export function startTraces(
  endpoint: string,
  log: Log,
): { telemetry: Telemetry; close(): Promise<void> } {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ "service.name": "easel" }))
    .merge(detectResources({ detectors: [envDetector] }));
  const exporter = complaining(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }), log);
  const provider = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  // BullMQ's part finds all three by OpenTelemetry's own globals only.
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return {
    telemetry: createTelemetry(),
    async close() {
      const sent = provider.shutdown().catch(() => undefined);
      await Promise.race([sent, delay(lastMs, undefined, { ref: false })]);
      for (const global of [trace, propagation, context]) global.disable();
    },
  };
}

/** A collector that is away is nobody's concern but the host's, who hears of it now and then. */
function complaining(exporter: OTLPTraceExporter, log: Log): SpanExporter {
  const seldom = createSeldom();
  return {
    export: (spans, onResult) =>
      exporter.export(spans, (result: ExportResult) => {
        if (result.error !== undefined && seldom("traces"))
          log.warn({ err: result.error }, "traces could not be sent");
        onResult(result);
      }),
    shutdown: () => exporter.shutdown(),
  };
}
