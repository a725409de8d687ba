import { context, type Context, ROOT_CONTEXT, trace } from "@opentelemetry/api";
import {
  type Attributes,
  type Span,
  SpanKind,
  type Telemetry,
  TelemetryAttributes as known,
} from "bullmq";
import { BullMQOtel } from "bullmq-otel";

/** What may leave us. All else that BullMQ tells, now or in its next version, could hold words of members. */
const told: ReadonlySet<string> = new Set([
  known.QueueName,
  known.QueueOperation,
  known.JobName,
  known.JobId,
  known.JobAttemptsMade,
  known.JobProcessedTimestamp,
  known.JobAttemptFinishedTimestamp,
  known.WorkerId,
]);

const ignore = () => undefined;
const noSpan: Span<Context> = {
  setSpanOnContext: (onto) => onto,
  setAttribute: ignore,
  setAttributes: ignore,
  addEvent: ignore,
  recordException: ignore,
  end: ignore,
};

/** Tells OpenTelemetry what becomes of jobs, in BullMQ's words: neither what they hold nor how they are kept in order. */
export function createTelemetry(): Telemetry<Context> {
  const { tracer, contextManager } = new BullMQOtel({ tracerName: "easel" });
  return {
    contextManager: {
      with: (onto, work) => contextManager.with(onto, work),
      active: () => contextManager.active(),
      getMetadata: (of) => contextManager.getMetadata(of),
      fromMetadata: (active, metadata) => contextManager.fromMetadata(active, metadata),
      // Not in bullmq-otel 2.0.1; without it what BullMQ repeats for ever belongs to whoever began it.
      root: () => ROOT_CONTEXT,
    },
    tracer: {
      startSpan(name, options, parent) {
        // Of no job: BullMQ looks for lost ones every two seconds, say.
        const isOfJob = trace.getSpan(parent ?? context.active()) !== undefined;
        if (options?.kind === SpanKind.INTERNAL && !isOfJob) return noSpan;
        return onlyTold(tracer.startSpan(name, options, parent));
      },
    },
  };
}

function onlyTold(span: Span<Context>): Span<Context> {
  const pick = (attributes: Attributes = {}): Attributes =>
    Object.fromEntries(Object.entries(attributes).filter(([key]) => told.has(key)));
  return {
    setSpanOnContext: (onto) => span.setSpanOnContext(onto),
    setAttribute: (key, value) => span.setAttributes(pick({ [key]: value })),
    setAttributes: (attributes) => span.setAttributes(pick(attributes)),
    addEvent: (name, attributes) => span.addEvent(name, pick(attributes)),
    // Its words could be anything.
    recordException: (exception, time) =>
      span.recordException({ name: nameOf(exception), message: "" }, time),
    end: () => span.end(),
  };
}

function nameOf(exception: unknown): string {
  return exception instanceof Error ? exception.name : "Error";
}
