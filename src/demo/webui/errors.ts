import type { Answer, Json } from "./types.ts";

/** An error the API raises itself. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.status = status;
  }
}

/** Something that blew up inside the server: a Python exception by its class. */
export class PythonError extends Error {
  readonly className: string;
  constructor(className: string, message: string) {
    super(message);
    this.className = className;
  }
}

export class InvalidBody extends Error {
  readonly items: Json[];
  constructor(items: Json[]) {
    super("invalid body");
    this.items = items;
  }
}

/** How a kind of server words its errors. */
export type ErrorStyle = "a1111" | "plain" | "sdnext" | "sdcpp" | "koboldcpp";

export function toErrorAnswer(error: unknown, style: ErrorStyle): Answer {
  if (error instanceof InvalidBody) return { status: 422, json: { detail: error.items } };
  if (error instanceof ApiError) return apiError(error, style);
  const python =
    error instanceof PythonError ? error : new PythonError("RuntimeError", String(error));
  return unhandledError(python, style);
}

function apiError({ status, message }: ApiError, style: ErrorStyle): Answer {
  if (style === "plain") return { status, json: { detail: message } };
  if (style === "sdcpp") return { status, json: { error: message } };
  const json = { error: "HTTPException", detail: message, body: "", errors: "" };
  return { status, json: style === "sdnext" ? { ...json, code: status } : json };
}

function unhandledError({ className, message }: PythonError, style: ErrorStyle): Answer {
  const status = 500;
  if (style === "sdcpp") return { status, json: { error: "server_error", message } };
  if (style === "sdnext" && className === "TypeError") return { status, json: message };
  const json: Json = { error: className, detail: "", body: "" };
  json[style === "plain" ? "message" : "errors"] = message;
  if (style === "sdnext") json["code"] = status;
  return { status, json, unhandled: true };
}

export const notFound: Answer = { status: 404, json: { detail: "Not Found" } };

export function outOfMemory(): PythonError {
  return new PythonError(
    "OutOfMemoryError",
    "CUDA out of memory. Tried to allocate 9.00 GiB. GPU 0 has a total capacity of 11.76 GiB of which 3.14 GiB is free. " +
      "Including non-PyTorch memory, this process has 8.61 GiB memory in use. If reserved but unallocated memory is large " +
      "try setting PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True to avoid fragmentation.",
  );
}

export function nans(): PythonError {
  return new PythonError(
    "NansException",
    "A tensor with all NaNs was produced in Unet. This could be either because there's not enough precision to represent " +
      'the picture, or because your video card does not support half type. Try setting the "Upcast cross attention layer to ' +
      'float32" option in Settings > Stable Diffusion or using the --no-half commandline argument to fix this. Use ' +
      "--disable-nan-check commandline argument to disable this check.",
  );
}
