import type { Json } from "./types.ts";

/** A fault's own status and body, thrown where the drawing would begin. */
export class InjectedError extends Error {
  readonly status: number;
  readonly body: Json | string | undefined;
  constructor(status: number, body: Json | string | undefined) {
    super("injected");
    this.status = status;
    this.body = body;
  }
}
