import type { Wire } from "./form.ts";
import type { Upload } from "./multipart.ts";
import type { Limit } from "./rate-limits.ts";

export interface Call {
  params: Record<string, string>;
  query: URLSearchParams;
  /** The parsed body, whatever it is. */
  raw: unknown;
  /** The body as an object; throws Discord's complaint if it is none. */
  body: () => Wire;
  files: Upload[];
}

export interface Answer {
  status: number;
  body?: unknown;
}

export interface Route {
  method: string;
  path: string;
  /** Needs the bot's token, and counts towards its 50 requests a second. */
  auth: boolean;
  limit?: Limit;
  handle: (call: Call) => Answer;
}

export const per = (count: number, perMs: number, ...major: string[]): Limit => ({
  count,
  perMs,
  major,
});

export const ok = (body: unknown, status = 200): Answer => ({ status, body });
