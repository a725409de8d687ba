import { OAuth2Scopes, PermissionFlagsBits } from "discord-api-types/v10";
import { wantedPermissions } from "./permissions.ts";

/** Where somebody who may manage a server adds the bot to it, with all that it needs. */
export function inviteLink(applicationId: string): string {
  const permissions = wantedPermissions.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    permissions: String(permissions),
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(" "),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
