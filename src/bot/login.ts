import { setTimeout as delay } from "node:timers/promises";
import { DiscordAPIError } from "@discordjs/rest";
import { GatewayCloseCodes } from "discord-api-types/v10";
import type { Gateway } from "../discord/gateway.ts";
import type { Log } from "../log.ts";
import { start as words } from "../text/host/start.ts";

/** Discord does not know this token. Said to the host in one line. */
export class WrongTokenError extends Error {
  constructor(options?: ErrorOptions) {
    super(words.wrongToken, options);
    this.name = "WrongTokenError";
  }
}

/** Discord ended the connection in a way that trying again does not mend (Gateway Close Event Codes). */
export class GatewayClosedError extends Error {
  constructor(code: number) {
    super(
      code === GatewayCloseCodes.ShardingRequired ? words.moreShards : words.gatewayClosed(code),
    );
    this.name = "GatewayClosedError";
  }
}

/** Milliseconds between tries while Discord cannot be reached. */
const pausesMs = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Opens the gateway, as often as it takes.
 * @throws {WrongTokenError}
 */
export async function login(gateway: Gateway, log: Log): ReturnType<Gateway["open"]> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await gateway.open();
    } catch (error) {
      const isUnknown = error instanceof DiscordAPIError && error.status === 401;
      if (isUnknown) throw new WrongTokenError({ cause: error });
      log.warn({ err: error }, "Discord cannot be reached yet");
      await delay(pausesMs[tries] ?? 30_000);
    }
  }
}
