import type { Catalog } from "./catalog.ts";
import type { Work } from "./work.ts";

/** A picture as the webui made it: `bytes` untouched, `width` and `height` read off the bytes. */
export type Picture = { bytes: Buffer; width: number; height: number; seed: number | undefined };

/** What a webui reports of a drawing; `undefined` where it keeps silent. */
export type Drawing = {
  pictures: Picture[];
  model: string | undefined;
  sampler: string | undefined;
  infotexts: string[];
  /** What a picture shows, where that was asked. */
  caption?: string | undefined;
};

/** A key in Redis, and the value that it has as long as a job is ours. */
export type JobLock = { key: string; token: string };

/** One of the requests that a drawing takes: how many pictures it makes, and how many of the drawing come before them. */
export type Part = { before: number; count: number };

/** A part that is whole; `count` is undefined where an earlier version stored it. */
export type StoredPart = { before: number; count: number | undefined };

/** Where an answer is put away while it arrives, so that a crash after the last byte costs no second drawing. */
export type AnswerSink = {
  /** Of the job. */
  id: string;
  /** What says whose the job is; undefined where nobody else could have it. */
  lock?: JobLock | undefined;
  /** Kind of the webui, which decides how many pictures a part has. */
  kind: string;
  /** The parts that are known to be put away whole, in order, whatever kind of webui drew them. */
  stored: readonly StoredPart[];
  /** All that earlier tries have put away whole, in order. */
  earlier(): Promise<Buffer[]>;
  /** From now on a webui works on this part: its author pays for that. */
  begin(part: Part): void;
  /** A promise asks to wait with the next chunk until what was handed over is stored. */
  write(part: Part, index: number, chunk: Buffer): Promise<void> | void;
  /** Resolves when the part is stored whole. */
  end(part: Part, chunks: number): Promise<void>;
};

export type GenerateOptions = {
  signal: AbortSignal;
  /** The pictures that the request tells about, by their hash: checked, in a format every webui reads. */
  pictures?: ReadonlyMap<string, Buffer> | undefined;
  answers: AnswerSink;
  /** Called when the last of the answer is here, which is stored only then: the webui is free. */
  onArrived?: (() => void) | undefined;
  /** Called with each request as it goes to the webui: JSON, and in place of every picture a note of its size. */
  onRequest?: ((part: number, route: string, body: string) => void) | undefined;
};

/**
 * How far the drawing is that we wait for. `waiting`: somebody else's is drawn before it; `loading`: its model is
 * being loaded; `share` is of the whole work, 0 to 1; `picture` counts from 1.
 */
export type Progress =
  | { state: "waiting" }
  | { state: "loading" }
  | {
      state: "drawing";
      share: number;
      step: number;
      steps: number;
      picture: number;
      pictures: number;
      secondsLeft?: number | undefined;
      preview?: Buffer | undefined;
    };

/** A server that draws. One drawing at a time; `signal` ends the wait, not necessarily the drawing. */
export type Backend = {
  /** For people and logs: host and port, never credentials. */
  name: string;
  /**
   * Draws, and hands the raw answers to `answers`.
   * @throws {BackendError}
   */
  generate(request: Work, options: GenerateOptions): Promise<void>;
  /**
   * Everything that can be chosen there.
   * @throws {BackendError} `down` when nothing answers.
   */
  catalog(signal: AbortSignal): Promise<Catalog>;
  /** Undefined where the server does not tell, or nothing is known yet. `preview`: with the picture as far as it is. */
  progress(signal: AbortSignal, options: { preview: boolean }): Promise<Progress | undefined>;
  /** Stops what it draws for us now, if it surely is ours; says whether it did. */
  interrupt(signal: AbortSignal): Promise<boolean>;
  /** Goes on with the next picture, if what it draws now surely is ours; says whether it did. */
  skip(signal: AbortSignal): Promise<boolean>;
  /**
   * Its own settings, which hold for everyone who uses it; undefined where it has none.
   * @throws {BackendError}
   */
  options(signal: AbortSignal): Promise<Record<string, unknown> | undefined>;
  /**
   * Changes one of them for good, and answers what it is then, as read back: a change that it does not carry out may pass
   * in silence. Undefined where that is nothing to show.
   * @throws {BackendError}
   */
  setOption(name: string, value: unknown, signal: AbortSignal): Promise<unknown>;
  /**
   * Has it look at its folders anew: for models, VAEs, LoRAs that were just put there.
   * @throws {BackendError}
   */
  rescan(signal: AbortSignal): Promise<void>;
  /** True when the server answers, whatever it draws. Changes nothing. */
  responds(signal: AbortSignal): Promise<boolean>;
  /** True when the server answers and is not busy with a drawing that we gave up. */
  ready(signal: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * Reads the pictures out of the stored parts of an answer.
 * @throws {BackendError} `nonsense` when there is no picture in them.
 */
export type ReadAnswers = (parts: Buffer[], request: Work) => Drawing;
