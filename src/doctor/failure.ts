/** The system's or a library's code of what went wrong, the innermost first: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = codeOf(error.cause);
  if (inner !== undefined) return inner;
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.name === "TimeoutError" ? "ETIMEDOUT" : undefined;
}

/** For a line: the code, or the kind of error; never its text, which may hold anything. */
export const nameOf = (error: unknown): string =>
  codeOf(error) ?? (error instanceof Error ? error.name : typeof error);
