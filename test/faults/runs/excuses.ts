/** What the blows of a run did that explains what would be wrong without them. Times in milliseconds since 1970. */
export type Excuses = {
  /** When a receiver was gone or stood still: an answer that it had not stored by then is nobody's. */
  deaf: { from: number; to: number }[];
  /** When Redis was away: nobody can store anything then, and a receiver keeps what it has until it can. */
  away: { from: number; to: number }[];
  /** How often a webui broke off in a way that is tried again. */
  breaks: number;
  /** Words of the failures that webuis were made to cause. */
  words: RegExp[];
  /** Interactions whose token died early. */
  deadTokens: Set<string>;
  /** The bot may not write in a channel, or a clock is wrong: results may come to direct messages. */
  elsewhere: boolean;
  /** How long somebody stood still who measures how long a drawing took. Seconds. */
  pauses: number;
};

export const createExcuses = (): Excuses => ({
  deaf: [],
  away: [],
  breaks: 0,
  words: [],
  deadTokens: new Set(),
  elsewhere: false,
  pauses: 0,
});

/** A job is given up when webuis broke off so often. */
const mostBreaks = 3;

/** Whether a webui's fault explains that a job failed in these words. */
export function isExplained(said: string, { words, breaks }: Excuses): boolean {
  const isBreak = /broke off while drawing|does not let this bot in/.test(said);
  if (isBreak && breaks >= mostBreaks) return true;
  return words.some((pattern) => pattern.test(said));
}
