import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { waitingRow } from "../../src/discord/buttons.ts";
import { listMessage } from "../../src/discord/admin.ts";
import { type Result, resultMessages, textMessage } from "../../src/discord/message.ts";
import type { Outgoing } from "../../src/discord/outgoing.ts";
import { readResult } from "../../src/discord/read-result.ts";
import { en } from "../../src/text/en.ts";
import { allTexts } from "../../src/text/text.ts";
import { anyText } from "../harness/any-text.ts";
import { requestOf } from "../generation/sample.ts";

/** A message as Discord gets it: https://docs.discord.com/developers/components/reference */
const item = z.strictObject({
  media: z.strictObject({ url: z.string() }),
  description: z.string().min(1).max(1024),
  spoiler: z.boolean(),
});
const emoji = z.strictObject({ name: z.string() });
const button = z.strictObject({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  emoji: emoji.optional(),
  label: z.string().min(1).max(80).optional(),
  custom_id: z.string().min(1).max(100),
});
const option = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  emoji,
});
const menu = z.strictObject({
  type: z.literal(3),
  custom_id: z.string().min(1).max(100),
  placeholder: z.string().min(1).max(150),
  options: z.array(option).min(1).max(25),
});
const component = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal(1),
    // Five buttons, or one menu.
    components: z
      .array(z.discriminatedUnion("type", [button, menu]))
      .min(1)
      .max(5)
      .refine((all) => all.length === 1 || all.every(({ type }) => type === 2)),
  }),
  z.strictObject({ type: z.literal(10), content: z.string().min(1).max(4000) }),
  z.strictObject({ type: z.literal(12), items: z.array(item).min(1).max(10) }),
]);
const body = z.strictObject({
  components: z.array(component).min(1).max(10),
  attachments: z.array(
    z.strictObject({ id: z.int(), filename: z.string(), description: z.string().min(1).max(1024) }),
  ),
  flags: z.literal(32_768),
  allowed_mentions: z.strictObject({ parse: z.array(z.never()), users: z.array(z.string()) }),
});

/** Read as Discord would, and taken apart. */
function read({ body: raw, files }: Outgoing) {
  const { components, attachments, allowed_mentions: mentions } = body.parse(raw);
  const text = components.flatMap((each) => (each.type === 10 ? [each.content] : [])).join("\n");
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_000);
  const all = components.flatMap((each) => (each.type === 1 ? each.components : [])).length;
  expect(components.length + all).toBeLessThanOrEqual(40);
  const items = components.flatMap((each) => (each.type === 12 ? each.items : []));
  const operable = components.flatMap((each) => (each.type === 1 ? each.components : []));
  expect(new Set(operable.map(({ custom_id: id }) => id)).size).toBe(operable.length);
  const buttons = operable.flatMap((each) => (each.type === 2 ? [each] : []));
  const menus = operable.flatMap((each) => (each.type === 3 ? [each] : []));
  // Every file is shown, in its order, and nothing else.
  expect(items.map(({ media }) => media.url)).toEqual(
    files.map(({ name }) => `attachment://${name}`),
  );
  expect(attachments.map(({ filename }) => filename)).toEqual(files.map(({ name }) => name));
  expect(attachments.map(({ id }) => id)).toEqual([...files.keys()]);
  return {
    text,
    items,
    buttons,
    menus,
    attachments,
    users: mentions.users,
    files,
    types: components.map(({ type }) => type),
  };
}

const MiB = 1024 * 1024;
const picture = (size = 8) => ({ bytes: Buffer.alloc(size), extension: "png", mime: "image/png" });
const pictures = (count: number, size?: number) =>
  Array.from({ length: count }, () => picture(size));

const resultOf = (values: Partial<Result> = {}): Result => ({
  id: "1234567890123456789",
  request: requestOf({ prompt: "a castle", model: "dream" }),
  userId: "5000000000000000000",
  userName: "Ada_L",
  pictures: [picture()],
  seeds: [7],
  model: "dream [0123456789]",
  size: { width: 512, height: 768 },
  remarks: [],
  canUpscale: true,
  ...values,
});
const pagesOf = (values: Partial<Result> = {}, mention = false) =>
  resultMessages(en, resultOf(values), mention).map(read);

describe("a result", () => {
  test("is a gallery, prompt and parameters below it, and the buttons under these", () => {
    const [page, ...further] = pagesOf();
    expect(further).toEqual([]);
    expect(page?.types).toEqual([12, 10, 1, 1]);
    expect(page?.text).toBe(
      "**a castle**\n-# Seed 7 · Model `dream [0123456789]` · Size 512×768 · Steps 20 · drawn for Ada\\_L",
    );
    expect(page?.buttons.map(({ emoji, custom_id: id }) => [emoji?.name, id])).toEqual([
      ["🎲", "again:1234567890123456789"],
      ["🖋", "edit:1234567890123456789"],
      ["🔀", "vary:1234567890123456789:1:subtle"],
      ["⬆️", "upscale:1234567890123456789:1"],
      ["🔍", "zoom:1234567890123456789:1"],
      [undefined, "vary:1234567890123456789:1:strong"],
      ["📋", "details:1234567890123456789"],
      ["❌", "remove:1234567890123456789:5000000000000000000"],
    ]);
  });

  test("of several pictures has a menu for each thing that is done to one of them", () => {
    const [page] = pagesOf({ pictures: pictures(3) });
    expect(page?.buttons.map((each) => each.emoji?.name)).toEqual(["🎲", "🖋", "📋", "❌"]);
    expect(
      page?.menus.map(({ custom_id: id, options }) => [id, options.map(({ value }) => value)]),
    ).toEqual([
      [
        "vary:1234567890123456789:menu:1",
        ["1:subtle", "1:strong", "2:subtle", "2:strong", "3:subtle", "3:strong"],
      ],
      ["upscale:1234567890123456789:menu:1", ["1", "2", "3"]],
      ["zoom:1234567890123456789:menu:1", ["1", "2", "3"]],
    ]);
    for (const { options } of page?.menus ?? []) {
      for (const { label, value } of options) expect(label).toContain(value.split(":")[0]);
    }
  });

  test("cannot be enlarged where no webui can do that", () => {
    const [page] = pagesOf({ canUpscale: false });
    expect(page?.buttons.map((each) => each.emoji?.name)).not.toContain("⬆️");
    const [several] = pagesOf({ canUpscale: false, pictures: pictures(2) });
    expect(several?.menus).toHaveLength(2);
  });

  test.each([
    [1, [1]],
    [4, [4]],
    [10, [10]],
    [11, [10, 1]],
    [25, [10, 10, 5]],
  ])("of %i pictures shows each by itself, ten to a message", (count, expected) => {
    const pages = pagesOf({ pictures: pictures(count) });
    expect(pages.map(({ files }) => files.length)).toEqual(expected);
    const names = pages.flatMap(({ files }) => files.map(({ name }) => name));
    expect(names).toEqual(
      Array.from({ length: count }, (_, index) => `easel-1234567890123456789-${index + 1}.png`),
    );
    if (expected.length === 1) return;
    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${expected.length}`);
    }
    expect(pages.slice(1).every(({ buttons }) => buttons.length === 0)).toBe(true);
  });

  test("says on each of its messages all that its buttons go by, but mentions and remarks on the first alone", () => {
    const seeds = Array.from({ length: 12 }, (_, index) => 7 + index);
    const of = { pictures: pictures(12), seeds, remarks: ["a remark"] };
    const [first, second] = pagesOf(of, true);
    expect(first?.text).toMatch(/<@5000000000000000000>[^]*a remark/);
    expect(second?.text).not.toMatch(/<@|a remark/);
    const read = readResult(second?.text ?? "", allTexts);
    expect(read).toMatchObject({ seeds, userName: "Ada_L" });
    expect(read?.values).toMatchObject({
      prompt: "a castle",
      model: "dream [0123456789]",
      width: 512,
    });
    const bodies = resultMessages(en, resultOf(of), true).map(({ body }) => body);
    expect(bodies.map((body) => body["allowed_mentions"])).toEqual([
      { parse: [], users: ["5000000000000000000"] },
      { parse: [], users: [] },
    ]);
  });

  test("of large pictures is spread over more messages, none over Discord's 25 MiB", () => {
    const sizes = [9, 9, 9, 9, 1, 1, 1, 30, 1];
    const pages = pagesOf({ pictures: sizes.flatMap((size) => pictures(1, size * MiB)) });
    expect(pages.map(({ files }) => files.length)).toEqual([2, 5, 1, 1]);
  });

  test("stays on its pages however small its pictures are made, so that posted ones need not change", () => {
    const made = [9, 9, 9, 1].map((size) => ({ ...picture(), placeBytes: size * MiB }));
    const pages = pagesOf({ pictures: made });
    expect(pages.map(({ files }) => files.length)).toEqual([2, 2]);
  });

  test("has every picture once and in its order, whatever their sizes", () => {
    const all = Buffer.alloc(25 * MiB);
    const size = fc.constantFrom(1, 2, 3, 12, 24, 25);
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 25 }), (sizes) => {
        const given = sizes.map((megabytes) => all.subarray(0, megabytes * MiB));
        const result = resultOf({ pictures: given.map((bytes) => ({ ...picture(), bytes })) });
        const pages = resultMessages(en, result, false).map(({ files }) =>
          files.map(({ data }) => data),
        );
        expect(pages.flat().every((data, index) => data === given[index])).toBe(true);
        expect(pages.flat()).toHaveLength(given.length);
        for (const page of pages) {
          const bytes = page
            .map((data) => (Buffer.isBuffer(data) ? data.length : NaN))
            .reduce((sum, length) => sum + length, 0);
          expect(page.length).toBeLessThanOrEqual(10);
          if (page.length > 1) expect(bytes).toBeLessThan(25 * MiB);
        }
      }),
    );
  });

  test("carries the prompt as alt text, cut to what Discord takes, and hides it as a spoiler if asked", () => {
    const [short] = pagesOf();
    expect(short?.items).toEqual([
      { media: expect.anything(), description: "a castle", spoiler: false },
    ]);
    const request = requestOf({ prompt: "x".repeat(3000), spoiler: true });
    const [long] = pagesOf({ request, pictures: pictures(2) });
    expect(long?.items.map(({ spoiler }) => spoiler)).toEqual([true, true]);
    for (const { description } of [...(long?.items ?? []), ...(long?.attachments ?? [])]) {
      expect(description).toBe(`${"x".repeat(1023)}…`);
    }
  });

  test("mentions its author when it comes late, and names them otherwise", () => {
    const [now] = pagesOf();
    expect(now?.users).toEqual([]);
    expect(now?.text).not.toContain("<@");
    const late = pagesOf({ pictures: pictures(12) }, true);
    expect(late.map(({ text }) => text.includes("<@5000000000000000000>"))).toEqual([true, false]);
    expect(late[0]?.users).toEqual(["5000000000000000000"]);
    expect(late[0]?.text).not.toContain("Ada");
  });

  test("still mentions its author when parameters and remarks are far too long", () => {
    const names = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(140));
    const [late] = pagesOf(
      {
        request: requestOf({
          prompt: "a",
          styles: names,
          lora: names,
          negative_prompt: "b".repeat(6000),
        }),
        remarks: [`${"c ".repeat(2000)}\`d\``],
        pictures: pictures(11),
      },
      true,
    );
    expect(late?.text).toContain(" · <@5000000000000000000> · Page 1 of 2");
    const before = late?.text.split("<@")[0] ?? "";
    expect(before.match(/`/g)?.length ?? 0).toSatisfy((ticks: number) => ticks % 2 === 0);
  });

  test("mentions nobody else, whatever prompt, name and remarks say", () => {
    const wild = anyText([
      "<@1>",
      "<@&2>",
      "@everyone",
      "@here",
      "*",
      "`",
      "||",
      "\u202e",
      "\u2067",
    ]);
    fc.assert(
      fc.property(wild, wild, fc.boolean(), (prompt, userName, mention) => {
        const request = requestOf({ prompt: `a ${prompt}`, negative_prompt: `b ${prompt}` });
        const [page] = pagesOf({ request, userName: `c ${userName}` }, mention);
        expect(page?.users).toEqual(mention ? ["5000000000000000000"] : []);
        expect(page?.text.match(/(?<!\\)<@/g) ?? []).toHaveLength(mention ? 1 : 0);
        expect(page?.text).not.toMatch(/@everyone|@here/i);
        // The line of the author and the seed is read in its own direction.
        expect(page?.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  test.each([
    ["letters", "x".repeat(6000)],
    ["marks, each of which is escaped", "*_".repeat(3000)],
    ["letters of three bytes", "城".repeat(6000)],
    ["emoji", "😀".repeat(3000)],
    ["lines", "a\n".repeat(3000)],
  ])("is one that Discord takes with prompts of 6,000 characters: %s", (_, text) => {
    const request = requestOf({ prompt: text, negative_prompt: text });
    const seeds = Array.from({ length: 25 }, (_, index) => 4_000_000_000 - index * 7);
    const remarks = [text, text];
    const [page] = pagesOf(
      { request, seeds, remarks, userName: "x".repeat(32), pictures: pictures(25) },
      true,
    );
    expect(page?.text).toContain("Seed 4000000000, 3999999993");
    expect(page?.text).toContain("`dream [0123456789]`");
    expect(
      page?.text.startsWith(`**${text.trim().slice(0, 1).replace("*", "\\*").slice(0, 1)}`),
    ).toBe(true);
    expect(page?.text).toContain("…");
  });

  test("says what it was drawn without, and each remark on a line of its own", () => {
    const request = requestOf({ prompt: "a\ncastle", negative_prompt: "people,\n*dogs*" });
    const [page] = pagesOf({ request, remarks: ["One.", "Two."] });
    const lines = page?.text.split("\n");
    expect(lines?.[0]).toBe("**a castle**");
    expect(lines?.[1]).toBe("-# Without: people, \\*dogs\\*");
    expect(lines?.slice(3)).toEqual(["-# ⚠️ One.", "-# ⚠️ Two."]);
  });
});

describe("a text of ours", () => {
  test("is one text, with ❌ for the job that it speaks of", () => {
    expect(read(textMessage(["One.", "Two."]))).toMatchObject({
      text: "One.\nTwo.",
      buttons: [],
      users: [],
      files: [],
    });
    expect(read(textMessage(["One."], [waitingRow("12", "5")])).buttons).toEqual([
      { type: 2, style: 2, emoji: { name: "❌" }, custom_id: "remove:12:5" },
    ]);
  });

  test.each(["x", "城", "😀", "*"])("is cut to what Discord takes: %s", (character) => {
    const { text } = read(textMessage([character.repeat(9000)]));
    expect(text).toMatch(/…$/);
    expect(text.isWellFormed()).toBe(true);
  });

  test("that is a list has whole lines, and says how many have no room", () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index} ${"城".repeat(150)}`);
    const shown = read(listMessage(en, lines)).text.split("\n");
    expect(shown.slice(0, -1)).toEqual(lines.slice(0, shown.length - 1));
    expect(shown.at(-1)).toBe(`-# and ${61 - shown.length} more`);
    expect(shown.length).toBeGreaterThan(15);
    expect(read(listMessage(en, lines.slice(0, 15))).text).toBe(lines.slice(0, 15).join("\n"));
  });
});
