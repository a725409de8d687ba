/** Opens a message in the client; without a guild it stands in direct messages. */
export function messageLink({
  guild = "@me",
  channel,
  message,
}: {
  guild?: string | undefined;
  channel: string;
  message: string;
}): string {
  return `https://discord.com/channels/${guild}/${channel}/${message}`;
}
