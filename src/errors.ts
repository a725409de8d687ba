import type { Text } from "./text/en.ts";

/** Something the member can change. `say` words it in the reader's language. */
export class UserError extends Error {
  readonly say: (text: Text) => string;

  constructor(say: (text: Text) => string, options?: ErrorOptions) {
    super("refused", options);
    this.name = "UserError";
    this.say = say;
  }
}

/** What a server's own rules do not allow somebody: its moderators hear of it. */
export class RuleError extends UserError {}

/**
 * What went wrong with a webui:
 * `down` no connection, nothing was sent; `busy` it asked to come back later (429, 503); `broke` it broke off
 * while drawing (dropped, 5xx); `timeout` no answer in time; `memory` its GPU has not enough; `denied` it does not let us
 * in (401, 403); `refused` it said no to this request (4xx); `nonsense` an answer without pictures in it.
 */
export type BackendFault =
  | "down"
  | "busy"
  | "broke"
  | "timeout"
  | "memory"
  | "denied"
  | "refused"
  | "nonsense";

/** A webui failed. `detail` holds its own words, already cleaned of paths and secrets; it may be empty. */
export class BackendError extends Error {
  readonly fault: BackendFault;
  readonly detail: string;

  constructor(fault: BackendFault, detail: string, options?: ErrorOptions) {
    super(detail === "" ? fault : `${fault}: ${detail}`, options);
    this.name = "BackendError";
    this.fault = fault;
    this.detail = detail;
  }

  get retryable(): boolean {
    return this.fault === "broke" || this.fault === "busy" || this.fault === "timeout";
  }
}

/** The webui is at fault, not what was asked of it: another one may do it, and it costs the job no try. */
export const isWebuisOwn = ({ fault }: BackendError): boolean =>
  fault === "down" || fault === "denied" || fault === "memory" || fault === "timeout";

/**
 * The answer is another's to fetch, or there by now: this process stood still for too long, or another did and has stored
 * it after all.
 */
export class LostError extends Error {
  constructor() {
    super("the answer is another's to fetch, or there by now");
    this.name = "LostError";
  }
}

/** Redis cannot be asked now: the bot says so at once instead of waiting for it. */
export class QueueAwayError extends Error {
  constructor(options?: ErrorOptions) {
    super("the queue is away", options);
    this.name = "QueueAwayError";
  }
}

/** Whoever checks pictures gave no answer that can be read. */
export class ClassifierError extends Error {
  /** Of an answer that is none because of it. */
  readonly status: number | undefined;

  constructor(why: string, options?: ErrorOptions & { status?: number }) {
    super(why, options);
    this.name = "ClassifierError";
    this.status = options?.status;
  }
}

/** The only place where an error becomes words for a person; an unknown error's own text is never shown. */
export function explain(error: unknown, text: Text, reference: string): string {
  if (error instanceof UserError) return error.say(text);
  if (error instanceof BackendError) return text.failed[error.fault](error.detail);
  if (error instanceof QueueAwayError) return text.refused.queueAway;
  return text.failed.unknown(reference);
}
