import {
  type APIApplicationCommandInteraction,
  ApplicationCommandType,
  InteractionType,
} from "discord-api-types/v10";
import { code } from "../discord/markdown.ts";
import { RuleError } from "../errors.ts";
import { decideSetting, type Situation } from "../generation/rules.ts";
import { isManager } from "./asker.ts";
import type { Asking, Context } from "./command.ts";
import type { Draft } from "./make-work.ts";
import { hasOneOf } from "./member-roles.ts";
import { rulesFor } from "./rules.ts";

/** These come to `checkDrawing` at once, with what holds here. */
const drawing = ["draw", "edit", "control", "upscale", "describe"];

/** With these a server's managers can always undo what they have set. */
const neverBlocked = ["settings", "admin"];

/** The entries of menus that are called otherwise than the command that does the same. */
const menus: Partial<Record<string, string>> = {
  "image info": "inspect",
  remix: "draw",
  "remix avatar": "draw",
};

/** Named as a slash command is: `Upscale` of the message menu is `upscale`. */
function bare(name: string): string {
  const short = name.trim().replace(/^\//, "").toLowerCase();
  return menus[short] ?? short;
}

const blockedIn = (situation: Situation) =>
  (decideSetting("blocked_commands", situation).value ?? []).map(bare);

/**
 * A command may be switched off here, for managers as for anybody, but for a role's own list.
 * @throws {RuleError} when it is.
 */
export async function checkCommand(
  interaction: APIApplicationCommandInteraction,
  context: Context,
): Promise<void> {
  const name = bare(interaction.data.name);
  if (interaction.guild_id === undefined || neverBlocked.includes(name)) return;
  if (isSlash(interaction) && drawing.includes(name)) return;
  const { situation } = await rulesFor(interaction, context);
  refuseBlocked([name], situation);
}

const isSlash = ({ data }: APIApplicationCommandInteraction) =>
  data.type === ApplicationCommandType.ChatInput;

/**
 * Whoever may not draw here may not do it by a button or another command either, nor by these do what the command for it
 * is switched off for.
 * @throws {RuleError}
 */
export function checkDrawing(interaction: Asking, draft: Draft, situation: Situation): void {
  const isCommand = interaction.type === InteractionType.ApplicationCommand;
  const name = isCommand ? bare(interaction.data.name) : "";
  refuseBlocked(drawing.includes(name) ? [name] : commandsFor(draft), situation);
  const roles = decideSetting("allowed_roles", situation).value ?? [];
  if (mayDraw(interaction, roles)) return;
  throw new RuleError((text) => text.limits.refused.roles(rolesAs(roles)));
}

/** Managers may always draw. */
const mayDraw = (interaction: Asking, roles: readonly string[]) =>
  roles.length === 0 || isManager(interaction) || hasOneOf(interaction, roles);

/** Shown by name, which pings nobody in an answer of ours. */
export const rolesAs = (roles: readonly string[]) => someOf(roles.map((role) => `<@&${role}>`));

/** Lists may be longer than a message. */
export const someOf = (names: readonly string[]) =>
  names.length <= mostNamed ? [...names] : [...names.slice(0, mostNamed), "…"];
const mostNamed = 20;

/** The commands that do what is asked for. */
function commandsFor({ task = "draw", values, mask, controlImage }: Draft): string[] {
  if (task !== "draw") return [task];
  const edits = [mask, values.mask, values.extend].some((each) => each !== undefined);
  const controls = [controlImage, values.control].some((each) => each !== undefined);
  const special = [...(edits ? ["edit"] : []), ...(controls ? ["control"] : [])];
  return special.length === 0 ? ["draw"] : special;
}

function refuseBlocked(names: readonly string[], situation: Situation): void {
  const blocked = blockedIn(situation);
  const found = names.find((name) => blocked.includes(name));
  if (found !== undefined) throw new RuleError((text) => text.limits.refused.command(code(found)));
}
