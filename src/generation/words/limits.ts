/** Bounds of a server's list. They keep the longest list far from slowing anybody down. */
export const wordLimits = {
  entries: 1000,
  /** Characters of a word or phrase, and of a pattern with its slashes. */
  entryLength: 100,
  patternLength: 300,
  patterns: 100,
  /** Steps of a compiled pattern, as the engine counts them. */
  patternSize: 2000,
};
