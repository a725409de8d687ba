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

/** No right, no channel, no direct messages: another place is needed. */
export const isForbidden = (error: unknown) =>
  error instanceof DiscordAPIError &&
  (error.status === 403 || hasCode(error, 10_003, 50_001, 50_007, 50_013));
