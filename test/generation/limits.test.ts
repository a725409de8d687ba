import { describe, expect, test } from "vitest";
import type { Decided, Source } from "../../src/generation/decide.ts";
import {
  limitNames,
  type Limits,
  limitsOf,
  withinLimits,
  withinPixels,
} from "../../src/generation/limits.ts";
import { finalSize } from "../../src/generation/policy.ts";
import { createRequest, type Values } from "../../src/generation/request.ts";
import { noSettings, type Situation } from "../../src/generation/rules.ts";
import { createUpscale, sizeOf } from "../../src/generation/work.ts";
import { refusalOf } from "../harness/refusal.ts";

const none = Object.fromEntries(limitNames.map((name) => [name, 0])) as Limits;
const by = (source: Source, values: Values): Decided => ({
  values,
  from: Object.fromEntries(Object.keys(values).map((name) => [name, source])),
});
const image = { hash: "x", width: 600, height: 400 };

describe("the limits of a member", () => {
  const place = (values: Record<string, unknown>, roles = {}) => ({ values, roles });

  test("are the usual ones where nobody set any, most of them none", () => {
    const nowhere: Situation = {
      me: noSettings,
      channel: noSettings,
      server: noSettings,
      roleIds: [],
    };
    expect(limitsOf(nowhere)).toEqual({ ...none, max_waiting: 100, gpu_seconds_per_day: 7200 });
  });

  test("are the channel's before the server's, and before both the better of the roles", () => {
    const situation: Situation = {
      me: noSettings,
      channel: place({ max_steps: 10 }),
      server: place(
        { max_steps: 20, max_count: 2, cooldown_seconds: 60 },
        {
          "1": { max_count: 4, cooldown_seconds: 30 },
          "2": { max_count: 0, cooldown_seconds: 40 },
          "3": { max_count: 9 },
        },
      ),
      roleIds: ["1", "2"],
    };
    expect(limitsOf(situation)).toMatchObject({
      max_steps: 10,
      max_count: 0,
      cooldown_seconds: 30,
    });
    expect(limitsOf({ ...situation, roleIds: ["1"] })).toMatchObject({ max_count: 4 });
    expect(limitsOf({ ...situation, roleIds: [] })).toMatchObject({
      max_count: 2,
      cooldown_seconds: 60,
    });
  });
});

describe("a value over its limit", () => {
  const limits = { ...none, max_count: 4, max_steps: 30, max_upscale: 3 };

  test.each([
    ["draw", { count: 5 }, ["5 pictures", "limit here is 4"]],
    ["draw", { steps: 31 }, ["31 steps", "limit here is 30"]],
    ["upscale", { scale: 3.5 }, ["3.5 times", "limit here is 3 times"]],
  ] as const)("of %s %j is refused with what was asked and the limit", (task, values, words) => {
    for (const source of ["asked", "preset"] as const) {
      const said = refusalOf(() => withinLimits(by(source, values), task, limits));
      for (const each of words) expect(said).toContain(each);
    }
  });

  test.each(["me", "channel", "server", "profile"] as const)(
    "is lowered to it where %s decided it, for nobody asked for it now",
    (source) => {
      const decided = by(source, { count: 9, steps: 100, cfg_scale: 9 });
      expect(withinLimits(decided, "draw", limits).values).toEqual({
        count: 4,
        steps: 30,
        cfg_scale: 9,
      });
      expect(withinLimits(by(source, { scale: 8 }), "upscale", limits).values.scale).toBe(3);
    },
  );

  test("is lowered also where nobody said anything and what is usual is more", () => {
    const strict = { ...none, max_steps: 12, max_upscale: 1.5 };
    expect(withinLimits(by("asked", {}), "draw", strict).values).toEqual({ steps: 12 });
    expect(withinLimits(by("asked", {}), "upscale", strict).values).toEqual({ scale: 1.5 });
    expect(withinLimits(by("asked", {}), "describe", strict).values).toEqual({});
  });

  test("is what it is at the limit, and where there is none", () => {
    const most = by("asked", { count: 4, steps: 30 });
    expect(withinLimits(most, "draw", limits)).toEqual(most);
    const much = by("asked", { count: 25, steps: 150, scale: 8 });
    expect(withinLimits(much, "draw", none)).toEqual(much);
    expect(withinLimits(much, "upscale", none)).toEqual(much);
  });

  test("that is none at all is refused as such", () => {
    expect(refusalOf(() => withinLimits(by("server", { steps: 9999 }), "draw", limits))).toContain(
      "from 1 to 150",
    );
  });
});

type Sides = { width?: number; height?: number; hr_scale?: number; hr_upscaler?: string };

describe("a picture with more pixels than the limit", () => {
  const draw = (values: Values) => createRequest([{ prompt: "x", ...values }], 1);

  test.each([
    [{ width: 1024, height: 1024 }, "1,024 × 1,024"],
    [{ width: 512, height: 512, hr_scale: 2 }, "1,024 × 1,024"],
    // The webui's own default enlarges twice.
    [{ width: 512, height: 512, hr_upscaler: "Latent" }, "1,024 × 1,024"],
  ] as const)("as somebody asked for it, %j, is refused with both", (values, size) => {
    const said = refusalOf(() => withinPixels(draw(values), by("asked", values), 1024 * 1023));
    expect(said).toContain(size);
    expect(said).toContain("1,048,576 pixels");
    expect(said).toContain("1,047,552");
    const fits = draw(values);
    expect(withinPixels(fits, by("asked", values), 1024 * 1024)).toBe(fits);
    expect(withinPixels(fits, by("asked", values), 0)).toBe(fits);
  });

  test("by the picture that was given is refused", () => {
    const given = draw({ image, width: 600, height: 400 });
    expect(refusalOf(() => withinPixels(given, by("asked", {}), 200_000))).toContain("600 × 400");
    const enlarged = createUpscale([], image);
    expect(refusalOf(() => withinPixels(enlarged, by("asked", {}), 900_000))).toContain(
      "1,200 × 800 = 960,000",
    );
    expect(sizeOf(withinPixels(enlarged, by("asked", {}), 960_000)).width).toBe(1200);
  });

  test.each([
    [{ width: 1024, height: 768 }, 500_000],
    [{ width: 1024, height: 768, hr_scale: 2 }, 1_000_000],
    [{ width: 512, height: 512, hr_scale: 4, hr_upscaler: "Latent" }, 262_144],
    [{ width: 2048, height: 64 }, 70_000],
    [{ width: 64, height: 2048 }, 70_000],
    [{}, 100_000],
  ])("by defaults, %j, is made smaller in about its shape: at most %i", (values: Sides, most) => {
    const smaller = withinPixels(draw(values), by("server", values), most);
    const { width, height } = finalSize(smaller);
    expect(width * height).toBeLessThanOrEqual(most);
    expect(width * height).toBeGreaterThan(most / 2.5);
    const shape = (values.width ?? 512) / (values.height ?? 512);
    expect(Math.abs(Math.log(width / height / shape))).toBeLessThan(0.7);
  });

  test("keeps the second pass where there is room for some of it", () => {
    const values = { width: 512, height: 512, hr_scale: 2 };
    expect(withinPixels(draw(values), by("channel", values), 800 * 800)).toMatchObject({
      width: 512,
      hr_scale: 1.56,
    });
  });

  test("is refused where not even the smallest is small enough", () => {
    expect(refusalOf(() => withinPixels(draw({}), by("asked", {}), 4_000))).toContain("4,000");
  });
});
