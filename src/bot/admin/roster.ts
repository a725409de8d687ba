import { setTimeout as delay } from "node:timers/promises";
import { code } from "../../discord/markdown.ts";
import { UserError } from "../../errors.ts";
import { webuiName } from "../../generation/webui-name.ts";
import type { Text } from "../../text/en.ts";
import { orAway } from "../away.ts";
import type { Context } from "../command.ts";
import { webuiNamed } from "./webuis.ts";

/** A webui that is there is found by then. Milliseconds. */
const patienceMs = 6_000;
const pollMs = 200;

/**
 * Has the workers look after one more webui.
 * @throws {UserError} when it is no address, or there already.
 */
export async function added(typed: string, text: Text, context: Context): Promise<string> {
  const { roster, signals, webuis } = context;
  const url = typed.trim();
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UserError((words) => words.admin.refused.notAnAddress);
  }
  const name = webuiName(url);
  const find = () =>
    webuis
      .states()
      .find((state) => state.up && (state.name === name || state.name.endsWith(`/${name}`)));
  if (find() !== undefined) throw new UserError((words) => words.admin.refused.isThere(code(name)));
  await orAway(async () => {
    await roster.add(name, url);
    await signals.refresh();
  });
  context.log.info({ webui: name }, "webui added");
  const deadline = Date.now() + patienceMs;
  while (find() === undefined && Date.now() < deadline) await delay(pollMs);
  const catalog = find()?.catalog;
  if (catalog === undefined) return text.admin.addedAway(code(name));
  const { models, loras } = catalog.lists;
  const facts = `${text.kinds[catalog.kind]}, ${text.admin.facts(models.length, loras.length)}`;
  return text.admin.added(code(name), facts);
}

/**
 * Has the workers leave a webui alone, and forgets it.
 * @throws {UserError} when there is none of that name.
 */
export async function removed(typed: string, text: Text, context: Context): Promise<string> {
  const { roster, signals } = context;
  const all = await orAway(() => roster.all());
  const name = all.get(typed) === undefined ? webuiNamed(typed, context).name : typed;
  await orAway(async () => {
    await roster.remove(name);
    await signals.refresh();
  });
  context.log.info({ webui: name }, "webui removed");
  return text.admin.removed(code(name));
}
