import { UserError } from "../errors.ts";
import { decide } from "../generation/decide.ts";
import { decideSetting } from "../generation/rules.ts";
import { combined, readSetting, readSign, type Said } from "../generation/setting-values.ts";
import {
  blockableCommands,
  canBeByRole,
  isServerSetting,
  type Scope,
  type SettingName,
  scopesOf,
  serverSettings,
} from "../generation/settings.ts";
import type { Text } from "../text/en.ts";
import { settingLabel, settingValue } from "../discord/setting-words.ts";
import type { Owner } from "../store/settings.ts";
import { readAsker, requireManager, textForAsker } from "./asker.ts";
import { audit, noted } from "./audit.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { channelOf, readRules, serverOf } from "./rules.ts";

/** What is to be set: `typed` is empty where it is to be forgotten. */
export type Change = {
  scope: Scope;
  name: SettingName;
  typed: string;
  role?: string | undefined;
};

/**
 * Whose settings these are.
 * @throws {UserError} where there is no server, or whoever asks may not decide for it.
 */
export function requireScope(interaction: Asking, scope: Scope): Owner {
  if (scope === "me") return { scope, id: readAsker(interaction).userId };
  const owner = scope === "server" ? serverOf(interaction) : channelOf(interaction);
  if (owner === undefined) throw new UserError((text) => text.settings.refused.noServer);
  requireManager(interaction);
  return owner;
}

/**
 * Sets one thing, or forgets it, and says what holds now.
 * @throws {UserError} when it cannot be set so, there, or by whoever asks.
 */
export async function changeSetting(
  interaction: Asking,
  { scope, name, typed, role: ofRole }: Change,
  context: Context,
): Promise<string> {
  // What everybody has is nobody's own; Discord calls it as the server.
  const role = ofRole === interaction.guild_id ? undefined : ofRole;
  const owner = requireScope(interaction, scope);
  const text = textForAsker(interaction);
  const label = settingLabel(name, text);
  if (!scopesOf(name).includes(scope)) {
    throw new UserError((words) =>
      words.settings.refused.notThere(
        settingLabel(name, words),
        scopesOf(name).map((each) => words.settings.scopes[each]),
      ),
    );
  }
  if (role !== undefined && (!canBeByRole(name) || scope === "me")) {
    throw new UserError((words) => words.settings.refused.notByRole(settingLabel(name, words)));
  }
  if (typed.trim() === "") {
    await orAway(() => context.settings.reset(owner, name, role));
    const forgotten = (words: typeof text) => {
      const parts = [settingLabel(name, words), words.settings.scopes[scope]] as const;
      return role === undefined
        ? words.settings.forgotten(...parts)
        : words.settings.forgottenForRole(...parts, `<@&${role}>`);
    };
    if (scope !== "me") audit(interaction, forgotten, context);
    return forgotten(text);
  }
  const { sign, rest } = readSign(name, typed);
  const isNothing = sign !== undefined && rest === "";
  const read = isNothing ? [] : await readNew(name, rest, text.settings, context);
  const toValue = (before: unknown) => combined(name, sign, before, read);
  await requireHere(interaction, name, read, context);
  const value = await orAway(() => context.settings.set(owner, name, toValue, role));
  const done = (words: typeof text) => {
    const shown = settingValue(name, value, words);
    const parts = [settingLabel(name, words), shown, words.settings.scopes[scope]] as const;
    return role === undefined
      ? words.settings.done(...parts)
      : words.settings.doneForRole(...parts, `<@&${role}>`);
  };
  const warned = scope === "me" ? [] : await note(interaction, name, done, context);
  const still = await overruled(interaction, { scope, name, label }, context);
  return [done(text), ...warned, ...still].join("\n");
}

/** Of the channel for such notes, whoever chooses it hears at once that nothing can be written there. */
async function note(
  interaction: Asking,
  name: SettingName,
  done: (words: Text) => string,
  context: Context,
): Promise<string[]> {
  if (name !== "audit_channel") audit(interaction, done, context);
  else if (!(await noted(interaction, done, context))) {
    const { situation } = await readRules(interaction, context);
    const { value = "" } = decideSetting(name, situation);
    return [textForAsker(interaction).moderation.audit.cannotWrite(`<#${value}>`)];
  }
  return [];
}

/**
 * Another server's channel is nobody's to choose.
 * @throws {UserError}
 */
async function requireHere(
  { guild_id: guildId = "" }: Asking,
  name: SettingName,
  read: unknown,
  { places }: Context,
): Promise<void> {
  if (!isServerSetting(name) || serverSettings[name].kind !== "channel") return;
  if (!(await places.isChannelOf(guildId, String(read)))) {
    throw new UserError((text) => text.moderation.refused.notHere);
  }
}

/** Forgets everything of a scope, and says how much that was. */
export async function resetAll(
  interaction: Asking,
  scope: Scope,
  context: Context,
  role?: string,
): Promise<string> {
  const owner = requireScope(interaction, scope);
  const before = await orAway(() => context.settings.reset(owner, undefined, role));
  const roles = role === undefined ? Object.values(before.roles) : [before.roles[role] ?? {}];
  const plain = role === undefined ? [before.values] : [];
  const count = [...plain, ...roles].reduce((sum, each) => sum + Object.keys(each).length, 0);
  const said = (words: ReturnType<typeof textForAsker>) =>
    words.settings.allForgotten(words.settings.scopes[scope], count);
  if (scope !== "me") audit(interaction, said, context);
  return said(textForAsker(interaction));
}

/** A name that no webui has may be new: their lists are read once more before it is refused. */
async function readNew(
  name: SettingName,
  typed: string,
  said: Said,
  { webuis }: Context,
): Promise<unknown> {
  const read = () =>
    readSetting(name, typed, { catalogs: webuis.catalogs(), commands: blockableCommands, said });
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await orAway(() => webuis.renew());
    return read();
  }
}

/** Whoever sets a default that a stronger one hides should know. */
async function overruled(
  interaction: Asking,
  { scope, name, label }: { scope: Scope; name: SettingName; label: string },
  context: Context,
): Promise<string[]> {
  const text = textForAsker(interaction);
  const { situation, layers } = await readRules(interaction, context);
  if (isServerSetting(name)) {
    const { value, from } = decideSetting(name, situation);
    if (from === undefined || from.scope === scope || from.role !== undefined) return [];
    return [
      text.settings.overruled(
        label,
        settingValue(name, value, text),
        text.settings.sources[from.scope],
      ),
    ];
  }
  const { values, from } = decide(layers);
  const source = from[name];
  if (source === undefined || source === scope) return [];
  return [
    text.settings.overruled(
      label,
      settingValue(name, values[name], text),
      text.settings.sources[source as Scope],
    ),
  ];
}
