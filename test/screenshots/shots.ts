import type { Locator, Page } from "playwright-core";
import {
  command,
  composer,
  messages,
  newest,
  option,
  type Stage,
  suggestions,
} from "../page/stage.ts";

export interface Shot {
  /** The picture becomes docs/NAME.png. */
  name: string;
  viewport?: { width: number; height: number };
  /** Brings the page to where it is to be taken, and answers what of it; nothing: this cannot be shown yet. */
  pose(tab: Page, stage: Stage): Promise<Locator | undefined>;
}

const again = "🎲";
const result = (tab: Page) => newest(tab).getByRole("button", { name: again });

async function draw(tab: Page, prompt: string): Promise<void> {
  await command(tab, `/draw ${prompt}`);
  await newest(tab)
    .getByText(prompt.split(" --")[0] ?? "")
    .first()
    .waitFor();
  await result(tab).waitFor();
}

/** To add a picture to the README, add an entry here and run `npm run screenshots`. */
export const shots: Shot[] = [
  {
    name: "page",
    viewport: { width: 1280, height: 800 },
    async pose(tab) {
      await draw(tab, "a castle on an island at sunset --ar 16:9 --count 2 --steps 24 --seed 31");
      return tab.locator("body");
    },
  },
  {
    name: "result",
    viewport: { width: 900, height: 1000 },
    async pose(tab) {
      await draw(
        tab,
        "a castle above a misty valley at dawn --ar 3:2 --no people --seed 2026 --count 4",
      );
      return newest(tab);
    },
  },
  {
    name: "options",
    viewport: { width: 900, height: 560 },
    async pose(tab) {
      await composer(tab).click();
      await tab.keyboard.type("/draw ");
      await option(tab, "prompt").waitFor();
      await tab.keyboard.type("a castle in the clouds");
      await tab.keyboard.press("Tab");
      await tab.keyboard.type("model:");
      await option(tab, "model").waitFor();
      await suggestions(tab).nth(2).waitFor();
      return tab.locator("main");
    },
  },
  {
    name: "dialog",
    viewport: { width: 900, height: 1080 },
    async pose(tab) {
      await draw(tab, "a village in the snow --steps 12 --seed 8");
      const edit = newest(tab).getByRole("button", { name: "🖋" });
      if ((await edit.count()) === 0) return undefined;
      await edit.first().click();
      const dialog = tab.locator("dialog.modal");
      await dialog.waitFor();
      return dialog;
    },
  },
  {
    name: "waiting",
    viewport: { width: 900, height: 640 },
    async pose(tab, { webui }) {
      webui?.pace(30);
      await draw(tab, "a tower by the sea --steps 8 --ar 3:2");
      for (const prompt of ["a forest in autumn", "mountains under stars", "a desert at noon"])
        await command(tab, `/draw ${prompt} --count 2`);
      await newest(tab)
        .getByText(/before you/)
        .waitFor();
      await messages(tab).getByText(/▰{3}/).waitFor({ timeout: 30_000 });
      return tab.locator("main");
    },
  },
];
