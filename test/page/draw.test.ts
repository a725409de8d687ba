import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "../harness/browser.ts";
import {
  again,
  become,
  command,
  composer,
  messages,
  newest,
  option,
  type Stage,
  startStage,
  suggestions,
} from "./stage.ts";

describe.skipIf(!hasBrowser)("drawing on the page", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage({ secondsPerStep: 0.02 });
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await stage.closeTabs();
    expect(stage.problems).toEqual([]);
    expect(stage.discord.problems).toEqual([]);
  });

  const remove = "❌";

  it("offers commands, options and the webui's own models, then shows the wait and the gallery", async () => {
    const tab = await stage.open();
    await composer(tab).click();
    await tab.keyboard.type("/dr");
    await expect.poll(() => suggestions(tab).first().textContent()).toContain("/draw");
    await stage.shoot(tab, "palette");
    await tab.keyboard.press("Enter");
    await option(tab, "prompt").waitFor();
    await tab.keyboard.type("a castle above a misty valley at dawn");
    await tab.keyboard.press("Tab");
    await expect.poll(() => suggestions(tab).count()).toBeGreaterThan(20);
    await stage.shoot(tab, "options");
    await tab.keyboard.type("model");
    await tab.keyboard.press("Enter");
    await expect
      .poll(() => suggestions(tab).allTextContents())
      .toContainEqual(expect.stringContaining("daybreak"));
    await tab.keyboard.type("aurora");
    await expect.poll(() => suggestions(tab).first().textContent()).toContain("aurora-xl");
    await stage.shoot(tab, "completion");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("count:");
    await option(tab, "count").waitFor();
    await tab.keyboard.type("4");
    await tab.keyboard.press("Enter");
    await newest(tab)
      .getByText(/Queued|Step/)
      .waitFor();
    await newest(tab).getByRole("button", { name: remove }).waitFor();
    await stage.shoot(tab, "waiting");
    await newest(tab).getByRole("button", { name: again }).waitFor();
    expect(await newest(tab).locator(".gallery .picture img").count()).toBe(4);
    expect(await newest(tab).textContent()).toContain("a castle above a misty valley at dawn");
    expect(await newest(tab).textContent()).toContain("aurora-xl");
    expect(await newest(tab).locator(".context").textContent()).toContain("Ada");
    await tab.waitForTimeout(300);
    await stage.shoot(tab, "result");
    expect(stage.webui?.drawings.at(-1)?.body).toMatchObject({
      prompt: "a castle above a misty valley at dawn",
    });
  });

  it("shows a refusal to its author alone, who may dismiss it", async () => {
    const [tab, other] = [await stage.open(), await stage.open()];
    await become(other, "Mo");
    await command(tab, "/draw a lake --steps 9000");
    await newest(tab).getByText("Only you can see this").waitFor();
    expect(await newest(tab).textContent()).toContain("Steps cannot be");
    await stage.shoot(tab, "refusal");
    expect(await other.getByText("Steps cannot be").count()).toBe(0);
    await newest(tab).getByRole("button", { name: "Dismiss message" }).click();
    expect(await messages(tab).getByText("Steps cannot be").count()).toBe(0);
    await become(tab, "Mo");
    await become(tab, "Ada");
    expect(await messages(tab).getByText("Steps cannot be").count()).toBe(0);
  });

  it("is refused privately where the bot may not post", async () => {
    const tab = await stage.open();
    await tab.getByRole("button", { name: "bots-may-not-post" }).click();
    await command(tab, "/draw a lake");
    await newest(tab).getByText("I cannot post pictures here").waitFor();
    expect(await newest(tab).textContent()).toContain("Only you can see this");
  });

  it("tells a member privately whose a picture is, and lets a moderator remove it", async () => {
    const { discord, places } = stage;
    const tab = await stage.open();
    const stranger = discord.createUser({ name: "Eve" });
    discord.command({
      user: stranger,
      channel: places.channels.pictures,
      name: "draw",
      options: { prompt: "a forest", steps: 3 },
    });
    await newest(tab).getByText("drawn for Eve").waitFor();
    await newest(tab).getByRole("button", { name: remove }).click();
    await newest(tab).getByText("This belongs to Eve").waitFor();
    expect(await newest(tab).textContent()).toContain("Only you can see this");
    await become(tab, "Mo");
    const result = messages(tab).filter({ hasText: "drawn for Eve" });
    await result.getByRole("button", { name: remove }).click();
    await expect.poll(() => result.count()).toBe(0);
  });

  it("is drawn with by the keyboard alone", async () => {
    const tab = await stage.open();
    await tab.locator(".composer-input").focus();
    for (const key of ["/", "d", "r", "a", "w", " "]) await tab.keyboard.press(key);
    await tab.keyboard.type("an island at night");
    await tab.keyboard.press("Tab");
    await tab.keyboard.type("step");
    await tab.keyboard.press("Tab");
    await tab.keyboard.type("5");
    await tab.keyboard.press("Enter");
    await newest(tab).getByText("an island at night").waitFor();
    await newest(tab).getByRole("button", { name: again }).waitFor();
    // Up from the composer into the newest message, and from there to its buttons.
    await tab.keyboard.press("Shift+Tab");
    await tab.keyboard.press("Shift+Tab");
    const focused = () =>
      tab.evaluate<string | null | undefined>("document.activeElement?.getAttribute('aria-label')");
    const seen: (string | null | undefined)[] = [];
    for (let step = 0; step < 8 && !seen.includes(remove); step += 1) {
      seen.push(await focused());
      await tab.keyboard.press("Shift+Tab");
    }
    expect(seen).toContain(remove);
  });

  it("needs no sideways scrolling at a width of 400 pixels", async () => {
    const tab = await stage.open({ viewport: { width: 400, height: 800 } });
    await command(tab, "/draw a long and winding road through the hills --count 2 --steps 4");
    await newest(tab).getByRole("button", { name: again }).waitFor();
    await tab.waitForTimeout(300);
    await stage.shoot(tab, "narrow");
    const tooWide = await tab.evaluate<string[]>(
      "[...document.querySelectorAll('html, .scroller')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className)",
    );
    expect(tooWide).toEqual([]);
    await tab.getByRole("button", { name: "Channels and members" }).click();
    await stage.shoot(tab, "narrow-channels");
    await tab.getByRole("button", { name: "sketches" }).click();
    await tab
      .getByRole("heading", { name: /sketches/ })
      .first()
      .waitFor();
    expect(await tab.locator("body").getAttribute("class")).not.toContain("shows-sidebar");
  });
});
