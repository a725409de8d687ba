import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  BackendError,
  type BackendFault,
  explain,
  QueueAwayError,
  UserError,
} from "../src/errors.ts";
import { en } from "../src/text/en.ts";

const reference = "1234567890";
const words = (error: unknown) => explain(error, en, reference);

describe("what a person reads of an error", () => {
  test("is a refusal's own words, in their language", () => {
    const error = new UserError((text) => text.refused.notYours("Ada"));
    expect(words(error)).toBe("This belongs to Ada.");
    expect(
      explain(error, { ...en, refused: { ...en.refused, notYours: (name) => `${name}s` } }, ""),
    ).toBe("Adas");
  });

  test.each<[fault: BackendFault, bare: string, told: string, retryable: boolean]>([
    [
      "down",
      "The webui could not be reached.",
      "The webui could not be reached. It said: no",
      false,
    ],
    ["busy", "The webui is too busy.", "The webui is too busy. It said: no", true],
    [
      "broke",
      "The webui broke off while drawing.",
      "The webui broke off while drawing. It said: no",
      true,
    ],
    [
      "timeout",
      "The webui did not finish in time.",
      "The webui did not finish in time (no).",
      true,
    ],
    ["refused", "The webui refused this.", "The webui refused this. It said: no", false],
    [
      "nonsense",
      "The webui gave an answer without a picture.",
      "The webui gave an answer without a picture. It said: no",
      false,
    ],
  ])(
    "is what the webui did, and its own words where it has any: %s",
    (fault, bare, told, retryable) => {
      expect(words(new BackendError(fault, ""))).toBe(bare);
      expect(words(new BackendError(fault, "no"))).toBe(told);
      expect(new BackendError(fault, "").retryable).toBe(retryable);
    },
  );

  test("is that the queue is away", () => {
    expect(words(new QueueAwayError({ cause: new Error("ECONNREFUSED /run/redis.sock") }))).toBe(
      en.refused.queueAway,
    );
  });

  const secret = "at /home/me/secret.ts, token abc";
  test.each([
    ["an error", new Error(secret)],
    ["a type error", new TypeError(secret)],
    ["an error of a library", Object.assign(new Error(secret), { status: 500, url: secret })],
    [
      "an error with a refusal behind it",
      new Error(secret, { cause: new UserError(() => secret) }),
    ],
    ["a failed check of data", z.object({ id: z.string() }).safeParse({ id: 5 }).error],
    ["a text", secret],
    ["nothing", undefined],
    ["an object that says it is a refusal", { name: "UserError", say: () => secret }],
  ])("is an apology with a reference, and nothing of the error, for %s", (_, error) => {
    expect(words(error)).toBe(en.failed.unknown(reference));
    expect(words(error)).toContain(reference);
  });

  test("is kept out of the error's own message, which goes to the log", () => {
    expect(new UserError(() => "something private").message).toBe("refused");
    expect(new BackendError("refused", "no such sampler").message).toBe("refused: no such sampler");
    expect(new BackendError("down", "").message).toBe("down");
  });
});
