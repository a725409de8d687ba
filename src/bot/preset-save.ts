import { code, plain } from "../discord/markdown.ts";
import { type PresetScope, presetWords } from "../discord/presets.ts";
import { UserError } from "../errors.ts";
import { readPresetName } from "../generation/preset-name.ts";
import { checkPreset, findPreset, mostPresets } from "../generation/presets.ts";
import type { Values } from "../generation/request.ts";
import type { PresetsOwner, SharedPreset } from "../store/presets.ts";
import type { Text } from "../text/en.ts";
import { readAsker, requireManager, textForAsker } from "./asker.ts";
import { audit } from "./audit.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { knownPresets } from "./presets.ts";

/**
 * Whose presets these are.
 * @throws {UserError} where there is no server, or whoever asks may not decide for it.
 */
export function requirePresets(interaction: Asking, scope: PresetScope): PresetsOwner {
  if (scope === "me") return { scope, id: readAsker(interaction).userId };
  const id = requireServer(interaction);
  requireManager(interaction);
  return { scope, id };
}

/** @throws {UserError} where there is none. */
export function requireServer({ guild_id: id }: Asking): string {
  if (id === undefined) throw new UserError((text) => text.presets.refused.noServer);
  return id;
}

/**
 * Saves values under a name, and says what became of what had that name.
 * @throws {UserError} when they cannot be saved there, under that name, or by whoever asks.
 */
export async function savePreset(
  interaction: Asking,
  { name: typed, scope, values }: { name: string; scope: PresetScope; values: Values },
  context: Context,
): Promise<string[]> {
  const owner = requirePresets(interaction, scope);
  const name = readPresetName(typed);
  const kept = checkPreset(values);
  const shared = (await knownPresets(interaction, context)).filter(
    (each) => each.owner.kind === "shared",
  );
  const others = findPreset(shared, name);
  if (others?.owner.kind === "shared") throw taken(others.name, others.owner);
  const outcome = await orAway(() => context.presets.save(owner, name, kept));
  if (typeof outcome === "object") throw taken(outcome.name, outcome);
  if (outcome === "full") {
    throw new UserError((text) => text.presets.refused.full(mostPresets[scope]));
  }
  const said = ({ presets: words }: Text) => {
    if (scope === "me") return (outcome === "added" ? words.saved : words.replaced)(code(name));
    return (outcome === "added" ? words.savedServer : words.replacedServer)(code(name));
  };
  if (scope === "server") audit(interaction, said, context);
  return [said(textForAsker(interaction)), `-# ${presetWords(kept)}`];
}

/** Somebody shares one of that name here. */
export function taken(name: string, { userName }: Pick<SharedPreset, "userName">): UserError {
  return new UserError((text) => text.presets.refused.takenBy(code(name), plain(userName)));
}
