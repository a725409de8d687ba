import { type Wire, isObject } from "../discord/form.ts";

const keys = ["name", "description"] as const;

/**
 * A command as the client of this language shows it. What a command or an option is called when it is sent stays its
 * `name`; where that is shown in other words, they are its `title`.
 */
export function translated(locale: string, command: unknown): unknown {
  if (Array.isArray(command)) return command.map((one) => translated(locale, one));
  if (!isObject(command)) return command;
  const said = keys.flatMap((key) => {
    const others = command[`${key}_localizations`];
    const words = isObject(others) ? others[locale] : undefined;
    return words === undefined ? [] : [[key === "name" ? "title" : key, words]];
  });
  const inner = ["options", "choices"].flatMap((key) =>
    command[key] === undefined ? [] : [[key, translated(locale, command[key])]],
  );
  return { ...command, ...Object.fromEntries([...said, ...inner]) } as Wire;
}
