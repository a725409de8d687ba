import { UserError } from "../errors.ts";
import { decideSetting, type Situation } from "../generation/rules.ts";
import { isManager, readAsker } from "./asker.ts";
import { audit } from "./audit.ts";
import type { Asking, Context } from "./command.ts";
import { hasOneOf } from "./member-roles.ts";
import { isOwner } from "./owners.ts";

/**
 * Whoever a server has banned has nothing drawn and nothing written. Those who decide for it, and the bot's owners, are
 * never kept out by mistake.
 * @throws {UserError}
 */
export async function requireAdmission(
  interaction: Asking,
  situation: Situation,
  context: Context,
): Promise<void> {
  const { value: people = [] } = decideSetting("banned_people", situation);
  const { value: roles = [] } = decideSetting("banned_roles", situation);
  const banned = people.includes(readAsker(interaction).userId) || hasOneOf(interaction, roles);
  if (!banned || isManager(interaction) || (await isOwner(interaction, context))) return;
  audit(interaction, (text) => text.moderation.audit.banned, context, situation);
  throw new UserError((text) => text.moderation.refused.banned);
}
