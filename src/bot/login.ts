import { setTimeout as delay } from "node:timers/promises";
import { type Client, DiscordAPIError } from "discord.js";
import type { Log } from "../log.ts";
import { textFor } from "../text/text.ts";

/** Discord does not know this token. Said to the host in one line. */
export class WrongTokenError extends Error {
  constructor(options?: ErrorOptions) {
    super(textFor(undefined).start.wrongToken, options);
    this.name = "WrongTokenError";
  }
}

/** Discord ended the connection in a way that trying again does not mend (Gateway Close Event Codes). */
export class GatewayClosedError extends Error {
  constructor(code: number) {
    super(textFor(undefined).start.gatewayClosed(code));
    this.name = "GatewayClosedError";
  }
}

/** Milliseconds between tries while Discord cannot be reached. */
const pausesMs = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Opens the gateway, as often as it takes.
 * @throws {WrongTokenError}
 */
export async function login(client: Client, token: string, log: Log): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.login(token);
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      const unknown = error instanceof DiscordAPIError && error.status === 401;
      if (unknown || code === "TokenInvalid") throw new WrongTokenError({ cause: error });
      log.warn({ err: error }, "Discord cannot be reached yet");
      await delay(pausesMs[tries] ?? 30_000);
    }
  }
}
