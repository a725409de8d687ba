import { readdir } from "node:fs/promises";

/** The default export of every file of a folder, by the file's name. */
export async function loadFolder<T>(folder: URL): Promise<Map<string, T>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts")).sort();
  const loaded = new Map<string, T>();
  for (const file of files) {
    const module = (await import(new URL(file, folder).href)) as { default?: T };
    if (module.default === undefined) throw new TypeError(`${file} has no default export`);
    loaded.set(file.slice(0, -".ts".length), module.default);
  }
  return loaded;
}
