import { setTimeout as delay } from "node:timers/promises";
import { DiscordAPIError, type REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import type { Log } from "../log.ts";
import { otherTexts, textFor } from "../text/text.ts";
import type { Command, Offer } from "./command.ts";
import { localized } from "./localized.ts";

const retryMs = 15_000;

/** Where commands can be installed and used: servers and people; servers, the bot's DMs and other private channels. */
const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] };

/** What Discord is told of all commands that can be offered now. */
export function bodyOf(
  commands: ReadonlyMap<string, Command>,
  offer: Offer,
  text = textFor(undefined),
): object[] {
  return [...commands.values()]
    .filter(({ isOffered }) => isOffered?.(offer) ?? true)
    .map((command) => ({ ...everywhere, ...command.data(text, offer) }));
}

/** The same, with what it says in every language. */
export function bodyInAll(commands: ReadonlyMap<string, Command>, offer: Offer): object[] {
  const others = otherTexts.map(
    ([locale, text]) => [locale, bodyOf(commands, offer, text)] as const,
  );
  return localized(bodyOf(commands, offer), others) as object[];
}

/** Tells Discord all commands in one request, which leaves them as they are if nothing changed. */
export async function register(
  rest: REST,
  applicationId: string,
  guildIds: readonly string[],
  body: readonly object[],
  log: Log,
): Promise<void> {
  const routes =
    guildIds.length === 0
      ? [Routes.applicationCommands(applicationId)]
      : guildIds.map((guild) => Routes.applicationGuildCommands(applicationId, guild));
  for (const route of routes) {
    for (;;) {
      try {
        await rest.put(route, { body });
        log.info({ commands: body.length }, "commands registered");
        break;
      } catch (error) {
        log.error({ err: error }, "the commands could not be registered");
        // Discord's no will not change; anything else may.
        if (error instanceof DiscordAPIError && error.status < 500) break;
        await delay(retryMs, undefined, { ref: false });
      }
    }
  }
}
