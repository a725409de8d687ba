import { nameOf } from "../people.js";
import { isDm, state } from "../state.js";

const people = () =>
  [...state.members, ...(state.bot ? [state.bot] : [])].map((person) => ({
    value: person.id,
    label: nameOf(person),
  }));

const places = () =>
  state.channels
    .filter((channel) => !isDm(channel))
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));

/** What a select menu offers: its own list, or people or channels. */
export function optionsOf(menu) {
  const presets = (menu.default_values ?? []).map(({ id }) => id);
  const offered =
    { 3: () => menu.options, 5: people, 6: () => [], 7: people, 8: places }[menu.type]?.() ?? [];
  return offered.map((option) =>
    presets.includes(option.value) ? { ...option, default: true } : option,
  );
}
