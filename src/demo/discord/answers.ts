import { type Draft, flag, toDraft } from "./draft.ts";
import { refusal } from "./errors.ts";
import { type Wire, all, check, choice, isObject, shape, passed } from "./form.ts";
import {
  ANSWER_WITHIN_MS,
  type Interaction,
  type Modal,
  TOKEN_LIFE_MS,
  appPermissions,
} from "./interactions.ts";
import { type Posting, edit, post, postThinking, remove } from "./messages.ts";
import { numbered } from "./settling.ts";
import { completionRule, modalRule } from "./modals.ts";
import type { Upload } from "./multipart.ts";
import { permission } from "./permissions.ts";
import { type Message, type World, botIsIn } from "./world.ts";
import { toMessage } from "./wire.ts";

const FOLLOW_UPS_OF_A_GUEST = 5;

const PONG = 1;
const MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;
const MODAL = 9;

/** Which answers an interaction of this kind takes. */
function answersTo(interaction: Interaction): number[] {
  if (interaction.type === 4) return [PONG, CHOICES];
  const always = [PONG, MESSAGE, DEFERRED_MESSAGE];
  if (interaction.type === 2) return [...always, MODAL];
  const onMessage = interaction.source ? [DEFERRED_UPDATE, UPDATE] : [];
  return interaction.type === 5 ? [...always, ...onMessage] : [...always, ...onMessage, MODAL];
}

/** An app that is no member may lose the right to speak in public: then its answers are private. */
function isForcedPrivate(interaction: Interaction): boolean {
  const { channel, userInstalledOnly } = interaction;
  if (!userInstalledOnly || channel.guildId === undefined) return false;
  return (channel.memberPermissions & permission.USE_EXTERNAL_APPS) === 0n;
}

function draftFor(
  world: World,
  interaction: Interaction,
  raw: Wire,
  files: Upload[],
  current?: Message,
): Draft {
  const draft = toDraft(raw, files, {
    sizeLimit: interaction.attachmentSizeLimit,
    ...(current ? { current } : {}),
  });
  const { channel, userInstalledOnly } = interaction;
  const rights = appPermissions(world, channel, userInstalledOnly);
  const mayAttach = (rights & (permission.ATTACH_FILES | permission.ADMINISTRATOR)) !== 0n;
  if (draft.added.length > 0 && !mayAttach) throw refusal.missingPermissions();
  return draft;
}

function postingOf(world: World, interaction: Interaction, asked: number): Posting {
  const isPrivate = (asked & flag.EPHEMERAL) !== 0 || isForcedPrivate(interaction);
  const isCommand = interaction.type === 2;
  const menuType = passed<{ type?: number }>(interaction.payload["data"]);
  return {
    channel: interaction.channel,
    author: world.bot,
    type: isCommand ? (menuType.type === 1 ? 20 : 23) : interaction.source ? 19 : 0,
    interactionId: interaction.id,
    metadata: interaction.metadata,
    repliesTo: interaction.source?.id,
    ephemeralFor: isPrivate ? interaction.user.id : undefined,
  };
}

const standing = (message: Message | undefined): Message => {
  if (!message || message.deleted) throw refusal.unknownMessage();
  return message;
};

/** POST /interactions/:id/:token/callback */
export function answer(
  world: World,
  interaction: Interaction | undefined,
  id: string,
  request: { body: Wire; files: Upload[]; withResponse: boolean },
): { status: number; body?: unknown } {
  if (!interaction || interaction.id !== id) throw refusal.unknownInteraction();
  if (interaction.callback) throw refusal.alreadyAnswered();
  const age = world.now() - interaction.createdAt;
  if (age >= ANSWER_WITHIN_MS) {
    interaction.failedReason ??= "no answer in 3 s";
    throw refusal.unknownInteraction();
  }
  const { body, files } = request;
  check(all(shape({ type: choice(1, 4, 5, 6, 7, 8, 9, 11, 12) })), body);
  check(shape({ type: choice(...answersTo(interaction)) }), body);
  const type = Number(body["type"]);
  const data = isObject(body["data"]) ? body["data"] : {};
  const message = carryOut(world, interaction, { type, data, files });
  interaction.callback = { type, data };
  interaction.answeredAfterMs = age;
  delete interaction.failedReason;
  if (message) interaction.responseMessage = message;
  world.tell({ kind: "interaction", interaction });
  if (!request.withResponse) return { status: 204 };
  const { channel } = interaction;
  return {
    status: 200,
    body: {
      interaction: {
        id: interaction.id,
        type: interaction.type,
        channel_id: channel.id,
        ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: message.thinking,
              response_message_ephemeral: message.ephemeralFor !== undefined,
            }
          : {}),
      },
      // documented for these two only; a deferral names its message by id
      ...(message && (type === MESSAGE || type === UPDATE)
        ? { resource: { type, message: toMessage(world, message) } }
        : {}),
    },
  };
}

function carryOut(
  world: World,
  interaction: Interaction,
  asked: { type: number; data: Wire; files: Upload[] },
): Message | undefined {
  const { type, data, files } = asked;
  needChannel(world, interaction);
  const flags = Number(data["flags"] ?? 0);
  switch (type) {
    case MESSAGE: {
      const draft = draftFor(world, interaction, data, files);
      return post(world, postingOf(world, interaction, flags), draft);
    }
    case DEFERRED_MESSAGE:
      return postThinking(world, postingOf(world, interaction, flags));
    case DEFERRED_UPDATE:
      return standing(interaction.source);
    case UPDATE: {
      const source = standing(interaction.source);
      return edit(world, source, draftFor(world, interaction, data, files, source));
    }
    case CHOICES:
      check(shape({ data: completionRule(interaction.completing ?? 3) }), { data });
      return undefined;
    case MODAL: {
      check(shape({ data: modalRule }), { data });
      const modal = passed<Modal>(structuredClone(data));
      interaction.dialog = { ...modal, components: numbered(modal.components) };
      return undefined;
    }
    default:
      return undefined;
  }
}

/** The interaction behind a webhook token, or Discord's reason why there is none. */
export function byWebhook(
  world: World,
  interaction: Interaction | undefined,
  applicationId: string,
): Interaction {
  if (applicationId !== world.applicationId) throw refusal.unknownWebhook();
  if (!interaction || interaction.tokenDead) throw refusal.invalidWebhookToken();
  if (world.now() - interaction.createdAt >= TOKEN_LIFE_MS) throw refusal.invalidWebhookToken();
  if (!interaction.callback) throw refusal.unknownWebhook();
  return interaction;
}

/** A place that is gone takes no more answers. */
function needChannel(world: World, { channel }: Interaction): void {
  if (!world.channels.has(channel.id)) throw refusal.unknownChannel();
}

export function messageOf(interaction: Interaction, id: string): Message {
  const { responseMessage, followUps } = interaction;
  if (id === "@original") return standing(responseMessage);
  return standing([responseMessage, ...followUps].find((message) => message?.id === id));
}

export function editAnswer(
  world: World,
  interaction: Interaction,
  id: string,
  body: Wire,
  files: Upload[],
): Message {
  const message = messageOf(interaction, id);
  return edit(world, message, draftFor(world, interaction, body, files, message));
}

/** POST /webhooks/:app/:token. After a deferral the first one fills the waiting message. */
export function followUp(
  world: World,
  interaction: Interaction,
  body: Wire,
  files: Upload[],
): Message {
  const { responseMessage: waiting, followUps, channel } = interaction;
  if (waiting?.thinking && !waiting.deleted)
    return edit(world, waiting, draftFor(world, interaction, body, files, waiting));
  needChannel(world, interaction);
  const isGuest = channel.guildId !== undefined && !botIsIn(world, channel);
  if (isGuest && followUps.length >= FOLLOW_UPS_OF_A_GUEST) throw refusal.followUpsUsed();
  const draft = draftFor(world, interaction, body, files);
  const original = waiting && !waiting.deleted ? waiting.id : undefined;
  const message = post(
    world,
    {
      ...postingOf(world, interaction, Number(body["flags"] ?? 0)),
      type: original === undefined ? 0 : 19,
      repliesTo: original,
      metadata: {
        ...interaction.metadata,
        ...(original === undefined ? {} : { original_response_message_id: original }),
      },
    },
    draft,
  );
  followUps.push(message);
  return message;
}

export function removeAnswer(world: World, interaction: Interaction, id: string): void {
  remove(world, messageOf(interaction, id));
}
