import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "../harness/browser.ts";
import {
  again,
  choose,
  command,
  draw,
  drawn,
  messages,
  newest,
  press,
  type Stage,
  startStage,
} from "./stage.ts";

describe.skipIf(!hasBrowser)("a result on the page", () => {
  let stage: Stage;
  let tab: Page;
  beforeAll(async () => {
    stage = await startStage();
    tab = await stage.open();
  });
  afterAll(() => stage.close());
  afterEach(() => {
    expect(stage.problems).toEqual([]);
    expect(stage.discord.problems).toEqual([]);
  });

  const body = () => stage.webui?.drawings.at(-1)?.body ?? {};
  const gone = (name: string) => tab.getByRole("dialog", { name }).waitFor({ state: "detached" });
  const settled = () => tab.waitForTimeout(300);
  /** Of its first picture, once that is there. */
  const sizeOf = async (message: Locator) => {
    const image = message.locator(".gallery img").first();
    const size = () =>
      image.evaluate((node) => {
        const { naturalWidth = 0, naturalHeight = 0 } = node as unknown as {
          naturalWidth?: number;
          naturalHeight?: number;
        };
        return [naturalWidth, naturalHeight];
      });
    await expect.poll(async () => (await size())[0]).toBeGreaterThan(0);
    return size();
  };

  it("grows out of the waiting message: a bar, steps and a preview that change, then the picture", async () => {
    // A message is changed every 2.5 seconds at most.
    stage.webui?.pace(40);
    await command(tab, "/draw a lighthouse above the sea at dusk --steps 45 --seed 9");
    const seen: { text: string; preview: string | null }[] = [];
    const preview = newest(tab).locator(".gallery img");
    let isShot = false;
    while ((await newest(tab).getByRole("button", { name: again }).count()) === 0) {
      const text = (await newest(tab).textContent()) ?? "";
      const isThere = (await preview.count()) > 0;
      seen.push({ text, preview: isThere ? await preview.getAttribute("src") : null });
      if (isThere && !isShot) {
        isShot = true;
        expect(await newest(tab).getByRole("button", { name: "❌" }).count()).toBe(1);
        await settled();
        await stage.shoot(tab, "running");
      }
      await tab.waitForTimeout(100);
    }
    stage.webui?.pace(1);
    stage.webui?.pace(1);
    const steps = seen.flatMap(({ text }) => /step (\d+) of 45/.exec(text)?.[1] ?? []).map(Number);
    const bars = seen.flatMap(({ text }) => /▰+▱+/.exec(text)?.[0] ?? []);
    const previews = seen.flatMap(({ preview }) =>
      preview?.includes("preview.webp") ? preview : [],
    );
    for (const list of [steps, bars, previews])
      expect(new Set<unknown>(list).size).toBeGreaterThan(1);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(seen.some(({ text }) => /about \d+ s left/.test(text))).toBe(true);
    const result = await drawn(tab, "a lighthouse above the sea at dusk");
    expect(await result.locator(".gallery img").getAttribute("src")).not.toContain("preview");
    expect(await sizeOf(result)).toEqual([512, 512]);
    const heard = await tab.locator("[aria-live=polite] p").allTextContents();
    expect(heard.at(-1)).toContain("a lighthouse above the sea at dusk");
    expect(heard.length).toBeLessThan(5);
    await settled();
    await stage.shoot(tab, "result-single");
  });

  it("is drawn again at 🎲, with a new seed", async () => {
    const result = await draw(tab, "an old oak --steps 3 --seed 41 --ar 3:2");
    await press(result, "🎲");
    await expect.poll(() => stage.webui?.drawings.length).toBe(3);
    const other = await drawn(tab, "an old oak");
    expect(body()).toMatchObject({ prompt: "an old oak", steps: 3 });
    expect(body()).not.toHaveProperty("seed", 41);
    expect(await other.textContent()).toContain("from a picture");
    expect(await other.textContent()).not.toContain("aspect ratio was not used");
    await settled();
    await stage.shoot(tab, "again");
  });

  it("is edited with 🖋, in a dialog that holds what it was made with", async () => {
    const result = await draw(tab, "a red barn --steps 3 --seed 7 --ar 3:2 --no fog");
    await press(result, "🖋");
    const dialog = tab.getByRole("dialog", { name: "Edit and redraw" });
    const field = (name: string) => dialog.getByLabel(name, { exact: false });
    await expect.poll(() => dialog.getByLabel(/^Prompt/).inputValue()).toBe("a red barn");
    expect(await field("Negative prompt").inputValue()).toBe("fog");
    expect(await field("Seed").inputValue()).toBe("7");
    expect(await field("Everything else").inputValue()).toBe("--ar 3:2 --steps 3");
    await stage.shoot(tab, "edit");
    await dialog.getByLabel(/^Prompt/).fill("a blue barn");
    await field("Negative prompt").fill("");
    await field("Everything else").fill("--ar 2:3 --steps 4 --count 2");
    await dialog.getByRole("button", { name: "Submit" }).click();
    await gone("Edit and redraw");
    const redrawn = await drawn(tab, "a blue barn");
    expect(await redrawn.locator(".gallery img").count()).toBe(2);
    expect(body()).toMatchObject({
      prompt: "a blue barn",
      seed: 7,
      width: 384,
      height: 576,
      n_iter: 2,
    });
    expect(body()).not.toHaveProperty("negative_prompt", "fog");
  });

  it("is varied a little with 🔀, more with “Vary strongly”", async () => {
    const result = await draw(tab, "a stone bridge --steps 3 --seed 50");
    const strength = async (name: string) => {
      const before = stage.webui?.drawings.length ?? 0;
      await press(result, name);
      await expect.poll(() => stage.webui?.drawings.length).toBe(before + 1);
      await expect.poll(() => newest(tab).textContent()).toContain("Variation strength");
      expect(body()).toMatchObject({ prompt: "a stone bridge", seed: 50 });
      return Number(body()["subseed_strength"]);
    };
    const little = await strength("🔀");
    expect(await strength("Vary strongly")).toBeGreaterThan(little);
    await settled();
    await stage.shoot(tab, "varied");
  });

  it("is enlarged with ⬆️", async () => {
    const result = await draw(tab, "a windmill --steps 3 --width 256 --height 256");
    await press(result, "⬆️");
    const large = await drawn(tab, "Enlarged 2 times");
    expect(await sizeOf(large)).toEqual([512, 512]);
    const rows = large.locator(".action-row");
    expect(await rows.getByRole("button").allTextContents()).toEqual(["🎲", "⬆️", "📋", "❌"]);
    expect(await rows.count()).toBe(1);
    await settled();
    await stage.shoot(tab, "enlarged");
  });

  it("is looked at from further away with 🔍, by a panel for its reader alone", async () => {
    const result = await draw(tab, "a cabin in the woods --steps 3");
    await press(result, "🔍");
    const panel = newest(tab).filter({ hasText: "Look further" });
    await panel.getByText("Only you can see this").waitFor();
    expect(await panel.getByRole("button", { name: /Zoom|Pan|square/ }).count()).toBe(7);
    await stage.shoot(tab, "zoom");
    await press(panel, "Zoom out 2×");
    const wider = await drawn(tab, "a cabin in the woods");
    expect(await wider.textContent()).not.toContain("Only you can see this");
    expect(body()).toMatchObject({ prompt: "a cabin in the woods", mask: expect.any(String) });
  });

  it("tells with 📋 how it was made: infotext, command, and the files that went to the webui", async () => {
    const result = await draw(tab, "a tea house --steps 3 --seed 12 --no people");
    await press(result, "📋");
    const details = newest(tab).filter({ hasText: "Infotext" });
    await details.getByText("Only you can see this").waitFor();
    const [infotext, again] = await details.locator("pre code").allTextContents();
    expect(infotext).toContain("Negative prompt: people\nSteps: 3, ");
    expect(again).toContain("/draw prompt: a tea house");
    expect(again).toContain("--seed 12");
    const link = details.getByRole("link", { name: /\.json$/ });
    const payload = await fetch((await link.getAttribute("href")) ?? "");
    expect(await payload.json()).toEqual(body());
    await stage.shoot(tab, "details");
    await press(details, "Dismiss message");
  });

  it("is removed with ❌", async () => {
    const result = await draw(tab, "a mistake --steps 2");
    await press(result, "❌");
    await result.waitFor({ state: "detached" });
    expect(await messages(tab).getByText("a mistake").count()).toBe(0);
  });

  it("of several pictures has menus, to vary, enlarge and widen each", async () => {
    const result = await draw(tab, "four small houses --steps 3 --seed 100 --count 4");
    expect(await result.locator(".gallery img").count()).toBe(4);
    await result.getByRole("combobox", { name: "🔀" }).click();
    expect(await tab.getByRole("option").count()).toBe(8);
    await stage.shoot(tab, "vary-menu");
    await tab.keyboard.press("Escape");
    await choose(result, "🔀", "Picture 3, strongly");
    await drawn(tab, "Variation strength");
    expect(body()).toMatchObject({ seed: 102, n_iter: 4 });
    await choose(result, "⬆️", "Picture 2");
    await drawn(tab, "Enlarged 2 times");
    await choose(result, "🔍", "Picture 4");
    const panel = newest(tab).filter({ hasText: "Look further" });
    await press(panel, "Pan right ➡");
    const wider = await drawn(tab, "four small houses");
    expect(await sizeOf(wider)).toEqual([768, 512]);
  });

  it("wraps long words, and stays readable on a narrow screen", async () => {
    const narrow = await stage.open({ viewport: { width: 400, height: 900 } });
    const prompt =
      "an overgrown greenhouse at the edge of a quiet town, glass panes broken and mended again, ferns and climbing " +
      "roses everywhere, the light of a late summer evening, https://example.org/" +
      "very-long-word-".repeat(12);
    await command(
      narrow,
      `/draw ${prompt} --steps 3 --count 2 --no people, text, watermark, frame`,
    );
    await drawn(narrow, "an overgrown greenhouse");
    await settled();
    await stage.shoot(narrow, "narrow-long");
    const result = await draw(narrow, "a quiet pond --steps 2");
    await press(result, "📋");
    await newest(narrow).getByText("Infotext").waitFor();
    await stage.shoot(narrow, "narrow-details");
    await press(result, "🖋");
    await narrow.getByRole("dialog", { name: "Edit and redraw" }).waitFor();
    await stage.shoot(narrow, "narrow-edit");
    const tooWide = await narrow.evaluate<string[]>(
      "[...document.querySelectorAll('html, .scroller, .modal, .modal-fields')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className)",
    );
    expect(tooWide).toEqual([]);
  });
});
