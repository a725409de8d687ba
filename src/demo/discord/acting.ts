import {
  type Asked,
  type Asking,
  type OptionValues,
  type Resolved,
  attach,
  fillIn,
  findCommand,
  nested,
} from "./asking.ts";
import { flatten } from "./components.ts";
import type { Wire } from "./form.ts";
import type { Interaction, Interactions, Invocation } from "./interactions.ts";
import { type Fields, answersOf } from "./dialogs.ts";
import {
  type Channel,
  type Component,
  DEFAULT_SIZE_LIMIT,
  type Message,
  type User,
  type World,
  guildOf,
} from "./world.ts";
import { toMember, toMessage, toUser } from "./wire.ts";

export interface CommandUse {
  user: User;
  channel: Channel;
  /** "draw", "settings set", or the name of a menu entry when there is a target. */
  name: string;
  options?: OptionValues;
  /** What a menu command was chosen on. */
  target?: Message | User;
  locale?: string;
  attachmentSizeLimit?: number;
  userInstalledOnly?: boolean;
  id?: string;
}

export interface Completion {
  user: User;
  channel: Channel;
  name: string;
  focused: string;
  value: string;
  options?: OptionValues;
  userInstalledOnly?: boolean;
}

export interface ComponentUse {
  user: User;
  message: Message;
  customId?: string;
  emoji?: string;
  label?: string;
  /** Which one, where several fit; 0 is the first. */
  nth?: number;
  locale?: string;
  attachmentSizeLimit?: number;
  userInstalledOnly?: boolean;
}

const isMessage = (target: Message | User): target is Message => "channelId" in target;

/** What people do in the client. Throws where the client would not let them. */
export function createActing(world: World, interactions: Interactions) {
  const settings = (use: {
    locale?: string;
    attachmentSizeLimit?: number;
    userInstalledOnly?: boolean;
  }) => ({
    locale: use.locale,
    attachmentSizeLimit: use.attachmentSizeLimit ?? DEFAULT_SIZE_LIMIT,
    userInstalledOnly: use.userInstalledOnly ?? false,
  });

  function askingOf(use: CommandUse | Completion, type: number): Asking {
    const { user, channel, name, userInstalledOnly = false } = use;
    const isGuest = channel.guildId !== undefined && guildOf(world, channel)?.botInstalled !== true;
    if (isGuest && !userInstalledOnly) throw new Error("the bot is not installed in this server");
    return { user, channel, name, userInstalledOnly, type };
  }

  const dataOf = ({ command, path }: Asked, options: Wire[], rest: Wire): Wire => ({
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.type === 1 ? { options: nested(path, options) } : {}),
    ...(command["guild_id"] === undefined ? {} : { guild_id: command["guild_id"] }),
    ...rest,
  });

  function command(use: CommandUse): Interaction {
    const { target } = use;
    const asking = askingOf(use, target ? (isMessage(target) ? 3 : 2) : 1);
    const asked = findCommand(world, asking);
    const { options, resolved } = fillIn(world, asking, asked.leaves, use.options ?? {});
    const rest = target ? targeted(target, use.channel) : present(resolved);
    const data = dataOf(asked, options, rest);
    const { user, channel, id } = use;
    const metadata = target
      ? isMessage(target)
        ? { target_message_id: target.id }
        : { target_user: toUser(target) }
      : {};
    return interactions.start({ type: 2, user, channel, data, id, metadata, ...settings(use) });
  }

  function targeted(target: Message | User, channel: Channel): Wire {
    if (isMessage(target)) {
      checkVisible(target, undefined);
      const message = toMessage(world, target);
      return { target_id: target.id, resolved: { messages: { [target.id]: message } } };
    }
    const { user: _, ...member } = toMember(world, target, channel);
    const members = channel.guildId === undefined ? {} : { members: { [target.id]: member } };
    return {
      target_id: target.id,
      resolved: { users: { [target.id]: toUser(target) }, ...members },
    };
  }

  /** Types into an option and answers what the bot suggests; rejects when it says nothing in time. */
  async function complete(
    use: Completion,
    waitFor: Waiter,
  ): Promise<{ name: string; value: string | number }[]> {
    const asking = askingOf(use, 1);
    const asked = findCommand(world, asking);
    const option = asked.leaves.find(({ name }) => name === use.focused);
    if (!option?.autocomplete) throw new Error(`"${use.focused}" of /${use.name} is not completed`);
    const others = Object.fromEntries(
      Object.entries(use.options ?? {}).filter(
        ([name, value]) => name !== use.focused && typeof value !== "object",
      ),
    );
    const leaves = asked.leaves.map((one) => ({ ...one, required: false }));
    const { options } = fillIn(world, asking, leaves, others);
    const focused = { name: option.name, type: option.type, value: use.value, focused: true };
    const data = dataOf(asked, [...options, focused], {});
    const { user, channel } = use;
    const interaction = interactions.start({
      type: 4,
      user,
      channel,
      data,
      completing: option.type,
      ...settings(use),
    });
    await waitFor(() => interaction.callback ?? interaction.failedReason, 3500);
    if (!interaction.callback) throw new Error(interaction.failedReason);
    return (interaction.callback.data["choices"] ?? []) as {
      name: string;
      value: string | number;
    }[];
  }

  function useComponent(
    use: ComponentUse,
    types: number[],
    extra: (found: Component) => Wire,
  ): Interaction {
    const { message, user } = use;
    checkVisible(message, user);
    const found = findComponent(use, types);
    const channel = world.channels.get(message.channelId);
    if (!channel) throw new Error("the channel is gone");
    const isGuest = channel.guildId !== undefined && guildOf(world, channel)?.botInstalled !== true;
    const data = {
      custom_id: found.custom_id,
      component_type: found.type,
      id: found.id,
      ...extra(found),
    };
    const invocation: Invocation = {
      type: 3,
      user,
      channel,
      data,
      source: message,
      metadata: { interacted_message_id: message.id },
      ...settings({ userInstalledOnly: isGuest, ...use }),
    };
    return interactions.start(invocation);
  }

  function checkVisible(message: Message, user: User | undefined): void {
    if (message.deleted) throw new Error("the message is deleted");
    if (message.ephemeralFor !== undefined && user && message.ephemeralFor !== user.id)
      throw new Error(`${user.name} does not see this message`);
  }

  return {
    command,
    complete,
    press: (use: ComponentUse) => useComponent(use, [2], () => ({})),
    select: (use: ComponentUse & { values: string[] }) =>
      useComponent(use, [3, 5, 6, 7, 8], (found) => chosen(world, found, use.values)),
    submit(use: {
      user: User;
      dialog: Interaction;
      fields: Fields;
      customId?: string;
      locale?: string;
    }): Interaction {
      const { user, dialog, fields } = use;
      const modal = dialog.dialog;
      if (!modal) throw new Error("the answer to this interaction was no dialog");
      if (dialog.user.id !== user.id) throw new Error(`${user.name} does not see this dialog`);
      if (use.customId !== undefined && use.customId !== modal.custom_id)
        throw new Error(`the dialog is "${modal.custom_id}", not "${use.customId}"`);
      const attachments: Resolved["attachments"] = {};
      const components = answersOf(modal.components, fields, (picked) =>
        attach(world, dialog.channel, picked, { attachments }),
      );
      const { user: _, ...triggering } = dialog.metadata;
      return interactions.start({
        type: 5,
        user,
        channel: dialog.channel,
        data: { custom_id: modal.custom_id, components, ...present({ attachments }) },
        source: dialog.source,
        locale: use.locale,
        attachmentSizeLimit: dialog.attachmentSizeLimit,
        userInstalledOnly: dialog.userInstalledOnly,
        metadata: { triggering_interaction_metadata: { ...triggering, user: toUser(user) } },
      });
    },
  };
}

export type Waiter = <T>(find: () => T | undefined | false, timeoutMs?: number) => Promise<T>;

function present(resolved: Partial<Resolved>): Wire {
  const used = Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0);
  return used.length > 0 ? { resolved: Object.fromEntries(used) } : {};
}

function findComponent(use: ComponentUse, types: number[]): Component {
  const { customId, emoji, label, nth } = use;
  const bare = (name: string | undefined) => name?.replaceAll("\u{FE0F}", "");
  const fitting = flatten(use.message.components).filter(
    (one) =>
      types.includes(one.type) &&
      one.custom_id !== undefined &&
      (customId === undefined || one.custom_id === customId) &&
      (emoji === undefined || bare(one.emoji?.name) === bare(emoji)) &&
      (label === undefined || one.label === label),
  );
  const wanted = JSON.stringify({ customId, emoji, label, nth });
  if (fitting.length > 1 && nth === undefined)
    throw new Error(`${fitting.length} components fit ${wanted}: say which with nth`);
  const found = fitting[nth ?? 0];
  if (!found) throw new Error(`no such component: ${wanted}`);
  if (found.disabled) throw new Error(`this component is disabled: ${wanted}`);
  return found;
}

function chosen(world: World, menu: Component, values: string[]): Wire {
  const least = Number(menu["min_values"] ?? 1);
  const most = Number(menu["max_values"] ?? 1);
  if (values.length < least || values.length > most)
    throw new Error(`choose ${least} to ${most}, not ${values.length}`);
  const users: Record<string, Wire> = {};
  for (const value of values) {
    const user = world.users.get(value);
    const isThere =
      menu.type === 3
        ? menu.options?.some((one) => one.value === value)
        : user !== undefined || world.channels.has(value);
    if (!isThere) throw new Error(`"${value}" is not in the menu`);
    if (menu.type !== 3 && user) users[value] = toUser(user);
  }
  return { values, ...(menu.type === 3 ? {} : { resolved: { users } }) };
}
