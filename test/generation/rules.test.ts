import { describe, expect, it } from "vitest";
import { keepKnown } from "../../src/generation/keep-known.ts";
import { limitNames } from "../../src/generation/limits.ts";
import { catalogOf } from "./sample.ts";
import { decideSetting, layersOf, noSettings, type Situation } from "../../src/generation/rules.ts";

const [patron, helper] = ["100000000000000001", "100000000000000002"];
const situation = (parts: Partial<Situation>): Situation => ({
  me: noSettings,
  channel: noSettings,
  server: noSettings,
  roleIds: [],
  ...parts,
});
const plain = (values: Record<string, unknown>) => ({ values, roles: {} });

describe("a limit", () => {
  it("has its usual value where nobody set it, and says that it comes from nowhere", () => {
    expect(decideSetting("max_waiting", situation({}))).toEqual({ value: 100 });
    expect(decideSetting("max_steps", situation({}))).toEqual({ value: 0 });
  });

  it("of the channel counts before the server's", () => {
    const server = plain({ max_steps: 50 });
    const channel = plain({ max_steps: 80 });
    expect(decideSetting("max_steps", situation({ server, channel }))).toEqual({
      value: 80,
      from: { scope: "channel" },
    });
  });

  it("of a role counts before everyone's, and the best role counts; 0 is better than any", () => {
    const server = {
      values: { max_steps: 20 },
      roles: { [patron]: { max_steps: 60 }, [helper]: { max_steps: 90 } },
    };
    const of = (...roleIds: string[]) =>
      decideSetting("max_steps", situation({ server, roleIds })).value;
    expect(of()).toBe(20);
    expect(of(patron)).toBe(60);
    expect(of(patron, helper)).toBe(90);
    server.roles[patron] = { max_steps: 0 };
    expect(of(helper, patron)).toBe(0);
  });

  it("of a pause is best where it is shortest", () => {
    const roles = { [patron]: { cooldown_seconds: 5 }, [helper]: { cooldown_seconds: 60 } };
    const server = { values: { cooldown_seconds: 30 }, roles };
    const found = decideSetting(
      "cooldown_seconds",
      situation({ server, roleIds: [helper, patron] }),
    );
    expect(found).toEqual({ value: 5, from: { scope: "server", role: patron } });
  });

  it("that this version cannot read counts for nothing", () => {
    const server = plain({ max_steps: "many" });
    expect(decideSetting("max_steps", situation({ server })).value).toBe(0);
  });
});

describe("a share", () => {
  it("is the greatest that the member's roles have, else everyone's, and usually 1", () => {
    const roles = { [patron]: { gpu_share: 2 }, [helper]: { gpu_share: 0.5 } };
    const of = (server: Situation["server"], ...roleIds: string[]) =>
      decideSetting("gpu_share", situation({ server, roleIds }));
    expect(of(noSettings)).toEqual({ value: 1 });
    expect(of({ values: { gpu_share: 3 }, roles }).value).toBe(3);
    expect(of({ values: { gpu_share: 3 }, roles }, helper).value).toBe(0.5);
    for (const ids of [
      [patron, helper],
      [helper, patron],
    ]) {
      expect(of({ values: {}, roles }, ...ids).from?.role).toBe(patron);
    }
    for (const unfit of [0, 11, "2"]) {
      expect(of(plain({ gpu_share: unfit }))).toEqual({ value: 1 });
    }
  });

  it("is no limit", () => {
    expect(limitNames).not.toContain("gpu_share");
    expect(limitNames).toContain("gpu_seconds_per_day");
  });
});

describe("lists", () => {
  it("of words are those of the channel and the server together", () => {
    const server = plain({ banned_words: ["a", "b"] });
    const channel = plain({ banned_words: ["b", "c"] });
    const { value } = decideSetting("banned_words", situation({ server, channel }));
    expect(new Set(value)).toEqual(new Set(["a", "b", "c"]));
  });

  it("of models are what any of the member's roles allows", () => {
    const roles = { [patron]: { allowed_models: ["x"] }, [helper]: { allowed_models: ["y"] } };
    const server = { values: { allowed_models: ["z"] }, roles };
    const of = (...roleIds: string[]) =>
      decideSetting("allowed_models", situation({ server, roleIds })).value;
    expect(of()).toEqual(["z"]);
    expect(of(patron, helper)).toEqual(["x", "y"]);
  });

  it("of blocked commands are what all of the member's roles have blocked", () => {
    const roles = {
      [patron]: { blocked_commands: ["upscale"] },
      [helper]: { blocked_commands: ["upscale", "control"] },
    };
    const server = { values: { blocked_commands: ["draw"] }, roles };
    const found = decideSetting(
      "blocked_commands",
      situation({ server, roleIds: [patron, helper] }),
    );
    expect(found.value).toEqual(["upscale"]);
  });
});

describe("a forced spoiler", () => {
  it("of the server cannot be taken away by a channel", () => {
    const server = plain({ forced_spoiler: true });
    const channel = plain({ forced_spoiler: false });
    expect(decideSetting("forced_spoiler", situation({ server, channel })).value).toBe(true);
  });
});

describe("the defaults of each scope", () => {
  it("are what can be read; what is unknown, unreadable or no parameter's is left out", () => {
    const server = plain({ steps: 30, cfg_scale: "much", nonsense: 1, max_steps: 5, seed: 4 });
    const layers = layersOf(situation({ server, me: plain({ steps: 12 }) }));
    expect(layers).toEqual([
      { from: "server", values: { steps: 30 } },
      { from: "channel", values: {} },
      { from: "me", values: { steps: 12 } },
    ]);
  });
});

describe("values of which some name what is not here", () => {
  it("are kept without it; of a list the entries that are known stay", () => {
    const values = {
      lora: ["add_detail:0.5", "gone"],
      styles: ["nowhere"],
      sampler_name: "Euler",
      steps: 3,
    };
    expect(keepKnown(values, [catalogOf()])).toEqual({
      values: { lora: ["add_detail:0.5"], sampler_name: "Euler", steps: 3 },
      unknown: { lora: ["gone"], styles: ["nowhere"] },
    });
  });
});
