import { BackendError, type BackendFault } from "../errors.ts";
import { cleanDetail } from "./clean.ts";

/** The connection broke after it was made: the webui may have been drawing. */
const brokeCodes = new Set([
  "UND_ERR_SOCKET",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
  "UND_ERR_DESTROYED",
  "UND_ERR_CLOSED",
  "UND_ERR_ABORTED",
  "ECONNRESET",
  "EPIPE",
]);

/**
 * What a failed exchange means. The asker's own reason stays as it is; what is no failure of the network
 * (a bug of ours) too.
 */
export function networkFailure(error: unknown, signal: AbortSignal, clock: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (clock.aborted) return new BackendError("timeout", "", { cause: error });
  const code = codeOf(error);
  if (code === undefined || code === "UND_ERR_INVALID_ARG") return error;
  return new BackendError(faultOf(code, error), "", { cause: error });
}

function faultOf(code: string, error: unknown): BackendFault {
  // So ends a TLS handshake that the other side does not care for.
  const handshake = error instanceof Error && error.message.includes("before secure TLS");
  return (brokeCodes.has(code) || code.startsWith("HPE_")) && !handshake ? "broke" : "down";
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof BackendError) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  // Undici gives it a code for some of its reasons only.
  return error.name === "HTTPParserError" ? "HPE_" : codeOf(error.cause);
}

export type BadAnswer = { status: number; statusText: string; body: string };

/** An answer that is no 2xx, in every shape the servers and what stands before them use (webui-api.md, section 3). */
export function answerFailure(answer: BadAnswer, secrets: readonly string[]): BackendError {
  const { status, statusText } = answer;
  const said = wordsOf(answer.body);
  const detail = cleanDetail(said?.words ?? "", secrets);
  const line = `${status} ${statusText}`.trim();
  return new BackendError(
    faultOfStatus(status, said),
    detail === "" ? cleanDetail(line, secrets) : detail,
  );
}

type Said = { words: string; type: string };

/** Exceptions that come again with the same request. */
const lasting =
  /^(?:NansException|AssertionError|KeyError|TypeError|ValueError|IndexError|AttributeError|NotImplementedError|FileNotFoundError|UnidentifiedImageError|ValidationError|bad_input)$/;
const lastingWords =
  /invalid (?:encoded )?image|invalid params|not found|could ?n[o']t find|not allowed|not supported|unsupported|bad number of images|json\.exception/i;

/** Another webui may have more of it. */
const isMemory = ({ type, words }: Said) =>
  type === "OutOfMemoryError" || /out of memory/i.test(words);

function faultOfStatus(status: number, said: Said | undefined): BackendFault {
  if (status === 401 || status === 403) return "denied";
  if (said !== undefined && isMemory(said)) return "memory";
  if (status === 429 || status === 503) return "busy";
  if (status < 500) return "refused";
  if (status === 502 || status === 504 || said === undefined) return "broke";
  return lasting.test(said.type) || lastingWords.test(said.words) ? "refused" : "broke";
}

function wordsOf(body: string): Said | undefined {
  const json = parsed(body);
  // SD.Next sends a TypeError as a bare string.
  if (typeof json === "string") return { words: json, type: "TypeError" };
  if (!isRecord(json)) return undefined;
  const { detail } = json;
  const inner = isRecord(detail) ? detail : {};
  const type = textOf(inner["type"]) ?? textOf(json["error"]) ?? "";
  const own = textOf(detail) ?? textOf(inner["msg"]) ?? issuesOf(detail);
  if (own !== undefined) return { words: own, type };
  const words = textOf(json["errors"]) ?? textOf(json["message"]);
  // A KeyError's own words are but the key.
  if (words !== undefined) return { words: isClass(type) ? `${type}: ${words}` : words, type };
  return type === "" ? undefined : { words: type, type };
}

/** pydantic's list: `steps: value is not a valid integer`. Its `ctx` and `input` echo the request and stay out. */
function issuesOf(detail: unknown): string | undefined {
  if (!Array.isArray(detail)) return undefined;
  const issues = detail.filter(isRecord).map(({ loc, msg }) => {
    const at = Array.isArray(loc) ? loc.filter((part) => part !== "body").join(".") : "";
    return [at, textOf(msg) ?? ""].filter((part) => part !== "").join(": ");
  });
  return issues.length === 0 ? undefined : issues.join("; ");
}

function isClass(type: string): boolean {
  return /^[A-Z]\w*(?:Error|Exception)$/.test(type) && type !== "HTTPException";
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
