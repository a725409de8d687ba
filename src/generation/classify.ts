/** How surely a picture is what should not be shown, from 0 to 1, and what it was found to be, if that is known. */
export type Score = { score: number; label: string };

/** @throws {ClassifierError} when there is no answer. */
export type Classify = (bytes: Buffer, mime: string) => Promise<Score>;

export type Checks = {
  classify: Classify;
  /** From this score on a picture is held. */
  threshold: number;
};
