import type { RawFile } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawPicture } from "../../src/demo/webui/picture.ts";
import { toPng } from "../../src/demo/webui/png.ts";
import { hasBrowser } from "../harness/browser.ts";
import { become, messages, newest, startBotStage } from "./stage.ts";

const v2 = 1 << 15;

describe.skipIf(!hasBrowser)("messages on the page", () => {
  let stage: Awaited<ReturnType<typeof startBotStage>>;
  let tab: Page;
  beforeAll(async () => {
    stage = await startBotStage({ commands: [], handle: async () => undefined });
    tab = await stage.open();
  });
  afterAll(() => stage.close());
  afterEach(() => {
    expect(stage.problems).toEqual([]);
    expect(stage.discord.problems).toEqual([]);
  });

  const picture = async (name: string, seed: number, size = { width: 384, height: 256 }) => {
    const pixels = drawPicture({ words: "a castle at sunset", seed, model: "", ...size });
    return { name, data: await toPng(pixels, undefined) };
  };
  /** The bot posts with its own rights. */
  const post = async (body: object, files: RawFile[] = [], channel = "pictures" as const) => {
    const { id } = stage.places.channels[channel];
    const sent = await stage.bot.rest.post(Routes.channelMessages(id), { body, files });
    return sent as { id: string };
  };
  const postV2 = (components: object[], files: RawFile[] = []) =>
    post({ flags: v2, components }, files);
  const words = (content: string) => ({ type: 10, content });
  const shown = (name: string, rest = {}) => ({ media: { url: `attachment://${name}` }, ...rest });

  it("show Discord's markdown as Discord does", async () => {
    const { id } = stage.places.channels.sketches;
    const soon = Math.floor(stage.discord.now() / 1000) + 5400;
    await post({
      content: [
        "# Heading",
        "**bold**, *leaning*, __under__, ~~gone~~, `code **as is**` and a [link](https://example.org/)",
        "-# small words",
        "> quoted **text**",
        "- one",
        "  - inner",
        "- two",
        "1. first",
        "2. second",
        "```js\nconst a = '**';\n```",
        "```\nas it is\n```",
        `<@${stage.places.members[0]?.id}> in <#${id}> <t:${soon}:R> snake_case_name \\*not\\* ||hidden||`,
      ].join("\n"),
    });
    const { last } = { last: newest(tab) };
    await last.getByRole("heading", { name: "Heading", exact: true }).waitFor();
    const textOf = (selector: string) => last.locator(selector).first().textContent();
    expect(await textOf("strong")).toBe("bold");
    expect(await textOf("p code")).toBe("code **as is**");
    expect(await last.locator("pre code").allTextContents()).toEqual([
      "const a = '**';",
      "as it is",
    ]);
    expect(await textOf(".subtext")).toBe("small words");
    expect(await textOf("blockquote strong")).toBe("text");
    expect(await textOf("ul > li > ul > li")).toBe("inner");
    expect(await last.locator("ol > li").allTextContents()).toEqual(["first", "second"]);
    expect(await last.locator(".mention").allTextContents()).toEqual(["@Ada", "#sketches"]);
    expect(await textOf("time[data-style=R]")).toBe("in 1 hour");
    expect(await last.textContent()).toContain("snake_case_name *not*");
    expect(await last.locator("a").getAttribute("href")).toBe("https://example.org/");
    await stage.shoot(tab, "markdown");
    stage.discord.advance(60 * 60_000);
    await expect.poll(() => textOf("time[data-style=R]")).toMatch(/in (29|30) minutes/);
  });

  it("let nothing in them become markup, a script or a foreign address", async () => {
    const evil = '<img src=x onerror="window.broken = true"><script>window.broken = true</script>';
    const who = stage.discord.createUser({ name: evil });
    stage.discord.say({
      user: who,
      channel: stage.places.channels.pictures,
      content: `${evil} [click](javascript:window.broken=true) <javascript:alert(1)>`,
    });
    await newest(tab).getByText("window.broken = true").first().waitFor();
    expect(await newest(tab).locator(".content img, .content script, .content a").count()).toBe(0);
    expect(await tab.evaluate("window.broken")).toBeUndefined();
    expect(await newest(tab).locator(".author").textContent()).toBe(evil);
  });

  it("lay out one, two, three and four pictures as Discord does, and show each large", async () => {
    const tab = await stage.open({ viewport: { width: 1280, height: 1500 } });
    for (const count of [1, 2, 3, 4]) {
      const files = await Promise.all(
        Array.from({ length: count }, (_, index) => picture(`p${index}.png`, count * 10 + index)),
      );
      const items = files.map(({ name }, index) => shown(name, { description: `castle ${index}` }));
      await postV2([{ type: 12, items }], files);
      await expect.poll(() => newest(tab).locator(".picture img").count()).toBe(count);
    }
    await tab.waitForTimeout(300);
    await stage.shoot(tab, "galleries");
    const [left, right] = await newest(tab).locator(".picture").all();
    const boxes = [await left?.boundingBox(), await right?.boundingBox()];
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    await left?.click();
    const viewer = tab.getByRole("dialog", { name: "Picture" });
    await viewer.getByText("castle 0").waitFor();
    await stage.shoot(tab, "lightbox");
    await tab.keyboard.press("ArrowRight");
    await viewer.getByText("castle 1").waitFor();
    await tab.keyboard.press("Escape");
    await viewer.waitFor({ state: "detached" });
    expect(await left?.evaluate((node) => node.matches(":focus"))).toBe(true);
  });

  it("show containers, sections, separators, files and every kind of button", async () => {
    const tab = await stage.open({ viewport: { width: 1280, height: 1000 } });
    const files = [
      await picture("small.png", 7, { width: 128, height: 128 }),
      { name: "notes.txt", data: Buffer.from("x".repeat(3000)) },
    ];
    const button = (style: number, label: string, rest = {}) => ({
      type: 2,
      style,
      label,
      ...rest,
    });
    await postV2(
      [
        {
          type: 17,
          accent_color: 0xf59e42,
          components: [
            {
              type: 9,
              components: [words("## Settings\nWhat holds here."), words("-# for you alone")],
              accessory: { type: 11, ...shown("small.png", { description: "a small castle" }) },
            },
            { type: 14, divider: true },
            words("Model `daybreak-v6`, steps **20**"),
            {
              type: 1,
              components: [
                button(1, "Primary", { custom_id: "a" }),
                button(2, "Secondary", { custom_id: "b", emoji: { name: "🎲" } }),
                button(3, "Success", { custom_id: "c" }),
                button(4, "Danger", { custom_id: "d" }),
                button(5, "Link", { url: "https://example.org/" }),
              ],
            },
            {
              type: 1,
              components: [button(2, "Not now", { custom_id: "e", disabled: true })],
            },
          ],
        },
        { type: 13, file: { url: "attachment://notes.txt" } },
      ],
      files,
    );
    await newest(tab)
      .getByRole("link", { name: /notes.txt/ })
      .waitFor();
    expect(await newest(tab).textContent()).toContain("2.9 KB");
    expect(await newest(tab).getByRole("button", { name: "Not now" }).isDisabled()).toBe(true);
    expect(await newest(tab).getByRole("link", { name: "Link" }).getAttribute("rel")).toContain(
      "noopener",
    );
    await newest(tab).getByAltText("a small castle").waitFor();
    await stage.shoot(tab, "components");
  });

  it("show embeds with their fields and pictures", async () => {
    await post(
      {
        content: "An old-fashioned message",
        embeds: [
          {
            title: "Today",
            description: "**12** pictures by 3 people",
            color: 0x5865f2,
            author: { name: "Easel" },
            fields: [
              { name: "GPU time", value: "3 min", inline: true },
              { name: "Busiest", value: "14:00", inline: true },
              { name: "Model", value: "`daybreak-v6`" },
            ],
            image: { url: "attachment://chart.png" },
            footer: { text: "since midnight" },
          },
        ],
      },
      [await picture("chart.png", 3)],
    );
    const embed = newest(tab).locator(".embed");
    await embed.getByText("since midnight").waitFor();
    expect(await embed.locator("dt").allTextContents()).toEqual(["GPU time", "Busiest", "Model"]);
    expect(await embed.locator("img").count()).toBe(1);
    expect(await newest(tab).locator(".message-main > .gallery").count()).toBe(0);
    await stage.shoot(tab, "embed");
  });

  it("hide spoilers until they are pressed, pictures and words, and keep them shown", async () => {
    const file = await picture("secret.png", 5);
    const { id } = await postV2(
      [words("The end is ||near||"), { type: 12, items: [shown("secret.png", { spoiler: true })] }],
      [file],
    );
    const cover = newest(tab).locator(".spoiler-cover");
    await cover.waitFor();
    await stage.shoot(tab, "spoiler");
    expect(await newest(tab).locator(".spoiler-words").getAttribute("aria-hidden")).toBe("true");
    await newest(tab).locator(".spoiler").press("Enter");
    expect(await newest(tab).locator(".spoiler-words").getAttribute("aria-hidden")).toBeNull();
    await cover.click();
    await newest(tab).locator(".picture").waitFor();
    const { id: channel } = stage.places.channels.pictures;
    await stage.bot.rest.put(
      Routes.channelMessageOwnReaction(channel, id, encodeURIComponent("🔥")),
    );
    await newest(tab).locator(".reaction").waitFor();
    expect(await newest(tab).locator(".spoiler-cover").count()).toBe(0);
  });

  it("take reactions and give them back, for each member their own", async () => {
    await post({ content: "React to this" });
    await newest(tab).getByText("React to this").waitFor();
    await newest(tab).hover();
    await newest(tab).getByRole("button", { name: "Add reaction" }).click();
    await tab.getByRole("menuitem", { name: "🎉" }).click();
    const reaction = newest(tab).locator(".reaction");
    await expect.poll(() => reaction.getAttribute("aria-pressed")).toBe("true");
    await become(tab, "Mo");
    await expect.poll(() => reaction.getAttribute("aria-pressed")).toBe("false");
    await reaction.click();
    await expect.poll(() => reaction.textContent()).toBe("🎉2");
    await stage.shoot(tab, "reactions");
    await reaction.click();
    await expect.poll(() => reaction.textContent()).toBe("🎉1");
    await become(tab, "Ada");
  });

  it("of members go out with their files, and come in elsewhere as unread", async () => {
    const tab = await stage.open();
    const file = await picture("mine.png", 9);
    await tab.locator(".composer input[type=file]").first().setInputFiles({
      name: file.name,
      mimeType: "image/png",
      buffer: file.data,
    });
    await tab.locator(".tray-file").waitFor();
    await stage.shoot(tab, "tray");
    await tab.locator(".composer-input").fill("look at this");
    await tab.keyboard.press("Enter");
    await newest(tab).getByText("look at this").waitFor();
    await newest(tab).getByAltText("mine.png").waitFor();
    const { places, discord } = stage;
    discord.say({
      user: places.members[1] ?? discord.owner,
      channel: places.channels.sketches,
      content: "psst",
    });
    await tab.getByRole("button", { name: /sketches.*new messages/ }).click();
    await newest(tab).getByText("psst").waitFor();
    expect(await newest(tab).locator(".author.moderator").textContent()).toBe("Mo");
  });

  it("are announced by the bot's typing", async () => {
    await stage.bot.rest.post(Routes.channelTyping(stage.places.channels.pictures.id));
    await tab.getByText("Easel is typing…").waitFor();
    await post({ content: "typed" });
    await newest(tab).getByText("typed").waitFor();
    expect(await tab.getByText("Easel is typing…").count()).toBe(0);
  });

  it("are told to those who listen, once each", async () => {
    const tab = await stage.open();
    const { id } = await post({ content: "**hear** me" });
    const news = tab.locator("[aria-live=polite]").first();
    await expect.poll(() => news.textContent()).toBe("Easel: hear me");
    const { id: channel } = stage.places.channels.pictures;
    await stage.bot.rest.patch(Routes.channelMessage(channel, id), {
      body: { content: "changed" },
    });
    await newest(tab).getByText("changed").waitFor();
    expect(await news.textContent()).toBe("Easel: hear me");
  });

  it("are light where the system is", async () => {
    const tab = await stage.open({ colorScheme: "light" });
    const dark = await stage.open();
    const back = "getComputedStyle(document.body).backgroundColor";
    expect(await tab.evaluate(back)).toBe("rgb(255, 255, 255)");
    expect(await dark.evaluate(back)).not.toBe("rgb(255, 255, 255)");
    await tab.waitForTimeout(300);
    await stage.shoot(tab, "light");
    expect(await messages(tab).count()).toBeGreaterThan(3);
  });
});
