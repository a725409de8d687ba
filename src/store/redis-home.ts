import { createHash } from "node:crypto";
import { lstat, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { RedisStartError } from "./redis-process.ts";

/** Where the private Redis of a data folder lives. */
export type RedisHome = {
  folder: string;
  /** Where it listens. */
  socket: string;
  /** This file is there while the server runs for those alone who only borrow it. */
  borrowed: string;
};

/** A unix socket's path may not be longer than this (sun_path holds 108 bytes on Linux, 104 on macOS). */
const maxSocketPath = 100;

export const redisFolder = (dataDir: string) => resolve(dataDir, "redis");

/** Makes the folder if it is not there. */
export async function readyHome(dataDir: string): Promise<RedisHome> {
  const folder = redisFolder(dataDir);
  await mkdir(folder, { recursive: true });
  return { folder, socket: await socketPath(folder), borrowed: join(folder, "borrowed") };
}

async function socketPath(folder: string): Promise<string> {
  const inside = join(folder, "redis.sock");
  if (Buffer.byteLength(inside) <= maxSocketPath) return inside;
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return join(await ownTemporaryFolder(), `${name}.sock`);
}

/** Nobody else may put a server of his own in the place of ours. */
async function ownTemporaryFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `easel-${user}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(folder);
  if (uid !== user || (mode & 0o077) !== 0) throw new RedisStartError(folder);
  return folder;
}
