import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Wildcards } from "../generation/dynamic-prompt.ts";

/** Lists larger than this are no lists. Bytes. */
const maxBytes = 4 * 1024 * 1024;
/** The folder is looked at anew after this. Milliseconds. */
const freshMs = 5_000;

type Lists = Map<string, readonly string[]>;

/**
 * The lists that the host keeps as text files in a folder, a line for each choice: `colours/warm.txt` is
 * `__colours/warm__`. Empty lines and those that begin with # are left out; names count in any case.
 */
export function createWildcards(folder: string): () => Promise<Wildcards> {
  let reading: Promise<Lists> | undefined;
  let readAt = -Infinity;
  return async () => {
    if (reading === undefined || performance.now() - readAt > freshMs) {
      readAt = performance.now();
      reading = readLists(folder);
    }
    const lists = await reading;
    return (name) => lists.get(name.toLowerCase());
  };
}

async function readLists(folder: string): Promise<Lists> {
  const lists: Lists = new Map();
  for (const file of await filesIn(folder)) {
    const path = join(folder, file);
    if ((await stat(path)).size > maxBytes) continue;
    const lines = (await readFile(path, "utf8")).split(/\r?\n/).map((line) => line.trim());
    const name = file.slice(0, -".txt".length).replaceAll("\\", "/").toLowerCase();
    lists.set(
      name,
      lines.filter((line) => line !== "" && !line.startsWith("#")),
    );
  }
  return lists;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder, { recursive: true });
    return files.filter((file) => file.endsWith(".txt")).sort();
  } catch {
    // There need not be any.
    return [];
  }
}
