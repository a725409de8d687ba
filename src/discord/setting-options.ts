import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";
import { scopes } from "../generation/settings.ts";
import type { Text } from "../text/en.ts";

/** The subcommands of `/settings`. */
export function settingsOptions(text: Text): APIApplicationCommandSubcommandOption[] {
  const words = text.settings.command;
  const scope: APIApplicationCommandBasicOption = {
    type: Type.String,
    name: "scope",
    description: words.scope,
    choices: scopes.map((each) => ({ name: text.settings.scopes[each], value: each })),
  };
  const role = { type: Type.Role as const, name: "role", description: words.role };
  const completed = (name: string, description: string, required: boolean) =>
    ({ type: Type.String, name, description, required, autocomplete: true }) as const;
  return [
    { type: Type.Subcommand, name: "view", description: words.view, options: [scope] },
    {
      type: Type.Subcommand,
      name: "set",
      description: words.set,
      options: [
        completed("name", words.name, true),
        completed("value", words.value, true),
        scope,
        role,
      ],
    },
    {
      type: Type.Subcommand,
      name: "reset",
      description: words.reset,
      options: [scope, completed("name", words.resetName, false), role],
    },
    { type: Type.Subcommand, name: "export", description: text.admin.command.settingsExport },
    { type: Type.Subcommand, name: "erase", description: text.admin.command.settingsErase },
  ];
}
