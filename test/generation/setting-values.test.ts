import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typedSetting } from "../../src/discord/setting-words.ts";
import { UserError } from "../../src/errors.ts";
import { factsOf } from "../../src/generation/facts.ts";
import {
  combined,
  findSetting,
  readSetting,
  readSign,
} from "../../src/generation/setting-values.ts";
import {
  blockableCommands,
  isServerSetting,
  languages,
  schemaOf,
  serverSettings,
  type SettingName,
  settingNames,
} from "../../src/generation/settings.ts";
import { de } from "../../src/text/de.ts";
import { en } from "../../src/text/en.ts";
import { catalogOf } from "./sample.ts";

const known = { catalogs: [catalogOf()], commands: blockableCommands };
const read = (name: SettingName, typed: string) => readSetting(name, typed, known);

function refusalOf(name: SettingName, typed: string): string {
  try {
    read(name, typed);
  } catch (error) {
    if (error instanceof UserError) return error.say(en);
    throw error;
  }
  throw new Error(`${name} took ${typed}`);
}

const snowflake = fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n }).map(String);
const word = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,8})?$/).filter((text) => text !== "none");
const lists = known.catalogs[0]?.lists;
const namesIn = (suggest: keyof NonNullable<typeof lists>) =>
  (lists?.[suggest] ?? []).map(({ name }) => name);

/** Any value that the setting can have. */
function anyValue(name: SettingName): fc.Arbitrary<unknown> {
  if (isServerSetting(name)) {
    switch (serverSettings[name].kind) {
      case "amount":
        return fc.integer({ min: 0, max: name === "max_upscale" ? 8 : 25 });
      case "share":
        return fc.integer({ min: 1, max: 100 }).map((tenths) => tenths / 10);
      case "flag":
        return fc.boolean();
      case "words":
        return fc.uniqueArray(word, { maxLength: 9 });
      case "roles":
      case "people":
        return fc.uniqueArray(snowflake, { maxLength: 9 });
      case "channel":
        return snowflake;
      case "models":
        return fc.subarray(namesIn("models"));
      case "commands":
        return fc.subarray([...blockableCommands]);
      case "language":
        return fc.constantFrom(...languages);
    }
  }
  const { kind, min = 0, max = 1 } = factsOf(name);
  if (kind === "boolean") return fc.boolean();
  if (kind === "integer") return fc.integer({ min, max });
  if (kind === "number")
    return fc.integer({ min: min * 4, max: max * 4 }).map((value) => value / 4);
  if (kind === "ratio") return fc.constantFrom("16:9", "2.35:1");
  if (kind === "text") return word;
  const values: Partial<Record<SettingName, unknown[]>> = {
    model: namesIn("models"),
    styles: [["Ink"], ["Ink", "Old photo"]],
    lora: [["add_detail:0.7"], ["add_detail", "ink:0.5"]],
    sampler_name: namesIn("samplers"),
    scheduler: namesIn("schedulers"),
    vae: namesIn("vaes"),
    detailer: namesIn("detailers"),
    hr_upscaler: namesIn("hiresUpscalers"),
    upscaler: namesIn("upscalers"),
  };
  return fc.constantFrom(...(values[name] ?? []));
}

describe("a setting's value", () => {
  it.each(settingNames)("of %s is read back as it is written", (name) => {
    fc.assert(
      fc.property(anyValue(name), (value) => {
        expect(schemaOf(name).safeParse(value).success).toBe(true);
        expect(read(name, typedSetting(name, value, en.settings))).toEqual(value);
      }),
      { numRuns: 50 },
    );
  });

  it("is read back as it is written where a name holds a comma", () => {
    const catalog = catalogOf({
      models: [{ name: "day, night.ckpt" }],
      styles: [{ name: "Ink" }, { name: "Soft, warm" }],
      loras: [{ name: "fog, thick" }],
    });
    for (const [name, value] of [
      ["styles", ["Soft, warm", "Ink"]],
      ["lora", ["fog, thick:0.7"]],
      ["allowed_models", ["day, night.ckpt"]],
    ] as const) {
      const typed = typedSetting(name, value, en.settings);
      expect(readSetting(name, typed, { ...known, catalogs: [catalog] })).toEqual(value);
    }
  });

  it.each(settingNames)(
    "of %s is taken as it must be or refused in words, whatever is typed",
    (name) => {
      fc.assert(
        fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
          try {
            expect(schemaOf(name).safeParse(read(name, typed)).success).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
            expect((error as UserError).say(en)).not.toBe("");
          }
        }),
        { numRuns: 50 },
      );
    },
  );

  it.each(settingNames)("of %s, if it is a list, is not changed by a sign alone", (name) => {
    fc.assert(
      fc.property(anyValue(name), fc.constantFrom("+", " - "), (before, typed) => {
        const { sign, rest } = readSign(name, typed);
        if (!Array.isArray(before))
          expect({ sign, rest }).toEqual({ sign: undefined, rest: typed });
        else expect(combined(name, sign, before, [rest].filter(Boolean))).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it("of a name is kept in the webuis' own spelling", () => {
    expect(read("model", "DREAMSHAPER_8")).toBe("sub/dreamshaper_8.safetensors [879db523c3]");
    expect(read("allowed_models", "revanimated, 879db523c3")).toEqual([
      "revAnimated.ckpt",
      "sub/dreamshaper_8.safetensors [879db523c3]",
    ]);
  });

  it("that cannot be is refused with what could", () => {
    expect(refusalOf("model", "dreamshaper")).toContain("dreamshaper_8");
    expect(refusalOf("steps", "900")).toContain("from 1 to 150");
    expect(refusalOf("max_steps", "900")).toContain("from 0 to 150");
    expect(refusalOf("max_steps", "")).toContain("Maximum steps");
    expect(refusalOf("forced_spoiler", "perhaps")).toContain("yes or no");
    expect(refusalOf("tiling", "perhaps")).toContain("yes or no");
    expect(refusalOf("spoiler_roles", "@Patron")).toContain("mention roles");
    expect(refusalOf("audit_channel", "log")).toContain("mention a channel");
    expect(refusalOf("blocked_commands", "settings")).toContain("no command `settings`");
    expect(refusalOf("public_language", "xx")).toContain("pt-BR");
  });

  it("of roles and people may be typed as mentions, side by side", () => {
    expect(read("spoiler_roles", "<@&100000000000000001><@&100000000000000002>")).toHaveLength(2);
    expect(read("banned_people", "<@!100000000000000001>, 100000000000000002")).toHaveLength(2);
    expect(read("banned_people", "none")).toEqual([]);
  });
});

describe("a setting's name", () => {
  it("is found in any case, with blanks or hyphens", () => {
    expect(findSetting(" Max Steps ")).toBe("max_steps");
    expect(findSetting("cfg-scale")).toBe("cfg_scale");
  });

  it("is found by what it is called in the language of whoever asks", () => {
    expect(findSetting(" jobs AT once ", en)).toBe("max_waiting");
    expect(findSetting(de.settings.names.max_waiting.label, de)).toBe("max_waiting");
    expect(findSetting(de.parameters.sampler_name.label, de)).toBe("sampler_name");
  });

  it("that is none is answered with the nearest ones", () => {
    try {
      findSetting("max_step");
      expect.unreachable();
    } catch (error) {
      expect((error as UserError).say(en)).toContain("max_steps");
    }
  });
});
