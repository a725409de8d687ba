import type { Wire } from "./form.ts";
import { toRole } from "./guild-wire.ts";
import { permission } from "./permissions.ts";
import { type Channel, type User, type World, guildOf, permissionsOf } from "./world.ts";
import { toChannelFor, toMemberHere, toUser } from "./wire.ts";

/** What the ids in an interaction stand for. */
export interface Resolved {
  attachments: Record<string, Wire>;
  users: Record<string, Wire>;
  members: Record<string, Wire>;
  roles: Record<string, Wire>;
  channels: Record<string, Wire>;
}

export const nothingResolved = (): Resolved => ({
  attachments: {},
  users: {},
  members: {},
  roles: {},
  channels: {},
});

type Kind = "user" | "role" | "channel";
export interface Picker {
  kinds: readonly Kind[];
  /** Only channels of these types. */
  channelTypes?: readonly number[] | undefined;
}

/** By the type of a command's option. */
export const optionKinds: Record<number, readonly Kind[]> = {
  6: ["user"],
  7: ["channel"],
  8: ["role"],
  9: ["user", "role"],
};

/** By the type of a select menu. */
export const menuKinds: Record<number, readonly Kind[]> = {
  5: ["user"],
  6: ["role"],
  7: ["user", "role"],
  8: ["channel"],
};

interface Place {
  user: User;
  channel: Channel;
}

/** Notes what a picked id stands for; false where the client would not have offered it. */
export function resolve(
  world: World,
  place: Place,
  picker: Picker,
  id: string,
  resolved: Resolved,
): boolean {
  return picker.kinds.some((kind) => {
    if (kind === "user") return resolveUser(world, place, id, resolved);
    if (kind === "role") return resolveRole(world, place, id, resolved);
    return resolveChannel(world, place, picker, id, resolved);
  });
}

export function resolveUser(
  world: World,
  { channel }: Pick<Place, "channel">,
  id: string,
  resolved: Pick<Resolved, "users" | "members">,
): boolean {
  const user = world.users.get(id);
  if (!user) return false;
  resolved.users[id] = toUser(user);
  if (channel.guildId === undefined) return true;
  const { user: _, deaf: _deaf, mute: _mute, ...member } = toMemberHere(world, user, channel);
  resolved.members[id] = member;
  return true;
}

function resolveRole(world: World, { channel }: Place, id: string, resolved: Resolved): boolean {
  const guild = guildOf(world, channel);
  const role = guild?.roles.find((one) => one.id === id);
  if (guild && role) resolved.roles[id] = toRole(guild, role);
  return role !== undefined;
}

function resolveChannel(
  world: World,
  { user, channel: here }: Place,
  { channelTypes = [] }: Picker,
  id: string,
  resolved: Resolved,
): boolean {
  const channel = world.channels.get(id);
  if (channel?.guildId === undefined || channel.guildId !== here.guildId) return false;
  if (channelTypes.length > 0 && !channelTypes.includes(channel.type)) return false;
  if ((permissionsOf(world, user, channel) & permission.VIEW_CHANNEL) === 0n) return false;
  resolved.channels[id] = toChannelFor(world, user, channel);
  return true;
}

/** The kinds of which there are some, as interactions carry them. */
export function present(resolved: Partial<Resolved>): { resolved?: Wire } {
  const used = Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0);
  return used.length > 0 ? { resolved: Object.fromEntries(used) } : {};
}
