import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type File, caller, connect } from "./discord-client.ts";
import { plainPng } from "../../src/demo/discord/image.ts";
import {
  type Channel,
  type Guild,
  type Interaction,
  type StandInDiscord,
  type User,
  permission,
  startDiscord,
} from "../../src/demo/discord/start.ts";

const V2 = 1 << 15;
const EPHEMERAL = 64;
const MIB = 1024 * 1024;

let discord: StandInDiscord;
let call: ReturnType<typeof caller>;
let user: User;
let guild: Guild;
let channel: Channel;

/** A bucket refills in this time; the clock of the stand-in is moved, not ours. */
const later = () => discord.advance(6000);

const ask = (options: Partial<Parameters<StandInDiscord["command"]>[0]> = {}) =>
  discord.command({ user, channel, name: "draw", options: { prompt: "x" }, ...options });
const callback = ({ id, token }: Interaction, body: unknown, files?: File[]) =>
  call("POST", `/interactions/${id}/${token}/callback`, body, files);
const hook = ({ token }: Interaction, rest = "") =>
  `/webhooks/${discord.applicationId}/${token}${rest}`;
const original = (interaction: Interaction) => hook(interaction, "/messages/@original");
const post = (body: unknown, files?: File[]) =>
  call("POST", `/channels/${channel.id}/messages`, body, files);
const row = (...components: unknown[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 1, custom_id: "a", label: "A", ...more });
const words = (content: string) => ({ type: 10, content });

const draw = {
  name: "draw",
  description: "Draws",
  integration_types: [0, 1],
  contexts: [0, 1, 2],
  options: [
    { type: 3, name: "prompt", description: "What", required: true, max_length: 100 },
    { type: 3, name: "model", description: "Which", autocomplete: true },
    { type: 4, name: "steps", description: "How many", min_value: 1, max_value: 150 },
    { type: 3, name: "ratio", description: "Shape", choices: [{ name: "1:1", value: "1:1" }] },
    { type: 11, name: "image", description: "From" },
  ],
};

beforeEach(async () => {
  discord = await startDiscord();
  call = caller(discord);
  user = discord.createUser({ name: "Ada", locale: "de" });
  guild = discord.createGuild({ name: "Gallery" });
  channel = discord.createChannel({ guild });
  const menu = { name: "Image info", type: 3 };
  await call("PUT", `/applications/${discord.applicationId}/commands`, [draw, menu]);
});

afterEach(async () => {
  await discord.close();
  expect(discord.problems).toEqual([]);
});

const gallery = (...urls: string[]) => ({
  type: 12,
  items: urls.map((url) => ({ media: { url } })),
});

const file = (size: number): File[] => [["a.bin", Buffer.alloc(size)]];

describe("a message is refused", () => {
  const tooMuch = "x".repeat(2001);
  const cases: [string, unknown, number, string][] = [
    ["without anything in it", {}, 50006, ""],
    ["with only blanks", { content: "  \n " }, 50006, ""],
    ["with only buttons", { components: [row(button())] }, 50006, ""],
    ["with a text over 2000", { content: tooMuch }, 50035, "content.BASE_TYPE_MAX_LENGTH"],
    ["with a number as text", { content: 5 }, 50035, "content.STRING_TYPE_CONVERT"],
    [
      "with a nonce over 25",
      { content: "a", nonce: "n".repeat(26) },
      50035,
      "nonce.BASE_TYPE_MAX_LENGTH",
    ],
    [
      "with eleven embeds",
      { embeds: Array.from({ length: 11 }, () => ({ title: "a" })) },
      50035,
      "embeds.BASE_TYPE_MAX_LENGTH",
    ],
    [
      "with an embed over 6000",
      { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] },
      50035,
      "embeds.MAX_EMBED_SIZE_EXCEEDED",
    ],
    [
      "with six rows",
      {
        content: "a",
        components: Array.from({ length: 6 }, (_, i) => row(button({ custom_id: `${i}` }))),
      },
      50035,
      "components.BASE_TYPE_MAX_LENGTH",
    ],
    [
      "with six buttons in a row",
      {
        content: "a",
        components: [row(...Array.from({ length: 6 }, (_, i) => button({ custom_id: `${i}` })))],
      },
      50035,
      "components.0.components.BASE_TYPE_BAD_LENGTH",
    ],
    [
      "with a custom id over 100",
      { content: "a", components: [row(button({ custom_id: "x".repeat(101) }))] },
      50035,
      "components.0.components.0.custom_id.BASE_TYPE_BAD_LENGTH",
    ],
    [
      "with the same custom id twice",
      { content: "a", components: [row(button(), button())] },
      50035,
      "components.COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
    [
      "with a label over 80",
      { content: "a", components: [row(button({ label: "x".repeat(81) }))] },
      50035,
      "components.0.components.0.label.BASE_TYPE_MAX_LENGTH",
    ],
    [
      "with a button that says nothing",
      { content: "a", components: [row(button({ label: undefined }))] },
      50035,
      "components.0.components.0.label.BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
    ],
    [
      "with a link and a custom id",
      { content: "a", components: [row(button({ style: 5, url: "https://a.b" }))] },
      50035,
      "components.0.components.0.custom_id.BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ],
    [
      "with a word as emoji",
      { content: "a", components: [row(button({ emoji: { name: "dice" } }))] },
      50035,
      "components.0.components.0.emoji.name.COMPONENT_INVALID_EMOJI",
    ],
    [
      "with 26 choices in a menu",
      {
        content: "a",
        components: [
          row({
            type: 3,
            custom_id: "m",
            options: Array.from({ length: 26 }, (_, i) => ({ label: "l", value: `${i}` })),
          }),
        ],
      },
      50035,
      "components.0.components.0.options.BASE_TYPE_BAD_LENGTH",
    ],
    [
      "with a menu beside a button",
      {
        content: "a",
        components: [
          row(button(), { type: 3, custom_id: "m", options: [{ label: "l", value: "v" }] }),
        ],
      },
      50035,
      "components.0.components.COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ],
    [
      "with components v2 but no flag",
      { components: [words("a")] },
      50035,
      "components.0.type.UNION_TYPE_CHOICES",
    ],
    [
      "with components v2 and content",
      { flags: V2, content: "a", components: [words("a")] },
      50035,
      "content.MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    [
      "with components v2 and embeds",
      { flags: V2, embeds: [{ title: "a" }], components: [words("a")] },
      50035,
      "embeds.MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    ["with the v2 flag and no components", { flags: V2 }, 50006, ""],
    [
      "with 41 components",
      {
        flags: V2,
        components: Array.from({ length: 4 }, () => ({
          type: 17,
          components: Array.from({ length: 10 }, () => ({ type: 14 })),
        })),
      },
      50035,
      "components.COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ],
    [
      "with more than 4000 characters in all texts",
      { flags: V2, components: [words("x".repeat(2000)), words("x".repeat(2001))] },
      50035,
      "components.COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ],
    [
      "with an empty text",
      { flags: V2, components: [words("")] },
      50035,
      "components.0.content.BASE_TYPE_BAD_LENGTH",
    ],
    [
      "with eleven pictures in a gallery",
      {
        flags: V2,
        components: [gallery(...Array.from({ length: 11 }, () => "https://a.b/c.png"))],
      },
      50035,
      "components.0.items.BASE_TYPE_BAD_LENGTH",
    ],
    [
      "with a gallery of a file that is not there",
      { flags: V2, components: [gallery("attachment://none.png")] },
      50035,
      "components.0.items.0.media.url.UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ],
    [
      "with a container in a container",
      {
        flags: V2,
        components: [{ type: 17, components: [{ type: 17, components: [words("a")] }] }],
      },
      50035,
      "components.0.components.0.type.UNION_TYPE_CHOICES",
    ],
    [
      "with a section without accessory",
      { flags: V2, components: [{ type: 9, components: [words("a")] }] },
      50035,
      "components.0.accessory.BASE_TYPE_REQUIRED",
    ],
    [
      "with a button outside a row",
      { flags: V2, components: [button()] },
      50035,
      "components.0.type.UNION_TYPE_CHOICES",
    ],
    [
      "with contradicting allowed mentions",
      { content: "a", allowed_mentions: { parse: ["users"], users: ["1234567890123456"] } },
      50035,
      "allowed_mentions.MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ],
    [
      "with an entry for a file that is not sent",
      { content: "a", attachments: [{ id: 0 }] },
      50035,
      "attachments.0.id.ATTACHMENT_NOT_FOUND",
    ],
    [
      "as an answer to a message that is not there",
      { content: "a", message_reference: { message_id: "1" } },
      50035,
      "message_reference.REPLIES_UNKNOWN_MESSAGE",
    ],
    ["as broken JSON", "{", 50109, ""],
  ];
  test.each(cases)("%s", async (_, body, code, where) => {
    const refused = await post(body);
    expect([refused.status, refused.body.code]).toEqual([400, code]);
    if (where !== "") {
      const path = where.split(".");
      const found = path
        .slice(0, -1)
        .reduce((node: Record<string, never> | undefined, key) => node?.[key], refused.body.errors);
      expect(found).toMatchObject({ _errors: [{ code: path.at(-1) }] });
    }
    expect(discord.messages(channel)).toEqual([]);
  });

  test("with a body no proxy lets through, or a file over the limit of the place", async () => {
    expect((await post({}, file(10 * MIB))).status).toBe(200);
    expect(await post({}, file(10 * MIB + 1))).toMatchObject({
      status: 413,
      body: { code: 40005 },
    });
    expect(await post({}, file(26 * MIB))).toMatchObject({ status: 413, body: { code: 40005 } });
    const small = ask({ attachmentSizeLimit: 1000 });
    const refused = await callback(small, { type: 4, data: {} }, file(1001));
    expect(refused).toMatchObject({ status: 413, body: { code: 40005 } });
    expect((await callback(small, { type: 4, data: {} }, file(1000))).status).toBe(204);
  });

  test("with eleven files", async () => {
    const files = Array.from({ length: 11 }, (_, i): File => [`${i}.png`, plainPng(1, 1)]);
    expect(await post({ content: "a" }, files)).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
  });

  test("with 500 where texts are long in bytes, though not in characters", async () => {
    const japanese = { flags: V2, components: [words("あ".repeat(3400))] };
    expect((await post(japanese)).status).toBe(500);
    expect((await post({ flags: V2, components: [words("あ".repeat(3300))] })).status).toBe(200);
  });
});

describe("an interaction", () => {
  test("is answered once, within three seconds", async () => {
    const asked = ask();
    expect((await callback(asked, { type: 4, data: { content: "a" } })).status).toBe(204);
    const twice = await callback(asked, { type: 4, data: { content: "b" } });
    expect(twice).toMatchObject({ status: 400, body: { code: 40060 } });
    const socket = await connect(discord);
    const late = ask();
    discord.advance(3001);
    expect(late.failedReason).toBe("no answer in 3 s");
    const refused = await callback(late, { type: 5 });
    expect(refused).toMatchObject({ status: 404, body: { code: 10062 } });
    const wrong = await call("POST", `/interactions/1/nothing/callback`, { type: 5 });
    expect(wrong.body.code).toBe(10062);
    socket.close();
  });

  test("may be answered again after a refused answer", async () => {
    const asked = ask();
    expect((await callback(asked, { type: 4, data: {} })).body.code).toBe(50006);
    const answered = await callback(asked, { type: 4, data: { content: "a" } });
    expect(answered.status).toBe(204);
  });

  test("takes only the answers of its kind", async () => {
    for (const type of [0, 6, 7, 8, 10])
      expect(await callback(ask(), { type, data: { content: "a" } })).toMatchObject({
        status: 400,
        body: { code: 50035, errors: { type: { _errors: [{ code: "BASE_TYPE_CHOICES" }] } } },
      });
  });

  test("has a webhook only between its answer and the end of 15 minutes", async () => {
    const asked = ask();
    const early = await call("PATCH", original(asked), { content: "a" });
    expect(early).toMatchObject({ status: 404, body: { code: 10015 } });
    await callback(asked, { type: 5 });
    expect((await call("PATCH", original(asked), { content: "a" })).status).toBe(200);
    expect((await call("GET", hook(asked, "/messages/%40original"))).body.content).toBe("a");
    discord.advance(15 * 60_000);
    const dead = await call("PATCH", original(asked), { content: "b" });
    expect(dead).toMatchObject({
      status: 401,
      body: { code: 50027, message: "Invalid Webhook Token" },
    });
    expect((await call("POST", hook(asked), { content: "b" })).body.code).toBe(50027);
  });

  test("may lose its token before its time", async () => {
    const asked = ask();
    await callback(asked, { type: 5 });
    discord.faults.killToken(asked);
    expect((await call("PATCH", original(asked), { content: "b" })).body.code).toBe(50027);
    const other = await call("PATCH", `/webhooks/1/${asked.token}/messages/@original`, {});
    expect(other.body.code).toBe(10015);
  });

  test("knows no message that was deleted", async () => {
    const asked = ask();
    await callback(asked, { type: 4, data: { content: "a" } });
    expect((await call("DELETE", original(asked))).status).toBe(204);
    const gone = await call("PATCH", original(asked), { content: "b" });
    expect(gone).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  test("answers with the callback object where that is asked for", async () => {
    const asked = ask();
    const path = `/interactions/${asked.id}/${asked.token}/callback?with_response=true`;
    const { status, body } = await call("POST", path, { type: 5, data: { flags: EPHEMERAL } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      interaction: {
        id: asked.id,
        response_message_loading: true,
        response_message_ephemeral: true,
      },
    });
    const now = ask();
    const given = await call(
      "POST",
      `/interactions/${now.id}/${now.token}/callback?with_response=true`,
      { type: 4, data: { content: "a" } },
    );
    expect(given.body.resource).toMatchObject({ type: 4, message: { content: "a", type: 20 } });
  });

  test("deferred in private stays private, whatever the first follow-up wants", async () => {
    const asked = ask();
    await callback(asked, { type: 5, data: { flags: EPHEMERAL } });
    const first = await call("POST", hook(asked), { content: "a", flags: 0 });
    expect(first.body.id).toBe(asked.responseMessage?.id);
    expect(first.body.flags).toBe(EPHEMERAL);
    const second = await call("POST", hook(asked), { content: "b" });
    expect(second.body.flags).toBe(0);
    expect(asked.followUps).toHaveLength(1);
  });

  test("from a person's own installation cannot speak through the bot", async () => {
    const elsewhere = discord.createGuild({ name: "Elsewhere", botInstalled: false });
    channel = discord.createChannel({ guild: elsewhere });
    expect(() => ask()).toThrow("not installed");
    const asked = ask({ userInstalledOnly: true });
    expect(asked.payload["authorizing_integration_owners"]).toEqual({ "1": user.id });
    await callback(asked, { type: 4, data: { content: "a" } });
    expect(await post({ content: "b" })).toMatchObject({ status: 403, body: { code: 50001 } });
    for (let i = 0; i < 5; i += 1) {
      later();
      expect((await call("POST", hook(asked), { content: `${i}` })).status).toBe(200);
    }
    later();
    expect((await call("POST", hook(asked), { content: "6" })).body.code).toBe(40094);
  });

  test("of a guest without the right to speak in public is private", async () => {
    const elsewhere = discord.createGuild({ name: "Elsewhere", botInstalled: false });
    channel = discord.createChannel({
      guild: elsewhere,
      memberPermissions: permission.USE_APPLICATION_COMMANDS,
    });
    const asked = ask({ userInstalledOnly: true });
    await callback(asked, { type: 4, data: { content: "a" } });
    expect(asked.responseMessage?.ephemeralFor).toBe(user.id);
  });

  test("without the right to attach files is refused the files, not the text", async () => {
    discord.setBotPermissions(channel, permission.VIEW_CHANNEL);
    const asked = ask();
    const files: File[] = [["a.png", plainPng(1, 1)]];
    const refused = await callback(asked, { type: 4, data: {} }, files);
    expect(refused).toMatchObject({ status: 403, body: { code: 50013 } });
    expect((await callback(asked, { type: 4, data: { content: "a" } })).status).toBe(204);
  });
});

test("a group of friends has no bot in it, only what its members brought", async () => {
  const group = discord.createChannel({});
  expect(() => ask({ channel: group })).toThrow("no member");
  const asked = ask({ channel: group, userInstalledOnly: true });
  expect(asked.payload).toMatchObject({ context: 2, user: { id: user.id } });
  await callback(asked, { type: 4, data: { content: "a" } });
  expect((await post({ content: "b" }, undefined)).status).toBe(200);
  channel = group;
  expect((await post({ content: "b" })).body.code).toBe(50001);
});

describe("people are not offered", () => {
  const cases: [string, Record<string, string | number>, string][] = [
    ["a missing prompt", {}, "required"],
    ["an unknown option", { prompt: "a", nothing: 1 }, "no option"],
    ["a prompt too long", { prompt: "x".repeat(101) }, "between 1 and 100"],
    ["too many steps", { prompt: "a", steps: 151 }, "between 1 and 150"],
    ["half a step", { prompt: "a", steps: 1.5 }, "does not take"],
    ["a foreign choice", { prompt: "a", ratio: "2:1" }, "none of the choices"],
  ];
  test.each(cases)("%s", (_, options, text) => {
    expect(() => ask({ options })).toThrow(text);
  });

  test("a command nobody registered, a disabled button, a private message of another", async () => {
    expect(() => ask({ name: "paint" })).toThrow("no command");
    const asked = ask();
    const components = [
      row(button({ disabled: true }), button({ custom_id: "b", emoji: { name: "🎲" } })),
    ];
    await callback(asked, { type: 4, data: { content: "a", flags: EPHEMERAL, components } });
    const message = await discord.waitFor(() => asked.responseMessage);
    expect(() => discord.press({ user, message, customId: "a" })).toThrow("disabled");
    expect(() => discord.press({ user, message, emoji: "❌" })).toThrow("no such component");
    const other = discord.createUser({ name: "Bob" });
    expect(() => discord.press({ user: other, message, customId: "b" })).toThrow("does not see");
    expect(discord.press({ user, message, emoji: "🎲" }).payload["message"]).toMatchObject({
      id: message.id,
    });
  });
});

const label = (component: object) => ({ type: 18, label: "L", component });

describe("dialogs and completions", () => {
  const cases: [string, object, boolean][] = [
    [
      "a title over 45",
      {
        title: "x".repeat(46),
        custom_id: "d",
        components: [label({ type: 4, custom_id: "a", style: 1 })],
      },
      false,
    ],
    [
      "six fields",
      {
        title: "t",
        custom_id: "d",
        components: Array.from({ length: 6 }, (_, i) =>
          label({ type: 4, custom_id: `${i}`, style: 1 }),
        ),
      },
      false,
    ],
    [
      "a preset text over 4000",
      {
        title: "t",
        custom_id: "d",
        components: [label({ type: 4, custom_id: "a", style: 2, value: "x".repeat(4001) })],
      },
      false,
    ],
    [
      "a preset text over its own length",
      {
        title: "t",
        custom_id: "d",
        components: [label({ type: 4, custom_id: "a", style: 2, max_length: 2, value: "xxx" })],
      },
      false,
    ],
    [
      "a text input without a label",
      { title: "t", custom_id: "d", components: [row({ type: 4, custom_id: "a", style: 1 })] },
      false,
    ],
    ["a button", { title: "t", custom_id: "d", components: [row(button())] }, false],
    [
      "a single radio button",
      {
        title: "t",
        custom_id: "d",
        components: [label({ type: 21, custom_id: "a", options: [{ label: "l", value: "v" }] })],
      },
      false,
    ],
    [
      "everything as it should be",
      {
        title: "t",
        custom_id: "d",
        components: [
          row({ type: 4, custom_id: "a", style: 1, label: "A" }),
          label({ type: 19, custom_id: "b" }),
          label({ type: 23, custom_id: "c" }),
        ],
      },
      true,
    ],
  ];
  test.each(cases)("a dialog with %s", async (_, data, isGood) => {
    const { status, body } = await callback(ask(), { type: 9, data });
    expect([status, body?.code]).toEqual(isGood ? [204, undefined] : [400, 50035]);
  });

  test("every kind of field is sent back as the client does", async () => {
    const dialog = ask();
    const options = [
      { label: "x", value: "x" },
      { label: "y", value: "y", default: true },
    ];
    const components = [
      label({ type: 4, custom_id: "text", style: 2, value: "preset" }),
      label({ type: 3, custom_id: "menu", options }),
      label({ type: 19, custom_id: "file" }),
      label({ type: 21, custom_id: "radio", options }),
      label({ type: 22, custom_id: "boxes", options, required: false }),
    ];
    await callback(dialog, { type: 9, data: { title: "t", custom_id: "d", components } });
    const file = { bytes: plainPng(2, 2), name: "f.png" };
    const sent = discord.submit({ user, dialog, fields: { file, radio: "x", boxes: [] } });
    const data = sent.payload["data"];
    expect(data).toMatchObject({
      custom_id: "d",
      components: [
        { type: 18, component: { type: 4, value: "preset" } },
        { component: { type: 3, values: ["y"] } },
        { component: { type: 19, values: [expect.any(String)] } },
        { component: { type: 21, value: "x" } },
        { component: { type: 22, values: [] } },
      ],
      resolved: { attachments: expect.anything() },
    });
  });

  test("a completion's answer keeps to 25 entries of 100 characters", async () => {
    const use = { user, channel, name: "draw", focused: "model", value: "s" };
    const good = { name: "n", value: "v" };
    const bad = [
      Array.from({ length: 26 }, () => good),
      [{ name: "n".repeat(101), value: "v" }],
      [{ name: "n", value: "v".repeat(101) }],
      [{ name: "n", value: 1 }],
    ];
    const socket = await connect(discord);
    const found = discord.complete(use);
    const asked = discord.interactions().at(-1);
    if (!asked) throw new Error("nothing was asked");
    for (const choices of bad) {
      const refused = await callback(asked, { type: 8, data: { choices } });
      expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    }
    await callback(asked, { type: 8, data: { choices: [good] } });
    expect(await found).toEqual([good]);
    socket.close();
  });
});
