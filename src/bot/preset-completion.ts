import type { APIApplicationCommandAutocompleteInteraction } from "discord-api-types/v10";
import { cut } from "../discord/markdown.ts";
import { readFocused, readSubcommand } from "../discord/subcommand.ts";
import { choiceLabel, type Entry, maxChoices, searchEntries } from "../generation/names.ts";
import { parameters } from "../generation/parameters.ts";
import { foldPresetName } from "../generation/preset-name.ts";
import type { KnownPreset, PresetOwner } from "../generation/presets.ts";
import type { Text } from "../text/en.ts";
import { isManager, isModerator, readAsker, textForAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import type { Choice } from "./complete.ts";
import { knownPresets } from "./presets.ts";

type Completion = APIApplicationCommandAutocompleteInteraction;

/** What can be chosen for an option that takes a preset, whatever the command; undefined for any other. */
export async function completePreset(
  interaction: Completion,
  context: Context,
): Promise<Choice[] | undefined> {
  const focused = readFocused(interaction);
  if (focused?.name !== ("preset" satisfies keyof typeof parameters)) return undefined;
  return choicesOf(await knownPresets(interaction, context), focused.typed, interaction);
}

/** For the options of `/preset`. */
export async function completeOwnOptions(
  interaction: Completion,
  context: Context,
): Promise<Choice[]> {
  const focused = readFocused(interaction);
  if (focused?.name === "from") return completeResult(interaction, focused.typed, context);
  if (focused?.name !== "name") return [];
  const known = await knownPresets(interaction, context);
  const isOffered = offeredBy(readSubcommand(interaction).path, interaction);
  return choicesOf(
    known.filter(({ owner }) => isOffered(owner)),
    focused.typed,
    interaction,
  );
}

/** What a subcommand can do something with, for whoever asks. */
function offeredBy(path: string, interaction: Completion): (owner: PresetOwner) => boolean {
  const manages = isManager(interaction);
  const moderates = manages || isModerator(interaction);
  switch (path) {
    case "use":
      return () => true;
    case "delete":
      return ({ kind }) => ({ own: true, shared: moderates, server: manages })[kind];
    case "save":
      return ({ kind }) => kind === "own" || (kind === "server" && manages);
    default:
      return ({ kind }) => kind === "own";
  }
}

/** Each name once, for the one that it means; whose it is stands beside it. */
function choicesOf(
  known: readonly KnownPreset[],
  typed: string,
  interaction: Completion,
): Choice[] {
  const text = textForAsker(interaction);
  const seen = new Set<string>();
  const once = known.filter(({ name }) => {
    const folded = foldPresetName(name);
    return !seen.has(folded) && seen.add(folded);
  });
  const found = (["own", "shared", "server"] as const).flatMap((kind) =>
    searchEntries(
      once.filter(({ owner }) => owner.kind === kind).map((each) => toEntry(each, text)),
      typed,
    ),
  );
  return found
    .slice(0, maxChoices)
    .map((entry) => ({ name: choiceLabel(entry), value: entry.name }));
}

function toEntry({ name, owner }: KnownPreset, { presets: text }: Text): Entry {
  if (owner.kind === "own") return { name };
  const whose = owner.kind === "shared" ? text.of(owner.userName) : text.ofServer;
  return { name, label: `${name} · ${whose}` };
}

/** The asker's last pictures, by their words. */
async function completeResult(
  interaction: Completion,
  typed: string,
  { history }: Context,
): Promise<Choice[]> {
  const { userId } = readAsker(interaction);
  const entries = (await orAway(() => history.list(userId))).flatMap(({ id, prompt }) =>
    prompt === undefined ? [] : [{ name: id, label: cut(prompt.replace(/\s+/g, " "), 100) }],
  );
  return searchEntries(entries, typed)
    .slice(0, maxChoices)
    .map((entry) => ({ name: choiceLabel(entry), value: entry.name }));
}
