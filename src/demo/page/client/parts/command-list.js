import { el } from "../dom.js";
import { avatarOf } from "../people.js";
import { state } from "../state.js";

/** Every command that can be typed here, each subcommand by its full name. */
export function slashCommands() {
  const offered = state.offered[state.channel] ?? [];
  return offered
    .filter(({ type }) => type === 1)
    .flatMap((command) => leaves(command, command.name));
}

function leaves({ description, options = [] }, name) {
  const inner = options.filter(({ type }) => type <= 2);
  if (inner.length > 0) return inner.flatMap((one) => leaves(one, `${name} ${one.name}`));
  return [{ name, description, options }];
}

/** Best first: names that begin with what was typed, then those that hold it, then descriptions that do. */
export function matching(commands, typed) {
  const wanted = typed.toLowerCase();
  const rank = ({ name, description }) =>
    name.startsWith(wanted)
      ? 0
      : name.includes(wanted)
        ? 1
        : description.toLowerCase().includes(wanted)
          ? 2
          : 3;
  return commands
    .map((command) => [rank(command), command])
    .filter(([place]) => place < 3)
    .sort(([a], [b]) => a - b)
    .map(([, command]) => command);
}

export const commandItem = (command, pick) => ({
  title: `/${command.name}`,
  detail: command.description,
  icon: state.bot ? avatarOf(state.bot, 24) : el("span"),
  pick,
});
