import type { Asking } from "./command.ts";

/** Everybody has the role that is called as the server is, and Discord lists it for nobody. */
export function hasOneOf(
  { guild_id: everyone, member }: Asking,
  roles: readonly string[],
): boolean {
  return roles.some((role) => role === everyone || member?.roles.includes(role) === true);
}
