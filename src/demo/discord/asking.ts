import { storeFile, urlOf } from "./cdn.ts";
import { lengthOf, passed } from "./form.ts";
import type { Wire } from "./form.ts";
import { type PickedFile, isPickedFile } from "./people.ts";
import { permission } from "./permissions.ts";
import {
  type Channel,
  type Command,
  type StoredFile,
  type User,
  type World,
  isAgeRestricted,
  isDm,
  permissionsOf,
} from "./world.ts";
import { type Resolved, nothingResolved, optionKinds, resolve } from "./resolving.ts";

type OptionValue = string | number | boolean | PickedFile;
export type OptionValues = Record<string, OptionValue>;

interface Option extends Wire {
  type: number;
  name: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name: string; value: string | number }[];
  options?: Option[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  channel_types?: number[];
}

export interface Asking {
  user: User;
  channel: Channel;
  name: string;
  userInstalledOnly: boolean;
  /** 1 slash command, 2 on a person, 3 on a message. */
  type: number;
  /** As from a client that offers it nonetheless: an old one, or one of a server whose admins say so. */
  force?: boolean;
}

export interface Asked {
  command: Command;
  /** Subcommand group and subcommand, as far as there are any. */
  path: Option[];
  leaves: Option[];
}

const fail = (text: string): never => {
  throw new Error(text);
};

const knownIn = (world: World, channel: Channel): Command[] => [
  ...(world.commands.get(channel.guildId ?? "-") ?? []),
  ...(world.commands.get("") ?? []),
];

/** Finds the registered command a person means, as the client's menu shows it. */
export function findCommand(world: World, asking: Asking): Asked {
  const { channel, name, type } = asking;
  const known = knownIn(world, channel);
  const words = type === 1 ? name.replace(/^\//, "").split(" ") : [name];
  const command = known.find((one) => one.type === type && one.name === words[0]);
  if (!command) return fail(`no command "${words[0]}" is registered here`);
  checkPlace(world, asking, command);
  const path: Option[] = [];
  let options = passed<Option[]>(command["options"] ?? []); // when it was registered
  for (const word of words.slice(1)) {
    const next = options.find((one) => one.name === word && one.type <= 2);
    if (!next) return fail(`/${words.join(" ")} has no subcommand "${word}"`);
    path.push(next);
    options = next.options ?? [];
  }
  if (options.some((one) => one.type <= 2)) return fail(`/${name} needs a subcommand`);
  return { command, path, leaves: options };
}

/** Every command that is offered at this place, to this person. */
export function offeredCommands(world: World, asking: Omit<Asking, "name" | "type">): Command[] {
  return knownIn(world, asking.channel).filter((command) => {
    try {
      checkPlace(world, { ...asking, name: command.name, type: command.type }, command);
      return true;
    } catch {
      return false;
    }
  });
}

/** Is the command offered at this place, to this person, by this kind of installation? */
function checkPlace(world: World, asking: Asking, command: Command): void {
  const { channel, user, userInstalledOnly } = asking;
  const kinds = passed<number[]>(command["integration_types"]);
  const contexts = passed<number[] | null>(command["contexts"]);
  const context = !isDm(channel) ? 0 : channel.type === 1 && channel.recipientId ? 1 : 2;
  if (context === 2 && !userInstalledOnly) fail("the bot is no member here");
  if (!kinds.includes(userInstalledOnly ? 1 : 0))
    fail(
      `/${command.name} is not offered to ${userInstalledOnly ? "user" : "server"} installations`,
    );
  if (asking.force === true) return;
  if (contexts && !contexts.includes(context))
    fail(`/${command.name} is not offered in this place`);
  if (!contexts && context === 1 && command["dm_permission"] === false)
    fail(`/${command.name} is not offered in direct messages`);
  if (command["nsfw"] === true && !isDm(channel) && !isAgeRestricted(world, channel))
    fail(`/${command.name} is for age-restricted channels`);
  if (isDm(channel)) return;
  const held = permissionsOf(world, user, channel);
  const wanted = passed<string | null>(command["default_member_permissions"]);
  const isAdmin = (held & permission.ADMINISTRATOR) !== 0n;
  if (!isAdmin && wanted !== null && !suffices(held, BigInt(wanted)))
    fail(`${user.name} may not use /${command.name}`);
  if (!isAdmin && (held & permission.USE_APPLICATION_COMMANDS) === 0n)
    fail(`${user.name} may not use commands here`);
}

/** Asking for no permission at all, a command is for administrators alone. */
const suffices = (held: bigint, needed: bigint) => needed !== 0n && (held & needed) === needed;

/** What a person filled in, as the client sends it; throws where the client would not let it through. */
export function fillIn(
  world: World,
  asking: Asking,
  leaves: Option[],
  values: OptionValues,
): { options: Wire[]; resolved: Resolved } {
  const resolved = nothingResolved();
  for (const name of Object.keys(values))
    if (!leaves.some((one) => one.name === name)) fail(`/${asking.name} has no option "${name}"`);
  for (const one of leaves)
    if (one.required && values[one.name] === undefined)
      fail(`the option "${one.name}" is required`);
  const options = Object.entries(values).map(([name, value]) => {
    const option = leaves.find((one) => one.name === name) ?? fail(name);
    return { name, type: option.type, value: toValue(world, asking, option, value, resolved) };
  });
  return { options, resolved };
}

function toValue(
  world: World,
  asking: Asking,
  option: Option,
  value: OptionValue,
  resolved: Resolved,
): unknown {
  const wrong = () => fail(`the option "${option.name}" does not take ${JSON.stringify(value)}`);
  switch (option.type) {
    case 3:
      return typeof value === "string" ? fitting(option, value, lengthOf(value)) : wrong();
    case 4:
      return typeof value === "number" && Number.isSafeInteger(value)
        ? fitting(option, value)
        : wrong();
    case 10:
      return typeof value === "number" ? fitting(option, value) : wrong();
    case 5:
      return typeof value === "boolean" ? value : wrong();
    case 11:
      return isPickedFile(value) ? attach(world, asking.channel, value, resolved) : wrong();
    default: {
      const kinds = optionKinds[option.type] ?? [];
      const picker = { kinds, channelTypes: option.channel_types };
      const isOffered =
        typeof value === "string" && resolve(world, asking, picker, value, resolved);
      return isOffered ? value : wrong();
    }
  }
}

function fitting<T extends string | number>(option: Option, value: T, length?: number): T {
  const { choices, name } = option;
  if (choices && choices.length > 0 && !choices.some((one) => one.value === value))
    fail(`"${value}" is none of the choices of "${name}"`);
  const size = length ?? Number(value);
  const [least, most] =
    length === undefined
      ? [option.min_value ?? -Infinity, option.max_value ?? Infinity]
      : [Math.max(option.min_length ?? 0, 1), option.max_length ?? 6000];
  if (size < least || size > most) fail(`"${name}" must be between ${least} and ${most}`);
  return value;
}

export function attach(
  world: World,
  channel: Channel,
  picked: PickedFile,
  resolved: Pick<Resolved, "attachments">,
): string {
  const { name, contentType } = picked;
  const upload = { name, contentType, bytes: Buffer.from(picked.bytes) };
  const file = storeFile(world, upload, { channelId: channel.id, ephemeral: true });
  resolved.attachments[file.id] = toPicked(world, file);
  return file.id;
}

function toPicked(world: World, file: StoredFile): Wire {
  const url = urlOf(world, file);
  return {
    id: file.id,
    filename: file.filename,
    size: file.size,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ephemeral: true,
    ...(file.width === undefined ? {} : { width: file.width, height: file.height }),
  };
}

/** Wraps the options into their subcommand and its group. */
export function nested(path: Option[], options: Wire[]): Wire[] {
  return path.reduceRight<Wire[]>(
    (inner, { type, name }) => [{ type, name, options: inner }],
    options,
  );
}
