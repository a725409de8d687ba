import { expect, it } from "vitest";
import { isExposedRedis } from "../../src/redis-exposed.ts";
import { start as words } from "../../src/text/host/start.ts";
import { startEasel } from "../harness/easel.ts";

it.each([
  "redis://redis.example.com",
  "redis://192.168.0.5:6379/1",
  "redis://[fd00::5]:6379",
  "redis://user@10.0.0.5",
  "rediss://redis.example.com?ca=/ca.pem",
  "redis+sentinel://127.0.0.1,10.0.0.6/mymaster",
  "redis+cluster://node-1,node-2.example.com",
])("a Redis without a password may be reached by others: %s", (url) => {
  expect(isExposedRedis(url)).toBe(true);
});

it.each([
  "unix:///run/redis.sock",
  "redis://127.0.0.1:6379",
  "redis://127.0.0.2",
  "redis://localhost",
  "redis://[::1]:6379",
  "redis://redis:6379/0",
  "redis://:secret@redis.example.com",
  "redis://redis.example.com?password=secret",
  "rediss://redis.example.com?cert=/me.pem&key=/me.key",
  "redis+sentinel://:secret@10.0.0.6/mymaster",
  "redis+cluster://node-1,node-2",
  "no address at all",
])("a Redis has a password, or is taken to be out of reach: %s", (url) => {
  expect(isExposedRedis(url)).toBe(false);
});

it("the host reads so at the start", async () => {
  const easel = startEasel(
    // An address that nobody has.
    { DISCORD_TOKEN: "token", REDIS_URL: "redis://192.0.2.1:6379", HTTP_PORT: "0" },
    ["bot"],
  );
  const said = () =>
    easel.log().some(({ msg, level }) => msg === words.redisExposed && level === 40);
  await expect.poll(said, { timeout: 15_000 }).toBe(true);
  await easel.kill();
});
