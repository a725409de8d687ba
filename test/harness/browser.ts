import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../src/demo/page/browser.ts";

/** Where what the browser showed is kept; git ignores it. */
export const artefacts = join(import.meta.dirname, "..", "..", "node_modules", ".artefacts");

const browserPath = await findBrowser(process.env["PATH"] ?? "");

/** False: tests that need a browser are skipped, which is said. */
export const hasBrowser = browserPath !== undefined;
if (!hasBrowser)
  console.log("Skipped, no browser is here. `npm run setup -- --browser` installs one.");

const usual: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  colorScheme: "dark",
  locale: "en-US",
  reducedMotion: "reduce",
};

/**
 * Left out of the browser. The suggestions below the address bar are pages of their own, two for each of ours, and
 * cost several times what ours does. The last list counts, so what Playwright leaves out is in it as well.
 */
const unwanted = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** The system's own browser, without a window, before one address. */
export async function startBrowser(address: string) {
  if (browserPath === undefined) throw new Error("there is no browser");
  await mkdir(artefacts, { recursive: true });
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", `--disable-features=${unwanted.join(",")}`],
  });
  const problems: string[] = [];
  return {
    /** What the browser complained about, the page's policy included. */
    problems,
    async open(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ ...usual, ...options });
      context.setDefaultTimeout(15_000);
      const tab = await context.newPage();
      tab.on("pageerror", (error) => problems.push(String(error)));
      tab.on("console", (message) => {
        const isRefusal = /status of 409/.test(message.text());
        if (message.type() === "error" && !isRefusal) problems.push(message.text());
      });
      await tab.goto(address);
      await tab.locator(".messages .welcome").waitFor();
      return tab;
    },

    /** What nobody looks at any more need not be drawn. */
    closeTabs: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    /** Keeps what is to be seen, to be looked at. */
    shoot: (tab: Page, name: string) => tab.screenshot({ path: join(artefacts, `${name}.png`) }),
    close: () => browser.close(),
  };
}
