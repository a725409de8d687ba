import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { mastersOf, type Redis } from "./redis.ts";

/** From this one on we are sure of it, and so is BullMQ. No command of ours is younger than 6.0. */
export const leastVersion = "6.2";

export function isOldVersion(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastVersion.split(".").map(Number);
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}

/** What a server says of itself. Valkey's own version is above all that Redis had. */
export function versionIn(info: string): string | undefined {
  return (/^valkey_version:([\d.]+)/m.exec(info) ?? /^redis_version:([\d.]+)/m.exec(info))?.[1];
}

export async function versionOfProgram(program: string): Promise<string | undefined> {
  const { stdout } = await promisify(execFile)(program, ["--version"]);
  return /\bv=([\d.]+)/.exec(stdout)?.[1];
}

/** A version among the servers of `redis` that we are not sure of; waits until they are there. */
export async function findOldVersion(redis: Redis): Promise<string | undefined> {
  await redis.ping();
  const infos = await Promise.all(mastersOf(redis).map((server) => server.info("server")));
  return infos.flatMap((info) => versionIn(info) ?? []).find(isOldVersion);
}
