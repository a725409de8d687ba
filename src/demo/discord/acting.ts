import {
  type Asked,
  type Asking,
  type OptionValues,
  attach,
  fillIn,
  findCommand,
  nested,
} from "./asking.ts";
import { type Fields, answersOf } from "./dialogs.ts";
import { type Wire, passed } from "./form.ts";
import type { Interaction, Interactions } from "./interactions.ts";
import { type Reaction, react } from "./reactions.ts";
import { nothingResolved, present, resolve, resolveUser } from "./resolving.ts";
import { checkVisible, createPressing, pickerOf, settingsOf } from "./pressing.ts";
import { type Channel, type Message, type User, type World, guildOf } from "./world.ts";
import { toMessage, toUser } from "./wire.ts";

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
  /** Sends it even where the client would not offer it, to this person or in this place. */
  force?: boolean;
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
  force?: boolean;
}

export interface DialogUse {
  user: User;
  /** The interaction whose answer was the dialog. */
  dialog: Interaction;
  fields: Fields;
  customId?: string;
  locale?: string;
}

export interface Suggestion {
  name: string;
  value: string | number;
}

export type Waiter = <T>(find: () => T | undefined | false, timeoutMs?: number) => Promise<T>;

const isMessage = (target: Message | User): target is Message => "channelId" in target;

/** What people do in the client. Throws where the client would not let them. */
export function createActing(world: World, interactions: Interactions, waitFor: Waiter) {
  return {
    ...createPressing(world, interactions),
    command: (use: CommandUse) => useCommand(world, interactions, use),
    complete: (use: Completion) => complete(world, interactions, use, waitFor),
    submit: (use: DialogUse) => submit(world, interactions, use),
    react: (reaction: Reaction) => react(world, reaction),
  };
}

function askingOf(world: World, use: CommandUse | Completion, type: number): Asking {
  const { user, channel, name, userInstalledOnly = false, force = false } = use;
  const isGuest = channel.guildId !== undefined && guildOf(world, channel)?.botInstalled !== true;
  if (isGuest && !userInstalledOnly) throw new Error("the bot is not installed in this server");
  return { user, channel, name, userInstalledOnly, type, force };
}

const dataOf = ({ command, path }: Asked, options: Wire[], rest: Wire): Wire => ({
  id: command.id,
  name: command.name,
  type: command.type,
  ...(command.type === 1 ? { options: nested(path, options) } : {}),
  ...(command["guild_id"] === undefined ? {} : { guild_id: command["guild_id"] }),
  ...rest,
});

function useCommand(world: World, interactions: Interactions, use: CommandUse): Interaction {
  const { user, channel, id, target } = use;
  const asking = askingOf(world, use, target ? (isMessage(target) ? 3 : 2) : 1);
  const asked = findCommand(world, asking);
  const { options, resolved } = fillIn(world, asking, asked.leaves, use.options ?? {});
  const { data: rest, metadata } = target
    ? targeted(world, target, channel)
    : { data: present(resolved), metadata: {} };
  const data = dataOf(asked, options, rest);
  return interactions.start({ type: 2, user, channel, data, id, metadata, ...settingsOf(use) });
}

function targeted(world: World, target: Message | User, channel: Channel) {
  if (isMessage(target)) {
    checkVisible(target, undefined);
    const messages = { [target.id]: toMessage(world, target) };
    return {
      data: { target_id: target.id, resolved: { messages } },
      metadata: { target_message_id: target.id },
    };
  }
  const resolved = { users: {}, members: {} };
  resolveUser(world, { channel }, target.id, resolved);
  return {
    data: { target_id: target.id, ...present(resolved) },
    metadata: { target_user: toUser(target) },
  };
}

/** Types into an option and answers what the bot suggests; rejects when it says nothing in time. */
async function complete(
  world: World,
  interactions: Interactions,
  use: Completion,
  waitFor: Waiter,
): Promise<Suggestion[]> {
  const { user, channel } = use;
  const asking = askingOf(world, use, 1);
  const asked = findCommand(world, asking);
  const option = asked.leaves.find(({ name }) => name === use.focused);
  if (!option?.autocomplete) throw new Error(`"${use.focused}" of /${use.name} is not completed`);
  const others = Object.entries(use.options ?? {}).filter(
    ([name, value]) => name !== use.focused && typeof value !== "object",
  );
  const leaves = asked.leaves.map((one) => ({ ...one, required: false }));
  const { options } = fillIn(world, asking, leaves, Object.fromEntries(others));
  const focused = { name: option.name, type: option.type, value: use.value, focused: true };
  const interaction = interactions.start({
    type: 4,
    user,
    channel,
    data: dataOf(asked, [...options, focused], {}),
    completing: option.type,
    ...settingsOf(use),
  });
  await waitFor(() => interaction.callback ?? interaction.failedReason, 3500);
  if (!interaction.callback) throw new Error(interaction.failedReason);
  return passed<Suggestion[]>(interaction.callback.data["choices"] ?? []);
}

function submit(world: World, interactions: Interactions, use: DialogUse): Interaction {
  const { user, dialog, fields } = use;
  const modal = dialog.dialog;
  if (!modal) throw new Error("the answer to this interaction was no dialog");
  if (dialog.user.id !== user.id) throw new Error(`${user.name} does not see this dialog`);
  if (use.customId !== undefined && use.customId !== modal.custom_id)
    throw new Error(`the dialog is "${modal.custom_id}", not "${use.customId}"`);
  const { channel } = dialog;
  const resolved = nothingResolved();
  const components = answersOf(modal.components, fields, {
    upload: (picked) => attach(world, channel, picked, resolved),
    pick: (menu, id) => resolve(world, { user, channel }, pickerOf(menu), id, resolved),
  });
  return interactions.start({
    type: 5,
    user,
    channel: dialog.channel,
    data: { custom_id: modal.custom_id, components, ...present(resolved) },
    source: dialog.source,
    locale: use.locale,
    attachmentSizeLimit: dialog.attachmentSizeLimit,
    userInstalledOnly: dialog.userInstalledOnly,
    metadata: { triggering_interaction_metadata: dialog.metadata },
  });
}
