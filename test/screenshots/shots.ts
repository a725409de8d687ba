import type { Locator, Page } from "playwright-core";
import {
  again,
  command,
  composer,
  draw,
  messages,
  become,
  newest,
  option,
  press,
  type Stage,
  suggestions,
} from "../page/stage.ts";

import { decidedBefore } from "./decisions.ts";
import { drawnBefore } from "./numbers.ts";

export interface Shot {
  /** The picture becomes docs/NAME.png. */
  name: string;
  viewport?: { width: number; height: number };
  /** Brings the page to where it is to be taken, and answers what of it. */
  pose(tab: Page, stage: Stage): Promise<Locator>;
}

/** The pause between two jobs that it has decided on. Milliseconds. */
const cooldownMs = 5_500;

/** A server that has decided much. */
const decide = ({ dataDir, places }: Stage) =>
  decidedBefore(dataDir, {
    guildId: places.channels.pictures.guildId ?? "",
    auditId: places.channels.audit.id,
  });

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
      const result = await draw(
        tab,
        "a village in the snow, lanterns in every window --ar 3:2 --no cars --steps 12 --seed 8",
      );
      await press(result, "🖋");
      const dialog = tab.locator("dialog.modal");
      await dialog.waitFor();
      return dialog;
    },
  },
  {
    name: "details",
    viewport: { width: 900, height: 800 },
    async pose(tab) {
      const result = await draw(
        tab,
        "a lake in the mountains at dawn --no people, boats --steps 24 --seed 31",
      );
      await press(result, "📋");
      await newest(tab).getByText("Infotext").waitFor();
      return newest(tab);
    },
  },
  {
    name: "stats",
    viewport: { width: 760, height: 1400 },
    async pose(tab, { dataDir, places }) {
      await drawnBefore(dataDir, places.channels.pictures.guildId);
      await command(tab, "/stats");
      await tab.keyboard.press("Enter");
      await newest(tab)
        .getByText(/GPU time by model/)
        .waitFor();
      await newest(tab).locator(".gallery img").nth(3).waitFor();
      return newest(tab);
    },
  },
  {
    name: "settings",
    viewport: { width: 900, height: 1000 },
    async pose(tab, stage) {
      await decide(stage);
      await become(tab, "Mo");
      await command(tab, "/settings view");
      await tab.keyboard.press("Enter");
      await newest(tab)
        .getByText(/Banned words/)
        .waitFor();
      return newest(tab);
    },
  },
  {
    name: "models",
    viewport: { width: 900, height: 800 },
    async pose(tab, stage) {
      await decide(stage);
      await command(tab, "/models list");
      await tab.keyboard.press("Enter");
      await newest(tab)
        .getByText(/Aurora/)
        .waitFor();
      return newest(tab);
    },
  },
  {
    name: "limits",
    viewport: { width: 900, height: 900 },
    async pose(tab, stage) {
      await decide(stage);
      await draw(tab, "a lighthouse in the fog --steps 20 --ar 3:2");
      await command(tab, "/info");
      await tab.keyboard.press("Enter");
      await newest(tab)
        .getByText(/GPU time today/)
        .waitFor();
      return newest(tab);
    },
  },
  {
    name: "audit",
    viewport: { width: 900, height: 560 },
    async pose(tab, stage) {
      await decide(stage);
      const result = await draw(tab, "a harbour at night, boats with lanterns --steps 20 --ar 3:2");
      await tab.waitForTimeout(cooldownMs);
      await command(tab, "/draw a swordfish leaping out of the sea");
      await newest(tab)
        .getByText(/not drawn here/)
        .waitFor();
      await become(tab, "Mo");
      await press(result, "❌");
      await result.waitFor({ state: "detached" });
      await tab.locator("button.channel", { hasText: "audit" }).click();
      await messages(tab)
        .getByText(/Removed a picture/)
        .waitFor();
      return tab.locator("main");
    },
  },
  {
    name: "running",
    viewport: { width: 900, height: 640 },
    async pose(tab) {
      await command(tab, "/draw a castle on an island at sunset --ar 3:2 --steps 150 --seed 31");
      // By then one sees what it is going to be.
      await newest(tab)
        .getByText(/step 1[0-3]\d of 150/)
        .waitFor({ timeout: 60_000 });
      await newest(tab).locator(".gallery img").waitFor();
      return newest(tab);
    },
  },
  {
    name: "waiting",
    viewport: { width: 900, height: 900 },
    async pose(tab) {
      await newest(tab).getByRole("button", { name: again }).waitFor({ timeout: 60_000 });
      for (const prompt of ["a forest in autumn", "mountains under stars", "a desert at noon"])
        await command(tab, `/draw ${prompt} --ar 3:2 --steps 60 --count 2`);
      await newest(tab)
        .getByText(/before you/)
        .waitFor();
      await messages(tab)
        .getByText(/step \d+ of 60/)
        .waitFor({ timeout: 30_000 });
      return tab.locator("main");
    },
  },
];
