import { DiscordAPIError, type REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import type { Reply } from "../jobs.ts";
import { answerRoute } from "./answer-route.ts";
import { readMessages } from "./channel-history.ts";
import type { Notes, Outgoing } from "./outgoing.ts";

/** Where a job's messages go; `review`: to the moderators, which must not be taken for the result. */
type Place = "channel" | "dm" | "review";

/** A job's delivery: its id, and where each try notes what it did, for the next one. */
type Posting = { id: string; notes: Notes };

/** Further pages first, the waiting message last: it stands above them anyway, and its buttons say that all is there. */
export async function editOriginal(
  rest: REST,
  reply: Reply,
  messages: readonly Outgoing[],
  { id, notes, retried }: Posting & { retried: boolean },
): Promise<string[]> {
  const earlier = await notes.read();
  const { applicationId, token, channelId } = reply;
  const [first, ...further] = messages;
  const byBot = reply.canPost && !reply.private;
  const isMissing = further.some((_, index) => earlier[`channel:${index + 1}`] === undefined);
  const found = retried && byBot && isMissing ? await findPosted(rest, channelId, further) : [];
  const ids: string[] = [];
  for (const [index, message] of further.entries()) {
    const page = `channel:${index + 1}`;
    const known = earlier[page] ?? found[index];
    if (known !== undefined) {
      ids.push(known);
      continue;
    }
    const posted = (await (byBot
      ? rest.post(Routes.channelMessages(channelId), withNonce(message, id, index + 1))
      : rest.post(Routes.webhook(applicationId, token), {
          ...asRequest(message, reply.private ? ephemeral : 0),
          auth: false,
        }))) as { id: string };
    await notes.note(page, posted.id);
    ids.push(posted.id);
  }
  const original = (await rest.patch(answerRoute(reply), {
    ...asRequest(first ?? { body: {}, files: [] }),
    auth: false,
  })) as { id: string };
  return [original.id, ...ids];
}

const ephemeral = 1 << 6;

export async function postNew(
  rest: REST,
  channelId: string,
  messages: readonly Outgoing[],
  { id, notes, retried, place }: Posting & { retried: boolean; place: Place },
): Promise<string[]> {
  const earlier = await notes.read();
  const noted = messages.map((_, index) => earlier[`${place}:${index}`]);
  const found =
    retried && noted.includes(undefined) ? await findPosted(rest, channelId, messages) : [];
  const ids: string[] = [];
  for (const [index, message] of messages.entries()) {
    const known = noted[index] ?? found[index];
    const posted =
      known === undefined
        ? await rest.post(
            Routes.channelMessages(channelId),
            withNonce(message, id, place === "review" ? "r" : index),
          )
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
  const texts = (await readMessages(rest, channelId)).map((seen) => ({
    id: seen.id,
    text: JSON.stringify(seen),
  }));
  return messages.map(({ files }) => {
    const [name] = files.map((file) => file.name);
    return name === undefined ? undefined : texts.find(({ text }) => text.includes(name))?.id;
  });
}

function asRequest({ body, files }: Outgoing, flags = 0) {
  const all = Number(body["flags"] ?? 0) | flags;
  return { body: { ...body, flags: all }, files };
}

/** A nonce may have 25 characters; an id has up to 20. */
function withNonce(message: Outgoing, id: string, index: number | "r") {
  const { body, files } = asRequest(message);
  return { body: { ...body, nonce: `${id}-${index}`, enforce_nonce: true }, files };
}

/** The messages of a posted result as they were noted, in their order. */
export function pagesOf(notes: Record<string, string>): string[] {
  const further = Object.entries(notes)
    .flatMap(([name, id]) => {
      const page = /^(?:channel|dm):(\d+)$/.exec(name)?.[1];
      return page === undefined ? [] : [{ page: Number(page), id }];
    })
    .sort((a, b) => a.page - b.page);
  const ids = [notes["posted"] ?? "", ...further.map(({ id }) => id)];
  return [...new Set(ids.filter((id) => /^\d+$/.test(id)))];
}

/** Removes the further pages of a result whose first page is `message`; those that are gone already are no loss. */
export async function removePages(
  rest: REST,
  message: { id: string; channel_id: string },
  notes: Record<string, string>,
): Promise<void> {
  const pages = pagesOf(notes).filter((id) => id !== message.id);
  for (const page of pages) await removeMessage(rest, message.channel_id, page);
}

/** Puts something in the place of a message of ours. */
export async function editMessage(
  rest: REST,
  channelId: string,
  messageId: string,
  { body, files }: Outgoing,
): Promise<void> {
  await rest.patch(Routes.channelMessage(channelId, messageId), { body, files });
}

/** One that is gone already, or that we may not remove, is no reason to try again. */
export async function removeMessage(
  rest: REST,
  channelId: string,
  messageId: string,
): Promise<void> {
  try {
    await rest.delete(Routes.channelMessage(channelId, messageId));
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
  }
}
