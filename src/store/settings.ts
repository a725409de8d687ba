import type { Redis } from "./redis.ts";
import { z } from "zod";
import { noSettings, type ScopeSettings } from "../generation/rules.ts";
import type { Scope, SettingName } from "../generation/settings.ts";
import { createDocuments, type DocumentKind } from "./documents.ts";

const values = z.record(z.string(), z.unknown());
/** Names and values that are not known here are kept: another version may know them. */
const schema = z.looseObject({ values, roles: z.record(z.string(), values) });

export const settingsFamily = "settings";
const kind = {
  family: settingsFamily,
  schema,
  empty: { ...noSettings } as z.infer<typeof schema>,
  migrations: [],
} satisfies DocumentKind<typeof schema>;

/** Of whom or what: a person's id for `me`, a channel's, a server's. */
export type Owner = { scope: Scope; id: string };

/** What people, channels and servers have set. */
export type Settings = {
  get(owner: Owner): Promise<ScopeSettings>;
  remove(owner: Owner): Promise<void>;
  /** Several in one step; `undefined` has none. */
  getAll(owners: readonly (Owner | undefined)[]): Promise<ScopeSettings[]>;
  /** `role`: its own value. `toValue` is told what is set now; it may be asked more than once. Answers the new value. */
  set(
    owner: Owner,
    name: SettingName,
    toValue: (before: unknown) => unknown,
    role?: string,
  ): Promise<unknown>;
  /** One of them; without a name all of the scope, or all of the role there. Answers what they were. */
  reset(owner: Owner, name?: SettingName, role?: string): Promise<ScopeSettings>;
};

const toId = ({ scope, id }: Owner) => `${scope}:${id}`;

export function createSettings(redis: Redis): Settings {
  const documents = createDocuments(redis, kind);
  return {
    get: (owner) => documents.get(toId(owner)),
    remove: (owner) => documents.remove(toId(owner)),
    getAll: (owners) => documents.getAll(owners.map((owner) => owner && toId(owner))),
    async set(owner, name, toValue, role) {
      let value: unknown;
      await documents.change(toId(owner), (known) => {
        const stored = role === undefined ? known.values : (known.roles[role] ?? {});
        value = toValue(stored[name]);
        const changed = { ...stored, [name]: value };
        if (role === undefined) return { ...known, values: changed };
        return { ...known, roles: { ...known.roles, [role]: changed } };
      });
      return value;
    },
    async reset(owner, name, role) {
      let before: ScopeSettings = noSettings;
      await documents.change(toId(owner), (known) => {
        before = known;
        return without(known, name, role);
      });
      return before;
    },
  };
}

function without(
  known: z.infer<typeof schema>,
  name: SettingName | undefined,
  role: string | undefined,
): z.infer<typeof schema> {
  if (role === undefined) {
    if (name === undefined) return { ...known, values: {}, roles: {} };
    const { [name]: _, ...values } = known.values;
    return { ...known, values };
  }
  const { [role]: own = {}, ...others } = known.roles;
  const { [name ?? ""]: _, ...rest } = own;
  if (name === undefined || Object.keys(rest).length === 0) return { ...known, roles: others };
  return { ...known, roles: { ...others, [role]: rest } };
}
