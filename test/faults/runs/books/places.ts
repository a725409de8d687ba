import type { Message, StandInDiscord } from "../../../../src/demo/discord/start.ts";
import { type Ask, finalsOf, jobOf } from "../../books.ts";
import type { Excuses } from "../excuses.ts";

/** Everything stands where it belongs, and mentions nobody but whoever asked for it. */
export function checkPlaces(
  discord: StandInDiscord,
  asks: readonly Ask[],
  messages: readonly Message[],
  excuses: Excuses,
): string[] {
  return asks.flatMap((ask) => {
    const { id, user } = ask.interaction;
    const own = messages.filter((message) => jobOf(discord, message) === id);
    const loud = own.filter(
      ({ mentions, mentionedRoles, mentionsEveryone }) =>
        mentionsEveryone || mentionedRoles.length > 0 || mentions.some((each) => each !== user.id),
    );
    return [
      ...loud.map((message) => `${id}: mentions others: ${discord.textOf(message).slice(0, 80)}`),
      ...finalsOf(discord, ask, messages).flatMap((final) =>
        wrongPlace(discord, ask, final, excuses),
      ),
    ];
  });
}

function wrongPlace(
  discord: StandInDiscord,
  { interaction: { id, user, channel }, hidden, acceptedAt }: Ask,
  final: Message,
  { elsewhere, deadTokens }: Excuses,
): string[] {
  const isDm = final.channelId === discord.dm(user).id;
  const isPrivate = final.ephemeralFor === user.id;
  if (!isDm && final.channelId !== channel.id) return [`${id}: posted in another channel`];
  if (hidden === true && !isDm && !isPrivate) return [`${id}: private, and everybody sees it`];
  const mayGoToDm = hidden === true ? deadTokens.has(id) || elsewhere : elsewhere;
  // Where the answer did not get through, a result has no other place.
  if (isDm && acceptedAt !== undefined && !mayGoToDm) return [`${id}: posted in direct messages`];
  if (hidden !== true && isPrivate) return [`${id}: public, and only its author sees it`];
  return [];
}
