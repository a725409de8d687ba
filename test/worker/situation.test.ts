import { describe, expect, test } from "vitest";
import type { Run } from "../../src/generation/estimate.ts";
import { begin, emptyLedger, type Ledger } from "../../src/generation/schedule/ledger.ts";
import type { GenerateJob } from "../../src/jobs.ts";
import type { Known } from "../../src/store/schedule.ts";
import {
  type Facts,
  loadingAt,
  modelAt,
  situationFor,
  toWaiting,
  withJob,
  withSettled,
} from "../../src/worker/situation.ts";
import { catalogOf, requestOf } from "../generation/sample.ts";
import { jobOf, replyOf } from "../queue/jobs.ts";

const model = "sub/dreamshaper_8.safetensors [879db523c3]";
const here = { name: "here", catalog: catalogOf({}, { webui: "here" }) };
const shunnedBy = (...names: string[]) => names.map((webui) => ({ webui, forGood: false }));
const known = (values: Partial<Known> = {}): Known => ({
  now: 1_000_000,
  ledger: emptyLedger,
  settled: {},
  lanes: {},
  shunned: new Map(),
  ...values,
});
const webui = (name: string, values: Partial<Facts["webuis"][number]> = {}) => ({
  name,
  up: true,
  state: "up" as const,
  drained: false,
  tended: true,
  catalog: catalogOf({}, { webui: name }),
  ...values,
});
const factsOf = (values: Partial<Facts> = {}): Facts => ({
  known: known(),
  waiting: (values.jobs ?? []).map(({ id }) => id),
  active: [],
  jobs: [],
  webuis: [webui("here"), webui("there")],
  runs: [],
  loaded: {},
  ...values,
});
const draws = (id: string, values: Parameters<typeof requestOf>[0] = {}): GenerateJob =>
  jobOf(id, { request: requestOf({ model, width: 512, height: 512, steps: 20, ...values }) });
const ask = (facts: Facts) => situationFor(here, facts, emptyLedger, 30);
/** Whether it fits here, and whether the others can do it. */
const whereFits = (facts: Facts) => {
  const { waiting, otherLanes } = ask(facts);
  return waiting.map((job) => [job.fitsHere, ...otherLanes.map((lane) => lane.can(job))]);
};

describe("what a webui can be given", () => {
  const rare = { model: "rare.safetensors" };
  const withRare = catalogOf({ models: [{ name: "rare.safetensors" }] }, { webui: "there" });

  test("is what it has everything for", () => {
    const jobs = [draws("1"), draws("2", rare), draws("3", { lora: ["nowhere"] })];
    const webuis = [webui("here"), webui("there", { catalog: withRare })];
    expect(whereFits(factsOf({ jobs, webuis }))).toEqual([
      [true, false],
      [false, true],
      // What nothing can do any more is taken anywhere, and its author is told so.
      [true, true],
    ]);
  });

  test("is not what only a webui that is away could do, which waits for that one", () => {
    const jobs = [draws("1", rare)];
    const away = { catalog: withRare, up: false, state: "down" as const };
    const facts = factsOf({ jobs, webuis: [webui("here"), webui("there", away)] });
    expect(whereFits(facts)).toEqual([[false]]);
  });

  test("is nothing before its lists were read", () => {
    const facts = factsOf({ jobs: [draws("1")] });
    const situation = situationFor({ name: "here", catalog: undefined }, facts, emptyLedger, 30);
    expect(situation.waiting.map(({ fitsHere }) => fitsHere)).toEqual([false]);
    expect(situation.otherLanes.map((lane) => situation.waiting.map(lane.can))).toEqual([[true]]);
  });

  test("is not what did not go well there, or anywhere", () => {
    const jobs = ["1", "2", "3", "4"].map((id) => draws(id));
    const shunned = new Map([
      ["1", shunnedBy("here")],
      ["2", shunnedBy("there", "here")],
      ["3", shunnedBy("*")],
      ["not waiting", shunnedBy("here")],
    ]);
    expect(whereFits(factsOf({ jobs, known: known({ shunned }) }))).toEqual([
      [false, true],
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  test("does not become what it cannot do because the one that can is to be left alone", () => {
    const jobs = [draws("1", rare)];
    const shunned = new Map([["1", shunnedBy("there")]]);
    const webuis = [webui("here"), webui("there", { catalog: withRare })];
    const facts = factsOf({ jobs, webuis, known: known({ shunned }) });
    expect(whereFits(facts)).toEqual([[false, false]]);
  });
});

describe("what is never to be tried again at a webui", () => {
  const jobs = [draws("1")];
  const shunned = new Map([["1", [{ webui: "here", forGood: true }]]]);
  const fitsWith = (...others: ReturnType<typeof webui>[]) =>
    whereFits(factsOf({ jobs, webuis: [webui("here"), ...others], known: known({ shunned }) }))[0];

  test("is left to another that could do it", () => {
    expect(fitsWith(webui("there"))).toEqual([false, true]);
  });

  test("is tried there all the same once no other could", () => {
    expect(fitsWith()).toEqual([true]);
    expect(fitsWith(webui("down", { state: "down", up: false }))).toEqual([true]);
    expect(fitsWith(webui("of a worker that is gone", { tended: false }))).toEqual([true]);
  });

  test("stays where it is for the moment in which nobody is to have it", () => {
    shunned.get("1")?.push({ webui: "*", forGood: false });
    expect(fitsWith()).toEqual([false]);
  });
});

describe("the other webuis", () => {
  const lanesOf = (facts: Facts) => ask(facts).otherLanes;

  test("are those that draw, and this one is not among them", () => {
    const webuis = [
      webui("here"),
      webui("up"),
      webui("drained", { drained: true }),
      webui("of a worker that stood still", { tended: false }),
      webui("rests", { state: "resting" }),
      webui("down", { state: "down", up: false }),
      webui("nobody's", { tended: false }),
    ];
    const loaded = Object.fromEntries(webuis.map(({ name }) => [name, name]));
    expect(lanesOf(factsOf({ webuis, loaded })).map((lane) => lane.loaded)).toEqual(["up"]);
  });

  test("are free when they have nothing, and else when what they have should be done", () => {
    const jobs = (...all: [id: string, until: number][]) => ({
      jobs: all.map(([id, until]) => ({ id, until })),
    });
    const lanes = {
      free: jobs(),
      done: jobs(["gone", 1_090_000]),
      busy: jobs(["1", 1_004_000]),
      two: jobs(["2", 1_004_000], ["3", 1_009_000]),
      late: jobs(["4", 994_000]),
      now: jobs(["5", 1_000_000]),
    };
    const names = [...Object.keys(lanes), "new"];
    const facts = factsOf({
      webuis: [webui("here"), ...names.map((name) => webui(name))],
      known: known({ lanes }),
      active: ["1", "2", "3", "4", "5"],
    });
    const seconds = lanesOf(facts).map((lane) => lane.freeInSeconds);
    const [free, done, busy, two, late, soon, fresh] = seconds;
    expect([free, done, fresh]).toEqual([0, 0, 0]);
    expect([busy, two]).toEqual([4, 9]);
    // What draws for six seconds longer than was thought may do so for six more.
    expect(late).toBe(6);
    expect(soon).toBeGreaterThan(0);
  });
});

describe("the model of a webui", () => {
  test("is the last one that it was given, else the one that it drew with last, in one spelling", () => {
    const lanes = { given: { model: "sub_dreamshaper_8", jobs: [] }, other: { jobs: [] } };
    const loaded = { given: "revAnimated.ckpt", other: "REVanimated.safetensors [0123456789]" };
    const facts = factsOf({ known: known({ lanes }), loaded });
    expect(modelAt("given", facts)).toBe("sub_dreamshaper_8");
    expect(modelAt("other", facts)).toBe("revanimated");
    expect(modelAt("new", facts)).toBeUndefined();
    const own = ["sub\\Dreamshaper_8.ckpt", "sub/dreamshaper_8", model].map(
      (name) => toWaiting(draws("1", { model: name }), [], "given").model,
    );
    expect(new Set(own)).toEqual(new Set([modelAt("given", facts)]));
  });

  test("is of no account for what is done with any", () => {
    const image = { hash: "0".repeat(64), width: 8, height: 8 };
    const job = jobOf("1", { request: { task: "describe", image, mode: "caption" } });
    expect(toWaiting(job, [], "here").model).toBeUndefined();
  });
});

describe("what is known of a job that waits", () => {
  test("is whose it is, since when, and what it takes on this webui, without loading", () => {
    const job = jobOf("1", {
      request: requestOf({ model, width: 512, height: 512, steps: 20 }),
      reply: replyOf({ userId: "5", guildId: undefined, askedAt: 7 }),
      share: { weight: 2, guildWeight: 3 },
    });
    const run = (name: string, seconds: number, swapped = false): Run => ({
      webui: name,
      model,
      cost: 20,
      seconds,
      swapped,
    });
    const runs = [1, 2, 3].flatMap(() => [run("here", 4), run("there", 40), run("here", 13, true)]);
    const { waiting, swapSeconds, boundSeconds } = ask(factsOf({ jobs: [job], runs }));
    expect(waiting).toEqual([
      {
        id: "1",
        userId: "5",
        guildId: "dm",
        weight: 2,
        guildWeight: 3,
        arrivedAt: 7,
        model: "sub_dreamshaper_8",
        cost: 4,
        fitsHere: true,
      },
    ]);
    expect([swapSeconds, boundSeconds]).toEqual([9, 30]);
    expect(toWaiting(job, runs, "there").cost).toBe(40);
    expect(loadingAt("here", [])).toBeGreaterThan(0);
  });
});

describe("the ledger, once more", () => {
  const beginning = (...ids: string[]): Ledger =>
    ids.reduce(
      (ledger, id) => begin(ledger, { ...toWaiting(draws(id), [], "here"), fitsHere: true }),
      emptyLedger,
    );
  const guildId = replyOf().guildId ?? "";
  const { cost } = toWaiting(draws("1"), [], "here");
  const paid = (ledger: Ledger) => ledger.guilds.times[guildId];

  test("has what was drawn paid for as long as that took, once it was said", () => {
    const ledger = beginning("1", "2");
    const facts = { waiting: ["9"], active: ["2"] };
    const settled = withSettled(
      factsOf({ ...facts, known: known({ ledger, settled: { "1": 12.5, strange: 3 } }) }),
    );
    expect(paid(settled)).toBe(cost + 12.5);
    expect(Object.keys(settled.drawing)).toEqual(["2"]);
    const nothing = withSettled(
      factsOf({ ...facts, known: known({ ledger, settled: { "1": 0 } }) }),
    );
    expect(paid(nothing)).toBe(cost);
  });

  test("has what vanished paid as it was charged, and keeps what is drawn or waits again", () => {
    const ledger = beginning("drawn", "lost", "vanished");
    const facts = factsOf({ waiting: ["lost"], active: ["drawn"], known: known({ ledger }) });
    const settled = withSettled(facts);
    expect(Object.keys(settled.drawing).sort()).toEqual(["drawn", "lost"]);
    expect(paid(settled)).toBe(3 * cost);
  });

  test("is empty when nothing is left, and the same where nothing happened", () => {
    const ledger = beginning("1");
    const ended = factsOf({ known: known({ ledger, settled: { "1": 4 } }) });
    expect(withSettled(ended)).toEqual(emptyLedger);
    const going = factsOf({ active: ["1"], known: known({ ledger }) });
    expect(withSettled(going)).toBe(ledger);
  });
});

describe("what is noted of a webui that is given a job", () => {
  const lanes = {
    here: {
      model: "a",
      jobs: [
        { id: "gone", until: 1_500_000 },
        { id: "drawn", until: 1_002_000 },
      ],
    },
  };
  const facts = (active: string[]) => factsOf({ known: known({ lanes }), active });

  test("is that it comes after what it still has, and when it should be done", () => {
    const given = { id: "1", model: "b", seconds: 3.2506 };
    expect(withJob(facts(["drawn"]), "here", given)).toEqual({
      model: "b",
      jobs: [
        { id: "drawn", until: 1_002_000 },
        { id: "1", until: 1_005_251, before: "a" },
      ],
    });
    expect(withJob(facts([]), "here", given).jobs).toEqual([
      { id: "1", until: 1_003_251, before: "a" },
    ]);
  });

  test("is no model where none is known", () => {
    const given = { id: "1", model: undefined, seconds: 1 };
    expect(withJob(facts([]), "new", given)).toEqual({ jobs: [{ id: "1", until: 1_001_000 }] });
  });
});
