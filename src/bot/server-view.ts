import { setImmediate, setTimeout as delay } from "node:timers/promises";
import { type APIInteraction, InteractionType } from "discord-api-types/v10";
import { type Catalog, listOf } from "../generation/catalog.ts";
import { type ModelBook, withHashes } from "../generation/model-book.ts";
import type { Entry } from "../generation/names.ts";
import { decideSetting } from "../generation/rules.ts";
import { viewOf } from "../generation/server-view.ts";
import type { Context } from "./command.ts";
import { readRules, type Rules, rulesFor } from "./rules.ts";

/** What Redis does not say by then is done without: there must be time left to say that it is away. Milliseconds. */
const patienceMs = 200;

/**
 * What commands and buttons may use, with the webuis' lists as the server of the interaction shows them to the member; while
 * Redis is away, as they are.
 */
export async function inServer(interaction: APIInteraction, context: Context): Promise<Context> {
  if (interaction.type === InteractionType.Ping || interaction.guild_id === undefined) {
    return context;
  }
  const reading = rulesFor(interaction, context).catch((error: unknown) => {
    context.log.debug({ err: error }, "a server's models could not be read");
    return undefined;
  });
  const rules = await Promise.race([reading, tooLong()]);
  if (rules === undefined) return context;
  learnHashes(interaction.guild_id, rules.book, context);
  return withView(rules, context);
}

/** The same with the lists as a server shows them to the member that the rules are for. */
export function withView({ book, situation }: Rules, context: Context): Context {
  const { webuis } = context;
  const { value: allowed } = decideSetting("allowed_models", situation);
  const catalogs = () => knownView(webuis.catalogs(), book, allowed);
  return { ...context, webuis: { ...webuis, catalogs } };
}

type View = { catalogs: readonly Catalog[]; allowed: string; view: Catalog[] };

/** Books, lists and what is allowed change seldom; every letter that somebody types asks for the view. */
const views = new WeakMap<ModelBook, View[]>();
/** Of one book: as many as there may be roles with lists of their own. */
const mostViews = 20;

function knownView(
  catalogs: readonly Catalog[],
  book: ModelBook,
  allowedModels: readonly string[] | undefined,
): Catalog[] {
  const allowed = JSON.stringify(allowedModels ?? null);
  const known = views.get(book) ?? [];
  const isOf = (each: View) =>
    each.allowed === allowed &&
    each.catalogs.length === catalogs.length &&
    each.catalogs.every((catalog, at) => catalog === catalogs[at]);
  const found = known.find(isOf);
  if (found !== undefined) return found.view;
  const view = viewOf(catalogs, book, allowedModels);
  views.set(book, [{ catalogs, allowed, view }, ...known].slice(0, mostViews));
  return view;
}

/** The models under the server's names, also those that are not allowed: for whoever decides which are. */
export async function allModels(
  interaction: Parameters<typeof readRules>[0],
  context: Context,
): Promise<Entry[]> {
  const { book } = await readRules(interaction, context);
  const catalogs = context.webuis.states().map(({ catalog }) => catalog);
  return listOf(viewOf(catalogs, book), "models");
}

async function tooLong(): Promise<undefined> {
  await delay(patienceMs);
  // On a busy machine the answer may be here and not read yet.
  await setImmediate();
}

/** A file's hash is computed when it is loaded first, which may be after the server said something of it. */
function learnHashes(guildId: string, book: ModelBook, { webuis, modelBooks, log }: Context): void {
  const catalogs = webuis.catalogs();
  if (withHashes(book, catalogs) === undefined) return;
  modelBooks
    .change(guildId, (known) => withHashes(known, catalogs) ?? known)
    .catch((error: unknown) => log.debug({ err: error }, "a model's hash could not be noted"));
}
