import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";
import { profileNames } from "../generation/model-profile.ts";
import type { Text } from "../text/en.ts";
import { toOptions } from "./options.ts";

/** The subcommands of `/models`. */
export function modelsOptions(text: Text): APIApplicationCommandSubcommandOption[] {
  const words = text.models.command;
  const model = {
    type: Type.String,
    name: "model",
    description: words.model,
    required: true,
    autocomplete: true,
  } as const;
  const scope = {
    type: Type.String,
    name: "scope",
    description: words.scope,
    choices: (["server", "channel"] as const).map((value) => ({
      name: text.models.scopes[value],
      value,
    })),
  } as const;
  const typed = (name: string, description: string, max_length: number) =>
    ({ type: Type.String, name, description, max_length }) as const;
  const profile = [
    typed("activator", words.activator, 300),
    // Rows of the table are never subcommands.
    ...(toOptions(profileNames, [], text) as APIApplicationCommandBasicOption[]),
    { type: Type.Boolean, name: "reset", description: words.reset } as const,
  ];
  const sub = (
    name: "list" | "info" | "name" | "hide" | "show" | "default" | "profile",
    description: string,
    options: APIApplicationCommandBasicOption[],
  ): APIApplicationCommandSubcommandOption => ({
    type: Type.Subcommand,
    name,
    description,
    options,
  });
  return [
    sub("list", words.list, [typed("search", words.search, 100)]),
    sub("info", words.info, [model]),
    sub("name", words.name, [model, typed("name", words.newName, 80)]),
    sub("hide", words.hide, [model]),
    sub("show", words.show, [model]),
    sub("default", words.default, [model, scope]),
    sub("profile", words.profile, [model, ...profile]),
  ];
}
