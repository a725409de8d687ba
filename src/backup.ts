import { access } from "node:fs/promises";
import { BackupError } from "./backup/errors.ts";
import { families, keptFamilies } from "./backup/families.ts";
import { withStorage } from "./backup/open-storage.ts";
import { readEntries } from "./backup/read-keys.ts";
import { runOnFile } from "./backup/run.ts";
import { writeBackup } from "./backup/write-file.ts";
import { loadStorage, type Storage } from "./config.ts";
import { redisFolder } from "./store/redis-home.ts";
import { backup as words } from "./text/host/backup.ts";

/*
 * `npm run backup -- FILE`: everything that Easel keeps for long (`backup/families.ts`), into one file, while the bot
 * runs.
 */

/** A backup of nothing, because of a wrong folder, would be found out too late. */
async function checkFolder({ redisUrl, dataDir }: Storage): Promise<void> {
  if (redisUrl !== undefined) return;
  const folder = redisFolder(dataDir);
  try {
    await access(folder);
  } catch (cause) {
    throw new BackupError((say) => say.nothing(folder), { cause });
  }
}

await runOnFile(words.usage, async (file, signal) => {
  const storage = loadStorage();
  await checkFolder(storage);
  const entries = await withStorage(storage, (redis) =>
    writeBackup(file, readEntries(redis, families), keptFamilies(families), signal),
  );
  return words.kept(entries, file);
});
