import { flatten } from "./components.ts";
import { type Wire, passed } from "./form.ts";
import type { Interaction, Interactions } from "./interactions.ts";
import {
  type Component,
  DEFAULT_SIZE_LIMIT,
  type Message,
  type User,
  type World,
  guildOf,
} from "./world.ts";
import { type Picker, menuKinds, nothingResolved, present, resolve } from "./resolving.ts";

interface Settings {
  locale?: string;
  attachmentSizeLimit?: number;
  userInstalledOnly?: boolean;
}

/** A button or menu, named by any of these. */
export interface ComponentUse extends Settings {
  user: User;
  message: Message;
  customId?: string;
  emoji?: string;
  label?: string;
  /** Which one, where several fit; 0 is the first. */
  nth?: number;
  /** Sends the custom id though the message has no such component. */
  forged?: boolean;
}

export const settingsOf = (use: Settings) => ({
  locale: use.locale,
  attachmentSizeLimit: use.attachmentSizeLimit ?? DEFAULT_SIZE_LIMIT,
  userInstalledOnly: use.userInstalledOnly ?? false,
});

export function checkVisible(message: Message, user: User | undefined): void {
  if (message.deleted) throw new Error("the message is deleted");
  if (message.ephemeralFor !== undefined && user && message.ephemeralFor !== user.id)
    throw new Error(`${user.name} does not see this message`);
}

/** Pressing buttons and choosing from menus. */
export function createPressing(world: World, interactions: Interactions) {
  function operate(
    use: ComponentUse,
    types: number[],
    extra: (found: Component) => Wire,
  ): Interaction {
    const { message, user } = use;
    checkVisible(message, user);
    const found = use.forged === true ? forge(use, types) : findComponent(use, types);
    const channel = world.channels.get(message.channelId);
    if (!channel) throw new Error("the channel is gone");
    const isGuest = channel.guildId !== undefined && guildOf(world, channel)?.botInstalled !== true;
    return interactions.start({
      type: 3,
      user,
      channel,
      data: {
        custom_id: found.custom_id,
        component_type: found.type,
        id: found.id,
        ...extra(found),
      },
      source: message,
      metadata: { interacted_message_id: message.id },
      ...settingsOf({ userInstalledOnly: isGuest, ...use }),
    });
  }

  return {
    press: (use: ComponentUse) => operate(use, [2], () => ({})),
    select: (use: ComponentUse & { values: string[] }) =>
      operate(use, [3, 5, 6, 7, 8], (found) => chosen(world, use, found)),
  };
}

const bare = (name: string | undefined) => name?.replaceAll("\u{FE0F}", "");

function findComponent(use: ComponentUse, types: number[]): Component {
  const { customId, emoji, label, nth } = use;
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

/** What a client that was tampered with says was used. */
function forge({ customId }: ComponentUse, types: number[]): Component {
  const [type] = types;
  if (customId === undefined || type === undefined) throw new Error("forged, but with what id?");
  return { type, id: 1, custom_id: customId };
}

export const pickerOf = (menu: Component): Picker => ({
  kinds: menuKinds[menu.type] ?? [],
  channelTypes: passed<number[] | undefined>(menu["channel_types"]),
});

function chosen(
  world: World,
  { user, message, values, forged }: ComponentUse & { values: string[] },
  menu: Component,
): Wire {
  if (forged === true) return { values };
  const least = Number(menu["min_values"] ?? 1);
  const most = Number(menu["max_values"] ?? 1);
  if (values.length < least || values.length > most)
    throw new Error(`choose ${least} to ${most}, not ${values.length}`);
  const resolved = nothingResolved();
  const channel = world.channels.get(message.channelId);
  for (const value of values) {
    const isOffered =
      menu.type === 3
        ? menu.options?.some((one) => one.value === value) === true
        : channel && resolve(world, { user, channel }, pickerOf(menu), value, resolved);
    if (isOffered !== true) throw new Error(`"${value}" is not in the menu`);
  }
  return { values, ...(menu.type === 3 ? {} : { resolved: {}, ...present(resolved) }) };
}
