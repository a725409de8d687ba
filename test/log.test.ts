import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BackendError } from "../src/errors.ts";
import { createLog } from "../src/log.ts";
import { startEasel } from "./harness/easel.ts";
import { anyText } from "./harness/any-text.ts";

/** A log and the lines that came out of it. */
async function logTo(secrets: readonly string[] = [], level = "info") {
  const lines: string[] = [];
  const log = await createLog(level, secrets, { write: (line) => void lines.push(line) });
  return { log, lines };
}

const parsed = (line: string | undefined): unknown => JSON.parse(line ?? "");

describe("a line of the log", () => {
  test("is JSON with its level, time and message, and nothing of the machine", async () => {
    const { log, lines } = await logTo();
    log.info({ job: "1" }, "job queued");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\n$/);
    expect(parsed(lines[0])).toEqual({
      level: 30,
      time: expect.any(Number),
      job: "1",
      msg: "job queued",
    });
  });

  test("is written from the level on that was asked for", async () => {
    const { log, lines } = await logTo([], "warn");
    log.info("no");
    log.warn("yes");
    expect(lines).toHaveLength(1);
  });

  test("holds no secret, wherever it stands and however it is written", async () => {
    const secret = 'pa"ss\\wörd';
    const { log, lines } = await logTo([secret, "token-1234", "user:hunter2"]);
    log.info({ deep: { list: [secret] }, [secret]: 1 }, `with ${secret} in it`);
    log.info("http://user:hunter2@gpu:7860/sdapi?key=token-1234");
    log.error({ err: new Error("token-1234", { cause: new Error(secret) }) }, "failed");
    log.child({ name: "token-1234" }).info("child");
    const all = lines.join("");
    for (const hidden of ["wörd", "token-1234", "hunter2"]) expect(all).not.toContain(hidden);
    expect(lines).toHaveLength(4);
    expect(parsed(lines[1])).toMatchObject({ msg: "http://[secret]@gpu:7860/sdapi?key=[secret]" });
  });

  test("hides a longer secret before a shorter one that is part of it", async () => {
    const { log, lines } = await logTo(["hunter", "hunter2-long"]);
    log.info("hunter2-long");
    expect(parsed(lines[0])).toMatchObject({ msg: "[secret]" });
  });

  test("holds no secret, whatever the secret is, and stays JSON", async () => {
    const secret = anyText(['"', "\\", "\n", "$&"], 12).filter(
      (text) => text.isWellFormed() && text.length >= 4,
    );
    await fc.assert(
      fc.asyncProperty(secret, anyText(), async (text, around) => {
        const { log, lines } = await logTo([`§${text}§`]);
        log.info({ err: new Error(`${around}§${text}§`) }, `${around}§${text}§${around}`);
        expect(lines[0]).not.toContain("§");
        expect(parsed(lines[0])).toMatchObject({ msg: expect.stringContaining("[secret]") });
      }),
    );
  });

  test.each([
    [
      "https://discord.com/api/v10/webhooks/1234567890123456789/aW50ZXJhY3Rpb246MTIz.x-y_z/messages/@original",
      "messages",
    ],
    [
      "https://discord.com/api/v10/interactions/1234567890123456789/aW50ZXJhY3Rpb246MTIz/callback",
      "callback",
    ],
    ["/webhooks/1234567890123456789/aW50ZXJhY3Rpb246MTIz?wait=true", "wait"],
  ])("holds no interaction's token in an address: %s", async (url, kept) => {
    const { log, lines } = await logTo();
    log.warn({ err: Object.assign(new Error(`no: ${url}`), { url }) }, url);
    expect(lines[0]).not.toContain("aW50ZXJhY3Rpb246MTIz");
    expect(lines[0]).toContain("1234567890123456789");
    expect(lines[0]).toContain(kept);
  });

  test("holds no token that something logged brings along under that name", async () => {
    const { log, lines } = await logTo();
    const reply = { token: "aW50ZXJhY3Rpb246MTIz", channelId: "5" };
    log.info(
      { token: reply.token, reply, job: { reply }, headers: { authorization: reply.token } },
      "x",
    );
    expect(lines[0]).not.toContain(reply.token);
    expect(parsed(lines[0])).toMatchObject({ reply: { channelId: "5" } });
  });

  test("says of an error what helps to find it, and leaves out what it carries", async () => {
    const { log, lines } = await logTo();
    const cause = new BackendError("refused", "no such sampler");
    const known = { code: 50_035, status: 400, method: "POST", url: "/x" };
    const carried = { ...known, rawError: { files: ["BYTES"] } };
    log.error({ err: Object.assign(new Error("outer", { cause }), carried) }, "failed");
    expect(parsed(lines[0])).toMatchObject({
      err: {
        ...known,
        type: "Error",
        message: "outer",
        stack: expect.stringContaining("log.test.ts"),
        cause: { type: "BackendError", message: "refused: no such sampler", fault: "refused" },
      },
    });
    expect(lines[0]).not.toContain("BYTES");
  });

  test.each([
    ["a text", "broken", "broken"],
    ["nothing", undefined, undefined],
    ["an object", { secret: "BYTES" }, "object"],
  ])("says of %s that was thrown no more than that", async (_, thrown, message) => {
    const { log, lines } = await logTo();
    log.error({ err: thrown }, "failed");
    expect(lines[0]).not.toContain("BYTES");
    if (message !== undefined) expect(parsed(lines[0])).toMatchObject({ err: { message } });
  });
});

describe("the log of a running Easel", () => {
  test("is JSON lines where stdout is no terminal, without the host's secrets", async () => {
    const easel = startEasel(
      {
        DISCORD_TOKEN: "token-of-the-bot",
        REDIS_URL: "redis://user:password-of-redis@127.0.0.1:1/",
        DISCORD_API_URL: "http://127.0.0.1:1/",
        HTTP_PORT: "0",
        LOG_LEVEL: "trace",
      },
      ["bot"],
    );
    const seen = () => easel.log().some(({ msg }) => msg === "redis");
    for (let tries = 0; tries < 200 && !seen(); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await easel.kill();
    const lines = easel.output().trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(parsed(line)).toMatchObject({ level: expect.any(Number) });
    expect(easel.output()).not.toMatch(/token-of-the-bot|password-of-redis/);
    expect(seen()).toBe(true);
  });
});
