import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";

type Option = APIApplicationCommandInteractionDataOption<APIInteraction["type"]>;

/** A command's subcommand, with its group if it has one (`webuis drain`), and its own options; "" where there is none. */
export type Subcommand = { path: string; options: readonly Option[] };

type CommandData = { data: { options?: readonly Option[] | undefined } };

export function readSubcommand({ data }: CommandData): Subcommand {
  const path: string[] = [];
  let options: readonly Option[] = data.options ?? [];
  for (;;) {
    const [first] = options;
    if (first?.type !== Type.Subcommand && first?.type !== Type.SubcommandGroup) break;
    path.push(first.name);
    options = first.options ?? [];
  }
  return { path: path.join(" "), options };
}

/** What was filled in for an option, as text; undefined where it was left out. People, roles and files come as their ids. */
export function typedIn({ options }: Subcommand, name: string): string | undefined {
  const option = options.find((each) => each.name === name);
  return option !== undefined && "value" in option ? String(option.value) : undefined;
}

/** The option that is being typed. */
export function readFocused(
  interaction: APIApplicationCommandAutocompleteInteraction,
): { name: string; typed: string } | undefined {
  const focused = readSubcommand(interaction).options.find(
    (option) => "focused" in option && option.focused === true,
  );
  if (focused === undefined || !("value" in focused)) return undefined;
  return { name: focused.name, typed: String(focused.value) };
}
