import { describe, expect, test } from "vitest";
import { listOf } from "../../src/generation/catalog.ts";
import {
  bookEntryOf,
  emptyBook,
  type ModelBook,
  withEntry,
  withHashes,
} from "../../src/generation/model-book.ts";
import {
  completeEntries,
  type Entry,
  findModel,
  nearestNames,
} from "../../src/generation/names.ts";
import { serverModels } from "../../src/generation/server-models.ts";
import { viewOf } from "../../src/generation/server-view.ts";
import { complete } from "../../src/bot/complete.ts";
import { catalogOf } from "./sample.ts";

const dream: Entry = { name: "sub/dream_8.safetensors [879db523c3]", aliases: ["879db523c3"] };
const rev: Entry = { name: "rev.ckpt" };
const having = (...models: Entry[]) => [catalogOf({ models })];
const here = having(dream, rev);
const named = (book: ModelBook, entry: Entry, name: string, catalogs = here) =>
  withEntry(book, entry, catalogs, (known) => ({ ...known, name }));

describe("a server's book of models", () => {
  const book = named(emptyBook, dream, "Dreamy");

  test("keeps what was said under a key that a changed title does not change, the hash beside it", () => {
    expect(book.models).toEqual({
      sub_dream_8: { title: dream.name, hash: "879db523c3", name: "Dreamy" },
    });
    for (const title of ["sub/dream_8.safetensors", "SUB\\Dream_8.ckpt [0000000001]"]) {
      expect(bookEntryOf(book, { name: title }, having({ name: title }))?.name).toBe("Dreamy");
    }
  });

  test("finds a renamed file by its hash, unless the old one is still here", () => {
    const renamed = { name: "other/name.safetensors [879db523c3]" };
    expect(bookEntryOf(book, renamed, having(renamed))?.name).toBe("Dreamy");
    expect(bookEntryOf(book, renamed, having(renamed, dream))).toBeUndefined();
    expect(bookEntryOf(book, { name: "x [879db523c4]" }, here)).toBeUndefined();
    const long = { name: "x.ckpt", aliases: [`879db523c3${"0".repeat(54)}`] };
    expect(bookEntryOf(book, long, having(long))?.name).toBe("Dreamy");
  });

  test("moves what was said to the new name when it is changed there", () => {
    const renamed = { name: "new.safetensors [879db523c3]" };
    const changed = withEntry(book, renamed, having(renamed), (known) => ({
      ...known,
      hidden: true,
    }));
    expect(changed.models).toEqual({
      new: { title: renamed.name, hash: "879db523c3", name: "Dreamy", hidden: true },
    });
  });

  test("forgets a model of which nothing is said any more", () => {
    const changed = withEntry(book, dream, here, ({ name: _name, ...known }) => known);
    expect(changed.models).toEqual({});
  });

  test("learns a hash that came to be known later, and only then changes", () => {
    const early = named(emptyBook, { name: "sub/dream_8.safetensors" }, "Dreamy", having());
    expect(early.models["sub_dream_8"]?.hash).toBeUndefined();
    expect(withHashes(early, having(rev))).toBeUndefined();
    const learned = withHashes(early, here);
    expect(learned?.models["sub_dream_8"]).toMatchObject({ hash: "879db523c3", name: "Dreamy" });
    expect(learned && withHashes(learned, here)).toBeUndefined();
  });
});

describe("the lists as a server shows them", () => {
  const book = withEntry(named(emptyBook, dream, "Dreamy"), rev, here, (known) => ({
    ...known,
    hidden: true,
  }));
  const models = listOf(viewOf(here, book), "models");

  test("offer a model under its display name, which stands for it like all its other names", () => {
    expect(complete("model", "drea", viewOf(here, book))).toEqual([
      { name: "Dreamy", value: dream.name },
    ]);
    for (const typed of ["dreamy", "sub/dream_8", dream.name, "879db523c3"]) {
      expect(findModel(models, typed)?.name).toBe(dream.name);
    }
  });

  test("leave hidden models out of what is offered, not out of what is found", () => {
    expect(completeEntries(models, "").map(({ name }) => name)).toEqual([dream.name]);
    expect(nearestNames(models, "rev")).toEqual(["Dreamy"]);
    expect(findModel(models, "rev")?.name).toBe("rev.ckpt");
  });

  test("offer what is not allowed as little", () => {
    const view = viewOf(here, emptyBook, ["REV"]);
    expect(completeEntries(listOf(view, "models"), "")).toEqual([rev]);
  });

  test("offer a file once that two webuis call differently, and two of the same name apart", () => {
    const late = { name: "sub/dream_8.safetensors" };
    const twin = { name: "sub/dream_8.safetensors [1111111111]" };
    const offered = (second: Entry) =>
      complete("model", "", viewOf([...having(dream), ...having(second)], book));
    expect(offered(late)).toEqual([{ name: "Dreamy", value: dream.name }]);
    expect(offered(twin).map(({ name }) => name)).toEqual(["Dreamy", twin.name]);
  });

  test("are quickly made and searched with 300 models", () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      name: `folder/model-number-${i}.safetensors [${(i + 0x1234567890).toString(16)}]`,
      aliases: [`folder_model-number-${i}`, `model-number-${i}`],
    }));
    const catalogs = having(...many);
    const full = many.reduce((known, entry) => named(known, entry, `N ${entry.name}`, catalogs), {
      ...emptyBook,
    } as ModelBook);
    const found = complete("model", "number-299", viewOf(catalogs, full));
    expect(found.map(({ value }) => value)).toEqual([many[299]?.name]);
  });
});

describe("the models of a server", () => {
  test("are those of all webuis, each with where it is, and those that are missing", () => {
    const book = named(named(emptyBook, dream, "Dreamy"), { name: "gone.ckpt" }, "Gone");
    const second = catalogOf({ models: [{ name: "sub/dream_8.safetensors" }] }, { webui: "two" });
    const found = serverModels([...here, second], book, {
      allowed: ["dreamy"],
      defaults: ["lost.ckpt [0000000001]", "rev"],
    });
    expect(
      found.map(({ entry, webuis, allowed }) => [
        entry.label ?? entry.name,
        webuis.length,
        allowed,
      ]),
    ).toEqual([
      ["Dreamy", 2, true],
      ["rev.ckpt", 1, false],
      ["lost.ckpt [0000000001]", 0, false],
      ["Gone", 0, false],
    ]);
  });
});
