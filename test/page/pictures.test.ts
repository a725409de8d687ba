import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawPicture } from "../../src/demo/webui/picture.ts";
import { toPng } from "../../src/demo/webui/png.ts";
import { hasBrowser } from "../harness/browser.ts";
import {
  become,
  composer,
  draw,
  drawn,
  messages,
  newest,
  option,
  press,
  type Stage,
  startStage,
} from "./stage.ts";

const size = { width: 384, height: 256 };

const picture = (words: string, infotext?: string) =>
  toPng(drawPicture({ words, seed: 5, model: "", ...size }), infotext);

/** A copy of a picture somebody has scribbled over, as drawing programs of telephones save it. */
const scribbled = (bytes: Buffer) =>
  sharp(bytes)
    .composite([
      {
        input: Buffer.from(
          `<svg width="${size.width}" height="${size.height}"><path d="M90 90 q40 -50 80 0 t80 0" fill="none" stroke="#f0f" stroke-width="26" stroke-linecap="round"/></svg>`,
        ),
      },
    ])
    .jpeg({ quality: 88 })
    .toBuffer();

const file = (buffer: Buffer, name: string) => ({
  name,
  mimeType: name.endsWith(".jpg") ? "image/jpeg" : "image/png",
  buffer,
});

describe.skipIf(!hasBrowser)("pictures given on the page", () => {
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

  /** Begins a command, whose first option is a file or is typed. */
  async function begin(name: string): Promise<void> {
    await composer(tab).click();
    await tab.keyboard.type(`/${name} `);
    await tab.locator(".command-name", { hasText: `/${name}` }).waitFor();
  }
  async function attach(name: string, given: ReturnType<typeof file>): Promise<void> {
    const pill = tab.locator(`.pill[data-option="${name}"]`);
    if ((await pill.count()) === 0) {
      await composer(tab).click();
      await tab.keyboard.type(`${name}:`);
    }
    const chooser = tab.waitForEvent("filechooser");
    await pill.locator(".pill-file").click();
    await (await chooser).setFiles(given);
    await pill.getByText(given.name).waitFor();
  }
  const send = () => composer(tab).press("Enter");
  const isPrivate = (message: Locator) => message.getByText("Only you can see this").waitFor();

  it("are repainted where a copy is scribbled over", async () => {
    const bytes = await picture("a castle by a lake");
    await begin("edit");
    await attach("image", file(bytes, "castle.png"));
    await option(tab, "prompt").fill("a hot-air balloon --steps 4");
    await attach("mask", file(await scribbled(bytes), "copy.jpg"));
    await stage.shoot(tab, "edit-command");
    await send();
    const result = await drawn(tab, "a hot-air balloon");
    expect(await result.locator(".context").textContent()).toContain("/edit");
    expect(body()).toMatchObject({ ...size, init_images: [bytes.toString("base64")] });
    const { data, info } = await sharp(Buffer.from(String(body()["mask"]), "base64"))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels];
    expect([at(90, 90), at(20, 20), at(360, 240)]).toEqual([255, 0, 0]);
    await tab.waitForTimeout(300);
    await stage.shoot(tab, "edited");
  });

  it("give their structure, and one more of them does with 🎛️", async () => {
    const offered = () => stage.discord.registeredCommands().map(({ name }) => name);
    await expect.poll(offered, { timeout: 10_000 }).toContain("control");
    const bytes = await picture("a castle by a lake");
    await begin("control");
    await attach("image", file(bytes, "castle.png"));
    await option(tab, "prompt").fill("a city of glass --steps 3");
    await option(tab, "type").fill("Canny");
    await send();
    const result = await drawn(tab, "a city of glass");
    await press(result, "🎛️");
    const dialog = tab.getByRole("dialog", { name: "One more control picture" });
    await dialog.locator("input[type=file]").setInputFiles(file(bytes, "again.png"));
    await dialog.getByRole("combobox").first().click();
    await tab.getByRole("option", { name: /Depth/ }).first().click();
    await stage.shoot(tab, "control-dialog");
    await dialog.getByRole("button", { name: "Submit" }).click();
    await dialog.waitFor({ state: "detached" });
    await drawn(tab, "a city of glass");
    await expect.poll(() => JSON.stringify(body()).match(/"module":/g)).toHaveLength(2);
    await tab.waitForTimeout(300);
    await stage.shoot(tab, "controlled");
  });

  it("tell with /inspect what they were made with, to be drawn again", async () => {
    const infotext =
      "a mill on a hill, evening\nNegative prompt: people\nSteps: 3, Sampler: Euler a, CFG scale: 6, Seed: 77, Size: 384x256, Model: daybreak-v6, Version: v1.10.1";
    await begin("inspect");
    await attach("image", file(await picture("a mill", infotext), "mill.png"));
    await send();
    const answer = newest(tab).filter({ hasText: "a mill on a hill" });
    await isPrivate(answer);
    for (const words of ["Seed: 77", "Sampler: Euler a", "people"])
      expect(await answer.textContent()).toContain(words);
    await stage.shoot(tab, "inspect");
    await press(answer, "🔁 Draw this again");
    await drawn(tab, "a mill on a hill, evening");
    expect(body()).toMatchObject({ ...size, seed: 77, cfg_scale: 6, sampler_name: "Euler a" });
  });

  it("of a message tell it by its menu, and are told apart", async () => {
    const result = await draw(tab, "two brass owls --steps 3 --seed 70 --count 2");
    await result.locator(".text-display").first().click({ button: "right" });
    await stage.shoot(tab, "message-menu");
    await tab.getByRole("menuitem", { name: "Image info" }).click();
    const answer = newest(tab).filter({ hasText: "Picture 1 of 2" });
    await isPrivate(answer);
    expect(await answer.textContent()).toContain("Seed: 70");
    await answer.getByRole("combobox").click();
    await tab.getByRole("option", { name: /Picture 2$/ }).click();
    await newest(tab).getByText("Picture 2 of 2").waitFor();
    expect(await newest(tab).textContent()).toContain("Seed: 71");
    await stage.shoot(tab, "image-info");
  });

  it("go when their author answers ❌ to them, and stay when somebody else does", async () => {
    const result = await draw(tab, "a clay bird --steps 2");
    const react = async () => {
      await result.hover();
      await result.getByRole("button", { name: "Add reaction" }).click();
      await tab.getByRole("menuitem", { name: "❌" }).click();
    };
    await become(tab, "Mo");
    await react();
    await result.locator(".reaction").waitFor();
    await tab.waitForTimeout(500);
    expect(await result.count()).toBe(1);
    await become(tab, "Ada");
    await react();
    await result.waitFor({ state: "detached" });
    expect(await messages(tab).getByText("a clay bird").count()).toBe(0);
  });
});
