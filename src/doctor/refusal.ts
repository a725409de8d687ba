import { DiscordAPIError, HTTPError } from "@discordjs/rest";
import { RESTJSONErrorCodes } from "discord-api-types/v10";
import { doctor as words } from "../text/host/doctor.ts";
import { nameOf } from "./failure.ts";
import { type Finding, wrong } from "./finding.ts";

/** Why Discord did not answer one question: that says nothing about the others. */
export function refusalOf(name: string, error: unknown): Finding {
  const why =
    error instanceof DiscordAPIError || error instanceof HTTPError
      ? words.status(error.status)
      : words.unreachable(nameOf(error));
  return wrong(name, why, words.discord.away);
}

export const isForbidden = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess;
