import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** Interaction tokens stand in the addresses that Discord's errors carry. */
const tokenInAddress = /((?:webhooks|interactions)\/\d{1,20}\/)[\w.%-]{8,}/g;

/**
 * JSON lines, or readable ones on a terminal where the pretty printer is installed.
 * `secrets` never get through, wherever in a line they stand.
 */
export async function createLog(
  level: string,
  secrets: readonly string[],
  destination?: DestinationStream,
): Promise<Log> {
  const clean = withoutSecrets(secrets);
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ["token", "*.token", "*.*.token", "authorization", "*.authorization", "*.password"],
        censor: "[secret]",
      },
      serializers: { err: (error: unknown) => toSafeError(error) },
      hooks: { streamWrite: clean },
    },
    destination ??
      (process.stdout.isTTY ? await readable() : pino.destination({ fd: 1, sync: true })),
  );
}

/** Takes them out of a line, in the forms in which they may stand there. */
export function withoutSecrets(secrets: readonly string[]): (line: string) => string {
  const hidden = [
    ...new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])),
  ]
    .filter((secret) => secret.length >= 4)
    .sort((a, b) => b.length - a.length);
  return (line) =>
    hidden
      .reduce((text, secret) => text.replaceAll(secret, "[secret]"), line)
      .replace(tokenInAddress, "$1[secret]");
}

/** What helps to find a bug: not the bodies and files that Discord's errors carry. */
function toSafeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error))
    return { message: typeof error === "string" ? error : typeof error };
  const extra: Record<string, unknown> = {};
  for (const name of ["code", "status", "method", "url", "fault"] as const) {
    if (name in error) extra[name] = (error as unknown as Record<string, unknown>)[name];
  }
  const nested = error.cause !== undefined && depth < 5;
  const cause = nested ? { cause: toSafeError(error.cause, depth + 1) } : {};
  return { type: error.name, message: error.message, ...extra, stack: error.stack, ...cause };
}

async function readable(): Promise<DestinationStream> {
  try {
    const { default: pretty } = await import("pino-pretty");
    return pretty({
      ignore: "pid,hostname",
      translateTime: "SYS:HH:MM:ss.l",
      singleLine: true,
      sync: true,
    });
  } catch {
    return pino.destination({ fd: 1, sync: true });
  }
}
