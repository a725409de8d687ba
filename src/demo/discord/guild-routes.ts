import { refusal } from "./errors.ts";
import { check, optional, shape, snowflake, type Wire, whole } from "./form.ts";
import { channelsIn, featuresOf, toGuild, toRole, toRoles } from "./guild-wire.ts";
import { type Call, type Route, ok, per } from "./route.ts";
import { type Guild, type World, guildPermissionsOf, isThread } from "./world.ts";
import { toChannel, toMember } from "./wire.ts";

/** What a bot may read of a guild it is in. */
export function guildRoutes(world: World): Route[] {
  const reads: [string, (guild: Guild, call: Call) => unknown][] = [
    ["/roles", (guild) => toRoles(guild)],
    ["/roles/:role", (guild, { params }) => roleOf(guild, params["role"])],
    ["/channels", (guild) => channelsOf(world, guild)],
    ["/members/:user", (guild, { params }) => memberOf(world, guild, params["user"])],
  ];
  const shared = { method: "GET", auth: true, limit: per(5, 5000, "guild") };
  return [
    {
      ...shared,
      path: "/guilds/:guild",
      handle: (call) => {
        const guild = guildOf(world, call);
        // this route alone does not tell a guild without the bot from none
        if (!guild.botInstalled) throw refusal.unknownGuild();
        return ok(toGuild(world, guild));
      },
    },
    ...reads.map(([path, read]): Route => ({
      ...shared,
      path: `/guilds/:guild${path}`,
      handle: (call) => {
        const guild = guildOf(world, call);
        if (!guild.botInstalled) throw refusal.missingAccess();
        return ok(read(guild, call));
      },
    })),
  ];
}

/** The guilds the bot is in, in the order in which they were made, a page at a time. */
export function ownGuilds(world: World, { query }: Call): Wire[] {
  const { limit, before, after } = Object.fromEntries(query);
  const count = limit === undefined ? 200 : Number(limit);
  const ids = { before: optional(snowflake), after: optional(snowflake) };
  check(shape({ limit: whole(1, 200), ...ids }), { limit: count, before, after });
  const all = [...world.guilds.values()]
    .filter(({ botInstalled }) => botInstalled)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const chosen =
    before === undefined
      ? all.filter(({ id }) => BigInt(id) > BigInt(after ?? 0)).slice(0, count)
      : all.filter(({ id }) => BigInt(id) < BigInt(before)).slice(-count);
  return chosen.map((guild) => ({
    id: guild.id,
    name: guild.name,
    icon: null,
    banner: null,
    owner: guild.ownerId === world.bot.id,
    permissions: String(guildPermissionsOf(guild, world.bot)),
    features: featuresOf(guild),
  }));
}

function guildOf(world: World, { params }: Call): Guild {
  const guild = world.guilds.get(params["guild"] ?? "");
  if (!guild) throw refusal.unknownGuild();
  return guild;
}

function roleOf(guild: Guild, id: string | undefined) {
  const role = guild.roles.find((one) => one.id === id);
  if (!role) throw refusal.unknownRole();
  return toRole(guild, role);
}

/** All of them, also those that the bot does not see; threads are asked for elsewhere. */
const channelsOf = (world: World, guild: Guild) =>
  channelsIn(world, guild)
    .filter((channel) => !isThread(channel))
    .map((channel) => toChannel(world, channel));

/** Everybody here is a member of every guild. */
function memberOf(world: World, guild: Guild, id: string | undefined) {
  const user = world.users.get(id ?? "");
  if (!user) throw refusal.unknownUser();
  return toMember(user, guild);
}
