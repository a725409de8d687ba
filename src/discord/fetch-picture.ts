import { DiscordAPIError, type REST } from "@discordjs/rest";
import { UserError } from "../errors.ts";

type Fetch = (url: string) => Promise<Buffer>;

/**
 * A picture of a message. Discord's addresses are signed and die after a day: a dead one is made new first (Refresh
 * Attachment URLs).
 * @throws {UserError} when it is foreign, too large, or gone for good.
 */
export async function fetchShown(rest: REST, url: string, fetch: Fetch): Promise<Buffer> {
  try {
    if (!isExpired(url)) return await fetch(url);
  } catch (error) {
    // An avatar's address is not signed, so it cannot be made new.
    if (!(error instanceof UserError) || !isSigned(url)) throw error;
  }
  return fetch((await refreshed(rest, url)) ?? url);
}

const isSigned = (url: string) => URL.canParse(url) && new URL(url).searchParams.has("ex");

/** `ex` is the second, in hexadecimal, in which an address ends. */
function isExpired(url: string): boolean {
  const end = URL.canParse(url) ? new URL(url).searchParams.get("ex") : null;
  return end !== null && Number.parseInt(end, 16) * 1000 < Date.now();
}

/** Undefined where Discord knows no such file, or no more. */
async function refreshed(rest: REST, url: string): Promise<string | undefined> {
  try {
    const { refreshed_urls: urls } = (await rest.post(refreshRoute, {
      body: { attachment_urls: [url] },
    })) as { refreshed_urls: { original: string; refreshed: string | null }[] };
    return urls.find(({ original }) => original === url)?.refreshed ?? undefined;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status < 500) return undefined;
    throw error;
  }
}

const refreshRoute = "/attachments/refresh-urls" as const;
