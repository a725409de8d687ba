import { describe, expect, test } from "vitest";
import { BackendError, type BackendFault, LostError, UserError } from "../../src/errors.ts";
import { everywhere } from "../../src/store/shunned.ts";
import {
  AsideError,
  AwaitedError,
  CancelledError,
  PausedError,
  StoppingError,
} from "../../src/worker/endings.ts";
import { type Fate, judgeDrawing } from "../../src/worker/judge.ts";
import { jobOf } from "../queue/jobs.ts";

const webui = "w:1";
const waits = { kind: "waits", counted: false };
const givenUp = { kind: "given up" };
const broke = (fault: BackendFault) => new BackendError(fault, "its own words");

async function judge(error: unknown, tries = 1, elsewhere = false): Promise<Fate> {
  const asked: string[] = [];
  const scheduler = {
    claim: async () => "idle" as const,
    async couldGoElsewhere(job: { id: string }, name: string) {
      asked.push(`${job.id} ${name}`);
      return elsewhere;
    },
    close: async () => undefined,
  };
  const fate = await judgeDrawing(error, { data: jobOf("1"), tries }, webui, { scheduler });
  for (const each of asked) expect(each).toBe(`1 ${webui}`);
  return fate;
}

describe("a job that was not drawn", () => {
  test.each([
    ["waits for the next start", new StoppingError(true), waits],
    ["waits for its turn", new AsideError(), waits],
    ["waits for its server", new PausedError(), waits],
    ["waits for a webui that is down", broke("down"), waits],
    ["is gone when it was cancelled", new CancelledError(1), givenUp],
    ["is given up when its author has to change it", new UserError(() => "no"), givenUp],
    ["is given up when the webui refuses it", broke("refused"), givenUp],
    ["is given up when the webui answers nonsense", broke("nonsense"), givenUp],
    ["is given up when we are at fault", new TypeError("x is not a function"), givenUp],
    ["is given up whatever was thrown", "a text", givenUp],
  ])("%s", async (_what, error, fate) => {
    expect(await judge(error, 99, true)).toEqual(fate);
  });

  test.each([
    ["its answer is awaited", new AwaitedError()],
    ["its answer came from elsewhere", new LostError()],
    ["Redis is away", new Error("READONLY You can't write against a read only replica.")],
    ["the connection is", new Error("Connection is closed.")],
  ])("is left alone everywhere for a moment when %s", async (_what, error) => {
    expect(await judge(error, 99)).toEqual({ ...waits, shun: { webui: everywhere, ms: 500 } });
  });

  test.each(["timeout", "memory"] as const)(
    "goes elsewhere for good after %s, and is given up where nobody else can do it",
    async (fault) => {
      expect(await judge(broke(fault), 99, true)).toEqual({ ...waits, shun: { webui, ms: 0 } });
      expect(await judge(broke(fault), 1, false)).toEqual(givenUp);
    },
  );

  test.each(["busy", "denied"] as const)(
    "goes elsewhere for a moment after %s, without a try, where somebody else can do it",
    async (fault) => {
      expect(await judge(broke(fault), 99, true)).toEqual({
        ...waits,
        shun: { webui, ms: 10_000 },
      });
    },
  );

  test.each([
    ["broke", 3],
    ["denied", 3],
    ["busy", 20],
  ] as const)(
    "is tried again after %s, with growing pauses there, until %i",
    async (fault, most) => {
      for (let tries = 1; tries < most; tries += 1)
        expect(await judge(broke(fault), tries)).toEqual({
          kind: "waits",
          counted: true,
          shun: { webui, ms: 1_000 * tries },
        });
      expect(await judge(broke(fault), most)).toEqual(givenUp);
    },
  );
});
