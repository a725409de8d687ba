import type { Layer, Source } from "./decide.ts";
import type { Values } from "./request.ts";
import {
  defaultNames,
  schemaOf,
  type Scope,
  serverSettings,
  type ServerSetting,
  type ServerValue,
  settingRow,
} from "./settings.ts";

/** What was set in one scope: by the setting's name, and by a role's id for those that roles have of their own. */
export type ScopeSettings = {
  values: Readonly<Record<string, unknown>>;
  roles: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};
export const noSettings: ScopeSettings = { values: {}, roles: {} };

/** Everything that was set and concerns one member in one place. */
export type Situation = Record<Scope, ScopeSettings> & {
  /** The member's. */
  roleIds: readonly string[];
};

/** Where a value comes from: a scope, maybe a role's own there; absent where nobody set it. */
export type SettingSource = { scope: Exclude<Scope, "me">; role?: string };
export type Found<T> = { value: T; from?: SettingSource };

/** Nearest first: a role's own in the channel, in the server; then what holds for everyone in the channel, in the server. */
function candidates(
  name: ServerSetting,
  { channel, server, roleIds }: Situation,
): Found<unknown>[] {
  const nearestFirst = [
    ["channel", channel],
    ["server", server],
  ] as const;
  const byRole = nearestFirst.flatMap(([scope, { roles }]) =>
    roleIds.flatMap((role) => {
      const value = roles[role]?.[name];
      return value === undefined ? [] : [{ value, from: { scope, role } }];
    }),
  );
  const plain = nearestFirst.flatMap(([scope, { values }]) =>
    values[name] === undefined ? [] : [{ value: values[name], from: { scope } }],
  );
  const found = settingRow(name).byRole === true ? [...byRole, ...plain] : plain;
  // What an earlier version wrote and this one cannot read counts for nothing.
  return found.filter(({ value }) => serverSettings[name].schema.safeParse(value).success);
}

/** More than every amount: what is not limited. */
const unlimited = (value: number) => (value === 0 ? Infinity : value);

/** Of two roles' own values the one that is better for the member. */
function better(name: ServerSetting, a: Found<unknown>, b: Found<unknown>): Found<unknown> {
  const { kind } = settingRow(name);
  if (kind === "amount") {
    const [left, right] = [Number(a.value), Number(b.value)];
    if (name === "cooldown_seconds") return right < left ? b : a;
    return unlimited(right) > unlimited(left) ? b : a;
  }
  if (kind === "share") return Number(b.value) > Number(a.value) ? b : a;
  // Lists: what any role allows is allowed, what any role does not block is not blocked.
  const [left, right] = [a.value as string[], b.value as string[]];
  const value =
    kind === "commands"
      ? left.filter((entry) => right.includes(entry))
      : [...new Set([...left, ...right])];
  return { ...a, value };
}

/** What a server decided about one thing, for one member in one place, and where. */
export function decideSetting<N extends ServerSetting>(
  name: N,
  situation: Situation,
): Found<ServerValue<N> | undefined> {
  const all = candidates(name, situation);
  const [first] = all;
  const row = settingRow(name);
  const found = (value: Found<unknown>) => value as Found<ServerValue<N> | undefined>;
  if (first === undefined) return found({ value: row.usual });
  if (row.kind === "words") {
    // A channel adds to what its server says.
    return found({ ...first, value: [...new Set(all.flatMap(({ value }) => value as string[]))] });
  }
  if (name === "forced_spoiler") return found(all.find(({ value }) => value === true) ?? first);
  if (first.from?.role === undefined) return found(first);
  const { scope } = first.from;
  const rivals = all.filter(({ from }) => from?.scope === scope && from.role !== undefined);
  return found(rivals.reduce((best, next) => better(name, best, next)));
}

/** The defaults of each scope, as far as they can be read. */
export function layersOf({ me, channel, server }: Situation): Layer[] {
  const layer = (from: Source, { values }: ScopeSettings): Layer => ({
    from,
    values: readDefaults(values),
  });
  return [layer("server", server), layer("channel", channel), layer("me", me)];
}

function readDefaults(stored: Readonly<Record<string, unknown>>): Values {
  const known = defaultNames.flatMap((name) => {
    if (stored[name] === undefined) return [];
    const { data, success } = schemaOf(name).safeParse(stored[name]);
    return success ? [[name, data]] : [];
  });
  return Object.fromEntries(known) as Values;
}
