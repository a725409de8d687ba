import { formError, type Issue } from "./errors.ts";
import {
  type Path,
  type Rule,
  type Wire,
  byType,
  check,
  choice,
  decimal,
  isObject,
  lengthOf,
  list,
  optional,
  record,
  shape,
  text,
  whole,
  yesNo,
  passed,
  shown,
  listIn,
} from "./form.ts";
import type { Command, World } from "./world.ts";

const LARGEST_COMMAND = 8000;
const LOWER_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALE =
  /^(id|da|de|en-GB|en-US|es-ES|es-419|fr|hr|it|lt|hu|nl|no|pl|pt-BR|ro|fi|sv-SE|vi|tr|cs|el|bg|ru|uk|hi|th|zh-CN|ja|zh-TW|ko)$/;

const lowerCase: Rule = (value, path, issues) => {
  text(1, 32, LOWER_NAME)(value, path, issues);
  if (typeof value === "string" && value !== value.toLowerCase())
    issues.push({
      path,
      code: "APPLICATION_COMMAND_INVALID_NAME",
      message: "Command name is invalid",
    });
};

const named = {
  name: lowerCase,
  name_localizations: optional(record(LOCALE, lowerCase)),
  description: text(1, 100),
  description_localizations: optional(record(LOCALE, text(1, 100))),
  required: optional(yesNo),
};

const choices = (value: Rule) =>
  optional(
    list(
      shape({
        name: text(1, 100),
        name_localizations: optional(record(LOCALE, text(1, 100))),
        value,
      }),
      0,
      25,
    ),
  );
const suggested = { autocomplete: optional(yesNo) };

const leaves: Record<number, Rule> = {
  3: shape({
    ...named,
    ...suggested,
    choices: choices(text(1, 100)),
    min_length: optional(whole(0, 6000)),
    max_length: optional(whole(1, 6000)),
  }),
  4: shape({
    ...named,
    ...suggested,
    choices: choices(whole()),
    min_value: optional(whole()),
    max_value: optional(whole()),
  }),
  5: shape(named),
  6: shape(named),
  7: shape({ ...named, channel_types: optional(list(whole(0, 16), 0, 20)) }),
  8: shape(named),
  9: shape(named),
  10: shape({
    ...named,
    ...suggested,
    choices: choices(decimal()),
    min_value: optional(decimal()),
    max_value: optional(decimal()),
  }),
  11: shape(named),
};
const subcommand = shape({ ...named, options: optional(list(byType(leaves), 0, 25)) });
const group = shape({ ...named, options: list(byType({ 1: subcommand }), 1, 25) });
const options = optional(list(byType({ ...leaves, 1: subcommand, 2: group }), 0, 25));

const common = {
  default_member_permissions: optional((value, path, issues) => {
    if (!/^\d+$/.test(shown(value)))
      issues.push({
        path,
        code: "NUMBER_TYPE_COERCE",
        message: `Value "${shown(value)}" is not int.`,
      });
  }),
  dm_permission: optional(yesNo),
  nsfw: optional(yesNo),
  contexts: optional(list(choice(0, 1, 2), 1, 3)),
  integration_types: optional(list(choice(0, 1), 1, 2)),
};
const chat = shape({ ...named, ...common, options });
const menu = shape({
  ...common,
  name: text(1, 32),
  name_localizations: optional(record(LOCALE, text(1, 32))),
  description: optional(text(0, 0)),
});

const optionsOf = (value: unknown): Wire[] =>
  isObject(value) && Array.isArray(value["options"])
    ? (value["options"] as unknown[]).filter(isObject)
    : [];

/** What a single option's rule cannot see: order, names, and choices beside completion. */
function withinFamily(owner: unknown, path: Path, issues: Issue[]): void {
  const names = new Set<unknown>();
  let optionalSeen = false;
  for (const [index, option] of optionsOf(owner).entries()) {
    const at = [...path, "options", index];
    const add = (field: string, code: string, message: string) =>
      issues.push({ path: [...at, field], code, message });
    if (names.has(option["name"]))
      add("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
    names.add(option["name"]);
    if (option["required"] === true && optionalSeen)
      issues.push({
        path: at,
        code: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        message: "Required options must be placed before non-required options",
      });
    if (option["required"] !== true) optionalSeen = true;
    const listed = listIn(option["choices"]).filter(isObject);
    if (option["autocomplete"] === true && listed.length > 0)
      add(
        "autocomplete",
        "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE",
        "Options with choices cannot be autocompleted",
      );
    if (new Set(listed.map(({ name }) => name)).size < listed.length)
      add(
        "choices",
        "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
        "The choice name already exists",
      );
    for (const [least, most] of [
      ["min_value", "max_value"],
      ["min_length", "max_length"],
    ] as const)
      if (Number(option[least] ?? -Infinity) > Number(option[most] ?? Infinity))
        add(
          least,
          "APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX",
          `${least} is greater than ${most}`,
        );
    withinFamily(option, at, issues);
  }
}

/** Characters that count towards a command's 8000: of each text the longest language. */
function sizeOf(node: Wire): number {
  const longest = (key: string): number => {
    const translations = node[`${key}_localizations`];
    const all = [node[key], ...(isObject(translations) ? Object.values(translations) : [])];
    return Math.max(0, ...all.map((one) => (typeof one === "string" ? lengthOf(one) : 0)));
  };
  const listed = Array.isArray(node["choices"])
    ? (node["choices"] as unknown[]).filter(isObject)
    : [];
  const value = typeof node["value"] === "string" ? lengthOf(node["value"]) : 0;
  const inner = [...optionsOf(node), ...listed].map(sizeOf);
  return longest("name") + longest("description") + value + inner.reduce((a, b) => a + b, 0);
}

function checkCommand(value: unknown, path: Path, issues: Issue[]): void {
  const type = isObject(value) ? Number(value["type"] ?? 1) : 1;
  (type === 1 ? chat : menu)(value, path, issues);
  if (!isObject(value)) return;
  withinFamily(value, path, issues);
  if (sizeOf(value) > LARGEST_COMMAND)
    issues.push({
      path,
      code: "APPLICATION_COMMAND_TOO_LARGE",
      message: `Command exceeds maximum size (${LARGEST_COMMAND})`,
    });
}

/** PUT: these and no others. Commands that stay keep their ids. */
export function replaceCommands(world: World, scope: string, body: unknown): Command[] {
  const issues: Issue[] = [];
  list(checkCommand, 0, 130)(body, [], issues);
  if (issues.length > 0) throw formError(issues);
  const wanted = passed<Wire[]>(body);
  const keys = wanted.map(keyOf);
  for (const [index, key] of keys.entries())
    if (keys.indexOf(key) !== index)
      throw formError([
        {
          path: [index],
          code: "APPLICATION_COMMANDS_DUPLICATE_NAME",
          message: "Application command names must be unique",
        },
      ]);
  for (const [type, most] of [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const)
    check(
      list(() => undefined, 0, most),
      wanted.filter((one) => (one["type"] ?? 1) === type),
    );
  const before = world.commands.get(scope) ?? [];
  const commands = wanted.map((one) => register(world, scope, one, before));
  world.commands.set(scope, commands);
  return commands;
}

const keyOf = (one: Wire) => `${shown(one["type"] ?? 1)}:${shown(one["name"])}`;

/** POST: adds one, or takes the place of the one with its name. */
export function addCommand(
  world: World,
  scope: string,
  body: unknown,
): { command: Command; isNew: boolean } {
  check(checkCommand, body);
  const before = world.commands.get(scope) ?? [];
  const command = register(world, scope, passed<Wire>(body), before);
  const others = before.filter(({ id }) => id !== command.id);
  world.commands.set(scope, [...others, command]);
  return { command, isNew: others.length === before.length };
}

function register(world: World, scope: string, wanted: Wire, before: Command[]): Command {
  const old = before.find((one) => keyOf(one) === keyOf(wanted));
  const rights = wanted["default_member_permissions"];
  return {
    ...wanted,
    id: old?.id ?? world.nextId(),
    application_id: world.applicationId,
    version: world.nextId(),
    type: Number(wanted["type"] ?? 1),
    name: shown(wanted["name"]),
    description: wanted["description"] ?? "",
    default_member_permissions: rights === undefined || rights === null ? null : shown(rights),
    dm_permission: wanted["dm_permission"] ?? true,
    nsfw: wanted["nsfw"] ?? false,
    contexts: wanted["contexts"] ?? null,
    integration_types: wanted["integration_types"] ?? [0],
    ...(scope === "" ? {} : { guild_id: scope }),
  };
}
