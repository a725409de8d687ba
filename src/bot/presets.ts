import { code } from "../discord/markdown.ts";
import { UserError } from "../errors.ts";
import { nearestNames } from "../generation/names.ts";
import { foldPresetName } from "../generation/preset-name.ts";
import { findPreset, type KnownPreset, readPresetValues } from "../generation/presets.ts";
import type { Values } from "../generation/request.ts";
import { readAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";

type Place = Parameters<typeof readAsker>[0] & Pick<Asking, "guild_id">;

/** All that somebody can use where they are: their own first, then what others share here, then the server's. */
export async function knownPresets(
  interaction: Place,
  { presets }: Context,
): Promise<(KnownPreset & { sharedHere: boolean })[]> {
  const { userId } = readAsker(interaction);
  const { own, shared, server } = await orAway(() => presets.known(userId, interaction.guild_id));
  const sharedByMe = new Set(
    shared.filter((each) => each.userId === userId).map(({ name }) => foldPresetName(name)),
  );
  const inOrder = <T extends { name: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => a.name.localeCompare(b.name));
  return [
    ...inOrder(own).map(({ name, values }) => ({
      name,
      values,
      owner: { kind: "own" } as const,
      sharedHere: sharedByMe.has(foldPresetName(name)),
    })),
    ...inOrder(shared)
      .filter((each) => each.userId !== userId)
      .map(({ name, userId: id, userName }) => ({
        name,
        owner: { kind: "shared", userId: id, userName } as const,
        sharedHere: false,
      })),
    ...inOrder(server).map(({ name, values }) => ({
      name,
      values,
      owner: { kind: "server" } as const,
      sharedHere: false,
    })),
  ];
}

/** The same with their values; what somebody no longer shares, or no longer has, is left out. */
export async function withValues<T extends KnownPreset>(
  known: readonly T[],
  { presets }: Context,
): Promise<(T & Required<Pick<KnownPreset, "values">>)[]> {
  const authors = known.flatMap(({ owner }) => (owner.kind === "shared" ? [owner.userId] : []));
  const theirs = await orAway(() => presets.ofPeople(authors));
  return known.flatMap((each) => {
    const { name, owner, values } = each;
    if (owner.kind !== "shared") return values === undefined ? [] : [{ ...each, values }];
    const wanted = foldPresetName(name);
    const found = theirs
      .get(owner.userId)
      ?.find((preset) => foldPresetName(preset.name) === wanted);
    return found === undefined ? [] : [{ ...each, values: found.values }];
  });
}

/**
 * The values of the preset that a name means, as far as they can be read.
 * @throws {UserError} naming the nearest ones, when there is none.
 */
export async function requirePreset(
  interaction: Place,
  typed: string,
  context: Context,
): Promise<Values> {
  const known = await knownPresets(interaction, context);
  const found = findPreset(known, typed);
  const [read] = found === undefined ? [] : await withValues([found], context);
  if (read === undefined) throw unknownPreset(typed, known);
  return readPresetValues(read.values);
}

/** There is none of that name. */
export function unknownPreset(typed: string, known: readonly KnownPreset[]): UserError {
  const nearest = nearestNames(known, typed).map(code);
  return new UserError((text) => text.presets.refused.unknown(code(typed.slice(0, 100)), nearest));
}
