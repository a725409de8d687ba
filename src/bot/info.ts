import {
  type InfoEntry,
  type InfoList,
  infoLists,
  infoMessage,
  type InfoView,
  overviewMessage,
} from "../discord/info.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { listOf } from "../generation/catalog.ts";
import { type Entry, searchEntries } from "../generation/names.ts";
import type { Text } from "../text/en.ts";
import { textForAsker } from "./asker.ts";
import type { Asking, Context } from "./command.ts";
import { ownLimits } from "./own-limits.ts";

/** What this bot can do here, as far as one looks. */
export async function infoPage(
  interaction: Asking,
  view: InfoView,
  context: Context,
): Promise<Outgoing> {
  const { webuis } = context;
  const text = textForAsker(interaction);
  const entriesIn = (list: InfoList): InfoEntry[] =>
    searchEntries(namesOf(list, webuis, text), view.search).map(({ name, label }) => ({
      list,
      name: label ?? name,
      isPlain: list === "webuis",
    }));
  if (view.list === undefined && view.search === "") {
    const counts = infoLists.map((list) => [list, entriesIn(list).length]);
    // Object.fromEntries forgets the keys; they are all lists there are.
    const limits = await ownLimits(interaction, context);
    return overviewMessage(text, Object.fromEntries(counts) as Record<InfoList, number>, limits);
  }
  const lists = view.list === undefined ? infoLists : [view.list];
  return infoMessage(text, view, lists.flatMap(entriesIn));
}

function namesOf(list: InfoList, webuis: Context["webuis"], text: Text): Entry[] {
  if (list === "webuis") {
    return webuis.states().map(({ up, catalog }, index) => ({
      name: text.info.webui(index + 1, text.kinds[catalog.kind], up),
    }));
  }
  const catalogs = webuis.catalogs();
  if (list !== "upscalers") return listOf(catalogs, list);
  const own = listOf(catalogs, "upscalers");
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...listOf(catalogs, "hiresUpscalers").filter(({ name }) => !names.has(name))];
}
