import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Drawing } from "../../src/generation/backend.ts";
import { savePictures } from "../../src/worker/save.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "easel-test-"));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const drawingOf = (...all: Buffer[]): Drawing => ({
  pictures: all.map((bytes) => ({ bytes, width: 8, height: 8, seed: 1 })),
  model: undefined,
  sampler: undefined,
  infotexts: [],
});
/** 2026-11-23, 23:59:59.999 UTC, as Discord's ids count time. */
const id = String(BigInt(Date.UTC(2026, 10, 23, 23, 59, 59, 999) - 1_420_070_400_000) << 22n);
const png = Buffer.from("\x89PNG\r\n\x1a\n and more", "latin1");
const jpeg = Buffer.from("\xff\xd8\xff and more", "latin1");

test("originals are kept as they are, in a folder of the day that they were asked for", async () => {
  await savePictures(join(folder, "deep", "er"), id, drawingOf(png, jpeg));
  const day = join(folder, "deep", "er", "2026-11-23");
  expect((await readdir(day)).sort()).toEqual([`${id}-1.png`, `${id}-2.jpg`]);
  expect(png.equals(await readFile(join(day, `${id}-1.png`)))).toBe(true);
  expect(jpeg.equals(await readFile(join(day, `${id}-2.jpg`)))).toBe(true);
});

test("originals that are kept twice, also at once, are the same files", async () => {
  await savePictures(folder, id, drawingOf(png));
  await Promise.all([
    savePictures(folder, id, drawingOf(png)),
    savePictures(folder, id, drawingOf(png)),
  ]);
  expect(await readdir(join(folder, "2026-11-23"))).toEqual([`${id}-1.png`]);
  expect(png.equals(await readFile(join(folder, "2026-11-23", `${id}-1.png`)))).toBe(true);
});
