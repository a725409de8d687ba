/** What becomes of a job in the end. */
export type JobOutcome = "posted" | "failed" | "cancelled";

/** What a host can watch. Seconds; `webui` by its name. */
export type Measures = {
  jobEnded(outcome: JobOutcome): void;
  /** From asking until a webui began to draw it. */
  jobWaited(seconds: number): void;
  jobDrawn(seconds: number): void;
  /** It works for us from now on, until what this answers is called; a second call adds nothing. */
  webuiWorks(webui: string): () => void;
  modelSwapped(webui: string): void;
  webuiIs(webui: string, up: boolean): void;
  webuiGone(webui: string): void;
  /** `route` without ids and tokens. */
  discordAsked(route: string, seconds: number, status: number): void;
};

/** Where nobody watches. */
export const noMeasures: Measures = {
  jobEnded: () => undefined,
  jobWaited: () => undefined,
  jobDrawn: () => undefined,
  webuiWorks: () => () => undefined,
  modelSwapped: () => undefined,
  webuiIs: () => undefined,
  webuiGone: () => undefined,
  discordAsked: () => undefined,
};
