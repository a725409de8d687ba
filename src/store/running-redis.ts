import { stat } from "node:fs/promises";
import { readyHome, redisFolder } from "./redis-home.ts";
import { isListening } from "./redis-process.ts";

/** The address of a data folder's private Redis while somebody runs it; for the question nothing is started. */
export async function findRunningRedis(dataDir: string): Promise<string | undefined> {
  const folder = await stat(redisFolder(dataDir)).catch(() => undefined);
  if (folder === undefined) return undefined;
  const { socket } = await readyHome(dataDir);
  return (await isListening(socket)) ? `unix://${socket}` : undefined;
}
