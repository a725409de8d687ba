import type { REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import type { Reply } from "../jobs.ts";
import { mayBeAnswered } from "./acceptance.ts";
import type { Notes, Outgoing, Render } from "./outgoing.ts";
import { leastFileBytes } from "./file-bytes.ts";
import { postFitting } from "./post-fitting.ts";
import { editOriginal, postNew } from "./posts.ts";
import { removeWaiting } from "./remove-waiting.ts";
import { isDeadToken, isForbidden, isGone, isUnanswered } from "./refusals.ts";

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

/** Where a result stands now: its messages in their order, all in one channel. */
export type Posted = { ids: string[]; channelId: string; route: Route };

/** Older than this, a result is a new message that mentions its author (product.md, section 4). Milliseconds. */
export const lateMs = 60_000;
/** The token's 15 minutes, less the time that a last upload may take. Milliseconds. */
const tokenMs = 14 * 60_000;

/**
 * Posts the messages of one job so that doing it twice posts once: an edit of the waiting message, or new
 * messages with the job's id as enforced nonce.
 * @throws {UndeliverableError} or the errors of @discordjs/rest, when another try may help.
 */
export async function postResult(
  rest: REST,
  id: string,
  reply: Reply,
  render: Render,
  notes: Notes,
): Promise<Posted> {
  const begun = (await notes.read())["route"] as Route | undefined;
  let route = begun ?? firstRoute(reply, Date.now());
  const again = begun !== undefined;
  const tried = new Set<Route>();
  for (;;) {
    tried.add(route);
    await notes.note("route", route);
    const next = await tryRoute(route, again);
    if ("ids" in next) return { ...next, route };
    const [left] = waysOf(reply, Date.now()).filter((way) => !tried.has(way));
    if (left === undefined) throw new UndeliverableError({ cause: next.closed });
    route = left;
  }

  /** Where its messages stand now, or why this way is closed. */
  async function tryRoute(
    place: Route,
    retried: boolean,
  ): Promise<Omit<Posted, "route"> | { closed: unknown }> {
    const { channelId, maxFileBytes } = reply;
    const fitting = (
      size: Parameters<Render>[0],
      post: (messages: Outgoing[]) => Promise<string[]>,
    ) => postFitting(render, size, notes, post);
    if (place === "original") {
      try {
        const ids = await fitting({ maxFileBytes, mention: false }, (messages) =>
          editOriginal(rest, reply, messages, { id, notes, retried }),
        );
        return { ids, channelId };
      } catch (error) {
        if (isUnanswered(error) && mayBeAnswered(reply)) throw new TooEarlyError({ cause: error });
        if (!isDeadToken(error) && !isGone(error) && !isForbidden(error)) throw error;
        return { closed: error };
      }
    }
    if (place === "channel") {
      try {
        const posting = { id, notes, retried, place };
        const ids = await fitting({ maxFileBytes, mention: true }, (messages) =>
          postNew(rest, channelId, messages, posting),
        );
        await removeWaiting(rest, id, reply, (await notes.read())["waiting"], ids);
        return { ids, channelId };
      } catch (error) {
        if (!isForbidden(error)) throw error;
        return { closed: error };
      }
    }
    try {
      const channel = (await rest.post(Routes.userChannels(), {
        body: { recipient_id: reply.userId },
      })) as { id: string };
      const posting = { id, notes, retried, place };
      const least = { maxFileBytes: Math.min(maxFileBytes, leastFileBytes), mention: false };
      const ids = await fitting(least, (messages) => postNew(rest, channel.id, messages, posting));
      await removeWaiting(rest, id, reply, (await notes.read())["waiting"], ids);
      return { ids, channelId: channel.id };
    } catch (error) {
      if (!isForbidden(error)) throw error;
      return { closed: error };
    }
  }
}

/** All that may be open, the best first: the waiting message can be changed without any right of the bot. */
function waysOf({ askedAt, canPost, private: hidden }: Reply, now: number): Route[] {
  return [
    ...(canPost && !hidden ? ["channel" as const] : []),
    ...(now - askedAt < tokenMs ? ["original" as const] : []),
    "dm",
  ];
}

function firstRoute({ askedAt, canPost, private: hidden }: Reply, now: number): Route {
  const age = now - askedAt;
  if (age < tokenMs && (age < lateMs || !canPost || hidden)) return "original";
  return canPost && !hidden ? "channel" : "dm";
}
