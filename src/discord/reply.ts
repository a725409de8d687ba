import { DiscordAPIError, type RawFile, type REST, Routes } from "discord.js";
import type { Reply } from "../jobs.ts";

/** A message as Discord's API takes it, with the files it shows. */
export type Outgoing = { body: Record<string, unknown>; files: RawFile[] };

/** Builds the messages of a result for the place where they go. More than one where it has many pictures. */
export type Render = (place: { maxFileBytes: number; mention: boolean }) => Promise<Outgoing[]>;

/** What earlier tries of the same delivery did; `note` is stored before it resolves. */
export type Notes = {
  read(): Promise<Record<string, string>>;
  note(name: string, value: string): Promise<void>;
};

/** Nowhere left to post: not the channel, not the author's direct messages. */
export class UndeliverableError extends Error {
  constructor(options?: ErrorOptions) {
    super("no place to post", options);
    this.name = "UndeliverableError";
  }
}

/** Discord is not ready for this post yet: the interaction is not answered. Worth another try in a moment. */
export class TooEarlyError extends Error {
  constructor(options?: ErrorOptions) {
    super("the interaction is not answered yet", options);
    this.name = "TooEarlyError";
  }
}

type Route = "original" | "channel" | "dm";

/** Older than this, a result is a new message that mentions its author (product.md, section 4). Milliseconds. */
export const lateMs = 60_000;
/** The token's 15 minutes, less the time that a last upload may take. Milliseconds. */
const tokenMs = 14 * 60_000;
/** An interaction unanswered for longer than Discord's 3 seconds stays so. Milliseconds. */
const answerMs = 6_000;
/** What Discord lets anyone upload into direct messages (attachment_size_limit without boosts). Bytes. */
const dmFileBytes = 10 * 1024 * 1024;

/**
 * Posts the messages of one job so that doing it twice posts once: an edit of the waiting message, or new
 * messages with the job's id as enforced nonce.
 * @returns the ids of the messages
 * @throws {UndeliverableError} or discord.js's errors, when another try may help.
 */
export async function postResult(
  rest: REST,
  id: string,
  reply: Reply,
  render: Render,
  notes: Notes,
): Promise<string[]> {
  const earlier = await notes.read();
  let route = (earlier["route"] as Route | undefined) ?? firstRoute(reply, Date.now());
  const again = earlier["route"] !== undefined;
  for (;;) {
    await notes.note("route", route);
    const next = await tryRoute(route, again);
    if (Array.isArray(next)) return next;
    route = next;
  }

  async function tryRoute(place: Route, retried: boolean): Promise<string[] | Route> {
    if (place === "original") {
      const messages = await render({ maxFileBytes: reply.maxFileBytes, mention: false });
      try {
        return await editOriginal(rest, reply, messages, { id, earlier, notes });
      } catch (error) {
        if (isUnanswered(error) && Date.now() - reply.askedAt < answerMs) {
          throw new TooEarlyError({ cause: error });
        }
        if (!isDeadToken(error) && !isGone(error) && !isForbidden(error)) throw error;
        return reply.canPost && !reply.private ? "channel" : "dm";
      }
    }
    if (place === "channel") {
      const messages = await render({ maxFileBytes: reply.maxFileBytes, mention: true });
      try {
        const posting = { id, earlier, notes, retried, place };
        const posted = await postNew(rest, reply.channelId, messages, posting);
        await removeWaiting(rest, reply, (await notes.read())["waiting"], posted);
        return posted;
      } catch (error) {
        if (!isForbidden(error)) throw error;
        return "dm";
      }
    }
    try {
      const channel = (await rest.post(Routes.userChannels(), {
        body: { recipient_id: reply.userId },
      })) as { id: string };
      const maxFileBytes = Math.min(reply.maxFileBytes, dmFileBytes);
      const messages = await render({ maxFileBytes, mention: false });
      const posting = { id, earlier, notes, retried, place };
      const posted = await postNew(rest, channel.id, messages, posting);
      await removeWaiting(rest, reply, (await notes.read())["waiting"], posted);
      return posted;
    } catch (error) {
      if (isForbidden(error)) throw new UndeliverableError({ cause: error });
      throw error;
    }
  }
}

function firstRoute({ askedAt, canPost, private: hidden }: Reply, now: number): Route {
  const age = now - askedAt;
  if (age < tokenMs && (age < lateMs || !canPost || hidden)) return "original";
  return canPost && !hidden ? "channel" : "dm";
}

type Posting = { id: string; earlier: Record<string, string>; notes: Notes };

/** Further pages first, the waiting message last: it stands above them anyway, and its buttons say that all is there. */
async function editOriginal(
  rest: REST,
  reply: Reply,
  messages: readonly Outgoing[],
  { id, earlier, notes }: Posting,
): Promise<string[]> {
  const { applicationId, token } = reply;
  const [first, ...further] = messages;
  const ids: string[] = [];
  for (const [index, message] of further.entries()) {
    const page = `channel:${index + 1}`;
    const known = earlier[page];
    if (known !== undefined) {
      ids.push(known);
      continue;
    }
    const posted = (await (reply.canPost && !reply.private
      ? rest.post(Routes.channelMessages(reply.channelId), withNonce(message, id, index + 1))
      : rest.post(Routes.webhook(applicationId, token), {
          ...asRequest(message, reply.private ? ephemeral : 0),
          auth: false,
        }))) as { id: string };
    await notes.note(page, posted.id);
    ids.push(posted.id);
  }
  const original = (await rest.patch(Routes.webhookMessage(applicationId, token), {
    ...asRequest(first ?? { body: {}, files: [] }),
    auth: false,
  })) as { id: string };
  return [original.id, ...ids];
}

const ephemeral = 1 << 6;

async function postNew(
  rest: REST,
  channelId: string,
  messages: readonly Outgoing[],
  { id, earlier, notes, retried, place }: Posting & { retried: boolean; place: Route },
): Promise<string[]> {
  const noted = messages.map((_, index) => earlier[`${place}:${index}`]);
  const found =
    retried && noted.includes(undefined) ? await findPosted(rest, channelId, messages) : [];
  const ids: string[] = [];
  for (const [index, message] of messages.entries()) {
    const known = noted[index] ?? found[index];
    const posted =
      known === undefined
        ? await rest.post(Routes.channelMessages(channelId), withNonce(message, id, index))
        : { id: known };
    const { id: messageId } = posted as { id: string };
    await notes.note(`${place}:${index}`, messageId);
    ids.push(messageId);
  }
  return ids;
}

/**
 * What an earlier try has posted although it did not live to hear so. Discord forgets a nonce after some minutes,
 * so the channel itself is asked: our files' names hold the job's id.
 */
async function findPosted(
  rest: REST,
  channelId: string,
  messages: readonly Outgoing[],
): Promise<(string | undefined)[]> {
  // A file that a gallery shows is not among the message's attachments, only in the gallery's addresses.
  const texts = (await readRecent(rest, channelId)).map((seen) => ({
    id: seen.id,
    text: JSON.stringify(seen),
  }));
  return messages.map(({ files }) => {
    const [name] = files.map((file) => file.name);
    return name === undefined ? undefined : texts.find(({ text }) => text.includes(name))?.id;
  });
}

/**
 * The result stands elsewhere; a waiting message that cannot be removed is no reason to try again. Where an earlier
 * try had made the result of it after all, it stays.
 */
async function removeWaiting(
  rest: REST,
  { applicationId, token, channelId, private: hidden }: Reply,
  waiting: string | undefined,
  posted: readonly string[],
): Promise<void> {
  if (waiting !== undefined && posted.includes(waiting)) return;
  try {
    await rest.delete(Routes.webhookMessage(applicationId, token), { auth: false });
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    // The bot may remove what it has said itself, once the token is dead; private words it cannot reach.
    if (isDeadToken(error) && waiting !== undefined && !hidden) {
      await removeMessage(rest, channelId, waiting);
    }
  }
}

type Seen = { id: string };

/** The latest messages of a channel; none without the right to read its history: then a nonce alone must do. */
async function readRecent(rest: REST, channelId: string): Promise<Seen[]> {
  try {
    return (await rest.get(Routes.channelMessages(channelId), {
      query: new URLSearchParams({ limit: "100" }),
    })) as Seen[];
  } catch (error) {
    if (error instanceof DiscordAPIError) return [];
    throw error;
  }
}

function asRequest({ body, files }: Outgoing, flags = 0) {
  const all = Number(body["flags"] ?? 0) | flags;
  return { body: { ...body, flags: all }, files };
}

/** A nonce may have 25 characters; an id has up to 20. */
function withNonce(message: Outgoing, id: string, index: number) {
  const { body, files } = asRequest(message);
  return { body: { ...body, nonce: `${id}-${index}`, enforce_nonce: true }, files };
}

const hasCode = (error: unknown, ...codes: (number | string)[]) =>
  error instanceof DiscordAPIError && codes.includes(error.code);

/** Unknown Webhook: the interaction was not answered, or its token is dead. */
const isUnanswered = (error: unknown) => hasCode(error, 10_015);

/** 50027 Invalid Webhook Token, 10015 Unknown Webhook: dead at whatever age. */
const isDeadToken = (error: unknown) =>
  hasCode(error, 50_027, 10_015) || (error instanceof DiscordAPIError && error.status === 401);

/** 10008 Unknown Message: somebody removed the waiting message. */
const isGone = (error: unknown) => hasCode(error, 10_008);

/** No right, no channel, no direct messages: another place is needed. */
const isForbidden = (error: unknown) =>
  error instanceof DiscordAPIError &&
  (error.status === 403 || hasCode(error, 10_003, 50_001, 50_007, 50_013));

/** Removes the further pages of a result whose first page is `message`; those that are gone already are no loss. */
export async function removePages(
  rest: REST,
  message: { id: string; channel_id: string },
  notes: Record<string, string>,
): Promise<void> {
  const pages = Object.entries(notes)
    .filter(([name, id]) => /^(channel|dm):\d+$/.test(name) && id !== message.id)
    .map(([, id]) => id);
  for (const page of pages) await removeMessage(rest, message.channel_id, page);
}

async function removeMessage(rest: REST, channelId: string, messageId: string): Promise<void> {
  try {
    await rest.delete(Routes.channelMessage(channelId, messageId));
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
  }
}
