import { code, plain } from "../../discord/markdown.ts";
import { UserError } from "../../errors.ts";
import type { WebuiState } from "../../store/catalogs.ts";
import type { Text } from "../../text/en.ts";
import { orAway } from "../away.ts";
import type { Context } from "../command.ts";

/** Looking at folders anew waits for what the webui draws; a member's patience is 15 minutes. Milliseconds. */
const rescanMs = 60_000;

/**
 * By its name or by the number that members see.
 * @throws {UserError} when there is none.
 */
export function webuiNamed(typed: string, { webuis }: Context): WebuiState {
  const states = webuis.states();
  const found = states.find(({ name }) => name === typed) ?? states[Number(typed) - 1];
  if (found !== undefined) return found;
  throw new UserError((text) =>
    text.admin.refused.noWebui(typed.slice(0, 100).replaceAll("`", "")),
  );
}

/** How each webui is: where, what, what it has, when that was read. */
export async function statesOf(
  text: Text,
  { webuis, drains, line, roster }: Context,
): Promise<string[]> {
  const [drained, loaded, added] = await orAway(() =>
    Promise.all([drains.all(), line.loaded(), roster.all()]),
  );
  const states = webuis.states();
  const unseen = unseenOf(states, added);
  if (states.length + unseen.length === 0) return [text.admin.noWebuis];
  const seen = states.map(({ name, state: said, trouble, catalog }, index) => {
    const state = drained.includes(name) ? "drained" : said;
    const { models, loras } = catalog.lists;
    const own = loaded[name] ?? catalog.model;
    const facts = [
      text.admin.facts(models.length, loras.length),
      ...(own === undefined ? [] : [text.admin.ownModel(code(own))]),
      text.admin.seen(`<t:${Math.round(catalog.readAt / 1000)}:R>`),
    ];
    const head = text.admin.webui(
      index + 1,
      code(name),
      text.kinds[catalog.kind],
      text.admin.states[state],
      trouble === undefined || state === "up" ? undefined : text.admin.troubles[trouble],
    );
    return `${head}\n-# ${facts.join(" · ")}`;
  });
  return [...seen, ...unseen.map((name) => text.admin.neverReached(code(name)))];
}

/** Names of those that owners added and no worker has reached yet. */
export const unseenOf = (
  states: readonly WebuiState[],
  added: ReadonlyMap<string, string | undefined>,
): string[] =>
  [...added].flatMap(([name, url]) =>
    url === undefined || states.some((each) => isCalled(each, name)) ? [] : [name],
  );

/** A webui of one machine is called after that, too. */
const isCalled = (state: WebuiState, name: string) =>
  state.name === name || state.name.endsWith(`/${name}`);

export async function setDrained(
  typed: string,
  drained: boolean,
  text: Text,
  context: Context,
): Promise<string> {
  const { name } = webuiNamed(typed, context);
  const { drains, signals } = context;
  await orAway(async () => {
    await (drained ? drains.drain(name) : drains.resume(name));
    await signals.refresh();
  });
  return drained ? text.admin.drained(code(name)) : text.admin.resumed(code(name));
}

/** One, or every one that is up. */
export async function rescanned(
  typed: string | undefined,
  text: Text,
  context: Context,
): Promise<string[]> {
  const names =
    typed === undefined
      ? context.webuis.states().map(({ name }) => name)
      : [webuiNamed(typed, context).name];
  if (names.length === 0) return [text.admin.noWebuis];
  return Promise.all(
    names.map(async (name) => {
      const reply = await context.chores.ask(name, { kind: "rescan" }, rescanMs);
      if (reply === undefined) return `${code(name)}: ${text.admin.refused.noAnswer}`;
      if (!reply.ok) return `${code(name)}: ${text.admin.refused.failed(plain(reply.detail))}`;
      return text.admin.refreshed(code(name));
    }),
  );
}
