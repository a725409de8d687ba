/** The permission bits the stand-in looks at. */
export const permission = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_EXTERNAL_EMOJIS: 1n << 18n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
  USE_EXTERNAL_APPS: 1n << 50n,
} as const;

export const EVERY_PERMISSION = (1n << 53n) - 1n;

/** What a bot is usually invited with. */
export const USUAL_BOT_PERMISSIONS =
  permission.ADD_REACTIONS |
  permission.VIEW_CHANNEL |
  permission.SEND_MESSAGES |
  permission.EMBED_LINKS |
  permission.ATTACH_FILES |
  permission.READ_MESSAGE_HISTORY |
  permission.USE_EXTERNAL_EMOJIS |
  permission.USE_APPLICATION_COMMANDS |
  permission.SEND_MESSAGES_IN_THREADS;

export const USUAL_MEMBER_PERMISSIONS = USUAL_BOT_PERMISSIONS | permission.USE_EXTERNAL_APPS;

/** What moderators have over everybody else. */
export const MODERATOR_PERMISSIONS = permission.MANAGE_GUILD | permission.MANAGE_MESSAGES;

/** What an app may do in direct messages, whoever is in them. */
export const DM_APP_PERMISSIONS =
  permission.ATTACH_FILES |
  permission.EMBED_LINKS |
  permission.MENTION_EVERYONE |
  permission.VIEW_CHANNEL |
  permission.SEND_MESSAGES |
  permission.READ_MESSAGE_HISTORY |
  permission.ADD_REACTIONS |
  permission.USE_EXTERNAL_EMOJIS;
