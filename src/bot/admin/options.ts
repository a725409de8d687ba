import { randomUUID } from "node:crypto";
import { optionMessage } from "../../discord/admin.ts";
import { code, cut, plain } from "../../discord/markdown.ts";
import type { Outgoing } from "../../discord/outgoing.ts";
import { UserError } from "../../errors.ts";
import { nearestNames } from "../../generation/names.ts";
import type { Chore } from "../../store/chores.ts";
import type { KeptChange } from "../../store/option-changes.ts";
import type { Text } from "../../text/en.ts";
import type { Context } from "../command.ts";

/** Setting a checkpoint waits for the drawing and for the load. Milliseconds. */
const patienceMs = { options: 10_000, set: 120_000, rescan: 60_000 };

/** What a webui answers to a chore. */
async function ask(webui: string, chore: Chore, { chores }: Context): Promise<unknown> {
  const reply = await chores.ask(webui, chore, patienceMs[chore.kind]);
  if (reply === undefined) throw new UserError((text) => text.admin.refused.noAnswer);
  if (reply.ok) return reply.value;
  throw new UserError((text) => text.admin.refused.failed(plain(reply.detail)));
}

/** The webui's own settings, without those that hold paths or secrets. */
export async function optionsOf(webui: string, context: Context): Promise<Record<string, unknown>> {
  const options = await ask(webui, { kind: "options" }, context);
  if (typeof options !== "object" || options === null) {
    throw new UserError((text) => text.admin.refused.noOptions);
  }
  return options as Record<string, unknown>;
}

/** Shows one of them, or changes it for good: what it was is said, with a button back to it. */
export async function option(
  { webui, name, typed }: { webui: string; name: string; typed: string | undefined },
  text: Text,
  context: Context,
): Promise<Outgoing> {
  const options = await optionsOf(webui, context);
  if (!Object.hasOwn(options, name)) {
    const known = Object.keys(options).map((each) => ({ name: each }));
    const nearest = nearestNames(known, name);
    throw new UserError((words) =>
      words.admin.refused.noOption(name.slice(0, 100).replaceAll("`", ""), nearest),
    );
  }
  const before = options[name];
  if (typed === undefined) return shownAs(text, name, before);
  return setOption({ webui, name, before, value: readAs(name, before, typed) }, text, context);
}

type OptionChange = { webui: string; name: string; before: unknown; value: unknown };

/** Sets it to what it was before a change. */
export async function takeBack(
  { webui, name, value }: KeptChange,
  text: Text,
  context: Context,
): Promise<Outgoing> {
  const before = (await optionsOf(webui, context))[name];
  return setOption({ webui, name, before, value }, text, context);
}

async function setOption(
  { webui, name, before, value }: OptionChange,
  text: Text,
  context: Context,
): Promise<Outgoing> {
  if (value === before) return shownAs(text, name, before);
  const after = await ask(webui, { kind: "set", name, value }, context);
  context.log.info({ webui, option: name }, "a webui's own setting was changed");
  if (JSON.stringify(after) === JSON.stringify(before)) {
    return optionMessage(text, text.admin.unchanged(plain(name), shown(before)));
  }
  const words = text.admin.changed(plain(name), shown(before), shown(after));
  // Back to what is not shown leads no way.
  if (before === undefined) return optionMessage(text, words);
  const id = randomUUID();
  await context.optionChanges.put(id, { webui, name, value: before });
  return optionMessage(text, words, { id, value: asText(before) });
}

const shownAs = (text: Text, name: string, value: unknown) =>
  optionMessage(text, text.admin.option(plain(name), shown(value)));

const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** Characters. */
const maxShown = 200;

/** What is kept from us (paths, addresses, long texts) is there all the same. */
const shown = (value: unknown) =>
  value === undefined ? "…" : code(value === "" ? " " : cut(asText(value), maxShown));

/** A value of the type that the setting has. */
function readAs(name: string, before: unknown, typed: string): unknown {
  if (typeof before === "string") return typed;
  const refuse = () =>
    new UserError((text) =>
      text.admin.refused.wrongType(name, typed.slice(0, 100).replaceAll("`", "")),
    );
  if (typeof before === "boolean") {
    if (/^(true|yes|on|1)$/i.test(typed)) return true;
    if (/^(false|no|off|0)$/i.test(typed)) return false;
    throw refuse();
  }
  const value = Number(typed.replace(",", "."));
  if (typed.trim() === "" || !Number.isFinite(value)) throw refuse();
  return value;
}
