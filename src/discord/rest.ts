import { createRequire } from "node:module";
import { REST, type RESTOptions } from "@discordjs/rest";
import { measured, type OnAsked } from "./measured.ts";

type Agent = NonNullable<RESTOptions["agent"]>;

/**
 * This library brings an undici of its own, and ours takes over the global dispatcher as soon as it is imported:
 * uploads then fail ("body must be a FormData created by this undici package instance"). So it is given an agent of
 * the very copy it calls.
 */
function createAgent(): Agent {
  const fromDiscord = createRequire(createRequire(import.meta.url).resolve("@discordjs/rest"));
  const { Agent } = fromDiscord("undici") as { Agent: new () => Agent };
  return new Agent();
}

/** What all of our ways to Discord's REST API share. `apiUrl` without a version. */
function restOptions(
  apiUrl: string,
  onAsked: OnAsked,
): Pick<RESTOptions, "api" | "agent" | "makeRequest"> {
  return { api: apiUrl, agent: createAgent(), makeRequest: measured(onAsked) };
}

/** Asks where the gateway is, and registers commands: with less patience than uploads need. */
export function createGatewayRest(apiUrl: string, token: string, onAsked: OnAsked): REST {
  return new REST(restOptions(apiUrl, onAsked)).setToken(token);
}

/** An upload may take long; the library would give up after 15 s. Milliseconds. */
const uploadMs = 60_000;

/** Answers interactions and posts results; never handed to the gateway. */
export function createRest(apiUrl: string, token: string, onAsked: OnAsked): REST {
  return new REST({
    ...restOptions(apiUrl, onAsked),
    timeout: uploadMs,
    // The token routes of interactions do not count towards the bot's 50 a second, and are most of what we ask.
    globalRequestsPerSecond: 1_000,
  }).setToken(token);
}

/** A change of a waiting message that does not get through at once is not worth another try. Milliseconds. */
const editMs = 6_000;

/** For what is said beside results: it never waits for a rate limit, and never makes a result wait. */
export function createEditingRest(apiUrl: string, token: string, onAsked: OnAsked): REST {
  return new REST({
    ...restOptions(apiUrl, onAsked),
    timeout: editMs,
    retries: 0,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: 1_000,
  }).setToken(token);
}
