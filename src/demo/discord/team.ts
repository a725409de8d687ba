import type { Wire } from "./form.ts";
import { toUser } from "./wire.ts";
import { person, type Team, type User, type World } from "./world.ts";

/** TEAM_PSEUDO_USER. */
const PSEUDO_USER = 1 << 10;

/** Hands the application over to a team. */
export function createTeams(world: World) {
  return {
    /** Of those who are `invited` nobody has accepted yet. */
    formTeam({ members, invited = [] }: { members: User[]; invited?: User[] }): void {
      world.team = { id: world.nextId(), name: "Team", members, invited };
    },
  };
}

/** Whose the application is: with a team, nobody in person. */
export function toOwnership({ owner, team }: World): Wire {
  if (!team) return { owner: toUser(owner), team: null };
  const pseudo = person(team.id, `team${team.id}`, false);
  const flags = { public_flags: PSEUDO_USER, flags: PSEUDO_USER };
  return {
    owner: { ...toUser(pseudo), discriminator: "0000", global_name: null, ...flags },
    team: toTeam(team),
  };
}

function toTeam({ id, name, members, invited }: Team): Wire {
  const toMember = (state: number) => (user: User) => ({
    membership_state: state,
    permissions: ["*"],
    role: "admin",
    team_id: id,
    user: toUser(user),
  });
  return {
    id,
    name,
    icon: null,
    owner_user_id: members[0]?.id,
    members: [...members.map(toMember(2)), ...invited.map(toMember(1))],
  };
}
