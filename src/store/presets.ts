import type { Redis } from "./redis.ts";
import { z } from "zod";
import { foldPresetName } from "../generation/preset-name.ts";
import { mostPresets } from "../generation/presets.ts";
import type { Values } from "../generation/request.ts";
import { createDocuments, type DocumentKind } from "./documents.ts";

const preset = z.looseObject({
  name: z.string(),
  /** As they were saved: another version may know others (`readPresetValues`). */
  values: z.record(z.string(), z.unknown()),
  /** Servers whose members can use it; `shared` there tells it. */
  sharedIn: z.array(z.string()).optional(),
});
/** One that stays its author's, in whose document it stands. */
const shared = z.looseObject({ name: z.string(), userId: z.string(), userName: z.string() });
const schema = z.looseObject({ presets: z.array(preset), shared: z.array(shared) });

export type Preset = z.infer<typeof preset>;
export type SharedPreset = { name: string; userId: string; userName: string };
export type PresetsOwner = { scope: "me" | "server"; id: string };

export const presetsFamily = "presets";
const kind = {
  family: presetsFamily,
  schema,
  empty: { presets: [], shared: [] } as z.infer<typeof schema>,
  migrations: [],
} satisfies DocumentKind<typeof schema>;

/** Named sets of values: a person's, a server's, and what people share in a server. Names differ by more than case. */
export type Presets = {
  /** Of a person and of the server where they are, in one step. */
  known(
    userId: string,
    guildId: string | undefined,
  ): Promise<{ own: Preset[]; server: Preset[]; shared: SharedPreset[] }>;
  ofPeople(userIds: readonly string[]): Promise<Map<string, Preset[]>>;
  /** One of the same name is replaced. Nothing is saved where there are too many, or somebody shares that name there. */
  save(
    owner: PresetsOwner,
    name: string,
    values: Values,
  ): Promise<"added" | "replaced" | "full" | SharedPreset>;
  /** Answers whether there was one; it is no longer shared either. */
  remove(owner: PresetsOwner, name: string): Promise<boolean>;
  /** The author's own preset. Nothing is shared where the server or somebody else has that name. */
  share(
    guildId: string,
    sharing: SharedPreset,
  ): Promise<"shared" | "gone" | "full" | "server's" | SharedPreset>;
  /** It stays its author's. Without `userId` whosever it is. */
  unshare(guildId: string, name: string, userId?: string): Promise<void>;
  /** Everything that is kept of one person. */
  exportOf(userId: string): Promise<Preset[]>;
  forget(userId: string): Promise<void>;
};

const toId = ({ scope, id }: PresetsOwner) => `${scope}:${id}`;
const me = (id: string) => toId({ scope: "me", id });
const server = (id: string) => toId({ scope: "server", id });

type Named = { name: string };
/** For one name, however it is spelt. */
const named = (name: string) => {
  const wanted = foldPresetName(name);
  return (each: Named) => foldPresetName(each.name) === wanted;
};
const without = <T extends Named>(list: readonly T[], name: string): T[] => {
  const isIt = named(name);
  return list.filter((each) => !isIt(each));
};

export function createPresets(redis: Redis): Presets {
  const documents = createDocuments(redis, kind);

  const withdraw = async (guildId: string, isMeant: (each: SharedPreset) => boolean) => {
    await documents.change(server(guildId), (known) => ({
      ...known,
      shared: known.shared.filter((each) => !isMeant(each)),
    }));
  };

  return {
    async known(userId, guildId) {
      const ids = [me(userId), guildId === undefined ? undefined : server(guildId)];
      const [own = kind.empty, there = kind.empty] = await documents.getAll(ids);
      return { own: own.presets, server: there.presets, shared: there.shared };
    },
    async ofPeople(userIds) {
      const people = [...new Set(userIds)];
      const found = await documents.getAll(people.map(me));
      return new Map(people.map((userId, index) => [userId, found[index]?.presets ?? []]));
    },
    async save(owner, name, values) {
      let outcome: Awaited<ReturnType<Presets["save"]>> = "added";
      const isIt = named(name);
      await documents.change(toId(owner), (known) => {
        const taken = known.shared.find(isIt);
        const old = known.presets.find(isIt);
        outcome = taken ?? (old === undefined ? "added" : "replaced");
        if (taken !== undefined) return known;
        if (old === undefined && known.presets.length >= mostPresets[owner.scope]) {
          outcome = "full";
          return known;
        }
        const next = { ...old, name, values };
        return { ...known, presets: [...without(known.presets, name), next] };
      });
      return outcome;
    },
    async remove(owner, name) {
      if (owner.scope === "me") {
        const { presets } = await documents.get(toId(owner));
        // First there: what a kill in between leaves is a preset that is not shared, not one that is nowhere.
        for (const guildId of presets.find(named(name))?.sharedIn ?? []) {
          const isIt = named(name);
          await withdraw(guildId, (each) => each.userId === owner.id && isIt(each));
        }
      }
      let was = false;
      await documents.change(toId(owner), (known) => {
        const presets = without(known.presets, name);
        was = presets.length < known.presets.length;
        return { ...known, presets };
      });
      return was;
    },
    async share(guildId, sharing) {
      const { name, userId } = sharing;
      const isIt = named(name);
      // First with the author: whatever is shared can then be found from there, also after a kill in between.
      const own = await documents.change(me(userId), (known) => {
        const presets = known.presets.map((each) =>
          isIt(each)
            ? { ...each, sharedIn: [...new Set([...(each.sharedIn ?? []), guildId])] }
            : each,
        );
        return { ...known, presets };
      });
      const exact = own.presets.find(isIt);
      if (exact === undefined) return "gone";
      const added = { ...sharing, name: exact.name };
      let outcome: Awaited<ReturnType<Presets["share"]>> = "shared";
      await documents.change(server(guildId), (known) => {
        const other = known.shared.find((each) => isIt(each) && each.userId !== userId);
        const rest = known.shared.filter((each) => !(isIt(each) && each.userId === userId));
        outcome = other ?? "shared";
        if (known.presets.some(isIt)) outcome = "server's";
        else if (rest.length >= mostPresets.server) outcome = "full";
        return outcome === "shared" ? { ...known, shared: [...rest, added] } : known;
      });
      return outcome;
    },
    unshare(guildId, name, userId) {
      const isIt = named(name);
      const isTheirs = (each: SharedPreset) => userId === undefined || each.userId === userId;
      return withdraw(guildId, (each) => isIt(each) && isTheirs(each));
    },
    async exportOf(userId) {
      return (await documents.get(me(userId))).presets;
    },
    async forget(userId) {
      const { presets } = await documents.get(me(userId));
      for (const guildId of new Set(presets.flatMap(({ sharedIn = [] }) => sharedIn))) {
        await withdraw(guildId, (each) => each.userId === userId);
      }
      await documents.remove(me(userId));
    },
  };
}
