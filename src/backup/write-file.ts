import { createHash, randomUUID } from "node:crypto";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Entry, toLine } from "./entry.ts";
import { aboutFile, BackupError } from "./errors.ts";
import { toHeader, toLastLine } from "./file-format.ts";

/** Writes a backup of `batches`, whole or not at all, for its owner alone; answers how many entries it holds. */
export async function writeBackup(
  file: string,
  batches: AsyncIterable<Entry[]>,
  families: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const target = await targetOf(file);
  const unfinished = `${target}.${randomUUID()}.part`;
  let entries = 0;

  async function* chunks() {
    const hash = createHash("sha256");
    const hashed = (text: string) => {
      hash.update(text);
      return Buffer.from(text);
    };
    yield hashed(`${toHeader(new Date(), families)}\n`);
    for await (const batch of batches) {
      signal.throwIfAborted();
      for (const entry of batch) yield hashed(`${toLine(entry)}\n`);
      entries += batch.length;
    }
    yield Buffer.from(`${toLastLine({ entries, sha256: hash.digest("hex") })}\n`);
  }

  try {
    const handle = await open(unfinished, "wx", 0o600);
    try {
      const write = async (compressed: AsyncIterable<Buffer>) => {
        for await (const chunk of compressed) await handle.appendFile(chunk);
      };
      await pipeline(Readable.from(chunks(), { objectMode: false }), createGzip(), write, {
        signal,
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw aboutTarget(file, error);
  }
  return entries;
}

/** Only a file may be put in the place of: a folder or a device stays what it is. */
async function targetOf(file: string): Promise<string> {
  try {
    const target = await realpath(file);
    if (!(await stat(target)).isFile()) throw new BackupError((words) => words.notAFile(file));
    return target;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return file;
    throw error;
  }
}

/** The new name outlives a loss of power, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The host knows the name that he gave, not the one we wrote under. */
function aboutTarget(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  if ("code" in error && error.code === "ENOENT") {
    return new BackupError((words) => words.noFolder(dirname(file)), { cause: error });
  }
  if ("path" in error) delete error.path;
  return aboutFile(file, error);
}
