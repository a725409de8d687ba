import type { APIUserApplicationCommandInteraction } from "discord-api-types/v10";

/** Pixels; the CDN makes none larger than it has. */
const size = 1024;
/** Pictures that Discord shows for people without one (Image Formatting, default user avatars). */
const defaults = { named: 6n, numbered: 5 };

/** Where the picture of the person is that a menu command was chosen on: the server's own, the person's, Discord's. */
export function avatarOf(
  { data, guild_id: guild }: APIUserApplicationCommandInteraction,
  cdnOrigin: string,
): string {
  const { target_id: id, resolved } = data;
  const user = resolved.users[id];
  const own = resolved.members?.[id]?.avatar ?? undefined;
  if (own !== undefined && guild !== undefined) {
    return `${cdnOrigin}/guilds/${guild}/users/${id}/avatars/${own}.png?size=${size}`;
  }
  const hash = user?.avatar ?? undefined;
  if (hash !== undefined) return `${cdnOrigin}/avatars/${id}/${hash}.png?size=${size}`;
  return `${cdnOrigin}/embed/avatars/${defaultOf(id, user?.discriminator)}.png`;
}

function defaultOf(id: string, discriminator = "0"): number {
  const number = Number(discriminator);
  return number === 0 ? Number((BigInt(id) >> 22n) % defaults.named) : number % defaults.numbered;
}
