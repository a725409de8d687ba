import { afterAll, beforeAll, expect, test } from "vitest";
import { hasBrowser } from "../harness/browser.ts";
import { become, composer, newest, startBotStage, suggestions } from "./stage.ts";

type Stage = Awaited<ReturnType<typeof startBotStage>>;
let stage: Stage;

const commands = [
  {
    name: "look",
    description: "Looks at a picture",
    descriptionLocalizations: { de: "Sieht ein Bild an" },
  },
];

beforeAll(async () => {
  if (!hasBrowser) return;
  stage = await startBotStage({
    commands,
    languages: ["en-US", "de"],
    handle: async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(`in ${interaction.locale}`);
    },
  });
});
afterAll(async () => stage?.close());

test.runIf(hasBrowser)("every person on the page has a language of their own", async () => {
  const tab = await stage.open();
  const menu = tab.getByRole("combobox", { name: "Language" });
  expect(await menu.locator("option").allTextContents()).toEqual(["American English", "Deutsch"]);
  await menu.selectOption("de");
  await composer(tab).click();
  await tab.keyboard.type("/lo");
  await suggestions(tab).filter({ hasText: "Sieht ein Bild an" }).waitFor();
  await tab.keyboard.type("ok ");
  await tab.keyboard.press("Enter");
  await newest(tab).filter({ hasText: "in de" }).waitFor();
  await become(tab, "Mo");
  expect(await menu.inputValue()).toBe("en-US");
  expect([...stage.problems, ...stage.discord.problems]).toEqual([]);
});
