import { randomBytes } from "node:crypto";
import type { Wire } from "./form.ts";
import { featuresOf } from "./guild-wire.ts";
import { DM_APP_PERMISSIONS } from "./permissions.ts";
import {
  type Channel,
  type Component,
  type Message,
  type User,
  type World,
  botIsIn,
  guildOf,
  isDm,
} from "./world.ts";
import { toChannelFor, toMemberHere, toMessage, toUser } from "./wire.ts";

export interface Modal {
  title: string;
  custom_id: string;
  components: Component[];
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 completion, 5 dialog. */
  readonly type: number;
  readonly user: User;
  readonly channel: Channel;
  readonly createdAt: number;
  readonly attachmentSizeLimit: number;
  readonly userInstalledOnly: boolean;
  /** What INTERACTION_CREATE carried. */
  payload: Wire;
  answeredAfterMs?: number;
  callback?: { type: number; data: Wire };
  responseMessage?: Message;
  followUps: Message[];
  failedReason?: string;
  /** The message whose button or menu was used. */
  source?: Message;
  /** The type of the option being completed. */
  completing?: number;
  /** The dialog shown by the answer, if it is one. */
  dialog?: Modal;
  metadata: Wire;
  tokenDead: boolean;
}

export const ANSWER_WITHIN_MS = 3000;
/** By the clock of the wall a timer can fire a little too early, and would then find nothing wrong. */
const TIMER_EARLY_MS = 20;
export const TOKEN_LIFE_MS = 15 * 60 * 1000;

export interface Invocation {
  type: number;
  user: User;
  channel: Channel;
  data: Wire;
  locale?: string | undefined;
  attachmentSizeLimit: number;
  userInstalledOnly: boolean;
  id?: string | undefined;
  source?: Message | undefined;
  completing?: number | undefined;
  metadata?: Wire;
}

/** Keeps the interactions, sends them to the bot and notices those nobody answers. */
export function createInteractions(world: World) {
  const byToken = new Map<string, Interaction>();
  const timers = new Set<NodeJS.Timeout>();

  function checkAge(interaction: Interaction): void {
    if (interaction.callback || interaction.failedReason !== undefined) return;
    if (world.now() - interaction.createdAt < ANSWER_WITHIN_MS) return;
    interaction.failedReason = "no answer in 3 s";
    world.tell({ kind: "interaction", interaction });
  }

  function deliver(interaction: Interaction): void {
    const { guildId } = interaction.channel;
    const reached = world.send("INTERACTION_CREATE", interaction.payload, { guildId });
    if (reached === 0) interaction.failedReason ??= "no gateway to send it to";
  }

  function start(invocation: Invocation): Interaction {
    const { user, channel, source, completing } = invocation;
    const id = invocation.id ?? world.nextId();
    const token = Buffer.from(
      `interaction:${id}:${randomBytes(96).toString("base64url")}`,
    ).toString("base64url");
    const owners = ownersOf(world, invocation);
    const interaction: Interaction = {
      id,
      token,
      type: invocation.type,
      user,
      channel,
      createdAt: world.now(),
      attachmentSizeLimit: invocation.attachmentSizeLimit,
      userInstalledOnly: invocation.userInstalledOnly,
      payload: toPayload(world, invocation, { id, token, owners }),
      followUps: [],
      metadata: {
        id,
        type: invocation.type,
        user: toUser(user),
        authorizing_integration_owners: owners,
        ...invocation.metadata,
      },
      tokenDead: false,
      ...(source ? { source } : {}),
      ...(completing === undefined ? {} : { completing }),
    };
    byToken.set(token, interaction);
    const timer = setTimeout(() => {
      timers.delete(timer);
      checkAge(interaction);
    }, ANSWER_WITHIN_MS + TIMER_EARLY_MS);
    timer.unref();
    timers.add(timer);
    deliver(interaction);
    world.tell({ kind: "interaction", interaction });
    return interaction;
  }

  return {
    start,
    redeliver: deliver,
    all: (): Interaction[] => [...byToken.values()],
    find: (token: string) => byToken.get(token),
    checkAges: () => {
      for (const interaction of byToken.values()) checkAge(interaction);
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

export type Interactions = ReturnType<typeof createInteractions>;

function ownersOf(world: World, { channel, user, userInstalledOnly }: Invocation): Wire {
  if (userInstalledOnly) return { "1": user.id };
  return { "0": isDm(channel) ? "0" : (guildOf(world, channel)?.id ?? "0") };
}

/** What the app may do where it was called, at this moment. */
export function appPermissions(world: World, channel: Channel, userInstalledOnly: boolean): bigint {
  if (isDm(channel)) return DM_APP_PERMISSIONS;
  const asMember = botIsIn(world, channel) && !userInstalledOnly;
  return asMember ? channel.botPermissions : channel.memberPermissions;
}

function contextOf(world: World, channel: Channel): number {
  if (!isDm(channel)) return 0;
  return botIsIn(world, channel) ? 1 : 2;
}

function toPayload(
  world: World,
  invocation: Invocation,
  made: { id: string; token: string; owners: Wire },
): Wire {
  const { user, channel, source } = invocation;
  const guild = guildOf(world, channel);
  return {
    id: made.id,
    application_id: world.applicationId,
    type: invocation.type,
    token: made.token,
    version: 1,
    data: invocation.data,
    channel_id: channel.id,
    channel: toChannelFor(world, user, channel),
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: featuresOf(guild) },
          guild_locale: guild.locale,
          member: toMemberHere(world, user, channel),
        }
      : { user: toUser(user) }),
    ...(source ? { message: toMessage(world, source) } : {}),
    locale: invocation.locale ?? user.locale,
    app_permissions: String(appPermissions(world, channel, invocation.userInstalledOnly)),
    entitlements: [],
    authorizing_integration_owners: made.owners,
    context: contextOf(world, channel),
    attachment_size_limit: invocation.attachmentSizeLimit,
  };
}
