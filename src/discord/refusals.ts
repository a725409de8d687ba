import { DiscordAPIError } from "@discordjs/rest";

const hasCode = (error: unknown, ...codes: (number | string)[]) =>
  error instanceof DiscordAPIError && codes.includes(error.code);

/** Unknown Webhook: the interaction was not answered, or its token is dead. */
export const isUnanswered = (error: unknown) => hasCode(error, 10_015);

/** 50027 Invalid Webhook Token, 10015 Unknown Webhook: dead at whatever age. */
export const isDeadToken = (error: unknown) =>
  hasCode(error, 50_027, 10_015) || (error instanceof DiscordAPIError && error.status === 401);

/** 10008 Unknown Message: somebody removed the waiting message. */
export const isGone = (error: unknown) => hasCode(error, 10_008);

/** 40005 Request entity too large; a 413 also comes from what stands before Discord. */
export const isTooLarge = (error: unknown) =>
  hasCode(error, 40_005) || (error instanceof DiscordAPIError && error.status === 413);

/** Discord's own no, and not that of whatever else stands before it. */
export const isDiscords = (error: unknown): error is DiscordAPIError =>
  error instanceof DiscordAPIError && typeof error.code === "number";

/**
 * No right, no channel, no direct messages: another place is needed. 50083: the thread is archived, which a new message
 * changes but an edit does not (discord-api-docs, issue 6884); 160005: it is locked.
 */
export const isForbidden = (error: unknown) =>
  (isDiscords(error) && error.status === 403) ||
  hasCode(error, 10_003, 50_001, 50_007, 50_013, 50_083, 160_005);
