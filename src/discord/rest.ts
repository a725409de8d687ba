import { createRequire } from "node:module";
import { REST, type RESTOptions } from "discord.js";

type Agent = NonNullable<RESTOptions["agent"]>;

/**
 * discord.js brings an undici of its own, and ours takes over the global dispatcher as soon as it is imported:
 * uploads then fail ("body must be a FormData created by this undici package instance"). So discord.js is given an
 * agent of the very copy it calls.
 */
function createAgent(): Agent {
  const fromDiscord = createRequire(createRequire(import.meta.url).resolve("discord.js"));
  const { Agent } = createRequire(fromDiscord.resolve("@discordjs/rest"))("undici") as {
    Agent: new () => Agent;
  };
  return new Agent();
}

/** What both of our ways to Discord's REST API share. `apiUrl` without a version. */
export function restOptions(apiUrl: string): Pick<RESTOptions, "api" | "agent"> {
  return { api: apiUrl, agent: createAgent() };
}

/** An upload may take long; discord.js would give up after 15 s. Milliseconds. */
const uploadMs = 60_000;

/** Answers interactions and posts results; never handed to the gateway client, which has a shorter patience. */
export function createRest(apiUrl: string, token: string): REST {
  return new REST({
    ...restOptions(apiUrl),
    timeout: uploadMs,
    // The token routes of interactions do not count towards the bot's 50 a second, and are most of what we ask.
    globalRequestsPerSecond: 1_000,
  }).setToken(token);
}

/** A change of a waiting message that does not get through at once is not worth another try. Milliseconds. */
const editMs = 6_000;

/** For what is said beside results: it never waits for a rate limit, and never makes a result wait. */
export function createEditingRest(apiUrl: string, token: string): REST {
  return new REST({
    ...restOptions(apiUrl),
    timeout: editMs,
    retries: 0,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: 1_000,
  }).setToken(token);
}
