import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { plainPng } from "../../src/demo/discord/image.ts";
import { type StandInDiscord, startDiscord } from "../../src/demo/discord/start.ts";

const draw = new SlashCommandBuilder()
  .setName("draw")
  .setDescription("Draws")
  .addStringOption((option) => option.setName("prompt").setDescription("What").setRequired(true))
  .addStringOption((option) => option.setName("model").setDescription("M").setAutocomplete(true))
  .addIntegerOption((option) => option.setName("steps").setDescription("S").setMaxValue(150))
  .addAttachmentOption((option) => option.setName("image").setDescription("I"));

let discord: StandInDiscord;
const clients: Client[] = [];

/** A real discord.js bot against the stand-in. */
async function login(
  handle: (interaction: Interaction) => Promise<unknown> = async () => {},
  intents: GatewayIntentBits[] = [],
): Promise<Client> {
  const client = new Client({ intents, rest: { api: discord.apiUrl } });
  clients.push(client);
  client.on(Events.Error, () => {});
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => discord.problems.push(`bot: ${String(error)}`));
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set([draw]);
  return client;
}

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.destroy();
  await discord.close();
  expect(discord.problems).toEqual([]);
});

const place = () => {
  const user = discord.createUser({ name: "Ada" });
  const guild = discord.createGuild({ name: "Gallery" });
  return { user, guild, channel: discord.createChannel({ guild }) };
};

test("a bot logs in and its slash command is answered", async () => {
  await login(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply("hello");
  });
  const { user, channel } = place();
  const asked = discord.command({ user, channel, name: "draw", options: { prompt: "a castle" } });
  await discord.waitFor(() => asked.callback);
  expect(discord.messages(channel).map(({ content }) => content)).toEqual(["hello"]);
  expect(asked.answeredAfterMs).toBeLessThan(3000);
});

test("a deferred answer thinks, then holds the files it is edited with", async () => {
  const png = plainPng(16, 90);
  await login(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply({ content: "done", files: [{ attachment: png, name: "a b.png" }] });
  });
  const { user, channel } = place();
  discord.command({ user, channel, name: "draw", options: { prompt: "x" } });
  const [thinking] = await discord.waitFor(() => {
    const found = discord.messages(channel);
    return found.length > 0 && found;
  });
  expect(thinking?.thinking || thinking?.content === "done").toBe(true);
  await discord.waitFor(() => thinking?.content === "done");
  expect(thinking?.attachments[0]).toMatchObject({
    filename: "a_b.png",
    contentType: "image/png",
    width: 16,
  });
  expect(thinking?.attachments[0]?.bytes.equals(png)).toBe(true);
});

test("a components v2 gallery shows its files, and lists none of them beside", async () => {
  await login(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const button = new ButtonBuilder()
      .setCustomId("again")
      .setEmoji("🎲")
      .setStyle(ButtonStyle.Secondary);
    await interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      files: [{ attachment: plainPng(8, 1), name: "one.png" }],
      components: [
        new TextDisplayBuilder().setContent("**a castle**"),
        new MediaGalleryBuilder().addItems(
          new MediaGalleryItemBuilder().setURL("attachment://one.png").setDescription("a castle"),
        ),
        new ActionRowBuilder<ButtonBuilder>().addComponents(button),
      ],
    });
  });
  const { user, channel } = place();
  const asked = discord.command({ user, channel, name: "draw", options: { prompt: "x" } });
  const message = await discord.waitFor(() => asked.responseMessage);
  expect(discord.textOf(message)).toBe("**a castle**");
  expect(discord.buttonsOf(message)).toEqual([{ customId: "again", emoji: "🎲", disabled: false }]);
  expect(message.attachments).toHaveLength(1);
});

test("a button opens a dialog whose answer updates the message", async () => {
  await login(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const button = new ButtonBuilder()
        .setCustomId("edit")
        .setEmoji("🖋")
        .setStyle(ButtonStyle.Primary);
      await interaction.reply({
        content: "first",
        components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
      });
    } else if (interaction.isButton()) {
      const input = new TextInputBuilder().setCustomId("prompt").setStyle(TextInputStyle.Short);
      await interaction.showModal(
        new ModalBuilder()
          .setCustomId("dialog")
          .setTitle("Edit")
          .addLabelComponents(new LabelBuilder().setLabel("Prompt").setTextInputComponent(input)),
      );
    } else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.update({ content: interaction.fields.getTextInputValue("prompt") });
    }
  });
  const { user, channel } = place();
  const asked = discord.command({ user, channel, name: "draw", options: { prompt: "x" } });
  const message = await discord.waitFor(() => asked.responseMessage);
  const dialog = discord.press({ user, message, emoji: "🖋️" });
  await discord.waitFor(() => dialog.dialog);
  expect(() => discord.submit({ user, dialog, fields: {} })).toThrow("required");
  discord.submit({ user, dialog, fields: { prompt: "second" } });
  await discord.waitFor(() => message.content === "second");
});

test("completions are asked for and checked", async () => {
  await login(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${value}!`, value }]);
  });
  const { user, channel } = place();
  const found = await discord.complete({
    user,
    channel,
    name: "draw",
    focused: "model",
    value: "sd",
  });
  expect(found).toEqual([{ name: "sd!", value: "sd" }]);
});

test("a picture given as an option comes through the CDN", async () => {
  const png = plainPng(4, 7);
  const got: Buffer[] = [];
  await login(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { url } = interaction.options.getAttachment("image", true);
    got.push(Buffer.from(await (await fetch(url)).arrayBuffer()));
    await interaction.reply({ content: "seen", flags: MessageFlags.Ephemeral });
  });
  const { user, channel } = place();
  const image = { bytes: png, name: "in.png" };
  const asked = discord.command({ user, channel, name: "draw", options: { prompt: "x", image } });
  await discord.waitFor(() => asked.callback);
  expect(got[0]?.equals(png)).toBe(true);
  expect(asked.responseMessage?.ephemeralFor).toBe(user.id);
});

test("after a dropped socket the session resumes and what was missed arrives", async () => {
  const seen: string[] = [];
  await login(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    seen.push(interaction.id);
    await interaction.reply("here");
  });
  const { user, channel } = place();
  discord.faults.dropGateway();
  const asked = discord.command({ user, channel, name: "draw", options: { prompt: "x" } });
  await discord.waitFor(() => asked.callback);
  expect(seen).toEqual([asked.id]);
  discord.redeliver(asked);
  await discord.waitFor(() => seen.length === 2);
  // The bot answers twice and is refused, as it should be.
  await discord.waitFor(() => discord.problems.length > 0);
  discord.problems.length = 0;
});

test("guilds and channels arrive through the gateway", async () => {
  const { guild, channel } = place();
  const client = await login(async () => {}, [GatewayIntentBits.Guilds]);
  const seen = client.guilds.cache.get(guild.id)?.channels.cache.get(channel.id);
  expect(seen?.permissionsFor(client.user ?? "")?.has("AttachFiles")).toBe(true);
  discord.setBotPermissions(channel, 0n);
  await discord.waitFor(() => !seen?.permissionsFor(client.user ?? "")?.has("ViewChannel"));
  const later = discord.createGuild({ name: "Later" });
  await discord.waitFor(() => client.guilds.cache.has(later.id));
});
