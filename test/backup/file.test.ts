import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Entry, kinds, readEntry, toLine } from "../../src/backup/entry.ts";
import { explainFailure } from "../../src/backup/errors.ts";
import { readBackup } from "../../src/backup/read-file.ts";
import { writeBackup } from "../../src/backup/write-file.ts";
import { backup as words } from "../../src/text/host/backup.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "easel-test-"));
});
afterAll(async () => rm(folder, { recursive: true }));

const never = new AbortController().signal;
const bytes = fc
  .oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: "binary", maxLength: 20 }))
  .map((value) => Buffer.from(value as string));
const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    key: bytes,
    kind: fc.constantFrom(...kinds),
    expires: fc.option(fc.nat({ max: 2 ** 45 }), { nil: undefined }),
    parts: fc.array(bytes, { minLength: 2, maxLength: 8 }),
  })
  .map((entry) => ({
    ...entry,
    parts: entry.parts.slice(0, entry.kind === "string" ? 1 : entry.parts.length & ~1),
  }));

async function* inBatches(entries: Entry[]): AsyncGenerator<Entry[]> {
  for (let index = 0; index < entries.length; index += 3) yield entries.slice(index, index + 3);
}
async function write(name: string, entries: Entry[]): Promise<string> {
  const file = join(folder, name);
  await writeBackup(file, inBatches(entries), ["record"], never);
  return file;
}
async function read(name: string): Promise<Entry[]> {
  const handle = await open(name);
  try {
    const entries: Entry[] = [];
    for await (const entry of readBackup({ name, handle })) entries.push(entry);
    return entries;
  } finally {
    await handle.close();
  }
}
async function refusalOf(content: Buffer): Promise<string> {
  const file = join(folder, "refused");
  await writeFile(file, content);
  const failure = await read(file).then(
    () => new Error("was not refused"),
    (error: unknown) => error,
  );
  return explainFailure(failure, words).replace(file, "FILE");
}

describe("a line of a backup", () => {
  it("brings back every byte of every key and value, and is one line", () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const line = toLine(entry);
        expect(line).not.toContain("\n");
        expect(readEntry(JSON.parse(line))).toEqual(entry);
      }),
    );
  });

  it("shows text as text", () => {
    const line = toLine({
      key: Buffer.from("{easel}:record:1"),
      kind: "string",
      expires: 5,
      parts: [Buffer.from("señal")],
    });
    expect(line).toBe('{"key":"{easel}:record:1","type":"string","expires":5,"value":["señal"]}');
  });
});

describe("the file of a backup", () => {
  const entry = (id: number, value: string): Entry => ({
    key: Buffer.from(`{easel}:record:${id}`),
    kind: "string",
    expires: undefined,
    parts: [Buffer.from(value)],
  });

  it("gives back all that was written, lines of megabytes too", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 20 }), async (entries) => {
        expect(await read(await write("any", entries))).toEqual(entries);
      }),
      { numRuns: 15 },
    );
    const large = [entry(1, "x".repeat(3_000_000)), entry(2, "é".repeat(1_000_000))];
    expect(await read(await write("large", large))).toEqual(large);
  });

  it("is its owner's alone, and takes the place of an older one only when it is whole", async () => {
    const file = await write("kept", [entry(1, "old")]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    async function* breaking() {
      yield [entry(2, "new")];
      throw new Error("away");
    }
    await expect(writeBackup(file, breaking(), [], never)).rejects.toThrow("away");
    expect(await read(file)).toEqual([entry(1, "old")]);
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("is refused wherever it is cut off", async () => {
    const whole = await readFile(await write("whole", [entry(1, "a"), entry(2, "b")]));
    const lines = gunzipSync(whole).toString().trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    for (let length = 0; length < whole.length; length += 1) {
      const refusal = await refusalOf(whole.subarray(0, length));
      expect(refusal).toMatch(/^FILE is (?:cut off|not a backup)/);
    }
    for (let count = 1; count < lines.length; count += 1) {
      const cut = gzipSync(`${lines.slice(0, count).join("\n")}\n`);
      expect(await refusalOf(cut)).toMatch(/^FILE is cut off/);
    }
  });

  it("is refused when a byte of it is another", async () => {
    const whole = await readFile(await write("whole", [entry(1, "a"), entry(2, "b")]));
    const lines = gunzipSync(whole).toString();
    expect(await refusalOf(gzipSync(lines.replace('"a"', '"c"')))).toMatch(/^FILE is damaged/);
    expect(await refusalOf(gzipSync(`${lines}\n`))).toMatch(/^FILE is damaged/);
    expect(await refusalOf(gzipSync(lines.replace(/.*record:1.*\n/, "")))).toMatch(/damaged/);
    const [header = "", first = "", ...rest] = lines.split("\n");
    const swapped = [header, ...rest.slice(0, 1), first, ...rest.slice(1)].join("\n");
    expect(await refusalOf(gzipSync(swapped))).toMatch(/^FILE is damaged/);
  });

  it("is refused when a few bytes of it unpack to a line without end", async () => {
    const whole = gunzipSync(await readFile(await write("whole", [entry(1, "a")]))).toString();
    const [header = ""] = whole.split("\n");
    const file = join(folder, "bomb");
    await writeFile(file, gzipSync(`${header}\n"${"a".repeat(4 * 2 ** 20)}`));
    expect((await stat(file)).size).toBeLessThan(2 ** 14);
    const handle = await open(file);
    const read = async () => {
      for await (const _ of readBackup({ name: file, handle }, 2 ** 20));
    };
    const failure: unknown = await read().catch((error: unknown) => error);
    expect(explainFailure(failure, words)).toContain("is damaged");
    await handle.close();
  });

  it("is told from everything else", async () => {
    const another = gzipSync('{"easel":"backup","version":2,"at":"2026-01-01T00:00:00Z"}\n');
    const newer = gzipSync(
      '{"easel":"backup","version":2,"at":"2026-01-01T00:00:00Z","families":[]}\n',
    );
    expect(await refusalOf(newer)).toMatch(/another version/);
    for (const foreign of [another, Buffer.from("{}"), gzipSync("{}\n"), gzipSync("\n\n")]) {
      expect(await refusalOf(foreign)).toBe("FILE is not a backup of Easel.");
    }
    // Without a line's end, and without an end: it is not read to the last byte.
    expect(await refusalOf(gzipSync(Buffer.alloc(100_000_000)))).toContain("not a backup");
    expect(await refusalOf(Buffer.alloc(0))).toContain("not a backup");
  });
});
