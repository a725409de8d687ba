import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { furnish } from "../../src/demo/page/places.ts";
import { startPage } from "../../src/demo/page/start.ts";
import { type DemoOptions, startDemo } from "../../src/demo/start.ts";
import { textFor } from "../../src/text/text.ts";
import { artefacts, startBrowser } from "../harness/browser.ts";

const words = textFor(undefined).demo;
const program = join(import.meta.dirname, "..", "..", "src", "main.ts");

/** The demo as `npm run demo` starts it, and a browser before its page. */
export async function startStage(webui: DemoOptions<unknown>["webui"] = {}) {
  const demo = await startDemo({
    program,
    environment: { PATH: process.env["PATH"], NODE_ENV: "test" },
    furnish: (discord) => furnish(discord, words.places),
    webui: { secondsPerStep: 0.005, secondsToLoadModel: 0.05, ...webui },
  });
  if (!("discord" in demo)) throw new Error(`no demo: ${JSON.stringify(demo)}`);
  const { members } = demo.places;
  const page = await startPage({ ...demo, members, words: words.page });
  const browser = await startBrowser();
  const problems: string[] = [];

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      colorScheme: "dark",
      locale: "en-US",
      reducedMotion: "reduce",
      ...options,
    });
    const tab = await context.newPage();
    tab.on("pageerror", (error) => problems.push(String(error)));
    tab.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    await tab.goto(page.url);
    await tab.locator(".composer").waitFor();
    return tab;
  }

  return {
    ...demo,
    url: page.url,
    open,
    /** What the browser complained about, the page's policy included. */
    problems,
    shoot: (tab: Page, name: string) => tab.screenshot({ path: join(artefacts, `${name}.png`) }),
    async close() {
      await browser.close();
      await page.close();
      await demo.close();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof startStage>>;
