import { ApplicationCommandOptionType as Option, InteractionType } from "discord-api-types/v10";
import type { Chance } from "../faults/chance.ts";
import { author, jobs, people, type Stage } from "./stage.ts";
import { forgedId, wildText, wildValue } from "./words.ts";

export type Json = { [name: string]: unknown };
/** A message, or a dialog, as the bot made it. */
export type ShownMessage = { components?: Json[]; flags?: number; custom_id?: string };

/** What the bot has shown lately: on these, people press and type. */
export type Shown = { messages: ShownMessage[]; dialogs: ShownMessage[] };

export type Made = { interaction: Json; kind: "command" | "completion" | "component" | "dialog" };

const locales = ["en-US", "de", "fr", "ja", "ko", "ru", "es-ES", "pt-BR", "zh-CN", "zh-TW", "xx"];
/** What well-meaning people say. */
const tame = ["a castle", "a mill by the sea --steps 3", "a {red|green} door", "7"] as const;
/** None, Manage Messages, Manage Server, all, and what is no number of rights. */
const rights = ["0", "8192", "32", "8", "2248473465835073"] as const;

/** Everything in a tree that has a custom id, with the values of its menus. */
function pressables(nodes: readonly Json[]): Json[] {
  return nodes.flatMap((node) => [
    ...("custom_id" in node ? [node] : []),
    ...pressables((node["components"] as Json[] | undefined) ?? []),
    ...(["accessory", "component"] as const).flatMap((name) =>
      name in node ? pressables([node[name] as Json]) : [],
    ),
  ]);
}

/** Makes interactions as they come from people who play by the rules, and from those who do not. */
export function createMaker(stage: Stage, chance: Chance, shown: Shown) {
  let count = 0;
  /** Some mean well: else hardly anything would come as far as the queue. */
  let isTame = false;
  const said = () => (isTame ? chance.pick(tame) : wildText(chance));
  const { origin, foreignOrigin } = stage.recorder;
  const some = <T>(all: readonly T[]): T | undefined => all[chance.between(0, all.length - 1)];
  const ids = [jobs.open, jobs.secret, author, people.owner, "1", "", "__proto__"];

  const address = () =>
    isTame
      ? `${origin}/files/good.png`
      : chance.maybe(0.85)
        ? `${origin}/files/${some(stage.files) ?? ""}`
        : chance.pick([
            `${foreignOrigin}/picture.png`,
            `${origin.replace("://", "://x@")}.example/picture.png`,
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "not an address",
            `${origin}/files/nowhere.png`,
          ]);
  const attachment = (): Json => ({
    id: "300000000000000001",
    filename: chance.maybe(0.8) ? "picture.png" : said(),
    size: isTame ? 900 : chance.pick([900, 900, 900, 0, 99_999_999]),
    url: address(),
    proxy_url: address(),
    content_type: isTame ? "image/png" : chance.pick(["image/png", "text/html", "image/svg+xml"]),
    width: isTame ? 16 : chance.pick([16, 16, 99_999]),
    height: 16,
  });
  const user = (): Json => ({
    // Few, so that they meet their limits and each other.
    id: chance.maybe(0.03) ? people.owner : `1000000000000001${chance.between(10, 49)}`,
    username: "eve",
    global_name: chance.maybe(0.5) ? said().slice(0, 32) : null,
    avatar: null,
    discriminator: "0",
  });

  const resolved = (): Json => ({
    attachments: { "300000000000000001": attachment() },
    users: { [author]: user() },
    members: {},
    roles: { [people.role]: { id: people.role, name: "Painters" } },
    channels: { [people.channel]: { id: people.channel, name: "pictures", type: 0 } },
  });

  const valueOf = (option: Json): unknown => {
    if (!isTame && chance.maybe(0.08)) return wildValue(chance);
    const choices = option["choices"] as { value: unknown }[] | undefined;
    if (choices !== undefined && chance.maybe(0.9)) return some(choices)?.value;
    switch (option["type"]) {
      case Option.Integer:
        return isTame ? chance.pick([1, 2, 64]) : chance.pick([64, 512, 0, -1, 99_999_999]);
      case Option.Number:
        return chance.pick([0.5, 1, 7.5, -3, 1e300]);
      case Option.Boolean:
        return chance.maybe(0.5);
      case Option.Attachment:
        return chance.maybe(0.9) ? "300000000000000001" : "3";
      case Option.User:
        return chance.pick([author, people.owner]);
      case Option.Role:
        return people.role;
      case Option.Channel:
        return people.channel;
      default:
        return said();
    }
  };
  const filled = (options: readonly Json[]): Json[] => {
    const subs = options.filter(({ type }) => type === Option.Subcommand || type === 2);
    if (subs.length > 0) {
      const sub = some(subs) ?? {};
      const { name, type } = sub;
      return [{ name, type, options: filled((sub["options"] as Json[] | undefined) ?? []) }];
    }
    return options
      .filter((option) => option["required"] === true || chance.maybe(0.2))
      .filter(() => !chance.maybe(0.03))
      .map((option) => ({ name: option["name"], type: option["type"], value: valueOf(option) }));
  };
  const focusOne = (options: Json[]): void => {
    const inner = options.find((each) => Array.isArray(each["options"]));
    if (inner !== undefined) return focusOne(inner["options"] as Json[]);
    if (options.length === 0) options.push({ name: "model", type: 3, value: said() });
    const option = some(options);
    if (option !== undefined) option["focused"] = true;
  };

  const messageOf = (body: ShownMessage): Json => ({
    id: "400000000000000001",
    channel_id: people.channel,
    content: "",
    timestamp: new Date().toISOString(),
    author: { id: chance.maybe(0.9) ? people.application : author, username: "easel" },
    flags: body.flags ?? 0,
    embeds: [],
    attachments: chance.maybe(0.8) ? [attachment()] : [],
    components: withFiles(body.components ?? []),
    mentions: [],
  });
  const withFiles = (components: unknown): unknown =>
    JSON.parse(JSON.stringify(components), (_, value: unknown) =>
      typeof value === "string" && value.startsWith("attachment://") ? address() : value,
    );

  const command = (): Json => {
    const data = some(stage.commands) as unknown as Json;
    const { name, type = 1 } = data;
    const base = { id: "500000000000000001", name, type };
    if (type === 2) return { ...base, target_id: author, resolved: resolved() };
    if (type === 3) {
      const message = messageOf(some(shown.messages) ?? {});
      const messages = { "400000000000000001": message };
      return { ...base, target_id: "400000000000000001", resolved: { messages } };
    }
    const options = filled((data["options"] as Json[] | undefined) ?? []);
    return { ...base, options, resolved: resolved() };
  };
  const component = (): Json => {
    const message = messageOf(some(shown.messages) ?? {});
    const there = pressables(message["components"] as Json[]);
    const known = there.map((each) => String(each["custom_id"]));
    const pressed = some(there);
    const isForged = pressed === undefined || (!isTame && chance.maybe(0.7));
    const customId = isForged ? forgedId(chance, known, ids) : String(pressed["custom_id"]);
    const options = (pressed?.["options"] as { value: string }[] | undefined) ?? [];
    const isMenu = options.length > 0 || chance.maybe(0.1);
    const value = chance.maybe(0.7) ? some(options)?.value : said().slice(0, 100);
    const data = isMenu
      ? { custom_id: customId, component_type: 3, values: value === undefined ? [] : [value] }
      : { custom_id: customId, component_type: 2 };
    return { message, data };
  };
  const dialog = (): Json => {
    const opened = some(shown.dialogs) ?? { custom_id: `edit:${jobs.open}`, components: [] };
    const isForged = chance.maybe(0.3);
    const known = String(opened.custom_id);
    const fill = (field: Json): Json => ({
      id: 1,
      type: field["type"],
      custom_id: chance.maybe(0.95) ? field["custom_id"] : said(),
      ...(field["type"] === 4
        ? { value: chance.maybe(0.4) ? (field["value"] ?? "") : said().slice(0, 4000) }
        : { values: [chance.maybe(0.7) ? "300000000000000001" : said()] }),
    });
    const components = pressables(opened.components ?? []).map((field) => ({
      type: 18,
      id: 1,
      component: fill(field),
    }));
    return {
      ...(chance.maybe(0.8) ? { message: messageOf(some(shown.messages) ?? {}) } : {}),
      data: {
        custom_id: isForged ? forgedId(chance, [known], ids) : known,
        components: chance.maybe(0.95) ? components : [],
        resolved: resolved(),
      },
    };
  };

  const makers = {
    command: () => ({ type: InteractionType.ApplicationCommand, data: command() }),
    completion: () => {
      const data = command();
      const options = (data["options"] ??= []) as Json[];
      focusOne(options);
      return { type: InteractionType.ApplicationCommandAutocomplete, data };
    },
    component: () => ({ type: InteractionType.MessageComponent, ...component() }),
    dialog: () => ({ type: InteractionType.ModalSubmit, ...dialog() }),
  };

  return (): Made => {
    const kind = chance.pick([
      "command",
      "command",
      "completion",
      "component",
      "component",
      "dialog",
    ]);
    count += 1;
    isTame = chance.maybe(0.4);
    const id = String(600_000_000_000_000_000n + BigInt(count));
    const person = user();
    const inServer = chance.maybe(0.9);
    const interaction: Json = {
      id,
      application_id: people.application,
      token: `${chance.maybe(0.01) ? "dead" : "live"}-${id}`,
      version: 1,
      locale: some(locales),
      ...(inServer
        ? {
            guild_id: people.guild,
            guild_locale: some(locales),
            member: {
              user: person,
              nick: null,
              roles: chance.maybe(0.3) ? [people.role] : [],
              permissions: String(BigInt(chance.pick(rights)) | 52_224n),
            },
          }
        : { user: person }),
      channel_id: people.channel,
      channel: { id: people.channel, type: inServer ? 0 : 1, name: "pictures" },
      app_permissions: chance.maybe(0.95) ? "2251799813685247" : "0",
      attachment_size_limit: 10_485_760,
      context: inServer ? 0 : 1,
      authorizing_integration_owners: { "0": people.guild },
      entitlements: [],
      ...makers[kind](),
    };
    return { interaction, kind };
  };
}
