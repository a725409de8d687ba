import { nameOf, roleName, rolesHere } from "../people.js";
import { isDm, state } from "../state.js";

const people = () =>
  [...state.members, ...(state.bot ? [state.bot] : [])].map((person) => ({
    value: person.id,
    label: nameOf(person),
  }));

const roles = () => rolesHere().map((role) => ({ value: role.id, label: roleName(role) }));

const places = (types = []) =>
  state.channels
    .filter((channel) => !isDm(channel))
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));

/** What a select menu offers: its own list, or people, roles or channels. */
export function optionsOf(menu) {
  const presets = (menu.default_values ?? []).map(({ id }) => id);
  const makers = {
    3: () => menu.options,
    5: people,
    6: roles,
    7: () => [...people(), ...roles()],
    8: () => places(menu.channel_types),
  };
  const offered = makers[menu.type]?.() ?? [];
  return offered.map((option) =>
    presets.includes(option.value) ? { ...option, default: true } : option,
  );
}
