import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkFolder } from "../../src/doctor/files.ts";
import { toLine } from "../../src/doctor/finding.ts";
import { checkOwnRedis, checkRedis } from "../../src/doctor/redis.ts";
import { setup } from "../../src/text/host/setup.ts";
import { createServers, freePorts } from "../harness/redis-servers.ts";

let servers: Awaited<ReturnType<typeof createServers>>;
let folder: string;
beforeAll(async () => {
  servers = await createServers();
  folder = await mkdtemp(join(tmpdir(), "easel-test-"));
});
afterAll(async () => {
  await servers.close();
  await rm(folder, { recursive: true });
});

const linesOf = async (url: string) => (await checkRedis(url)).map(toLine);
const keeping = { appendonly: "yes", appendfsync: "always", "maxmemory-policy": "noeviction" };

describe("a Redis of one's own", () => {
  it("that keeps everything and keeps strangers out is in order; a wrong password is told, not repeated", async () => {
    const [port = 0] = await freePorts(1);
    const password = "pa55word";
    await servers.start(port, { ...keeping, requirepass: password }, { password });
    expect(await linesOf(`redis://:${password}@127.0.0.1:${port}`)).toEqual([
      expect.stringMatching(/^✅ Redis: answers in \d+ ms, version \d+\.\d+/),
      "✅ Redis keeps what is accepted through a crash: in order",
      "✅ Redis throws nothing away when it is full: in order",
      "✅ Redis keeps strangers out: in order",
    ]);
    for (const login of ["", ":hunter2@", "nobody:hunter2@"]) {
      const lines = await linesOf(`redis://${login}127.0.0.1:${port}`);
      expect(lines).toEqual([
        expect.stringMatching(
          /^❌ Redis: does not take the user and password of REDIS_URL → write/,
        ),
      ]);
      expect(lines.join()).not.toContain("hunter2");
    }
  });

  it("that forgets, evicts and lets everybody in is told each of it, with what to set", async () => {
    const [port = 0] = await freePorts(1);
    await servers.start(port, {
      appendonly: "no",
      "maxmemory-policy": "allkeys-lru",
      "protected-mode": "no",
      bind: "0.0.0.0",
    });
    const lines = (await linesOf(`redis://127.0.0.1:${port}`)).join("\n");
    expect(lines).toMatch(
      /❌ Redis keeps what .*: jobs may be lost in a crash \(appendonly no, .*\) → set appendonly yes/,
    );
    expect(lines).toMatch(/❌ Redis throws .*allkeys-lru\) → set maxmemory-policy noeviction/);
    expect(lines).toMatch(/❌ Redis keeps strangers out: .* without a password → set requirepass/);
  });

  it("that is not there is told so", async () => {
    const [port = 0] = await freePorts(1);
    expect(await linesOf(`redis://127.0.0.1:${port}`)).toEqual([
      "❌ Redis: cannot be reached (ECONNREFUSED) → start it, and look at its address in REDIS_URL",
    ]);
  });
});

describe("the Redis that Easel starts", () => {
  it("is told with its version, and told where it is too old, by setup as well", async () => {
    expect((await checkOwnRedis(process.env["PATH"] ?? "")).map(toLine)).toEqual([
      expect.stringMatching(/^✅ Redis: Easel starts its own, version \d/),
    ]);
    const old = join(folder, "redis-server");
    await writeFile(old, '#!/bin/sh\necho "Redis server v=6.0.16 sha=00000000:0"\n');
    await chmod(old, 0o755);
    expect((await checkOwnRedis(folder)).map(toLine)).toEqual([
      expect.stringMatching(
        /^❌ Redis: version 6.0.16 is older than 6.2, .* → install a newer one .*compose.yaml$/,
      ),
    ]);
    const { stderr } = await promisify(execFile)(process.execPath, ["launch.js", "src/setup.ts"], {
      env: { ...process.env, PATH: folder },
    });
    expect(stderr).toBe(`${setup.redis.old("6.0.16", "6.2")}\n`);
  });
});

describe("a folder", () => {
  it("that can be made is in order and not made; a file in its way is told", async () => {
    const inside = join(folder, "a", "b");
    expect(toLine(await checkFolder("DATA_DIR", inside))).toBe("✅ DATA_DIR: in order");
    expect(toLine(await checkFolder("DATA_DIR", folder))).toBe("✅ DATA_DIR: in order");
    await writeFile(join(folder, "file"), "");
    expect(toLine(await checkFolder("SAVE_DIR", join(folder, "file")))).toMatch(
      /^❌ SAVE_DIR: .* is no folder → .* name another folder in SAVE_DIR$/,
    );
    expect(toLine(await checkFolder("SAVE_DIR", join(folder, "file", "a")))).toMatch(
      /^❌ .*ENOTDIR/,
    );
  });
});
