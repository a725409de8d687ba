import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";
import { maxPresetName } from "../generation/preset-name.ts";
import type { Text } from "../text/en.ts";

/** Of what is typed at once, flags and words. Characters. */
const maxParameters = 4_000;
/** Of a prompt. Characters. */
const maxPrompt = 6_000;

/** The subcommands of `/preset`. */
export function presetOptions(text: Text): APIApplicationCommandSubcommandOption[] {
  const words = text.presets.command;
  const scope: APIApplicationCommandBasicOption = {
    type: Type.String,
    name: "scope",
    description: words.scope,
    choices: (["me", "server"] as const).map((value) => ({
      name: text.presets.scopes[value],
      value,
    })),
  };
  const name = (description: string): APIApplicationCommandBasicOption => ({
    type: Type.String,
    name: "name",
    description,
    required: true,
    autocomplete: true,
  });
  const sub = (called: string, about: string, options: APIApplicationCommandBasicOption[]) => ({
    type: Type.Subcommand as const,
    name: called,
    description: about,
    options,
  });
  return [
    sub("save", words.save, [
      { ...name(words.newName), max_length: maxPresetName } as APIApplicationCommandBasicOption,
      {
        type: Type.String,
        name: "parameters",
        description: words.parameters,
        max_length: maxParameters,
      },
      { type: Type.String, name: "from", description: words.from, autocomplete: true },
      scope,
    ]),
    sub("list", words.list, []),
    sub("use", words.use, [
      name(words.name),
      {
        type: Type.String,
        name: "prompt",
        description: text.parameters.prompt.about,
        required: true,
        max_length: maxPrompt,
      },
    ]),
    sub("delete", words.delete, [name(words.name), scope]),
    sub("share", words.share, [
      name(words.name),
      { type: Type.Boolean, name: "stop", description: words.stop },
    ]),
  ];
}
