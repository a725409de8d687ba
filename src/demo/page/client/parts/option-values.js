import { nameOf, roleName, rolesHere } from "../people.js";
import { isDm, state } from "../state.js";
import { say } from "../words.js";

/** Option types of Discord. */
export const kind = {
  text: 3,
  whole: 4,
  yesNo: 5,
  user: 6,
  channel: 7,
  role: 8,
  any: 9,
  decimal: 10,
  file: 11,
};

const people = () =>
  [...state.members, ...(state.bot ? [state.bot] : [])].map((one) => ({
    name: `@${nameOf(one)}`,
    value: one.id,
  }));

const roles = () => rolesHere().map((role) => ({ name: roleName(role), value: role.id }));

/** What an option can only be; undefined where anything may be typed. */
export function fixedChoices({ type, choices = [], channel_types: types = [] }) {
  if (choices.length > 0)
    return choices.map(({ name, title = name, value }) => ({ name: title, value }));
  if (type === kind.yesNo)
    return [
      { name: say("options.yes"), value: true },
      { name: say("options.no"), value: false },
    ];
  if (type === kind.user) return people();
  if (type === kind.role) return roles();
  if (type === kind.any) return [...people(), ...roles()];
  if (type === kind.channel)
    return state.channels
      .filter((channel) => !isDm(channel))
      .filter((channel) => types.length === 0 || types.includes(channel.type))
      .map(({ id, name }) => ({ name: `#${name}`, value: id }));
  return undefined;
}

/** Typed text as a value of this option: `{ value }`, or `{ wrong }` with the words why not. */
export function toValue(option, typed) {
  const fixed = fixedChoices(option);
  if (fixed) {
    const found = fixed.find(({ name }) => name.toLowerCase() === typed.trim().toLowerCase());
    return found ? { value: found.value } : { wrong: say("options.choose") };
  }
  if (option.type === kind.whole || option.type === kind.decimal) return toNumber(option, typed);
  const { min_length: least = 0, max_length: most = 6000 } = option;
  if (typed.length < least || typed.length > most)
    return { wrong: say("options.length", { least: Math.max(1, least), most }) };
  return { value: typed };
}

function toNumber({ type, min_value: least, max_value: most }, typed) {
  const value = Number(typed.trim().replace(",", "."));
  if (typed.trim() === "" || Number.isNaN(value)) return { wrong: say("options.number") };
  if (type === kind.whole && !Number.isInteger(value)) return { wrong: say("options.whole") };
  if (value < (least ?? -Infinity) || value > (most ?? Infinity))
    return { wrong: say("options.between", { least: least ?? "−∞", most: most ?? "∞" }) };
  return { value };
}
