import { createHash } from "node:crypto";
import { type FileHandle } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Entry, readEntry } from "./entry.ts";
import { BackupError } from "./errors.ts";
import { type Header, isOurVersion, readHeader, readLastLine } from "./file-format.ts";
import { linesOf } from "./lines.ts";

export type BackupFile = { name: string; handle: FileHandle };

/** No header is longer than this. Bytes. */
const maxHeader = 64 * 1024;
/** Nor any entry than this, the largest picture that anybody draws included. Bytes. */
const usualMaxLine = 256 * 1024 * 1024;

/**
 * The entries of a backup. What comes is right only when all has come: the last line proves it.
 * @throws {BackupError} for what is no backup, or not all of one.
 */
export async function* readBackup(
  { name, handle }: BackupFile,
  maxLine = usualMaxLine,
): AsyncGenerator<Entry> {
  const hash = createHash("sha256");
  let entries = 0;
  let isHeaderRead = false;
  let isComplete = false;
  for await (const line of backupLines({ name, handle }, () => isHeaderRead, maxLine)) {
    if (isComplete) throw damaged(name);
    const value = parsed(line);
    const last = readLastLine(value);
    const entry = readEntry(value);
    if (!isHeaderRead) {
      checkHeader(name, readHeader(value));
      isHeaderRead = true;
    } else if (last !== undefined) {
      if (last.entries !== entries || last.sha256 !== hash.digest("hex")) throw damaged(name);
      isComplete = true;
    } else if (entry === undefined) {
      throw damaged(name);
    } else {
      entries += 1;
      yield entry;
    }
    if (!isComplete) hash.update(line).update("\n");
  }
  if (!isHeaderRead) throw notABackup(name);
  if (!isComplete) throw cutOff(name);
}

/** @throws {BackupError} when it has none. */
export async function readBackupHeader(file: BackupFile): Promise<Header> {
  for await (const line of backupLines(file, () => false, maxHeader)) {
    return checkHeader(file.name, readHeader(parsed(line)));
  }
  throw notABackup(file.name);
}

async function* backupLines(
  { name, handle }: BackupFile,
  isBackup: () => boolean,
  maxLine: number,
): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // What goes wrong with either comes out of the loop below.
  pipeline(Readable.from(bytesOf(handle), { objectMode: false }), gunzip, () => undefined);
  try {
    yield* linesOf(gunzip, (bytes) => {
      if (!isBackup() && bytes > maxHeader) throw notABackup(name);
      // A few bytes may unpack to more than there is memory.
      if (bytes > maxLine) throw damaged(name);
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("Z_")) throw error;
    if (!isBackup()) throw notABackup(name, error);
    throw code === "Z_BUF_ERROR" ? cutOff(name, error) : damaged(name, error);
  }
}

/** From the beginning, however often it was read before. */
async function* bytesOf(handle: FileHandle): AsyncGenerator<Buffer> {
  let position = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64 * 1024), { position });
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function checkHeader(name: string, header: Header | undefined): Header {
  if (header === undefined) throw notABackup(name);
  if (!isOurVersion(header)) throw new BackupError((words) => words.otherVersion(name));
  return header;
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString("utf8"));
  } catch {
    return undefined;
  }
}

const notABackup = (name: string, cause?: unknown) =>
  new BackupError((words) => words.notABackup(name), { cause });
const cutOff = (name: string, cause?: unknown) =>
  new BackupError((words) => words.cutOff(name), { cause });
const damaged = (name: string, cause?: unknown) =>
  new BackupError((words) => words.damaged(name), { cause });
