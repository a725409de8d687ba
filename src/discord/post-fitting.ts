import { leastFileBytes } from "./file-bytes.ts";
import { isTooLarge } from "./refusals.ts";
import type { Notes, Outgoing, Render } from "./outgoing.ts";

/** Each smaller by half. */
const maxTries = 5;

/**
 * Posts what is rendered for a place, smaller where it turns out to be too large: what a channel admits may be less by now, and
 * less for the bot than for the author. What did fit is noted, so that another try renders the same.
 */
export async function postFitting<T>(
  render: Render,
  { maxFileBytes, mention }: Parameters<Render>[0],
  notes: Notes,
  post: (messages: Outgoing[]) => Promise<T>,
): Promise<T> {
  let bytes = Math.min(maxFileBytes, Number((await notes.read())["fits"] ?? maxFileBytes));
  for (let tries = 1; ; tries += 1) {
    const messages = await render({ maxFileBytes: bytes, mention });
    try {
      return await post(messages);
    } catch (error) {
      const largest = largestOf(messages);
      if (!isTooLarge(error) || largest === 0 || tries === maxTries) throw error;
      bytes = Math.min(leastFileBytes, Math.floor(largest / 2));
      await notes.note("fits", String(bytes));
    }
  }
}

function largestOf(messages: readonly Outgoing[]): number {
  return Math.max(0, ...messages.flatMap(({ files }) => files.map(({ data }) => sizeOf(data))));
}

const sizeOf = (data: unknown) => (data instanceof Uint8Array ? data.length : 0);
