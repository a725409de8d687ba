import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { hasBrowser } from "../harness/browser.ts";
import { startStage, type Stage } from "../page/stage.ts";
import { type Shot, shots } from "./shots.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "docs");

/** Pixels above and below what is shown. */
const margin = 14;

/** Long enough for pictures to be decoded and for the mouse to be forgotten. */
const settleMs = 600;

async function take(stage: Stage, { name, viewport, pose }: Shot): Promise<string> {
  const tab = await stage.open({
    deviceScaleFactor: 2,
    viewport: viewport ?? { width: 1280, height: 800 },
  });
  const subject = await pose(tab, stage);
  await tab.mouse.move(0, 0);
  await tab.waitForTimeout(settleMs);
  const file = join(folder, `${name}.png`);
  const bytes = await sharp(await tab.screenshot({ clip: await around(subject, tab) }))
    .png({ palette: true, quality: 95, effort: 10 })
    .toBuffer();
  await writeFile(file, bytes);
  return `${relative(root, file)}: ${Math.ceil(bytes.length / 1024)} KB`;
}

/** The place of what is shown, with a little room above and below. */
async function around(subject: Locator, tab: Page) {
  const box = await subject.boundingBox();
  const window = tab.viewportSize();
  if (!box || !window) throw new Error("nothing to be seen");
  const top = Math.max(0, box.y - margin);
  const bottom = Math.min(window.height, box.y + box.height + margin);
  return { x: box.x, y: top, width: box.width, height: bottom - top };
}

/** Takes the README's pictures anew, from the demo as it is now: all, or those that are named. */
async function run(): Promise<number> {
  if (!hasBrowser) return 1;
  await mkdir(folder, { recursive: true });
  // As slow as a GPU, so that times left look like those that people see.
  const stage = await startStage({ secondsPerStep: 0.1 });
  try {
    let failed = 0;
    const named = process.argv.slice(2);
    for (const shot of shots.filter(({ name }) => named.length === 0 || named.includes(name))) {
      try {
        console.log(await take(stage, shot));
      } catch (error) {
        failed += 1;
        console.error(`${shot.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await stage.close();
  }
}

process.exitCode = await run();
