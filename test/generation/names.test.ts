import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  choiceLabel,
  choiceValue,
  completeEntries,
  type Entry,
  findEntry,
  findModel,
  modelStem,
  nearestNames,
  readWeighted,
} from "../../src/generation/names.ts";
import { anyText } from "../harness/any-text.ts";
import { catalogOf } from "./sample.ts";

const entry = (name: string): Entry => ({ name });
const namesOf = (entries: readonly Entry[]) => entries.map(({ name }) => name);
const anyEntries = fc.uniqueArray(fc.oneof(anyText(["a", "b"], 6), anyText(["a", "b"], 150)), {
  maxLength: 60,
});

describe("completing a name", () => {
  const entries = ["a dream", "Dream", "DreamShaper", "my-dream", "nodream", "other"].map(entry);

  test("finds it anywhere in any case: the name itself, then beginnings, beginnings of words, the rest", () => {
    expect(namesOf(completeEntries(entries, " DREAM "))).toEqual([
      "Dream",
      "DreamShaper",
      "a dream",
      "my-dream",
      "nodream",
    ]);
  });

  test("offers everything in the webui's order while nothing is typed", () => {
    expect(completeEntries(entries, "")).toEqual(entries);
  });

  test("finds an entry by its label and its other names", () => {
    const found = { name: "sgm_uniform", label: "SGM Uniform", aliases: ["Turbo"] };
    expect(completeEntries([entry("karras"), found], "sgm u")).toEqual([found]);
    expect(completeEntries([entry("karras"), found], "turbo")).toEqual([found]);
  });

  test("finds full-width letters by plain ones", () => {
    expect(namesOf(completeEntries([entry("ＤＲＥＡＭ")], "dream"))).toEqual(["ＤＲＥＡＭ"]);
  });

  test("never offers more than 25, and only what holds the text, each once", () => {
    fc.assert(
      fc.property(anyEntries, anyText(["a", "b"], 3), (names, typed) => {
        const found = namesOf(completeEntries(names.map(entry), typed));
        const wanted = typed.normalize("NFKC").toLowerCase().trim();
        expect(found.length).toBeLessThanOrEqual(25);
        expect(new Set(found).size).toBe(found.length);
        for (const name of found) expect(name.normalize("NFKC").toLowerCase()).toContain(wanted);
      }),
    );
  });
});

describe("a choice", () => {
  test("fits Discord's 100 characters, and its value finds the very entry again", () => {
    fc.assert(
      fc.property(anyEntries, (names) => {
        const entries = names.map(entry);
        for (const each of entries) {
          expect(choiceValue(each.name).length).toBeLessThanOrEqual(100);
          expect(choiceLabel(each).length).toBeLessThanOrEqual(100);
          expect(findEntry(entries, choiceValue(each.name))).toBe(each);
        }
      }),
    );
  });

  test("shows both ends of a name that is too long, and its label where it has one", () => {
    const name = `begin-${"x".repeat(200)}-end`;
    expect(choiceLabel({ name })).toMatch(/^begin-x+…x+-end$/);
    expect(choiceLabel({ name, label: "Short" })).toBe("Short");
  });

  test("is cut between characters, not through one", () => {
    for (const name of ["😀".repeat(80), `x${"😀".repeat(80)}`]) {
      expect(choiceLabel({ name }).isWellFormed()).toBe(true);
    }
  });

  test("of a name over 100 characters finds the entry, not another that begins the same", () => {
    const names = ["a", "b"].map((end) => `${"x".repeat(120)}${end}`);
    for (const name of names)
      expect(findEntry(names.map(entry), choiceValue(name))).toEqual({ name });
  });
});

describe("finding an entry", () => {
  const entries: Entry[] = [
    { name: "Euler", aliases: ["k_euler"] },
    { name: "euler" },
    { name: "karras", label: "Karras" },
  ];

  test.each([
    ["Euler", "Euler"],
    ["euler", "euler"],
    ["EULER", "Euler"],
    [" k_Euler ", "Euler"],
    ["KARRAS", "karras"],
    ["eule", undefined],
    ["", undefined],
  ])("takes the exact spelling before any other: %s", (typed, name) => {
    expect(findEntry(entries, typed)?.name).toBe(name);
  });
});

describe("finding a model", () => {
  const { models } = catalogOf().lists;

  test.each([
    ["its title", "sub/dreamshaper_8.safetensors [879db523c3]"],
    ["its title in another case", "SUB/DreamShaper_8.safetensors [879DB523C3]"],
    ["its title without the hash", "sub/dreamshaper_8.safetensors"],
    ["its title with another hash", "sub/dreamshaper_8.safetensors [0123456789]"],
    ["its title with a long hash", `sub/dreamshaper_8.safetensors [${"0".repeat(64)}]`],
    ["its title without the ending", "sub/dreamshaper_8"],
    ["its title with another ending", "sub/dreamshaper_8.ckpt"],
    ["a title with a Windows folder", "sub\\dreamshaper_8.safetensors [879db523c3]"],
    ["the webui's name for it", "sub_dreamshaper_8"],
    ["its file's name", "dreamshaper_8"],
    ["its hash", "879db523c3"],
  ])("goes by %s", (_, typed) => {
    expect(findModel(models, typed)?.name).toBe("sub/dreamshaper_8.safetensors [879db523c3]");
  });

  test("finds a file that was given another name or folder by the hash in its old title", () => {
    const moved = [entry("other.ckpt [ffffff0000]"), entry("sub/new-title.safetensors [abc123]")];
    expect(findModel(moved, "old title [abc123]")).toBe(moved[1]);
    expect(findModel(moved, "OLD.safetensors [ABC123]")).toBe(moved[1]);
    const whole = { name: "new.ckpt", aliases: ["new", `879db523c3${"a".repeat(54)}`] };
    expect(findModel([...moved, whole], "old/name.ckpt [879db523c3]")).toBe(whole);
    expect(findModel([...moved, whole], `879db523c3${"a".repeat(54)}`)).toBe(whole);
    expect(findModel(moved, "old title [abc124]")).toBeUndefined();
  });

  test("takes the same hash before the same name, and eights for no hash", () => {
    const both = [entry("dream.ckpt [0123456789]"), entry("renamed.ckpt [abcdef0123]")];
    expect(findModel(both, "dream.ckpt [abcdef0123]")).toBe(both[1]);
    const eights = [entry("a.gguf [8888888888]"), entry("b.gguf [8888888888]")];
    expect(findModel(eights, "b [8888888888]")).toBe(eights[1]);
    expect(findModel(eights, "c.gguf [8888888888]")).toBeUndefined();
  });

  test("takes the title itself before one of the same stem", () => {
    const both = ["dream.ckpt [0123456789]", "dream.safetensors [abcdef0123]"].map(entry);
    for (const each of both) expect(findModel(both, each.name)).toBe(each);
    expect(findModel(both, "dream")).toBe(both[0]);
  });

  test("takes no part of a name for it", () => {
    expect(findModel(models, "dream")).toBeUndefined();
    expect(findModel(models, "")).toBeUndefined();
  });

  test("keeps what only looks like a hash or an ending", () => {
    expect(modelStem("model v1.5 [pruned].safetensors")).toBe("model v1.5 [pruned]");
    expect(modelStem("a/b\\c.gguf")).toBe("a_b_c");
  });
});

describe("the nearest names", () => {
  const entries = ["dreamshaper_8", "revAnimated", "realisticVision", "deliberate"].map(entry);

  test("begin with the one that was misspelt", () => {
    expect(nearestNames(entries, "dremshaper")[0]).toBe("dreamshaper_8");
    expect(nearestNames(entries, "REV")[0]).toBe("revAnimated");
    expect(nearestNames(entries, "realistic vison")[0]).toBe("realisticVision");
  });

  test("are labels, and looked for in all spellings", () => {
    const labelled = { name: "sgm_uniform", label: "SGM Uniform", aliases: ["turbo"] };
    expect(nearestNames([entry("karras"), labelled], "turbos", 1)).toEqual(["SGM Uniform"]);
  });

  test("are as many as asked for, or all there are, whatever was typed", () => {
    fc.assert(
      fc.property(anyEntries, anyText(), fc.nat(5), (names, typed, most) => {
        const found = nearestNames(names.map(entry), typed, most);
        expect(found).toHaveLength(Math.min(most, names.length));
        expect(names).toEqual(expect.arrayContaining(found));
      }),
    );
  });
});

describe("a name with a weight", () => {
  test.each([
    ["ink", "ink", undefined],
    ["ink:0.7", "ink", 0.7],
    ["ink:-1", "ink", -1],
    ["ink:0,7", "ink", 0.7],
    ["ink : 1", "ink : 1", undefined],
    ["ink :1", "ink", 1],
    ["a:b:1.25", "a:b", 1.25],
    ["ink:.5", "ink", 0.5],
    ["ink:+0.5", "ink", 0.5],
    ["ink:-,5", "ink", -0.5],
    ["ink:+", "ink:+", undefined],
    ["ink:", "ink:", undefined],
    [":1", ":1", undefined],
    ["ink:1e3", "ink:1e3", undefined],
  ])("is taken apart: %s", (text, name, weight) => {
    expect(readWeighted(text)).toEqual({ name, weight });
  });
});
