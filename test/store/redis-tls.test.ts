import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectRedis, untilReady } from "../../src/store/redis.ts";
import { hasProgram } from "../../src/store/redis-server.ts";
import { picturesOf } from "../faults/ends.ts";
import { startSecure } from "../harness/redis-tls.ts";
import { startWorld } from "../harness/world.ts";

const hasOpenssl = await hasProgram(process.env["PATH"] ?? "", "openssl");
const reason = hasOpenssl ? "" : " (skipped, as there is no openssl to make one)";

describe.skipIf(!hasOpenssl)(`a Redis behind TLS that wants a certificate${reason}`, () => {
  let secure: Awaited<ReturnType<typeof startSecure>>;
  beforeAll(async () => {
    secure = await startSecure();
  });
  afterAll(() => secure.close());

  it("is drawn with", async () => {
    const webui = { secondsPerStep: 0.02 };
    const world = await startWorld({ webuis: [webui], env: { REDIS_URL: secure.one } });
    try {
      await picturesOf(world, world.draw({ prompt: "a castle", width: 64, height: 64 }));
    } finally {
      await world.close();
    }
  });

  it("is reached through Sentinel and as a Cluster as well, by those who have the certificates", async () => {
    for (const url of [secure.sentinel, secure.cluster]) {
      const redis = connectRedis(url, "wait", () => undefined);
      await untilReady(redis, 5_000);
      expect(await redis.set("a", url)).toBe("OK");
      redis.disconnect();
    }
    const errors: Error[] = [];
    const stranger = connectRedis(secure.unknown, "end", (error) => errors.push(error));
    await expect(untilReady(stranger, 5_000)).rejects.toThrow("Redis did not answer");
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining("certificate")]);
    expect(() => connectRedis(secure.missing, "end", () => undefined)).toThrow("ENOENT");
  });
});
