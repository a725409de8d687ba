import { afterAll, beforeAll, expect, it } from "vitest";
import { createHeld, type Held } from "../../src/store/held.ts";
import { createRecords } from "../../src/store/records.ts";
import { startRedis, type TestRedis } from "../harness/private-redis.ts";

let server: TestRedis;
let held: Held;
beforeAll(async () => {
  server = await startRedis();
  held = createHeld(await server.connect(), 100);
});
afterAll(async () => server.close());

it("lets the oldest results go when there is no room for a new one, and never that itself", async () => {
  expect(await held.add("a", 60)).toEqual([]);
  expect(await held.add("b", 40)).toEqual([]);
  expect(await held.add("a", 60)).toEqual([]);
  expect(await held.add("c", 50)).toEqual(["a"]);
  await held.remove("b");
  expect(await held.add("d", 50)).toEqual([]);
  expect(await held.add("e", 500)).toEqual(["c", "d"]);
});

it("has one decision however many are made at the same moment", async () => {
  const records = createRecords(await server.connect());
  const all = ["approved:Ada", "rejected:Bo", "approved:Cy"];
  const said = await Promise.all(all.map((each) => records.claim("1", "verdict", each)));
  expect(new Set(said).size).toBe(1);
  expect(all).toContain(said[0]);
});
