import { type Draft, toDraft } from "./draft.ts";
import { isUnicodeEmoji } from "./emoji.ts";
import { ApiError, formError, refusal } from "./errors.ts";
import { type Wire, check, isObject, optional, shape, whole, passed, shown } from "./form.ts";
import { edit, post, remove } from "./messages.ts";
import { permission } from "./permissions.ts";
import { MAX_REACTIONS, setReaction } from "./reactions.ts";
import { type Answer, type Call, type Route, ok, per } from "./route.ts";
import {
  type Channel,
  DEFAULT_SIZE_LIMIT,
  type Message,
  type World,
  botIsIn,
  botMay,
  guildOf,
  isDm,
  isThread,
} from "./world.ts";
import { toChannel, toMessage, toSeen } from "./wire.ts";

const NONCE_LIFE_MS = 3 * 60 * 1000;
const TEXT_CHANNELS = [0, 1, 2, 3, 5, 10, 11, 12, 13];

export function channelRoutes(world: World): Route[] {
  const limit = per(5, 5000, "channel");
  const messages = "/channels/:channel/messages";
  const one = `${messages}/:message`;
  const reaction = `${one}/reactions/:emoji/@me`;
  const routes: [string, string, typeof limit, (call: Call) => Answer][] = [
    ["GET", "/channels/:channel", limit, (call) => ok(toChannel(world, channelOf(world, call)))],
    ["GET", messages, limit, (call) => ok(history(world, call))],
    ["POST", messages, limit, (call) => ok(toMessage(world, send(world, call)))],
    ["GET", one, limit, (call) => ok(toSeen(world, readable(world, call)))],
    ["PATCH", one, limit, (call) => ok(toMessage(world, change(world, call)))],
    ["DELETE", one, per(5, 1000, "channel"), (call) => erase(world, call)],
    ["PUT", reaction, per(1, 250, "channel"), (call) => react(world, call, true)],
    ["DELETE", reaction, per(1, 250, "channel"), (call) => react(world, call, false)],
    ["POST", "/channels/:channel/typing", limit, (call) => type(world, call)],
  ];
  return routes.map(([method, path, limit, handle]) => ({
    method,
    path,
    auth: true,
    limit,
    handle,
  }));
}

function channelOf(world: World, { params }: Call): Channel {
  const channel = world.channels.get(params["channel"] ?? "");
  if (!channel) throw refusal.unknownChannel();
  const sees =
    botIsIn(world, channel) && (isDm(channel) || botMay(world, channel, permission.VIEW_CHANNEL));
  if (!sees) throw refusal.missingAccess();
  return channel;
}

function messageOf(world: World, call: Call): Message {
  const channel = channelOf(world, call);
  const message = world.messages.get(call.params["message"] ?? "");
  const isThere = message?.channelId === channel.id && message.ephemeralFor === undefined;
  if (!message || !isThere) throw refusal.unknownMessage();
  return message;
}

function needRight(world: World, channel: Channel, right: bigint): void {
  if (!isDm(channel) && !botMay(world, channel, right)) throw refusal.missingPermissions();
}

/** A single message needs the right to read the history too, unless it is the bot's own answer. */
function readable(world: World, call: Call): Message {
  const message = messageOf(world, call);
  needRight(world, channelOf(world, call), permission.READ_MESSAGE_HISTORY);
  return message;
}

function history(world: World, call: Call): Wire[] {
  const channel = channelOf(world, call);
  const asked = Object.fromEntries(call.query);
  const count = Number(asked["limit"] ?? 50);
  check(shape({ limit: optional(whole(1, 100)) }), {
    limit: asked["limit"] === undefined ? undefined : count,
  });
  if (!isDm(channel) && !botMay(world, channel, permission.READ_MESSAGE_HISTORY)) return [];
  const all = [...world.messages.values()]
    .filter((one) => one.channelId === channel.id && one.ephemeralFor === undefined)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  const { before, after, around } = asked;
  const chosen =
    after !== undefined
      ? all.filter(({ id }) => BigInt(id) > BigInt(after)).slice(-count)
      : around !== undefined
        ? nearest(all, around, count)
        : all
            .filter(({ id }) => before === undefined || BigInt(id) < BigInt(before))
            .slice(0, count);
  return chosen.map((message) => toSeen(world, message));
}

function nearest(all: Message[], id: string, count: number): Message[] {
  const newer = all.filter((one) => BigInt(one.id) > BigInt(id)).slice(-Math.floor(count / 2));
  const rest = all.filter((one) => BigInt(one.id) <= BigInt(id));
  return [...newer, ...rest].slice(0, count);
}

function checkRights(world: World, channel: Channel, draft: Draft): void {
  if (draft.added.length > 0) needRight(world, channel, permission.ATTACH_FILES);
  if ((draft.embeds ?? []).length > 0) needRight(world, channel, permission.EMBED_LINKS);
}

const sizeLimit = (world: World, channel: Channel) =>
  guildOf(world, channel)?.attachmentSizeLimit ?? DEFAULT_SIZE_LIMIT;

function send(world: World, call: Call): Message {
  const channel = channelOf(world, call);
  if (!TEXT_CHANNELS.includes(channel.type)) throw refusal.notText();
  if (isDm(channel) && world.users.get(channel.recipientId ?? "")?.acceptsDms !== true)
    throw refusal.closedDms();
  const speak = isThread(channel) ? permission.SEND_MESSAGES_IN_THREADS : permission.SEND_MESSAGES;
  needRight(world, channel, speak);
  const body = call.body();
  const draft = toDraft(body, call.files, { sizeLimit: sizeLimit(world, channel) });
  checkRights(world, channel, draft);
  const nonce = passed<string | number | null | undefined>(body["nonce"]);
  const again = body["enforce_nonce"] === true ? sameNonce(world, nonce) : undefined;
  if (again) return again;
  const repliesTo = replyTarget(world, channel, body);
  return post(
    world,
    {
      channel,
      author: world.bot,
      type: repliesTo === undefined ? 0 : 19,
      repliesTo,
      nonce: nonce ?? undefined,
    },
    draft,
  );
}

/** The message this very nonce made in the last few minutes, in whichever channel. */
function sameNonce(world: World, nonce: string | number | null | undefined): Message | undefined {
  if (nonce === undefined || nonce === null || nonce === "") return undefined;
  return [...world.messages.values()].find(
    (one) =>
      one.author.id === world.bot.id &&
      one.nonce !== undefined &&
      String(one.nonce) === String(nonce) &&
      world.now() - one.createdAt < NONCE_LIFE_MS,
  );
}

function replyTarget(world: World, channel: Channel, body: Wire): string | undefined {
  const reference = body["message_reference"];
  if (!isObject(reference)) return undefined;
  if (!isDm(channel) && !botMay(world, channel, permission.READ_MESSAGE_HISTORY))
    throw refusal.noHistoryToReply();
  const id = shown(reference["message_id"]);
  const target = world.messages.get(id);
  if (target?.channelId === channel.id && target.ephemeralFor === undefined) return id;
  if (reference["fail_if_not_exists"] === false) return undefined;
  throw formError([
    {
      path: ["message_reference"],
      code: "REPLIES_UNKNOWN_MESSAGE",
      message: "Unknown message",
    },
  ]);
}

function change(world: World, call: Call): Message {
  const message = messageOf(world, call);
  if (message.author.id !== world.bot.id) throw refusal.notTheAuthor();
  const channel = channelOf(world, call);
  const draft = toDraft(call.body(), call.files, {
    sizeLimit: sizeLimit(world, channel),
    current: message,
  });
  checkRights(world, channel, draft);
  return edit(world, message, draft);
}

function erase(world: World, call: Call): Answer {
  const message = messageOf(world, call);
  const channel = channelOf(world, call);
  if (message.author.id !== world.bot.id) {
    if (isDm(channel)) throw refusal.notInDms();
    needRight(world, channel, permission.MANAGE_MESSAGES);
  }
  remove(world, message);
  return { status: 204 };
}

function react(world: World, call: Call, on: boolean): Answer {
  const message = messageOf(world, call);
  const emoji = call.params["emoji"] ?? "";
  const isCustom = /^\w+:\d+$/.test(emoji);
  if (!isCustom && !isUnicodeEmoji(emoji)) throw refusal.unknownEmoji();
  if (on) {
    const channel = channelOf(world, call);
    needRight(world, channel, permission.READ_MESSAGE_HISTORY);
    if (!message.reactions.has(emoji)) needRight(world, channel, permission.ADD_REACTIONS);
    if (message.reactions.size >= MAX_REACTIONS && !message.reactions.has(emoji))
      throw new ApiError(400, 30010, "Maximum number of reactions reached (20)");
  }
  setReaction(world, { message, emoji, on, user: world.bot });
  return { status: 204 };
}

function type(world: World, call: Call): Answer {
  const { id } = channelOf(world, call);
  world.tell({ kind: "typing", channelId: id, user: world.bot });
  return { status: 204 };
}
