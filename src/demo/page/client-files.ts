import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const folder = join(import.meta.dirname, "client");

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

export interface ClientFile {
  type: string;
  bytes: Buffer;
}

export interface ClientFiles {
  find(path: string): ClientFile | undefined;
  /** Nothing from elsewhere, nothing inline; pictures from the stand-in's CDN alone. */
  policy: string;
}

/** Everything the browser may ask for, by its path: what is not in the folder cannot be reached. */
export async function loadClient(options: {
  words: object;
  cdnOrigin: string;
}): Promise<ClientFiles> {
  const files = new Map<string, ClientFile>();
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of names) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll("\\", "/");
    files.set(path, { type, bytes: await readFile(file) });
  }
  const index = files.get("/index.html");
  if (index) files.set("/", index);
  files.set("/words.json", {
    type: "application/json; charset=utf-8",
    bytes: Buffer.from(JSON.stringify(options.words)),
  });
  return { find: (path) => files.get(path), policy: policyFor(options.cdnOrigin) };
}

const policyFor = (cdnOrigin: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' blob: ${cdnOrigin}`,
    `media-src ${cdnOrigin}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
