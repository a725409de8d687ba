import { describe, expect, test } from "vitest";
import { chooseNext, type Situation } from "../../../src/generation/schedule/choose.ts";
import {
  begin,
  charge,
  emptyLedger,
  settle,
  tidy,
  type WaitingJob,
} from "../../../src/generation/schedule/ledger.ts";
import { turnsOf } from "../../../src/generation/schedule/turns.ts";
import { easel } from "../../bench/scheduling/rules.ts";
import { simulate } from "../../bench/scheduling/simulate.ts";
import type { Asked } from "../../bench/scheduling/workload.ts";

const waits = (values: Partial<WaitingJob> & { id: string }): WaitingJob => ({
  userId: "ada",
  guildId: "guild",
  weight: 1,
  guildWeight: 1,
  cost: 5,
  model: "a",
  fitsHere: true,
  arrivedAt: 0,
  ...values,
});
const lane = (loaded: string | undefined, freeInSeconds: number, can = true) => ({
  loaded,
  freeInSeconds,
  can: () => can,
});
const choose = (waiting: WaitingJob[], values: Partial<Situation> = {}) =>
  chooseNext({
    waiting,
    lane: { loaded: "a" },
    otherLanes: [],
    ledger: emptyLedger,
    swapSeconds: 15,
    boundSeconds: 30,
    ...values,
  });
const asks = (values: Partial<Asked> & { id: string }): Asked => ({
  userId: "ada",
  guildId: "guild",
  weight: 1,
  guildWeight: 1,
  model: "a",
  at: 0,
  seconds: 5,
  estimate: 5,
  ...values,
});
const many = (count: number, values: Partial<Asked>) =>
  Array.from({ length: count }, (_, index) =>
    asks({ ...values, id: `${values.userId}-${String(index).padStart(2, "0")}` }),
  );
/** Who is drawn for, one letter a job. */
const order = (asked: Asked[], webuis = 1, swapSeconds = 15) =>
  simulate(
    { asked, swapSeconds, webuis: Array.from({ length: webuis }, (_, at) => ({ name: `${at}` })) },
    easel(30),
  )
    .given.map(({ job }) => job.userId.charAt(0))
    .join("");

const countOf = (name: string, orders: string) => orders.split(name).length - 1;

describe("the next job", () => {
  test("is nothing where nothing waits, or nothing can be done here", () => {
    expect(choose([])).toBeUndefined();
    expect(choose([waits({ id: "1", fitsHere: false })])).toBeUndefined();
  });

  test("is the one of who had least, by weight", () => {
    const ada = waits({ id: "1" });
    const bob = waits({ id: "2", userId: "bob", arrivedAt: 1 });
    expect(choose([bob, ada])?.id).toBe("1");
    const paid = charge(emptyLedger, ada, 10);
    expect(choose([bob, ada], { ledger: paid })?.id).toBe("2");
    const both = charge(charge(emptyLedger, { ...ada, weight: 4 }, 20), bob, 10);
    expect(choose([bob, ada], { ledger: both })?.id).toBe("1");
  });

  test("is one whose model is loaded, until the turn of another was put off by the bound", () => {
    const late = "123456789"
      .split("")
      .map((id) => waits({ id, userId: `user ${Number(id) % 2}`, arrivedAt: Number(id) }));
    const first = waits({ id: "first", userId: "bob", model: "b" });
    let waiting = [first, ...late];
    let ledger = emptyLedger;
    const drawn: string[] = [];
    while (waiting.length > 0) {
      const next = choose(waiting, { ledger });
      if (next === undefined) break;
      drawn.push(next.id);
      ledger = next.ledger;
      waiting = waiting.filter(({ id }) => id !== next.id);
      if (next.id === "first") break;
      expect(ledger.putOff).toEqual({ "guild/bob": drawn.length * 5 });
    }
    expect(drawn).toEqual(["1", "2", "3", "4", "5", "6", "first"]);
    expect(ledger.putOff).toEqual({});
  });

  test("is not one that a free webui can draw without loading", () => {
    const b = waits({ id: "b", model: "b" });
    const c = waits({ id: "c", model: "c", arrivedAt: 1 });
    expect(choose([b, c], { otherLanes: [lane("b", 0)] })?.id).toBe("c");
    expect(choose([b], { otherLanes: [lane("b", 0)] })).toBeUndefined();
    expect(choose([b], { otherLanes: [lane("b", 0, false)] })?.id).toBe("b");
    // Whose turn was put off as long as may be is served there, at once.
    const a = waits({ id: "a", userId: "bob", arrivedAt: 2 });
    const ledger = { ...emptyLedger, putOff: { "guild/ada": 30 } };
    expect(choose([b, a], { otherLanes: [lane("b", 0)], ledger })?.id).toBe("a");
    expect(choose([b, a], { otherLanes: [lane("b", 1)], ledger })?.id).toBe("b");
  });

  test("is left to a webui that has its model and begins it sooner, but not to one that is long busy", () => {
    const b = waits({ id: "b", model: "b" });
    expect(choose([b], { otherLanes: [lane("b", 3)] })).toBeUndefined();
    expect(choose([b], { otherLanes: [lane("b", 40)] })?.id).toBe("b");
    const more = "1234".split("").map((id) => waits({ id, model: "b", arrivedAt: 1 }));
    expect(choose([b, ...more], { otherLanes: [lane("b", 3)] })?.id).toBe("b");
  });

  test("needs no model loaded where it names none", () => {
    const upscale = waits({ id: "up", model: undefined });
    const other = waits({ id: "other", userId: "bob", model: "b", arrivedAt: -1 });
    expect(choose([other, upscale])?.id).toBe("up");
  });

  test("is the same in whatever order those that wait are listed", () => {
    const waiting = "1234567".split("").map((id) => waits({ id, userId: id, model: "b" }));
    const next = choose(waiting);
    expect(next?.id).toBe("1");
    expect(choose(waiting.toReversed())).toEqual(next);
  });
});

describe("a queue", () => {
  test("of sixty by one member lets another's one through next, or after one more", () => {
    const flood = many(60, { userId: "Ada" });
    for (const [webuis, model] of [
      [1, "a"],
      [1, "b"],
      [2, "a"],
      [2, "b"],
    ] as const) {
      const [one] = many(1, { userId: "Bob", at: 21, model });
      const orders = order([...flood, ...(one === undefined ? [] : [one])], webuis);
      // Two of each webui had begun.
      expect([0, 1], `${webuis} webuis, model ${model}`).toContain(
        orders.indexOf("B") - 2 * webuis,
      );
    }
  });

  test("of a newcomer does not overtake one that was there before", () => {
    const orders = order([...many(12, { userId: "Ada" }), ...many(6, { userId: "Bob", at: 31 })]);
    expect(orders).toBe("AAAABABABABABABAAA");
  });

  test("of who comes back has nothing saved up", () => {
    const orders = order([
      ...many(1, { userId: "Bob" }),
      ...many(30, { userId: "Ada" }),
      ...many(5, { userId: "Bobby", at: 1 }).map((job) => ({ ...job, at: 101, userId: "Bob" })),
    ]);
    expect(orders.slice(orders.indexOf("B", 2))).toMatch(/^BABABABABA*$/);
  });

  test("is shared by GPU time, not by jobs", () => {
    const orders = order(
      [
        ...many(8, { userId: "Ada", seconds: 20, estimate: 20 }),
        ...many(40, { userId: "Bob" }),
      ].map((job) => ({ ...job, guildId: "guild" })),
    );
    expect(countOf("A", orders.slice(0, 25))).toBe(5);
  });

  test("is shared by the weight of a role", () => {
    const orders = order([
      ...many(40, { userId: "Ada", weight: 3 }),
      ...many(40, { userId: "Bob" }),
    ]);
    expect(countOf("A", orders.slice(0, 40))).toBe(30);
  });

  test("is shared among servers first, then within each", () => {
    const orders = order([
      ...many(40, { userId: "Ada", guildId: "one" }),
      ...["Bob", "Cem", "Dan", "Eve"].flatMap((userId) =>
        many(20, { userId, guildId: "two", guildWeight: 2 }),
      ),
    ]);
    const drawn = ["A", "B", "C", "D", "E"].map((name) => countOf(name, orders.slice(0, 48)));
    expect(drawn).toEqual([16, 8, 8, 8, 8]);
  });

  test("draws what a member asked for first, though the member goes on asking for another model", () => {
    const orders = simulate(
      {
        asked: [
          ...many(1, { userId: "Ada" }),
          asks({ id: "rare", userId: "Ada", model: "b", at: 1 }),
          ...many(40, { userId: "Ada" }).map((job) => ({ ...job, id: `more ${job.id}`, at: 2 })),
        ],
        swapSeconds: 15,
        webuis: [{ name: "0" }],
      },
      easel(30),
    ).given.map(({ job }) => job.id);
    expect(orders.indexOf("rare")).toBe(7);
  });
});

describe("the ledger", () => {
  const ada = waits({ id: "1" });
  const bob = waits({ id: "2", userId: "bob", weight: 2, guildWeight: 2 });

  test("charges what a job is thought to take, and then what it took", () => {
    const begun = begin(emptyLedger, bob);
    expect(begun.guilds.times).toEqual({ guild: 2.5 });
    const ended = settle(begun, "2", 9, 1);
    expect(ended.guilds.times).toEqual({ guild: 4.5 });
    expect(ended.members["guild"]?.times).toEqual({ bob: 4.5 });
    expect(settle(ended, "2", 9, 1)).toEqual(ended);
  });

  test("pays back for a job that was lost by its worker, and charges it once", () => {
    const first = choose([ada, bob]);
    const again = choose([ada, bob], { ledger: first?.ledger ?? emptyLedger });
    expect(again).toEqual(first);
  });

  test("forgets everything when nothing waits and nothing is drawn", () => {
    const begun = begin(begin(emptyLedger, ada), bob);
    expect(settle(begun, "1", 5, 0).drawing).toHaveProperty("2");
    expect(settle(settle(begun, "1", 5, 0), "2", 5, 0)).toEqual(emptyLedger);
  });

  test("forgets what was counted for jobs that wait no longer", () => {
    const passed = { "guild/gone": { old: 5 }, "guild/ada": { gone: 5, "3": 5 } };
    const ledger = { ...emptyLedger, putOff: { "guild/gone": 5 }, passed };
    const next = choose([ada, bob, { ...ada, id: "3", arrivedAt: 1 }], { ledger });
    expect(next?.id).toBe("1");
    expect(next?.ledger.putOff).toEqual({});
    expect(next?.ledger.passed).toEqual({ "guild/ada": { "3": 5 } });
  });

  test("forgets who is gone, and has nobody stand below the floor", () => {
    const paid = charge(charge(emptyLedger, ada, 10), { ...bob, guildId: "gone" }, 5);
    const turns = turnsOf([ada], paid);
    const tidied = tidy(paid, turns, turns);
    expect(tidied.guilds).toEqual({ floor: 10, times: {} });
    expect(tidied.members).toEqual({ guild: { floor: 10, times: {} } });
    expect(turnsOf([bob, { ...ada, arrivedAt: 1 }], tidied).map(({ time }) => time)).toEqual([
      10, 10,
    ]);
  });
});
