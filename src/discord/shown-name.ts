import { plain } from "./markdown.ts";

/** Somebody by name; where that is forgotten Discord still knows it, and nothing of ours mentions anyone by it. */
export function shownName({
  userName,
  userId,
}: {
  userName?: string | undefined;
  userId?: string | undefined;
}): string | undefined {
  if (userName !== undefined && userName !== "") return plain(userName);
  return userId === undefined || userId === "" ? undefined : `<@${userId}>`;
}
