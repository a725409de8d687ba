import type { REST } from "@discordjs/rest";
import {
  type APIApplication,
  type APIInteraction,
  Routes,
  TeamMemberMembershipState,
} from "discord-api-types/v10";
import { UserError } from "../errors.ts";
import { readAsker } from "./asker.ts";
import type { Context } from "./command.ts";

/** Who runs this bot: may do what concerns all servers. */
export type Owners = { has(userId: string): Promise<boolean> };

/** A team may change. Milliseconds. */
const freshMs = 10 * 60_000;

/** Those that the host named; else the application's owner, or its team. */
export function createOwners(rest: REST, named: readonly string[]): Owners {
  let known: { at: number; ids: Promise<ReadonlySet<string>> } | undefined;
  const read = () => {
    if (known !== undefined && Date.now() - known.at < freshMs) return known.ids;
    const ids = readApplication(rest);
    ids.catch(() => (known = undefined));
    known = { at: Date.now(), ids };
    return ids;
  };
  return { has: async (id) => (named.length > 0 ? named.includes(id) : (await read()).has(id)) };
}

async function readApplication(rest: REST): Promise<ReadonlySet<string>> {
  const { owner, team } = (await rest.get(Routes.currentApplication())) as APIApplication;
  if (team) {
    // Who is only invited has no say yet.
    const joined = team.members.filter(
      ({ membership_state: state }) => state === TeamMemberMembershipState.Accepted,
    );
    return new Set(joined.map(({ user }) => user.id));
  }
  return new Set(owner === undefined ? [] : [owner.id]);
}

/** Whether whoever asks is one of the bot's owners. */
export const isOwner = (interaction: APIInteraction, { owners }: Context): Promise<boolean> =>
  owners.has(readAsker(interaction).userId);

/** @throws {UserError} unless whoever asks is one of them. */
export async function requireOwner(interaction: APIInteraction, context: Context): Promise<void> {
  if (!(await isOwner(interaction, context))) {
    throw new UserError((text) => text.refused.ownersOnly);
  }
}
