import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPrivateRedis } from "../../src/store/private-redis.ts";
import { withStartLock } from "../../src/store/start-lock.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "easel-test-"));
});
afterAll(async () => rm(folder, { recursive: true }));

describe("the lock on a private Redis", () => {
  test("lets one at a time start or stop it, and is gone afterwards", async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await turn();
      inside -= 1;
    };
    const failing = withStartLock(folder, () => Promise.reject(new Error("failed")));
    const all = Array.from({ length: 20 }, () => withStartLock(folder, work));
    await expect(failing).rejects.toThrow("failed");
    await Promise.all(all);
    expect(await readdir(folder)).toEqual([]);
  });

  test("of a process that was killed counts for nothing, nor that of an earlier one with our number", async () => {
    // No process has a number as large.
    for (const owner of ["99999999 somebody", `${process.pid} an earlier one`]) {
      await writeFile(join(folder, "starting"), owner);
      expect(await withStartLock(folder, async () => "done")).toBe("done");
    }
  });

  test("has one server started by many who start at once", async () => {
    const events: string[] = [];
    const start = () =>
      startPrivateRedis({ dataDir: folder, path: process.env["PATH"] ?? "" }, (event) =>
        events.push(event),
      );
    const servers = await Promise.all(Array.from({ length: 4 }, start));
    try {
      expect(events.sort()).toEqual(["adopted", "adopted", "adopted", "started"]);
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  });
});
