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
  const hidden = [
    ...new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])),
  ]
    .filter((secret) => secret.length >= 4)
    .sort((a, b) => b.length - a.length);
  const clean = (line: string) =>
    hidden
      .reduce((text, secret) => text.replaceAll(secret, "[secret]"), line)
      .replace(tokenInAddress, "$1[secret]");
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ["token", "*.token", "*.*.token", "authorization", "*.authorization", "*.password"],
        censor: "[secret]",
      },
      hooks: { streamWrite: clean },
    },
    destination ??
      (process.stdout.isTTY ? await readable() : pino.destination({ fd: 1, sync: true })),
  );
}

async function readable(): Promise<DestinationStream> {
  try {
    const { default: pretty } = await import("pino-pretty");
    return pretty({ ignore: "pid,hostname", translateTime: "SYS:HH:MM:ss.l", sync: true });
  } catch {
    return pino.destination({ fd: 1, sync: true });
  }
}
