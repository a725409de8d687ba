import { DiscordAPIError, type REST } from "@discordjs/rest";
import {
  type APIApplication,
  ApplicationFlags,
  GatewayIntentBits as Intent,
  Routes,
} from "discord-api-types/v10";
import { inviteLink } from "../discord/invite.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";
import { refusalOf } from "./refusal.ts";

/** Each intent that has to be switched on, with the flags of an application where it is. */
const privileged = [
  [
    Intent.GuildPresences,
    ApplicationFlags.GatewayPresence,
    ApplicationFlags.GatewayPresenceLimited,
  ],
  [
    Intent.GuildMembers,
    ApplicationFlags.GatewayGuildMembers,
    ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [
    Intent.MessageContent,
    ApplicationFlags.GatewayMessageContent,
    ApplicationFlags.GatewayMessageContentLimited,
  ],
] as const;

/** Whose token it is, and whether its application is set up so that its bot can work. */
export async function checkApplication(
  rest: REST,
  intents: number,
): Promise<{ findings: Finding[]; application?: APIApplication }> {
  let application: APIApplication;
  try {
    application = (await rest.get(Routes.currentApplication())) as APIApplication;
  } catch (error) {
    const { name, unknown, remedy } = words.token;
    return {
      findings: [isUnknown(error) ? wrong(name, unknown, remedy) : refusalOf(name, error)],
    };
  }
  const { id, bot, name, flags } = application;
  const missing = privileged
    .filter(([intent, on, limited]) => (intents & intent) !== 0 && (flags & (on | limited)) === 0)
    .map(([intent]) => Intent[intent]);
  const { application: say } = words;
  return {
    application,
    findings: [
      fine(words.token.name, words.token.of(bot?.username ?? name)),
      ...faultsOf(application).map((fault) => wrong(say.name, fault.words, fault.remedy)),
      told(say.name, say.invite(inviteLink(id))),
      missing.length === 0
        ? fine(words.intents.name, words.intents.fine)
        : wrong(words.intents.name, words.intents.missing(missing), words.intents.remedy),
    ],
  };
}

const isUnknown = (error: unknown) => error instanceof DiscordAPIError && error.status === 401;

/** Switches on the application's pages that keep commands or servers from the bot. */
function faultsOf({
  interactions_endpoint_url: endpoint,
  bot_require_code_grant: grant,
}: APIApplication) {
  const { endpoint: elsewhere, codeGrant } = words.application;
  return [...(endpoint ? [elsewhere] : []), ...(grant === true ? [codeGrant] : [])];
}
