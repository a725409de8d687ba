import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseNext } from "../../../src/generation/schedule/choose.ts";
import {
  charge,
  emptyLedger,
  guildTime,
  type Ledger,
  memberOf,
  memberTime,
  settle,
  type WaitingJob,
} from "../../../src/generation/schedule/ledger.ts";
import { fairOrder } from "../../../src/generation/schedule/order.ts";
import { drawingSeconds, inOrder, type Place } from "../../../src/generation/schedule/places.ts";

const guilds = ["one", "two", "three"] as const;
const users = ["ada", "bob", "cem", "dan"] as const;
const weights = fc.constantFrom(1, 2, 3);
/** Of every kind: the same again and again, so that there are equals, and any other. */
const seconds = fc.oneof(fc.constantFrom(5, 10), fc.double({ min: 0.5, max: 40, noNaN: true }));
const asked = fc.record({
  guildId: fc.constantFrom(...guilds),
  userId: fc.constantFrom(...users),
  cost: seconds,
  arrivedAt: fc.integer({ min: 0, max: 20 }),
});
/** A member's weight is the same in all that waits. */
const waiting = fc
  .record({
    jobs: fc.array(asked, { maxLength: 40 }),
    ofGuild: fc.tuple(weights, weights, weights),
    ofUser: fc.tuple(weights, weights, weights, weights),
  })
  .map(({ jobs, ofGuild, ofUser }) =>
    jobs.map((job, index): WaitingJob => ({
      ...job,
      id: String(index).padStart(2, "0"),
      weight: ofUser[users.indexOf(job.userId)] ?? 1,
      guildWeight: ofGuild[guilds.indexOf(job.guildId)] ?? 1,
      model: "a",
      fitsHere: true,
    })),
  );
const paid = fc
  .array(fc.record({ share: asked, seconds }), { maxLength: 8 })
  .map((all) =>
    all.reduce<Ledger>(
      (ledger, { share, seconds: each }) =>
        charge(ledger, { ...share, weight: 1, guildWeight: 1 }, each),
      emptyLedger,
    ),
  );

const ids = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id);
const sum = (jobs: readonly WaitingJob[]) => jobs.reduce((all, { cost }) => all + cost, 0);

/** What one webui with everything loaded is given, each time one is done in the time that was thought. */
function chosen(jobs: readonly WaitingJob[], before: Ledger): string[] {
  const order: string[] = [];
  let ledger = before;
  for (let left = [...jobs]; left.length > 0;) {
    const next = chooseNext({
      waiting: left,
      lane: { loaded: "a" },
      otherLanes: [],
      ledger,
      swapSeconds: 15,
      boundSeconds: 0,
    });
    if (next === undefined) break;
    const cost = left.find(({ id }) => id === next.id)?.cost ?? 0;
    left = left.filter(({ id }) => id !== next.id);
    ledger = settle(next.ledger, next.id, cost, left.length);
    order.push(next.id);
  }
  return order;
}

describe("the order of those who wait", () => {
  test("has every job once, and a member's own as they came", () => {
    fc.assert(
      fc.property(waiting, paid, (jobs, ledger) => {
        const order = fairOrder(jobs, ledger);
        expect(ids(order).sort()).toEqual(ids(jobs).sort());
        for (const member of new Set(jobs.map(memberOf))) {
          const own = order.filter((job) => memberOf(job) === member);
          const came = own.toSorted((a, b) => a.arrivedAt - b.arrivedAt || (a.id < b.id ? -1 : 1));
          expect(ids(own)).toEqual(ids(came));
        }
      }),
    );
  });

  test("is the one in which a webui is given them that need not load", () => {
    fc.assert(
      fc.property(waiting, paid, (jobs, ledger) => {
        expect(ids(fairOrder(jobs, ledger))).toEqual(chosen(jobs, ledger));
      }),
      { numRuns: 300 },
    );
  });

  test("is the same however they are listed", () => {
    fc.assert(
      fc.property(waiting, paid, (jobs, ledger) => {
        expect(fairOrder(jobs.toReversed(), ledger)).toEqual(fairOrder(jobs, ledger));
      }),
    );
  });

  test("gives nobody anything who had more for his weight than another who waits", () => {
    fc.assert(
      fc.property(waiting, paid, (jobs, before) => {
        const order = fairOrder(jobs, before);
        let ledger = before;
        for (const [index, next] of order.entries()) {
          const left = order.slice(index);
          for (const other of left) {
            expect(guildTime(ledger, next)).toBeLessThanOrEqual(guildTime(ledger, other));
            if (other.guildId === next.guildId)
              expect(memberTime(ledger, next)).toBeLessThanOrEqual(memberTime(ledger, other));
          }
          ledger = charge(ledger, next, next.cost);
        }
      }),
    );
  });

  test("gives who has three times the weight three times as much, of members and of servers", () => {
    const many = (userId: string, guildId: string, values: Partial<WaitingJob>) =>
      Array.from({ length: 40 }, (_, index): WaitingJob => ({
        id: `${guildId} ${userId} ${index}`,
        userId,
        guildId,
        weight: 1,
        guildWeight: 1,
        cost: 5,
        model: "a",
        fitsHere: true,
        arrivedAt: index,
        ...values,
      }));
    const members = [...many("ada", "one", { weight: 3 }), ...many("bob", "one", {})];
    const servers = [...many("ada", "one", { guildWeight: 3 }), ...many("ada", "two", {})];
    for (const jobs of [members, servers]) {
      const first = fairOrder(jobs, emptyLedger).slice(0, 40);
      expect(sum(first.filter((job) => memberOf(job) === "one/ada"))).toBe(150);
    }
  });
});

describe("the places", () => {
  const place = (values: Partial<Place> & { id: string }): Place => ({
    cost: 20,
    model: "a",
    userId: "ada",
    guildId: "one",
    weight: 1,
    guildWeight: 1,
    arrivedAt: 0,
    ...values,
  });
  const run = { webui: "w", model: "a", cost: 20, seconds: 10, swapped: false };

  test("begin with those that are drawn, as they stand, and are the very places that were given", () => {
    const places = [
      place({ id: "later", arrivedAt: 2 }),
      place({ id: "drawn", arrivedAt: 9 }),
      place({ id: "other", userId: "bob", arrivedAt: 3 }),
      place({ id: "first", arrivedAt: 1 }),
    ];
    const share = { userId: "ada", guildId: "one", weight: 1, guildWeight: 1, seconds: 5 };
    const drawing = { drawn: share };
    const order = inOrder(places, { ...emptyLedger, drawing }, []);
    expect(ids(order)).toEqual(["drawn", "first", "other", "later"]);
    for (const each of order) expect(places).toContain(each);
  });

  test("go by what drawing takes, as the runs of each model have it", () => {
    const places = [
      place({ id: "long", model: "slow", arrivedAt: 1 }),
      place({ id: "long again", model: "slow", arrivedAt: 2 }),
      place({ id: "short", model: "quick", userId: "bob", arrivedAt: 3 }),
      place({ id: "short again", model: "quick", userId: "bob", arrivedAt: 4 }),
      place({ id: "short once more", model: "quick", userId: "bob", arrivedAt: 5 }),
    ];
    const runs = [1, 2, 3].flatMap(() => [
      { ...run, model: "slow", seconds: 30, webui: "" },
      { ...run, model: "quick", seconds: 10, webui: "" },
    ]);
    expect(ids(inOrder(places, emptyLedger, runs))).toEqual([
      "long",
      "short",
      "short again",
      "short once more",
      "long again",
    ]);
  });

  test("are guessed at by what is asked for, where nothing was measured yet", () => {
    expect(drawingSeconds([], { cost: 20 })).toBe(5);
    expect(drawingSeconds([], { cost: 40, model: "a" }, "w")).toBe(10);
    expect(drawingSeconds([run], { cost: 40, model: "a" }, "w")).toBe(20);
    expect(drawingSeconds([run], { cost: 20, model: "never seen" }, "never seen")).toBe(10);
  });
});
