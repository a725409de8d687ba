import { request } from "undici";
import { UserError } from "../errors.ts";

/** Bounds of one fetch: bytes, and milliseconds from start to end. */
export type FetchBounds = { maxBytes: number; timeoutMs: number };

/**
 * Fetches a file that a member uploaded, from Discord's own origins only; redirects are not followed.
 * @throws {UserError} when the address is foreign, the file is too large or it is not there (any more).
 */
export async function fetchAttachment(
  url: string,
  origins: readonly string[],
  { maxBytes, timeoutMs }: FetchBounds,
): Promise<Buffer> {
  if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) {
    throw new UserError((text) => text.refused.foreignAddress);
  }
  const tooLarge = () =>
    new UserError((text) => text.refused.fileTooLarge(Math.floor(maxBytes / 1024 / 1024)));
  try {
    const { statusCode, headers, body } = await request(url, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    // A body that is let go of says so by an error, which nobody else hears.
    body.on("error", () => undefined);
    if (statusCode !== 200) {
      body.destroy();
      throw new Error(`status ${statusCode}`);
    }
    if (Number(headers["content-length"] ?? 0) > maxBytes) {
      body.destroy();
      throw tooLarge();
    }
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError((text) => text.refused.attachmentGone, { cause });
  }
}
