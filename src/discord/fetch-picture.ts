import type { REST } from "discord.js";
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
    if (!(error instanceof UserError)) throw error;
  }
  return fetch((await refreshed(rest, url)) ?? url);
}

/** `ex` is the second, in hexadecimal, in which an address ends. */
function isExpired(url: string): boolean {
  const end = URL.canParse(url) ? new URL(url).searchParams.get("ex") : null;
  return end !== null && Number.parseInt(end, 16) * 1000 < Date.now();
}

async function refreshed(rest: REST, url: string): Promise<string | undefined> {
  const { refreshed_urls: urls } = (await rest.post(refreshRoute, {
    body: { attachment_urls: [url] },
  })) as { refreshed_urls: { original: string; refreshed: string | null }[] };
  return urls.find(({ original }) => original === url)?.refreshed ?? undefined;
}

const refreshRoute = "/attachments/refresh-urls" as const;
