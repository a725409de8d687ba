import { access, constants, mkdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Where what the browser showed is kept; git ignores it. */
export const artefacts = join(import.meta.dirname, "..", "..", "node_modules", ".artefacts");

async function findBrowser(): Promise<string | undefined> {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter))
    for (const name of names) {
      const file = join(folder, name);
      const isThere = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return file;
    }
  return undefined;
}

export const browserPath = await findBrowser();

/** The system's own browser, without a window. */
export async function startBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error("there is no browser");
  await mkdir(artefacts, { recursive: true });
  return chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
}
