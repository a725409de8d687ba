import { BackupError, explainFailure } from "./backup/errors.ts";
import { families } from "./backup/families.ts";
import { withStorage } from "./backup/open-storage.ts";
import { restoreFrom, withBackup } from "./backup/restore-file.ts";
import { runOnFile } from "./backup/run.ts";
import { loadStorage } from "./config.ts";
import { backup as words } from "./text/host/backup.ts";

/* `npm run restore -- FILE`: brings back what a backup kept, while the bot runs, once the whole file was found right. */

await runOnFile(words.restoreUsage, (file, signal) =>
  withBackup(file, families, async (backup) => {
    let isBegun = false;
    try {
      const entries = await withStorage(loadStorage(), (redis) => {
        isBegun = true;
        return restoreFrom(backup, redis, families, signal);
      });
      return words.restored(entries, backup.header.at);
    } catch (cause) {
      if (!isBegun) throw cause;
      throw new BackupError((say) => `${explainFailure(cause, say)} ${say.again}`, { cause });
    }
  }),
);
