import { code, plain } from "../discord/markdown.ts";
import type { PresetScope } from "../discord/presets.ts";
import { UserError } from "../errors.ts";
import { findPreset, mostPresets } from "../generation/presets.ts";
import type { Text } from "../text/en.ts";
import { isManager, isModerator, readAsker, textForAsker } from "./asker.ts";
import { audit } from "./audit.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { requirePresets, requireServer, taken } from "./preset-save.ts";
import { knownPresets, unknownPreset } from "./presets.ts";

/**
 * Deletes one's own or the server's preset. What somebody else shares, moderators take out of the server; it stays its
 * author's.
 * @throws {UserError} when there is none, or it is not theirs to delete.
 */
export async function deletePreset(
  interaction: Asking,
  { name: typed, scope }: { name: string; scope: PresetScope | undefined },
  context: Context,
): Promise<string> {
  const { presets } = context;
  if (scope === "server") requireServer(interaction);
  const known = (await knownPresets(interaction, context)).filter(
    ({ owner }) => scope === undefined || (owner.kind === "own") === (scope === "me"),
  );
  const found = findPreset(known, typed);
  if (found === undefined) throw unknownPreset(typed, known);
  const { name, owner } = found;
  if (owner.kind === "own") {
    await orAway(() => presets.remove(requirePresets(interaction, "me"), name));
    return textForAsker(interaction).presets.deleted(code(name));
  }
  if (owner.kind === "server") {
    const server = requirePresets(interaction, "server");
    await orAway(() => presets.remove(server, name));
    return noted(interaction, (text) => text.presets.deletedServer(code(name)), context);
  }
  const author = plain(owner.userName);
  if (!isModerator(interaction) && !isManager(interaction)) {
    throw new UserError((text) => text.presets.refused.notYours(code(name), author));
  }
  await orAway(() => presets.unshare(requireServer(interaction), name));
  return noted(interaction, (text) => text.presets.unsharedOf(code(name), author), context);
}

/**
 * Lets everybody in the server use one's own preset, or no longer.
 * @throws {UserError} when there is none, or its name is taken there.
 */
export async function sharePreset(
  interaction: Asking,
  { name: typed, stop }: { name: string; stop: boolean },
  context: Context,
): Promise<string> {
  const guildId = requireServer(interaction);
  const { presets } = context;
  const { userId, userName } = readAsker(interaction);
  const own = (await knownPresets(interaction, context)).filter(
    ({ owner }) => owner.kind === "own",
  );
  const name = findPreset(own, typed)?.name;
  const gone = () =>
    new UserError((text) => text.presets.refused.notOwn(code(typed.slice(0, 100))));
  if (name === undefined) throw gone();
  if (stop) {
    await orAway(() => presets.unshare(guildId, name, userId));
    return noted(interaction, (text) => text.presets.unshared(code(name)), context);
  }
  const outcome = await orAway(() => presets.share(guildId, { name, userId, userName }));
  if (typeof outcome === "object") throw taken(name, outcome);
  switch (outcome) {
    case "gone":
      throw gone();
    case "full":
      throw new UserError((text) => text.presets.refused.full(mostPresets.server));
    case "server's":
      throw new UserError((text) => text.presets.refused.takenByServer(code(name)));
    case "shared":
      return noted(interaction, (text) => text.presets.shared(code(name)), context);
  }
}

/** What is changed for a whole server stands in its audit channel too. */
function noted(interaction: Asking, words: (text: Text) => string, context: Context): string {
  audit(interaction, words, context);
  return words(textForAsker(interaction));
}
