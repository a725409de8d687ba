import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";
import type { Text } from "../text/en.ts";

/** The subcommands of `/admin`, those about webuis in a group. */
export function adminOptions({ admin: { command: words } }: Text): APIApplicationCommandOption[] {
  const completed = (name: string, description: string): APIApplicationCommandBasicOption => ({
    type: Type.String,
    name,
    description,
    required: true,
    autocomplete: true,
  });
  const sub = (
    name: string,
    description: string,
    options: APIApplicationCommandBasicOption[] = [],
  ) => ({ type: Type.Subcommand as const, name, description, options });
  const webui = completed("webui", words.webui);
  const user = { type: Type.User as const, name: "user", description: words.user, required: true };
  return [
    {
      type: Type.SubcommandGroup,
      name: "webuis",
      description: words.webuis,
      options: [
        sub("state", words.state),
        sub("drain", words.drain, [webui]),
        sub("resume", words.resume, [webui]),
        sub("add", words.add, [
          {
            type: Type.String,
            name: "url",
            description: words.url,
            required: true,
            max_length: 500,
          },
        ]),
        sub("remove", words.remove, [webui]),
        sub("refresh", words.refresh, [{ ...webui, required: false }]),
        sub("options", words.options, [
          webui,
          completed("name", words.option),
          { type: Type.String, name: "value", description: words.value },
        ]),
      ],
    },
    sub("share", words.share, [
      { ...completed("server", words.server), required: false },
      {
        type: Type.Number,
        name: "share",
        description: words.shareValue,
        min_value: 0.1,
        max_value: 10,
      },
    ]),
    sub("doctor", words.doctor),
    sub("errors", words.errors),
    sub("announce", words.announce, [
      { type: Type.String, name: "text", description: words.text, max_length: 500 },
      {
        type: Type.Integer,
        name: "hours",
        description: words.hours,
        min_value: 1,
        max_value: 720,
      },
    ]),
    sub("export", words.export, [user]),
    sub("erase", words.erase, [user]),
  ];
}
