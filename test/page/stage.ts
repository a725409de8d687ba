import { join } from "node:path";
import { Client, Events, type GatewayIntentBits, type Interaction } from "discord.js";
import type { Locator, Page } from "playwright-core";
import { startDiscord } from "../../src/demo/discord/start.ts";
import { furnish } from "../../src/demo/page/places.ts";
import { startPage } from "../../src/demo/page/start.ts";
import { type DemoOptions, startDemo } from "../../src/demo/start.ts";
import { demo as words } from "../../src/text/host/demo.ts";
import { startBrowser } from "../harness/browser.ts";

const program = join(import.meta.dirname, "..", "..", "launch.js");

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
  const browser = await startBrowser(page.url);
  return {
    ...demo,
    ...browser,
    stopPage: page.close,
    async close() {
      await browser.close();
      await page.close();
      await demo.close();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof startStage>>;

export interface BotOptions {
  /** What the application registers. */
  commands: Parameters<NonNullable<Client["application"]>["commands"]["set"]>[0];
  handle: (interaction: Interaction) => Promise<unknown>;
  intents?: GatewayIntentBits[];
  languages?: readonly string[];
}

/** The page before a bot of the test's own in the place of Easel. */
export async function startBotStage({
  commands,
  handle,
  intents = [],
  languages = ["en-US"],
}: BotOptions) {
  const discord = await startDiscord();
  const places = await furnish(discord, words.places);
  const bot = new Client({ intents, rest: { api: discord.apiUrl } });
  bot.on(Events.Error, () => undefined);
  bot.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => discord.problems.push(`bot: ${String(error)}`));
  });
  const ready = new Promise((resolve) => bot.once(Events.ClientReady, resolve));
  await bot.login(discord.token);
  await ready;
  await bot.application?.commands.set(commands);
  const { members } = places;
  const page = await startPage({ discord, members, languages, words: words.page });
  const browser = await startBrowser(page.url);
  return {
    ...browser,
    discord,
    bot,
    places,
    url: page.url,
    async close() {
      await browser.close();
      await page.close();
      await bot.destroy();
      await discord.close();
    },
  };
}

export const composer = (tab: Page): Locator => tab.locator(".composer-input");
export const option = (tab: Page, name: string): Locator =>
  tab.locator(`.pill[data-option="${name}"] .pill-input`);
export const messages = (tab: Page): Locator => tab.locator(".messages article");
export const newest = (tab: Page): Locator => messages(tab).last();
export const suggestions = (tab: Page): Locator => tab.locator(".suggestions [role=option]");

/** Types a command with its required text, and sends it. */
export async function command(tab: Page, text: string): Promise<void> {
  await composer(tab).click();
  await tab.keyboard.type(text);
  await tab.keyboard.press("Enter");
}

/** Results are known by it. */
export const again = "🎲";

/** Draws, and answers the message with the result, which stays the same when others come below it. */
export async function draw(tab: Page, text: string): Promise<Locator> {
  await command(tab, `/draw ${text}`);
  return drawn(tab, text.split(" --")[0]);
}

/** The newest message once it is a result, one that says this. */
export async function drawn(tab: Page, words = ""): Promise<Locator> {
  const result = newest(tab)
    .filter({ hasText: words })
    .and(newest(tab).filter({ has: tab.getByRole("button", { name: again, exact: true }) }));
  await result.waitFor();
  const id = await result.locator("xpath=..").getAttribute("data-id");
  return tab.locator(`.messages li[data-id="${id}"] article`);
}

/** Presses a button of a message by its emoji or its words. */
export const press = (message: Locator, name: string): Promise<void> =>
  message.getByRole("button", { name, exact: true }).click();

/** Chooses from a menu of a message. */
export async function choose(message: Locator, menu: string, entry: string): Promise<void> {
  await message.getByRole("combobox", { name: menu }).click();
  await message
    .page()
    .getByRole("option", { name: new RegExp(`${entry}$`) })
    .click();
}

/** Becomes somebody else with the button below the channels. */
export async function become(tab: Page, name: string): Promise<void> {
  await tab.locator(".self-button").click();
  await tab.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
  await tab.locator(".self-name", { hasText: name }).waitFor();
}
