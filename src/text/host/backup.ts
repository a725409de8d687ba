import { plural } from "../en/format.ts";

/** `npm run backup` and `npm run restore`. */

export const backup = {
  usage: "Usage: npm run backup -- FILE",
  restoreUsage: "Usage: npm run restore -- FILE",
  badConfig: "In the environment or in .env:",
  kept: (entries: number, file: string) =>
    `Kept ${plural(entries, { one: "entry", other: "entries" })} in ${file}`,
  restored: (entries: number, madeAt: string) =>
    `Restored ${plural(entries, { one: "entry", other: "entries" })} as of ${madeAt}`,
  nothing: (folder: string) =>
    `There is nothing to keep: no Easel has ever kept anything in ${folder} (DATA_DIR).`,
  noFolder: (folder: string) => `There is no folder ${folder}.`,
  notAFile: (file: string) => `${file} is not a file.`,
  files: {
    ENOENT: (file: string) => `There is no ${file}.`,
    EACCES: (file: string) => `There is no right to use ${file}.`,
    EPERM: (file: string) => `There is no right to use ${file}.`,
    EROFS: (file: string) => `${file} is where nothing can be written.`,
    ENOSPC: (file: string) => `There is no room left for ${file}.`,
  } as Record<string, ((file: string) => string) | undefined>,
  fileFailed: (file: string, code: string) => `${file} cannot be used (${code}).`,
  notABackup: (file: string) => `${file} is not a backup of Easel.`,
  otherVersion: (file: string) =>
    `${file} was made by another version of Easel, which keeps other things. Nothing was changed.`,
  cutOff: (file: string) => `${file} is cut off: its end is missing. Nothing was changed.`,
  damaged: (file: string) => `${file} is damaged. Nothing was changed.`,
  redisAway: "Redis cannot be reached. Does it run where REDIS_URL says?",
  redisRefused: (words: string) => `Redis refused: ${words}`,
  unknownType: (key: string, type: string) =>
    `${key} cannot be kept: a backup has no form for a Redis ${type}.`,
  stopped: "Stopped before the end.",
  failed: (why: string) => `It failed: ${why}`,
  again: "Not all was restored. Run it again to have the rest.",
};
