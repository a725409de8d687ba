import { el } from "./dom.js";
import { channelNow, state } from "./state.js";

export const nameOf = (user) => user.global_name ?? user.name ?? user.username;

/** People who are in messages without being one of those one can be. */
const met = new Map();

export function remember({ author, mentions }) {
  for (const person of [author, ...mentions]) met.set(person.id, person);
}

export const personById = (id) =>
  [...state.members, ...(state.bot ? [state.bot] : [])].find((person) => person.id === id) ??
  met.get(id);

/** The roles of the server in which one is. */
export const rolesHere = () =>
  state.guilds.find(({ id }) => id === channelNow()?.guildId)?.roles ?? [];

/** @everyone has its sign in its name. */
export const roleName = ({ name }) => (name.startsWith("@") ? name : `@${name}`);

export const isModerator = ({ id }) =>
  state.members.some((member) => member.id === id && member.isModerator);

const colours = 5;

/** The round picture of a person; without one of their own a colour and their first letter. */
export function avatarOf(user, size = 40) {
  const hash = user.avatar?.hash ?? user.avatar;
  const shared = { class: `avatar size-${size}`, "aria-hidden": "true" };
  if (typeof hash === "string")
    return el("img", {
      ...shared,
      src: `${state.cdnOrigin}/avatars/${user.id}/${hash}.png`,
      alt: "",
    });
  if (user.id === state.bot?.id) return el("span", { ...shared, class: `${shared.class} of-bot` });
  const colour = Number(BigInt(user.id) % BigInt(colours));
  return el("span", { ...shared, class: `${shared.class} colour-${colour}` }, nameOf(user)[0]);
}
