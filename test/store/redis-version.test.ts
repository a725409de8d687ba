import { readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connectRedis } from "../../src/store/redis.ts";
import { findOldVersion } from "../../src/store/redis-version.ts";

/** What came after Redis 6.0, as far as it could be of use to us. */
const younger =
  "bzmpop|blmove|blmpop|copy|expiretime|fcall|function|geosearch|getdel|getex|hexpire|hgetdel|hgetex|hrandfield|hsetex" +
  "|lmove|lmpop|pexpiretime|sintercard|smismember|xautoclaim|zdiff|zdiffstore|zinter|zintercard|zmpop|zmscore" +
  "|zrandmember|zrangestore|zunion";

test("no command is younger than the Redis of the oldest systems that Easel is set up on", () => {
  const src = join(import.meta.dirname, "../../src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
    /^(?:store|queue|backup|doctor|worker|bot)\/.*\.ts$/.test(file),
  );
  const command = new RegExp(
    `(?:redis|server|multi\\(\\)|pipeline|\\s)\\.(?:${younger})\\(|call\\(["'](?:${younger})["']|"(?:BYSCORE|BYLEX|REV)"`,
    "gi",
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(src, file), "utf8").matchAll(command)].map(
      ([text]) => `${file}: ${text}`,
    ),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

/** A server that knows nothing but what it is. */
async function startServer(info: string) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("data", (bytes) => {
      for (const _ of String(bytes).matchAll(/^\*\d/gm))
        socket.write(`$${info.length}\r\n${info}\r\n`);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  return {
    url: `redis://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test.each([
  ["redis_version:6.0.16", "6.0.16"],
  ["redis_version:5.0.7", "5.0.7"],
  ["redis_version:6.2.0", undefined],
  ["redis_version:7.2.4\r\nvalkey_version:8.1.1", undefined],
  ["redis_version:10.0.0", undefined],
  ["dragonfly_version:df-1.2", undefined],
])("a server that says %s is told as too old: %s", async (info, old) => {
  const server = await startServer(info);
  const redis = connectRedis(server.url, "wait", () => undefined);
  expect(await findOldVersion(redis)).toBe(old);
  redis.disconnect();
  server.close();
});
