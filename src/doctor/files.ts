import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { codeOf, nameOf } from "./failure.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/** Whether a folder can be written into, or made where it is not there yet; nothing is made or written. */
export async function checkFolder(variable: string, folder: string): Promise<Finding> {
  const path = resolve(folder);
  try {
    const there = await nearest(path);
    if (!(await stat(there)).isDirectory())
      return wrong(variable, words.folder.notAFolder(there), words.folder.remedy(variable));
    await access(there, constants.W_OK | constants.X_OK);
    return fine(variable, en.doctor.fine);
  } catch (error) {
    return wrong(
      variable,
      words.folder.notWritable(path, nameOf(error)),
      words.folder.remedy(variable),
    );
  }
}

/** The folder itself, or the one above in which it would be made. */
async function nearest(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    return nearest(dirname(path));
  }
}
