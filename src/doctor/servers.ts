import { DiscordAPIError, type REST } from "@discordjs/rest";
import {
  RESTJSONErrorCodes,
  type RESTAPIPartialCurrentUserGuild as Server,
  Routes,
} from "discord-api-types/v10";
import { inviteLink } from "../discord/invite.ts";
import { lackingIn } from "../discord/permissions.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { checkCommands, type Expected } from "./commands.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";
import { isForbidden, refusalOf } from "./refusal.ts";

const pageSize = 200;
/** Servers that are asked one by one: of a bot that is in hundreds, the first say enough. */
const mostAsked = 20;

/** Where the bot is, what it may do there, and whether its commands are known. */
export type Asked = Expected & {
  /** Servers that commands are registered in; empty: everywhere; undefined: nobody knows. */
  guildIds: readonly string[] | undefined;
  /** People have added it for themselves, so it need not be in a server. */
  isPersonal: boolean;
};

export async function checkServers(asked: Asked): Promise<Finding[]> {
  const { servers: say } = words;
  const { rest, applicationId, guildIds = [] } = asked;
  let servers: Server[];
  try {
    servers = await readServers(rest);
  } catch (error) {
    return [refusalOf(say.name, error)];
  }
  const isIn = (id: string) => servers.some((server) => server.id === id);
  const invite = inviteLink(applicationId);
  return [
    summaryOf(servers, asked),
    ...guildIds
      .filter((id) => !isIn(id))
      .map((id) => wrong(say.name, say.notIn(id), say.invite(invite))),
    ...servers.flatMap((server) => checkPermissions(server, invite)),
    ...(await checkScopes(servers.slice(0, mostAsked), asked)),
    ...(await checkCommands(
      asked,
      asked.guildIds?.length === 0 ? "everywhere" : guildIds.filter(isIn),
    )),
  ];
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
        if (hasLeft(error)) return [];
        if (!isForbidden(error)) return [refusalOf(say.one(name), error)];
        return [wrong(say.one(name), say.noScope, say.inviteAgain(inviteLink(applicationId)))];
      }
    }),
  );
  return found.flat();
}

/** It was taken out of that server since it asked where it is. */
const hasLeft = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownGuild;
