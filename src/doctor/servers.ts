import { DiscordAPIError, type REST } from "@discordjs/rest";
import {
  type APIApplicationCommand,
  RESTJSONErrorCodes,
  type RESTAPIPartialCurrentUserGuild as Server,
  Routes,
} from "discord-api-types/v10";
import { inviteLink } from "../discord/invite.ts";
import { lackingIn } from "../discord/permissions.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { nameOf } from "./failure.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";

const pageSize = 200;
/** Servers that are asked one by one: of a bot that is in hundreds, the first say enough. */
const mostAsked = 20;

/** Where the bot is, what it may do there, and whether its commands are known. */
export type Asked = {
  rest: REST;
  applicationId: string;
  /** Servers that commands are registered in; empty: everywhere. */
  guildIds: readonly string[];
  /** Commands that are always offered. */
  commands: readonly string[];
  /** People have added it for themselves, so it need not be in a server. */
  isPersonal: boolean;
  /** An Easel runs here, which registers them. */
  isRunning: boolean;
};

export async function checkServers(asked: Asked): Promise<Finding[]> {
  const { servers: say } = words;
  try {
    const servers = await readServers(asked.rest);
    const lost = asked.guildIds.filter((id) => servers.every((server) => server.id !== id));
    const invite = inviteLink(asked.applicationId);
    return [
      summaryOf(servers, asked),
      ...lost.map((id) => wrong(say.name, say.notIn(id), say.invite(invite))),
      ...servers.flatMap((server) => checkPermissions(server, invite)),
      ...(await checkScopes(servers.slice(0, mostAsked), asked)),
      ...(await checkCommands(asked, lost)),
    ];
  } catch (error) {
    if (error instanceof DiscordAPIError)
      return [wrong(say.name, words.status(error.status), words.discord.away)];
    return [wrong(say.name, words.unreachable(nameOf(error)), words.discord.away)];
  }
}

async function readServers(rest: REST): Promise<Server[]> {
  const all: Server[] = [];
  for (;;) {
    const query = new URLSearchParams({ limit: String(pageSize), after: all.at(-1)?.id ?? "0" });
    const page = (await rest.get(Routes.userGuilds(), { query })) as Server[];
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}

function summaryOf(servers: readonly Server[], { applicationId, isPersonal }: Asked): Finding {
  const { servers: say } = words;
  if (servers.length > 0) return fine(say.name, say.many(servers.length));
  if (isPersonal) return told(say.name, say.personal);
  return wrong(say.name, say.none, say.invite(inviteLink(applicationId)));
}

function checkPermissions({ name, permissions }: Server, invite: string): Finding[] {
  const lacking = lackingIn(BigInt(permissions)).map((each) => en.permissions[each]);
  const { servers: say } = words;
  return lacking.length === 0
    ? []
    : [wrong(say.one(name), say.lacking(lacking), say.inviteAgain(invite))];
}

/** Discord lets nobody ask for the commands of a server that has not granted `applications.commands`. */
async function checkScopes(
  servers: readonly Server[],
  { rest, applicationId }: Asked,
): Promise<Finding[]> {
  const { servers: say } = words;
  const found = await Promise.all(
    servers.map(async ({ id, name }) => {
      try {
        await rest.get(Routes.applicationGuildCommands(applicationId, id));
        return [];
      } catch (error) {
        if (!isForbidden(error)) throw error;
        return [wrong(say.one(name), say.noScope, say.inviteAgain(inviteLink(applicationId)))];
      }
    }),
  );
  return found.flat();
}

const isForbidden = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess;

async function checkCommands(
  { rest, applicationId, guildIds, commands, isRunning }: Asked,
  lost: readonly string[],
): Promise<Finding[]> {
  const { commands: say } = words;
  const there = guildIds.filter((id) => !lost.includes(id));
  const routes =
    guildIds.length === 0
      ? [Routes.applicationCommands(applicationId)]
      : there.map((id) => Routes.applicationGuildCommands(applicationId, id));
  const missing = new Set<string>();
  for (const route of routes) {
    const known = await readNames(rest, route);
    for (const name of commands) if (!known.has(name)) missing.add(name);
  }
  if (routes.length === 0) return [];
  if (missing.size === 0) return [fine(say.name, say.registered)];
  // Only an Easel that runs should have registered them by now.
  const names = [...missing];
  return [isRunning ? wrong(say.name, say.missing(names), say.remedy) : told(say.name, say.notYet)];
}

async function readNames(rest: REST, route: `/${string}`): Promise<Set<string>> {
  try {
    const known = (await rest.get(route)) as APIApplicationCommand[];
    return new Set(known.map(({ name }) => name));
  } catch (error) {
    if (isForbidden(error)) return new Set();
    throw error;
  }
}
