import type { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { mostPresets } from "../../src/generation/presets.ts";
import { createPresets, type Presets } from "../../src/store/presets.ts";
import { keyPrefix } from "../../src/store/redis.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let redis: Redis;
let presets: Presets;

beforeAll(async () => {
  server = await startRedis();
  redis = await server.connect();
  presets = createPresets(redis);
});
afterEach(async () => void (await redis.flushall()));
afterAll(async () => server.close());

const ada = { scope: "me", id: "1" } as const;
const ben = { scope: "me", id: "2" } as const;
const guild = { scope: "server", id: "100" } as const;
const sharedBy = ({ id }: { id: string }, name: string) => ({
  name,
  userId: id,
  userName: `U${id}`,
});
const namesOf = async (userId: string) => {
  const { own, server: there, shared } = await presets.known(userId, guild.id);
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  return { own: names(own), server: names(there), shared: names(shared) };
};

describe("presets", () => {
  it("are kept for each owner, by a name in any case, the last one counts", async () => {
    expect(await presets.save(ada, "Dark", { steps: 10 })).toBe("added");
    expect(await presets.save(guild, "dark", { steps: 20 })).toBe("added");
    expect(await presets.save(ada, "DARK", { steps: 30 })).toBe("replaced");
    const known = await presets.known(ada.id, guild.id);
    expect(known.own).toMatchObject([{ name: "DARK", values: { steps: 30 } }]);
    expect(known.server).toMatchObject([{ name: "dark", values: { steps: 20 } }]);
    expect(await presets.known(ben.id, undefined)).toEqual({ own: [], server: [], shared: [] });
  });

  it("with names that JavaScript knows are names like any other", async () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      expect(await presets.save(ada, name, { steps: 4 })).toBe("added");
    }
    expect((await presets.known(ada.id, undefined)).own).toHaveLength(3);
    expect(await presets.remove(ada, "__proto__")).toBe(true);
    expect((await namesOf(ada.id)).own).toEqual(["constructor", "toString"]);
  });

  it("are no more than there may be, while those that are there can still be changed", async () => {
    for (const owner of [ada, guild]) {
      const most = mostPresets[owner.scope];
      const all = Array.from({ length: most }, (_, index) => ({ name: `p${index}`, values: {} }));
      const key = `${keyPrefix}:presets:${owner.scope}:${owner.id}`;
      await redis.set(key, JSON.stringify({ presets: all, shared: [], version: 1 }));
      expect(await presets.save(owner, "more", { steps: 1 })).toBe("full");
      expect(await presets.save(owner, "P0", { steps: 2 })).toBe("replaced");
      await presets.remove(owner, "p1");
      expect(await presets.save(owner, "more", { steps: 1 })).toBe("added");
    }
  });

  it("are all kept of many that are saved at once", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
    await Promise.all(names.map((name) => presets.save(guild, name, { steps: 1 })));
    expect((await namesOf("1")).server.toSorted()).toEqual(names.toSorted());
  });

  it("keep what another version wrote into them", async () => {
    const key = `${keyPrefix}:presets:me:1`;
    const written = { name: "old", values: { steps: 5, mood: "good" }, icon: "🌲" };
    await redis.set(key, JSON.stringify({ presets: [written], shared: [], version: 1, more: 1 }));
    await presets.save(ada, "new", { steps: 1 });
    expect(JSON.parse((await redis.get(key)) ?? "")).toMatchObject({
      more: 1,
      presets: [written, { name: "new" }],
    });
  });
});

describe("a shared preset", () => {
  it("stays its author's: what is saved under it later is what others get", async () => {
    await presets.save(ada, "Dark", { steps: 10 });
    expect(await presets.share(guild.id, sharedBy(ada, "dark"))).toBe("shared");
    await presets.save(ada, "Dark", { steps: 11 });
    const { shared } = await presets.known(ben.id, guild.id);
    expect(shared).toEqual([{ name: "Dark", userId: "1", userName: "U1" }]);
    const theirs = await presets.ofPeople(["1", "1", "2"]);
    expect(theirs.get("1")).toMatchObject([{ name: "Dark", values: { steps: 11 } }]);
    expect(theirs.get("2")).toEqual([]);
  });

  it("is there once, however often it is shared, with its author's name of today", async () => {
    await presets.save(ada, "Dark", { steps: 10 });
    await presets.share(guild.id, sharedBy(ada, "Dark"));
    await presets.share(guild.id, { ...sharedBy(ada, "Dark"), userName: "Countess" });
    const { shared } = await presets.known(ben.id, guild.id);
    expect(shared).toEqual([{ name: "Dark", userId: "1", userName: "Countess" }]);
  });

  it("takes its name there for everybody else and the server", async () => {
    await presets.save(ada, "Dark", { steps: 10 });
    await presets.save(ben, "dark", { steps: 20 });
    await presets.share(guild.id, sharedBy(ada, "Dark"));
    expect(await presets.share(guild.id, sharedBy(ben, "dark"))).toMatchObject({ userId: "1" });
    expect(await presets.save(guild, "DARK", { steps: 1 })).toMatchObject({ userName: "U1" });
    expect(await namesOf("2")).toEqual({ own: ["dark"], server: [], shared: ["Dark"] });
    await presets.unshare(guild.id, "dark", "2");
    expect((await namesOf("2")).shared).toEqual(["Dark"]);
    await presets.unshare(guild.id, "dark");
    expect(await presets.save(guild, "DARK", { steps: 1 })).toBe("added");
    expect(await presets.share(guild.id, sharedBy(ben, "dark"))).toBe("server's");
    expect(await presets.share(guild.id, sharedBy(ben, "other"))).toBe("gone");
  });

  it("is no longer shared anywhere once its author deletes it", async () => {
    await presets.save(ada, "Dark", { steps: 10 });
    await presets.share(guild.id, sharedBy(ada, "Dark"));
    await presets.share("200", sharedBy(ada, "Dark"));
    expect(await presets.remove(ada, "dark")).toBe(true);
    expect((await presets.known("2", guild.id)).shared).toEqual([]);
    expect((await presets.known("2", "200")).shared).toEqual([]);
    expect(await presets.remove(ada, "dark")).toBe(false);
  });
});

describe("the data of one person", () => {
  it("is handed out, and forgotten wherever it is, and nobody else's is", async () => {
    await presets.save(ada, "Dark", { steps: 10 });
    await presets.save(ada, "Light", { cfg_scale: 4 });
    await presets.save(ben, "Mine", { steps: 20 });
    await presets.save(guild, "House", { steps: 30 });
    await presets.share(guild.id, sharedBy(ada, "Dark"));
    await presets.share("200", sharedBy(ada, "Light"));
    await presets.share(guild.id, sharedBy(ben, "Mine"));
    expect(await presets.exportOf("1")).toMatchObject([
      { name: "Dark", values: { steps: 10 }, sharedIn: ["100"] },
      { name: "Light", values: { cfg_scale: 4 }, sharedIn: ["200"] },
    ]);
    await presets.forget("1");
    expect(await presets.exportOf("1")).toEqual([]);
    const everything = await Promise.all((await redis.keys("*")).map((key) => redis.get(key)));
    expect(everything.join("\n")).not.toMatch(/Dark|Light|U1/);
    expect(await namesOf("2")).toEqual({ own: ["Mine"], server: ["House"], shared: ["Mine"] });
  });
});
