import {
  type Channel,
  type StandInDiscord,
  type User,
  USUAL_BOT_PERMISSIONS,
  permission,
} from "../discord/start.ts";
import { drawPicture } from "../webui/picture.ts";
import { toPng } from "../webui/png.ts";

/** Names of the server, its channels, and the people one can be. */
export interface Names {
  guild: string;
  channels: { pictures: string; sketches: string; silent: string; audit: string };
  roles: { patron: string };
  members: { member: string; moderator: string };
}

export interface PagePlaces {
  /** The member first, then the moderator. */
  members: User[];
  channels: { pictures: Channel; sketches: Channel; silent: Channel; audit: Channel };
}

const side = 128;
const faces = [
  { words: "a lake at sunset", seed: 11 },
  { words: "a night with stars", seed: 4 },
];

/** A small server: channels to draw in, one in which the bot may not write, one for notes, a patron and a moderator. */
export async function furnish(discord: StandInDiscord, names: Names): Promise<PagePlaces> {
  const guild = discord.createGuild({ name: names.guild });
  const channel = (name: string, botPermissions = USUAL_BOT_PERMISSIONS) =>
    discord.createChannel({ guild, name, botPermissions });
  const [member, moderator] = await Promise.all(
    [names.members.member, names.members.moderator].map(async (name, index) =>
      discord.createUser({ name, avatar: await drawFace(index) }),
    ),
  );
  if (!member || !moderator) throw new Error("nobody is there");
  discord.giveRole(guild, member, discord.createRole({ guild, name: names.roles.patron }));
  discord.makeModerator(guild, moderator);
  return {
    members: [member, moderator],
    channels: {
      pictures: channel(names.channels.pictures),
      sketches: channel(names.channels.sketches),
      silent: channel(
        names.channels.silent,
        USUAL_BOT_PERMISSIONS & ~(permission.SEND_MESSAGES | permission.ATTACH_FILES),
      ),
      audit: channel(names.channels.audit),
    },
  };
}

function drawFace(index: number): Promise<Buffer> {
  const face = faces[index % faces.length] ?? { words: "", seed: 0 };
  return toPng(drawPicture({ ...face, model: "", width: side, height: side }), undefined);
}
