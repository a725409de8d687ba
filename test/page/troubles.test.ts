import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "../harness/browser.ts";
import { command, messages, newest, type Stage, startStage } from "./stage.ts";

type Tab = Awaited<ReturnType<Stage["open"]>>;

describe.skipIf(!hasBrowser)("troubles on the page", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await stage.closeTabs();
    expect(stage.problems).toEqual([]);
    expect(stage.discord.problems).toEqual([]);
  });

  /** A test that broke off leaves no trouble to the next. */
  const calm = async (tab: Tab) => {
    for (const toggle of await tab.locator("[role=switch][aria-checked=true]").all())
      await toggle.click();
  };
  const open = async () => {
    const tab = await stage.open();
    await calm(tab);
    return tab;
  };
  const flip = async (tab: Tab, name: string, on: boolean) => {
    const toggle = tab.getByRole("switch", { name });
    await toggle.click();
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe(String(on));
  };

  it("let a drawing wait while the webui is down, and be drawn when it is back", async () => {
    const tab = await open();
    await flip(tab, "Webui is down", true);
    const isKnown = () => stage.easel.printed().includes("webui is down");
    await expect.poll(isKnown, { timeout: 20_000 }).toBe(true);
    // The bot looks for the webuis' state every second.
    await tab.waitForTimeout(2_500);
    await command(tab, "/draw a bridge --steps 3");
    await newest(tab).getByText("No webui can be reached").waitFor();
    await stage.shoot(tab, "webui-down");
    await flip(tab, "Webui is down", false);
    await newest(tab).getByRole("button", { name: "🎲" }).waitFor({ timeout: 20_000 });
  });

  it("are shown to every page that is open", async () => {
    const [one, other] = [await open(), await open()];
    await flip(one, "CDN strips metadata", true);
    const toggle = other.getByRole("switch", { name: "CDN strips metadata" });
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe("true");
    await flip(other, "CDN strips metadata", false);
    expect(stage.discord.faults.stripMetadata).toBe(false);
  });

  it("slow the webui down, and let it go on as before", async () => {
    const tab = await open();
    await flip(tab, "Slow motion", true);
    const began = performance.now();
    await command(tab, "/draw a slow river --steps 20");
    await newest(tab).getByText("a slow river").waitFor();
    expect(performance.now() - began).toBeGreaterThan(20 * 0.005 * 8 * 1000);
    await flip(tab, "Slow motion", false);
  });

  it("leave a command without an answer while the gateway is away, and show the bot as offline", async () => {
    const tab = await open();
    await flip(tab, "Gateway is away", true);
    await tab.locator(".panel").getByText("Offline").waitFor();
    stage.discord.advance(10 * 60_000);
    await command(tab, "/draw nothing");
    await newest(tab).getByText("The application did not respond").waitFor();
    await flip(tab, "Gateway is away", false);
    await tab.locator(".panel").getByText("Online").waitFor({ timeout: 20_000 });
  });

  it("let a picture come through answers 503 and 429 of Discord", async () => {
    const tab = await open();
    for (const name of ["Discord answers 503", "Discord answers 429"]) {
      const before = await messages(tab).count();
      await command(tab, "/draw a stubborn hill --steps 150");
      await newest(tab).getByRole("button", { name: "❌" }).waitFor();
      await flip(tab, name, true);
      const isDrawn = () =>
        stage.webui?.drawings.every(({ state }) => state !== "waiting" && state !== "drawing");
      await expect.poll(isDrawn, { timeout: 5_000 }).toBe(true);
      expect(await newest(tab).getByRole("button", { name: "🎲" }).count()).toBe(0);
      await flip(tab, name, false);
      await newest(tab).getByRole("button", { name: "🎲" }).waitFor({ timeout: 20_000 });
      expect(await messages(tab).count()).toBe(before + 1);
    }
  });

  it("end with a word when the demo is stopped", async () => {
    const own = await startStage();
    const tab = await own.open();
    await own.stopPage();
    await tab.getByText("The demo was stopped.").waitFor();
    await tab.locator(".composer-input").fill("hello?");
    await tab.keyboard.press("Enter");
    await tab.getByText("The demo does not answer.").waitFor();
    await own.close();
  });
});
