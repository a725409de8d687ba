import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Drawing } from "../generation/backend.ts";
import { formats, sniffFormat } from "../generation/picture/format.ts";

/** Keeps the originals, one folder a day (UTC); doing it twice writes the same files. */
export async function savePictures(
  saveDir: string,
  id: string,
  { pictures }: Drawing,
): Promise<void> {
  const day = dayOf(id).toISOString().slice(0, 10);
  const folder = join(saveDir, day);
  await mkdir(folder, { recursive: true });
  for (const [index, { bytes }] of pictures.entries()) {
    const extension = formats[sniffFormat(bytes) ?? "png"].extension;
    const file = join(folder, `${id}-${index + 1}.${extension}`);
    // A name of its own: a delivery that stalled may still be writing the same file.
    const part = `${file}.${randomUUID()}.part`;
    await writeFile(part, bytes);
    await rename(part, file);
  }
}

/** A job's id is a snowflake: its upper bits are milliseconds since 2015 (Discord's reference, Snowflakes). */
function dayOf(id: string): Date {
  return new Date(Number(BigInt(id) >> 22n) + 1_420_070_400_000);
}
