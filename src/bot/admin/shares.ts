import { code, plain } from "../../discord/markdown.ts";
import { UserError } from "../../errors.ts";
import { choiceLabel, completeEntries, fold, nearestNames } from "../../generation/names.ts";
import { readSetting } from "../../generation/setting-values.ts";
import type { Text } from "../../text/en.ts";
import { orAway } from "../away.ts";
import type { Context } from "../command.ts";
import type { Choice } from "../complete.ts";
import type { Named } from "../places.ts";

type Asked = { server: string | undefined; share: string | undefined };

/** How much of the GPU time servers have among each other: seen, or decided for one. */
export async function shares(
  { server: typed, share }: Asked,
  text: Text,
  context: Context,
): Promise<string[]> {
  if (typed === undefined) {
    if (share !== undefined) throw new UserError((words) => words.admin.refused.whichServer);
    return sharesOfAll(text, context);
  }
  const { id, name } = await serverNamed(typed, context);
  if (share !== undefined) {
    // Its bounds are those of a member's share in a server.
    const value = Number(readSetting("gpu_share", share, { catalogs: [], commands: [] }));
    await orAway(() => context.shares.set(id, value));
    context.log.info({ guild: id, share: value }, "a server's share was changed");
  }
  const now = await orAway(() => context.shares.of(id));
  return [text.admin.share(plain(name), now)];
}

async function sharesOfAll(text: Text, context: Context): Promise<string[]> {
  const [all, servers] = await Promise.all([orAway(() => context.shares.all()), known(context)]);
  if (all.length === 0) return [text.admin.sharesUsual];
  const nameOf = (guildId: string) => servers.find(({ id }) => id === guildId)?.name ?? guildId;
  const ofGreatest = all.toSorted((a, b) => b.share - a.share);
  return ofGreatest.map(({ guildId, share }) => text.admin.share(plain(nameOf(guildId)), share));
}

/** The servers that the bot is in, and those that have a share still. */
async function known({ places, shares: store }: Context): Promise<Named[]> {
  const [servers, all] = await Promise.all([places.servers(), orAway(() => store.all())]);
  const left = all.filter(({ guildId }) => servers.every(({ id }) => id !== guildId));
  return [...servers, ...left.map(({ guildId }) => ({ id: guildId, name: guildId }))];
}

/**
 * By its id or its name.
 * @throws {UserError} when there is none, or more than one.
 */
async function serverNamed(typed: string, context: Context): Promise<Named> {
  const servers = await known(context);
  const byId = servers.find(({ id }) => id === typed.trim());
  if (byId !== undefined) return byId;
  const [found, ...others] = servers.filter(({ name }) => fold(name) === fold(typed));
  const short = typed.slice(0, 100).replaceAll("`", "");
  if (found === undefined) {
    const nearest = nearestNames(servers, typed).map((name) => name.replaceAll("`", ""));
    throw new UserError((text) => text.admin.refused.noServer(short, nearest));
  }
  if (others.length === 0) return found;
  const ids = [found, ...others].map(({ id }) => code(id));
  throw new UserError((text) => text.admin.refused.severalServers(short, ids));
}

export async function completeServers(typed: string, context: Context): Promise<Choice[]> {
  const entries = (await known(context)).map(({ id, name }) => ({ name: id, label: name }));
  return completeEntries(entries, typed).map((entry) => ({
    name: choiceLabel(entry),
    value: entry.name,
  }));
}
