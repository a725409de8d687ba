import {
  type APIModalInteractionResponseCallbackData,
  type APIComponentInLabel,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  Routes,
} from "discord.js";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { plainPng } from "../../src/demo/discord/image.ts";
import { hasBrowser } from "../harness/browser.ts";
import {
  become,
  command,
  composer,
  messages,
  newest,
  option,
  startBotStage,
  suggestions,
} from "./stage.ts";

const text = (name: string, rest = {}) => ({ type: 3, name, description: `The ${name}`, ...rest });

const commands = [
  { name: "form", description: "Opens a dialog" },
  { name: "silent", description: "Never answers" },
  { name: "later", description: "Answers later" },
  {
    name: "look",
    description: "Looks at a picture",
    options: [
      { type: 11, name: "image", description: "The picture", required: true },
      { type: 5, name: "private", description: "For me only" },
      text("mode", { choices: [{ name: "Caption", value: "caption" }] }),
      { type: 4, name: "times", description: "How often", min_value: 1, max_value: 5 },
      text("model", { autocomplete: true }),
      { type: 6, name: "whom", description: "For whom" },
    ],
  },
  {
    name: "settings",
    description: "Settings",
    options: [
      { type: 1, name: "view", description: "Shows them" },
      {
        type: 1,
        name: "set",
        description: "Sets one",
        options: [text("name", { required: true, autocomplete: true })],
      },
      {
        type: 2,
        name: "limit",
        description: "Limits",
        options: [
          {
            type: 1,
            name: "set",
            description: "Limits a role",
            options: [
              { type: 8, name: "role", description: "Whom", required: true },
              { type: 7, name: "place", description: "Where", channel_types: [0] },
            ],
          },
        ],
      },
    ],
  },
  { name: "clear", description: "For moderators", default_member_permissions: "8192" },
  { name: "Image info", type: 3 },
  { name: "Remix avatar", type: 2 },
];

const field = (label: string, component: APIComponentInLabel, description?: string) => ({
  type: 18,
  label,
  component,
  ...(description === undefined ? {} : { description }),
});
const entry = (value: string, rest = {}) => ({ value, label: value.toUpperCase(), ...rest });

const roleModal = (title: string): APIModalInteractionResponseCallbackData => ({
  title,
  custom_id: "limit",
  components: [field("Roles", { type: 6, custom_id: "roles", max_values: 2 })],
});

const modal: APIModalInteractionResponseCallbackData = {
  title: "Edit and redraw",
  custom_id: "edit",
  components: [
    field("Prompt", { type: 4, custom_id: "prompt", style: 2, value: "a castle", max_length: 400 }),
    field(
      "Sampler",
      { type: 3, custom_id: "sampler", options: [entry("euler"), entry("ddim")] },
      "How it is drawn",
    ),
    field("Size", {
      type: 21,
      custom_id: "size",
      options: [entry("square", { default: true }), entry("wide")],
    }),
    field("Hide it", { type: 23, custom_id: "hide" }),
    field("Mask", { type: 19, custom_id: "mask", required: false }),
  ],
};

describe.skipIf(!hasBrowser)("acting on the page", () => {
  let stage: Awaited<ReturnType<typeof startBotStage>>;
  let tab: Page;
  const waiting: ChatInputCommandInteraction[] = [];

  async function handle(interaction: Interaction): Promise<unknown> {
    const only = { flags: MessageFlags.Ephemeral } as const;
    if (interaction.isAutocomplete()) {
      const { name, value } = interaction.options.getFocused(true);
      const names = ["steps", "sampler", "size"].filter((one) => one.startsWith(value));
      return interaction.respond(names.map((one) => ({ name: `${name}: ${one}`, value: one })));
    }
    if (interaction.isModalSubmit() && interaction.customId === "limit") {
      const roles = interaction.fields.getSelectedRoles("roles", true);
      return interaction.reply({
        content: `limits ${roles.map((role) => `<@&${role?.id}>`).join()}`,
        allowedMentions: { parse: [] },
      });
    }
    if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      const mask = fields.getUploadedFiles("mask");
      const said = [
        fields.getTextInputValue("prompt"),
        fields.getStringSelectValues("sampler").join(),
        fields.getRadioGroup("size"),
        fields.getCheckbox("hide"),
        mask?.first()?.name ?? "no mask",
      ];
      return interaction.reply(said.join(" · "));
    }
    if (interaction.isStringSelectMenu())
      return interaction.reply(`chosen: ${interaction.values.join()}`);
    if (interaction.isButton()) return undefined;
    if (interaction.isMessageContextMenuCommand())
      return interaction.reply({
        content: `info on ${interaction.targetMessage.content}`,
        ...only,
      });
    if (interaction.isUserContextMenuCommand())
      return interaction.reply({
        content: `remix of ${interaction.targetUser.globalName}`,
        ...only,
      });
    if (!interaction.isChatInputCommand()) return undefined;
    switch (interaction.commandName) {
      case "form":
        return interaction.showModal(modal);
      case "later":
        waiting.push(interaction);
        return interaction.deferReply();
      case "look": {
        const { options } = interaction;
        const given = options.data.map(({ name, value }) => `${name}=${value}`);
        const { name, size } = options.getAttachment("image", true);
        return interaction.reply(`${name} ${size} ${given.slice(1).join(" ")}`);
      }
      case "settings": {
        const { options } = interaction;
        const role = options.getRole("role")?.name;
        if (options.getSubcommandGroup() !== null)
          return interaction.showModal(roleModal(role ?? ""));
        return interaction.reply(
          `${options.getSubcommand()} ${options.getString("name") ?? "all"}`,
        );
      }
      default:
        return undefined;
    }
  }

  beforeAll(async () => {
    stage = await startBotStage({ commands, handle });
    tab = await stage.open();
  });
  afterAll(() => stage.close());
  afterEach(() => {
    expect(stage.problems).toEqual([]);
    expect(stage.discord.problems).toEqual([]);
  });

  it("fills in a dialog of every kind of field, checks it, and sends it", async () => {
    await command(tab, "/form ");
    const dialog = tab.getByRole("dialog", { name: "Edit and redraw" });
    await dialog.waitFor();
    const prompt = dialog.getByLabel("Prompt");
    expect(await prompt.inputValue()).toBe("a castle");
    expect(await prompt.evaluate((node) => node.matches(":focus"))).toBe(true);
    await dialog.getByRole("button", { name: "Submit" }).click();
    await dialog.getByText("This is required").waitFor();
    await prompt.fill("a tower");
    await dialog.getByRole("combobox", { name: "Sampler" }).click();
    await stage.shoot(tab, "dialog");
    await tab.getByRole("option", { name: "DDIM" }).click();
    await dialog.getByLabel("WIDE").check();
    await dialog.getByLabel("Hide it").check();
    await dialog.locator("input[type=file]").setInputFiles({
      name: "mask.png",
      mimeType: "image/png",
      buffer: plainPng(8, 3),
    });
    await stage.shoot(tab, "dialog-filled");
    await dialog.getByRole("button", { name: "Submit" }).click();
    await newest(tab).getByText("a tower · ddim · wide · true · mask.png").waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it("picks a role in a subcommand of a group, and another in a dialog", async () => {
    await composer(tab).click();
    await tab.keyboard.type("/settings l");
    await expect.poll(() => suggestions(tab).allTextContents()).toHaveLength(1);
    expect(await suggestions(tab).first().textContent()).toContain("/settings limit set");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("pat");
    expect(await suggestions(tab).allTextContents()).toEqual(["@Patron"]);
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("place:audi");
    expect(await suggestions(tab).allTextContents()).toEqual(["#audit"]);
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Enter");
    const dialog = tab.getByRole("dialog", { name: "Patron" });
    await dialog.getByRole("combobox", { name: "Roles" }).click();
    await tab.getByRole("option", { name: "@Moderator" }).click();
    await tab.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "Submit" }).click();
    await newest(tab).locator(".mention", { hasText: "@Moderator" }).waitFor();
    expect(await newest(tab).locator(".context").textContent()).toContain("/settings limit set");
  });

  it("closes a dialog at Escape and gives the focus back", async () => {
    await command(tab, "/form ");
    await tab.getByRole("dialog").waitFor();
    await tab.keyboard.press("Escape");
    await tab.getByRole("dialog").waitFor({ state: "detached" });
    expect(await composer(tab).evaluate((node) => node.matches(":focus"))).toBe(true);
  });

  it("says that the application did not respond, to a command and to a button", async () => {
    const { bot, places } = stage;
    await command(tab, "/silent ");
    await newest(tab).getByText("Sending command…").waitFor();
    await newest(tab).getByText("The application did not respond").waitFor();
    await stage.shoot(tab, "no-answer");
    await newest(tab).getByRole("button", { name: "Dismiss message" }).click();
    const row = { type: 1, components: [{ type: 2, style: 2, label: "Press", custom_id: "none" }] };
    await bot.rest.post(Routes.channelMessages(places.channels.pictures.id), {
      body: { content: "a button", components: [row] },
    });
    const button = newest(tab).getByRole("button", { name: "Press" });
    await button.click();
    await expect.poll(() => button.getAttribute("aria-busy")).toBe("true");
    await newest(tab).getByText("The application did not respond").waitFor();
    expect(await button.getAttribute("aria-busy")).toBeNull();
  });

  it("shows that the bot is thinking, then what it thought, and gives up after a quarter of an hour", async () => {
    await command(tab, "/later ");
    await newest(tab).getByText("Easel is thinking…").waitFor();
    await waiting.pop()?.editReply("thought");
    await newest(tab).getByText("thought").waitFor();
    await command(tab, "/later ");
    await newest(tab).getByText("Easel is thinking…").waitFor();
    await tab.getByRole("button", { name: "15 minutes later" }).click();
    await newest(tab).getByText("The application did not respond").waitFor();
  });

  it("chooses from a menu with the keyboard, one entry or several", async () => {
    const { bot, places } = stage;
    const menu = {
      type: 3,
      custom_id: "vary",
      placeholder: "Vary a picture",
      max_values: 2,
      options: [1, 2, 3].map((number) => ({
        label: `Picture ${number}`,
        value: `${number}`,
        emoji: { name: "🔀" },
        description: `the ${number}.`,
      })),
    };
    await bot.rest.post(Routes.channelMessages(places.channels.pictures.id), {
      body: { content: "a menu", components: [{ type: 1, components: [menu] }] },
    });
    const picker = newest(tab).getByRole("combobox", { name: "Vary a picture" });
    await picker.press("Enter");
    await tab.getByRole("listbox").waitFor();
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("Enter");
    await stage.shoot(tab, "menu");
    await tab.keyboard.press("Escape");
    await newest(tab).getByText("chosen: 1,3").waitFor();
  });

  it("offers the apps of a message and of a person, by mouse and by keyboard", async () => {
    const { discord, places } = stage;
    const [member] = places.members;
    discord.say({
      user: member ?? discord.owner,
      channel: places.channels.pictures,
      content: "my words",
    });
    await newest(tab).getByText("my words").click({ button: "right" });
    await stage.shoot(tab, "apps");
    await tab.getByRole("menuitem", { name: "Image info" }).click();
    await newest(tab).getByText("info on my words").waitFor();
    await tab.locator(`.panel [data-person="${places.members[1]?.id}"]`).press("Enter");
    await tab.keyboard.press("r");
    await tab.keyboard.press("Enter");
    await newest(tab).getByText("remix of Mo").waitFor();
    expect(await newest(tab).locator(".context").textContent()).toContain("Remix avatar");
  });

  it("writes every kind of option, checks it, and takes a file by picker, drop and paste", async () => {
    const drop = (name: string, on: string) =>
      tab.evaluate(
        `(() => { const files = new DataTransfer(); files.items.add(new File(["x".repeat(7)], ${JSON.stringify(name)}, { type: "image/png" }));
        const node = document.querySelector(".chat");
        node.dispatchEvent(new ${on === "paste" ? "ClipboardEvent('paste', { clipboardData: files," : "DragEvent('drop', { dataTransfer: files,"} bubbles: true, cancelable: true })); })()`,
      );
    const begin = async () => {
      await composer(tab).click();
      await tab.keyboard.type("/look ");
      await tab.locator(".pill-file").waitFor();
    };
    await begin();
    await composer(tab).press("Enter");
    await tab.getByText("image: this is required").waitFor();
    await drop("dropped.png", "drop");
    await expect.poll(() => tab.locator(".pill-file").textContent()).toBe("dropped.png");
    await composer(tab).click();
    await tab.keyboard.type("times:9");
    await tab.keyboard.press("Enter");
    await tab.getByText("times: this must be from 1 to 5").waitFor();
    await option(tab, "times").fill("2");
    await composer(tab).click();
    await tab.keyboard.type("private ");
    await tab.keyboard.type("tr");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("mode:");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("whom:mo");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("model:si");
    await expect.poll(() => suggestions(tab).allTextContents()).toEqual(["model: size"]);
    await tab.keyboard.press("Enter");
    await stage.shoot(tab, "every-option");
    await tab.keyboard.press("Enter");
    const mo = stage.places.members[1]?.id;
    await newest(tab)
      .getByText(`dropped.png 7 times=2 private=true mode=caption whom=${mo} model=size`)
      .waitFor();
    await begin();
    await drop("pasted.png", "paste");
    await composer(tab).press("Enter");
    await newest(tab).getByText("pasted.png 7").waitFor();
  });

  it("finds sub-commands by their full names", async () => {
    await composer(tab).click();
    await tab.keyboard.type("/settings");
    await expect.poll(() => suggestions(tab).count()).toBe(3);
    await tab.keyboard.type(" se");
    await tab.keyboard.press("Enter");
    await option(tab, "name").waitFor();
    await tab.keyboard.type("st");
    await expect.poll(() => suggestions(tab).allTextContents()).toEqual(["name: steps"]);
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Enter");
    await newest(tab).getByText("set steps").waitFor();
    expect(await newest(tab).locator(".context").textContent()).toContain("/settings set");
  });

  it("offers moderators what members are not offered", async () => {
    const tab = await stage.open();
    await composer(tab).click();
    await tab.keyboard.type("/cl");
    expect(await suggestions(tab).allTextContents()).toEqual([]);
    await tab.keyboard.press("Escape");
    await become(tab, "Mo");
    await composer(tab).click();
    await tab.keyboard.type("/cl");
    expect(await suggestions(tab).allTextContents()).toEqual([expect.stringContaining("/clear")]);
  });

  it("has a name for everything that can be pressed or written in", async () => {
    const tab = await stage.open();
    const nameless = async () =>
      (await tab.locator("html").ariaSnapshot()).match(
        /- (button|textbox|combobox|link|switch|option|menuitem|img|dialog|checkbox|radio)(?: \[[^\]]*\])*:?$/gm,
      );
    expect(await nameless()).toBeNull();
    await composer(tab).click();
    await tab.keyboard.type("/look ");
    await composer(tab).click();
    expect(await nameless()).toBeNull();
    await tab.keyboard.press("Escape");
    await tab.keyboard.press("Escape");
    await command(tab, "/form ");
    await tab.getByRole("dialog").waitFor();
    expect(await nameless()).toBeNull();
    const ids = await tab.evaluate<string[]>(
      "[...document.querySelectorAll('[id]')].map((one) => one.id)",
    );
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("keeps each member's direct messages to that member", async () => {
    const tab = await stage.open();
    await tab.locator(".channel", { hasText: "Easel" }).click();
    await composer(tab).fill("/settings view");
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Enter");
    await newest(tab).getByText("view all").waitFor();
    await stage.shoot(tab, "direct");
    await become(tab, "Mo");
    await tab.locator(".channel", { hasText: "Easel" }).click();
    expect(await messages(tab).count()).toBe(0);
  });

  it("says why, where Discord's client would not let one", async () => {
    const tab = await stage.open();
    await tab.locator(".composer-input").fill("x".repeat(2001));
    await tab.keyboard.press("Enter");
    await tab.getByText("Discord would not let you do this").waitFor();
  });
});
