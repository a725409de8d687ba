import { open } from "node:fs/promises";
import type { Redis } from "../store/redis.ts";
import { aboutFile, BackupError } from "./errors.ts";
import { type Families, familyOf, keptFamilies } from "./families.ts";
import type { Header } from "./file-format.ts";
import { putEntries } from "./put-keys.ts";
import { type BackupFile, readBackup, readBackupHeader } from "./read-file.ts";

export type CheckedBackup = BackupFile & { header: Header };

/**
 * Hands a backup to `work` once all of it was found right.
 * @throws {BackupError} for a file that is no backup, is not whole, or holds what this Easel does not keep.
 */
export async function withBackup<T>(
  name: string,
  families: Families,
  work: (backup: CheckedBackup) => Promise<T>,
): Promise<T> {
  const handle = await open(name, "r");
  try {
    if (!(await handle.stat()).isFile()) throw new BackupError((words) => words.notAFile(name));
    return await work({ name, handle, header: await check({ name, handle }, families) });
  } catch (error) {
    throw aboutFile(name, error);
  } finally {
    await handle.close();
  }
}

async function check(file: BackupFile, families: Families): Promise<Header> {
  const header = await readBackupHeader(file);
  const kept = keptFamilies(families);
  const isKnown = (family: string | undefined) =>
    family !== undefined && kept.includes(family) && header.families.includes(family);
  const otherVersion = () => new BackupError((words) => words.otherVersion(file.name));
  if (!header.families.every(isKnown)) throw otherVersion();
  for await (const { key } of readBackup(file)) if (!isKnown(familyOf(key))) throw otherVersion();
  return header;
}

/** Families that the backup knew nothing of stay as they are. */
export function restoreFrom(
  { header, ...file }: CheckedBackup,
  redis: Redis,
  families: Families,
  signal: AbortSignal,
): Promise<number> {
  const held = Object.entries(families).filter(([family]) => header.families.includes(family));
  return putEntries(redis, readBackup(file), Object.fromEntries(held), signal);
}
