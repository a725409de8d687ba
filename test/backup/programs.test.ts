import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { borrowPrivateRedis } from "../../src/store/borrow-redis.ts";
import { startPrivateRedis } from "../../src/store/private-redis.ts";
import { backup as words } from "../../src/text/host/backup.ts";
import { dump, startRedis, type TestRedis } from "../harness/private-redis.ts";
import { redisIn, stopRedisIn } from "../harness/redis.ts";
import { begin, type Ran, run } from "./program.ts";

let server: TestRedis;
let redis: Redis;
let folder: string;
beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  folder = await mkdtemp(join(tmpdir(), "easel-test-"));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const fresh = async () => {
  const dataDir = await mkdtemp(join(folder, "data-"));
  return { DATA_DIR: dataDir, REDIS_URL: "" };
};
const isRunning = async (dataDir: string) => {
  const connection = redisIn(dataDir);
  try {
    return (await connection.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    connection.disconnect();
  }
};
const failed = (line: string): Ran => ({ code: 1, output: "", errors: line });

describe("npm run backup and npm run restore", () => {
  it("work on the Redis that REDIS_URL names, without a token of Discord's", async () => {
    const env = { REDIS_URL: server.url };
    const file = join(folder, "named");
    await redis.set("{easel}:record:1", "kept", "EX", 500);
    await redis.set("{easel}:secret", "s3cret");
    const kept = await run("backup", [file], env);
    expect(kept).toEqual({ code: 0, output: words.kept(2, file), errors: "" });
    const before = await dump(redis);
    await redis.flushall();
    const { code, output, errors } = await run("restore", [file], env);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toMatch(/^Restored 2 entries as of 20\d\d-/);
    expect(await dump(redis)).toEqual(before);
  });

  it("say in one line what is wrong, and change nothing", async () => {
    const env = { REDIS_URL: server.url };
    const file = join(folder, "good");
    await redis.flushall();
    await redis.mset({ "{easel}:record:1": "1", "{easel}:secret": "s3cret" });
    await run("backup", [file], env);
    const good = await readFile(file);
    const put = async (name: string, content: Buffer | string) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    };
    const text = gunzipSync(good).toString();
    const cut = await put("cut", good.subarray(0, good.length - 12));
    const damaged = await put("damaged", gzipSync(text.replace("s3cret", "s3crut")));
    const foreign = await put("foreign", "not ours");
    const queue = text.replaceAll("record", "deliver");
    const [header = ""] = queue.split("\n");
    const other = await put("other", gzipSync(`${header}\n`));
    await redis.set("{easel}:secret", "newer");
    const before = await dump(redis);

    const none = join(folder, "none");
    const inNone = join(folder, "none", "file");
    const away = { REDIS_URL: "redis://:pa55word@127.0.0.1:1" };
    const wrong = { REDIS_URL: "http://:pa55word@127.0.0.1" };
    const empty = await fresh();
    const nothing = join(empty.DATA_DIR, "redis");
    const cases: [Parameters<typeof run>, string][] = [
      [["backup", [], env], words.usage],
      [["restore", ["--file", file], env], words.restoreUsage],
      [["restore", [none], env], `There is no ${none}.`],
      [["restore", [folder], env], words.notAFile(folder)],
      [["restore", [foreign], env], words.notABackup(foreign)],
      [["restore", [cut], env], words.cutOff(cut)],
      [["restore", [damaged], env], words.damaged(damaged)],
      [["restore", [other], env], words.otherVersion(other)],
      [["restore", [file], away], words.redisAway],
      [["backup", [inNone], env], words.noFolder(none)],
      [["backup", ["/dev/null"], env], words.notAFile("/dev/null")],
      [["backup", [join(folder, "unmade")], empty], words.nothing(nothing)],
    ];
    // A few at a time: each is a process.
    for (let index = 0; index < cases.length; index += 4) {
      const some = cases.slice(index, index + 4);
      const ran = await Promise.all(some.map(([asked]) => run(...asked)));
      expect(ran).toEqual(some.map(([, line]) => failed(line)));
    }
    const { code, errors } = await run("restore", [file], wrong);
    expect(code).toBe(1);
    expect(errors).toContain("REDIS_URL must be");
    expect(errors).not.toContain("pa55word");
    expect(await dump(redis)).toEqual(before);
  });

  it("say what a Redis that refuses says", async () => {
    const url = server.url;
    const file = join(folder, "refused");
    await redis.flushall();
    await redis.set("{easel}:record:1", "1");
    await run("backup", [file], { REDIS_URL: url });
    await redis.flushall();
    await redis.config("SET", "maxmemory", "1");
    const full = await run("restore", [file], { REDIS_URL: url });
    await redis.config("SET", "maxmemory", "0");
    expect(full.errors).toMatch(/^Redis refused: OOM .*Not all was restored/);
    expect(full).toMatchObject({ code: 1, output: "" });
    expect(full.errors).not.toContain("\n");
  });

  it("that are stopped leave neither half a file nor a Redis of theirs", async () => {
    const env = await fresh();
    await mkdir(join(env.DATA_DIR, "redis"));
    const own = await startPrivateRedis(
      { dataDir: env.DATA_DIR, path: process.env["PATH"] ?? "" },
      () => undefined,
    );
    const connection = redisIn(env.DATA_DIR);
    for (let id = 0; id < 40; id += 1) {
      await connection.set(`{easel}:input:${id}`, Buffer.alloc(1024 * 1024, id + 128));
    }
    connection.disconnect();
    await own.close();
    const file = join(env.DATA_DIR, "backup");
    const { child, ended } = begin("backup", [file], env);
    await expect.poll(() => isRunning(env.DATA_DIR), { timeout: 10_000 }).toBe(true);
    child.kill("SIGTERM");
    expect(await ended).toEqual(failed(words.stopped));
    expect(await isRunning(env.DATA_DIR)).toBe(false);
    expect(await readdir(env.DATA_DIR)).toEqual(["redis"]);
  });
});

describe("with the private Redis", () => {
  it("start one where none runs, and stop it again, the second of two as well", async () => {
    const env = await fresh();
    const file = join(folder, "private");
    await redis.flushall();
    await redis.set("{easel}:record:1", "kept");
    await run("backup", [file], { REDIS_URL: server.url });
    const restored = await Promise.all([
      run("restore", [file], env),
      run("restore", [file], env),
      run("restore", [file], env),
    ]);
    expect(restored.map(({ code, errors }) => ({ code, errors }))).toEqual(
      restored.map(() => ({ code: 0, errors: "" })),
    );
    expect(await isRunning(env.DATA_DIR)).toBe(false);
    const again = await run("backup", [file], env);
    expect(again).toEqual({ code: 0, output: words.kept(1, file), errors: "" });
    expect(await isRunning(env.DATA_DIR)).toBe(false);
  });

  it("leave one alone that another has borrowed, and not asked anything yet", async () => {
    const env = await fresh();
    const at = { dataDir: env.DATA_DIR, path: process.env["PATH"] ?? "" };
    const first = await borrowPrivateRedis(at);
    const second = await borrowPrivateRedis(at);
    await second.close();
    expect(await isRunning(env.DATA_DIR)).toBe(true);
    await first.close();
    expect(await isRunning(env.DATA_DIR)).toBe(false);
  });

  it("leave one alone that an Easel runs, or has adopted meanwhile", async () => {
    const env = await fresh();
    const file = join(folder, "adopted");
    const path = process.env["PATH"] ?? "";
    await redis.flushall();
    await redis.set("{easel}:record:1", "kept");
    await run("backup", [file], { REDIS_URL: server.url });
    const borrowed = await borrowPrivateRedis({ dataDir: env.DATA_DIR, path });
    const events: string[] = [];
    const own = await startPrivateRedis({ dataDir: env.DATA_DIR, path }, (event) =>
      events.push(event),
    );
    try {
      await borrowed.close();
      expect((await run("restore", [file], env)).code).toBe(0);
      const connection = redisIn(env.DATA_DIR);
      expect(await connection.get("{easel}:record:1")).toBe("kept");
      connection.disconnect();
      expect(events).toEqual(["adopted"]);
    } finally {
      await own.close();
      await stopRedisIn(env.DATA_DIR);
    }
  });
});
