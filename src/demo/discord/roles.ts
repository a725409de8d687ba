import { MODERATOR_PERMISSIONS, USUAL_BOT_PERMISSIONS } from "./permissions.ts";
import type { Guild, Role, User, World } from "./world.ts";
import { toRole } from "./guild-wire.ts";

const INTENT_GUILDS = 1;

/** The role that comes with the bot when it is invited. */
export const botRole = (world: World): Role => ({
  id: world.nextId(),
  name: world.bot.name,
  permissions: USUAL_BOT_PERMISSIONS,
  mentionable: false,
  botId: world.bot.id,
});

/** What those who may do it do with the roles of a server. */
export function createRoles(world: World) {
  const tell = (event: string, guild: Guild, data: object) => {
    world.tell({ kind: "places" });
    if (!guild.botInstalled) return;
    const { id: guildId } = guild;
    world.send(event, { guild_id: guildId, ...data }, { guildId, intent: INTENT_GUILDS });
  };

  function createRole(options: {
    guild: Guild;
    name: string;
    permissions?: bigint;
    mentionable?: boolean;
  }): Role {
    const { guild, name, permissions = 0n, mentionable = false } = options;
    const role: Role = { id: world.nextId(), name, permissions, mentionable };
    guild.roles.push(role);
    tell("GUILD_ROLE_CREATE", guild, { role: toRole(guild, role) });
    return role;
  }

  /** The bot is not told: it would need the privileged intent for members. */
  function giveRole(guild: Guild, user: User, role: Role): void {
    if (role.id === guild.id || role.botId !== undefined)
      throw new Error(`the role "${role.name}" cannot be given`);
    if (!guild.roles.includes(role)) throw new Error(`"${role.name}" is no role of this server`);
    const held = guild.memberRoles.get(user.id) ?? new Set();
    guild.memberRoles.set(user.id, held.add(role.id));
    world.tell({ kind: "places" });
  }

  function takeRole(guild: Guild, user: User, role: Role): void {
    if (guild.memberRoles.get(user.id)?.delete(role.id) !== true)
      throw new Error(`${user.name} does not have the role "${role.name}"`);
    world.tell({ kind: "places" });
  }

  function deleteRole(guild: Guild, role: Role): void {
    guild.roles = guild.roles.filter((one) => one !== role);
    for (const held of guild.memberRoles.values()) held.delete(role.id);
    tell("GUILD_ROLE_DELETE", guild, { role_id: role.id });
  }

  return {
    createRole,
    giveRole,
    takeRole,
    deleteRole,
    /** Gives a member Manage Server and Manage Messages everywhere in the guild, by a role. */
    makeModerator(guild: Guild, user: User): void {
      const permissions = MODERATOR_PERMISSIONS;
      const name = "Moderator";
      const there = guild.roles.find((one) => one.name === name && one.permissions === permissions);
      giveRole(guild, user, there ?? createRole({ guild, name, permissions }));
    },
  };
}
