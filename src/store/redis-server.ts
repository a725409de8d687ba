import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { start as words } from "../text/host/start.ts";

/** No server to be found: said in one line that names the ways out. */
export class RedisMissingError extends Error {
  constructor() {
    super(words.noRedis);
    this.name = "RedisMissingError";
  }
}

/** Where systems keep servers although a person's PATH may lack them. */
const serverFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

/**
 * The first `redis-server` or `valkey-server` on `path`.
 * @throws {RedisMissingError}
 */
export async function findServer(path: string): Promise<string> {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...serverFolders];
  for (const name of ["redis-server", "valkey-server"]) {
    for (const folder of folders) {
      if (await isProgram(join(folder, name))) return join(folder, name);
    }
  }
  throw new RedisMissingError();
}

/** True when one of the folders of `path` holds the program. */
export async function hasProgram(path: string, name: string): Promise<boolean> {
  for (const folder of path.split(delimiter)) {
    if (folder !== "" && (await isProgram(join(folder, name)))) return true;
  }
  return false;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
