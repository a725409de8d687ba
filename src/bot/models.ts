import {
  type Mark,
  type ModelLine,
  modelMessage,
  modelsMessage,
  type ModelsView,
} from "../discord/models.ts";
import { code, cut } from "../discord/markdown.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { ownModel } from "../generation/allowed-models.ts";
import { type Kin, kinOf } from "../generation/families.ts";
import { profileNames, profileOf } from "../generation/model-profile.ts";
import { findModel, modelHashes, searchEntries } from "../generation/names.ts";
import type { ServerModel } from "../generation/server-models.ts";
import type { Text } from "../text/en.ts";
import { isManager, textForAsker } from "./asker.ts";
import type { Asking, Context } from "./command.ts";
import { defaultScopes, isOffered, type Models, nameOf, readModels } from "./read-models.ts";
import type { Rules } from "./rules.ts";

/** Whose default it is. */
const isDefault = (mark: Mark) => mark === "webui" || defaultScopes.some((scope) => scope === mark);

/** A page of the models; what is hidden, not allowed or missing is for managers. */
export async function modelsPage(
  interaction: Asking,
  view: ModelsView,
  context: Context,
): Promise<Outgoing> {
  const text = textForAsker(interaction);
  const { all, rules } = await readModels(interaction, context);
  const marksOf = marking(all, rules, context);
  const manages = isManager(interaction);
  const isMissed = (model: ServerModel) =>
    model.webuis.length === 0 && marksOf(model).some(isDefault);
  const shown = all.filter((model) => manages || isOffered(model) || isMissed(model));
  const found = searchEntries(
    shown.map(({ entry }) => entry),
    view.search,
  );
  const lines = found.flatMap((entry): ModelLine[] => {
    const model = shown.find((each) => each.entry === entry);
    if (model === undefined) return [];
    const kin = kinOf(model.entry.name);
    return [{ name: nameOf(model), family: kin && kinWords(kin, text), marks: marksOf(model) }];
  });
  return modelsMessage(text, view, lines);
}

/** What is known of a model, and what it is drawn with where nobody says it. */
export function modelPage(
  interaction: Asking,
  model: ServerModel,
  { all, rules }: Models,
  context: Context,
): Outgoing {
  const text = textForAsker(interaction);
  const { entry, said, allowed, webuis } = model;
  const kin = kinOf(entry.name);
  const [hash = said?.hash] = modelHashes(entry);
  const words = text.models;
  const defaults = marking(all, rules, context)(model).filter(isDefault);
  const numbered = context.webuis
    .states()
    .flatMap(({ name, up, catalog }, index) =>
      webuis.includes(name) ? [text.info.webui(index + 1, text.kinds[catalog.kind], up)] : [],
    );
  return modelMessage(text, nameOf(model), [
    ["title", code(entry.name)],
    ["hash", hash === undefined ? words.noHash : code(hash)],
    ["family", kin === undefined ? words.noFamily : kinWords(kin, text)],
    ["webuis", numbered.length === 0 ? words.marks.missing : numbered.join("; ")],
    [
      "default",
      defaults.length === 0 ? words.no : defaults.map((mark) => words.marks[mark]).join(", "),
    ],
    ["allowed", allowed ? words.yes : words.no],
    ...(isManager(interaction)
      ? [["hidden", said?.hidden === true ? words.yes : words.no] satisfies Field]
      : []),
    ...profileFields(model, text),
  ]);
}

type Field = Parameters<typeof modelMessage>[2][number];

/** Of one value, so that all of a profile fit into a message. Characters. */
const maxValue = 200;
const short = (value: unknown) => code(cut(String(value), maxValue));

function profileFields({ entry, said }: ServerModel, text: Text): Field[] {
  const { activator, values, from } = profileOf(entry.name, said?.profile);
  const words = text.models;
  const lines = profileNames.flatMap((name) => {
    const source = from[name];
    if (source === undefined) return [];
    const by = source === "own" ? words.own : words.ofFamily;
    return [`${text.parameters[name].label} ${short(values[name])} (${by})`];
  });
  return [
    ...(activator === undefined ? [] : [["activator", short(activator)] satisfies Field]),
    ["profile", lines.length === 0 ? words.noProfile : lines.join(", ")],
  ];
}

function kinWords({ family, speed }: Kin, text: Text): string {
  return [
    ...(family === undefined ? [] : [text.models.families[family]]),
    ...(speed === undefined ? [] : [text.models.speeds[speed]]),
  ].join(" · ");
}

/** Says of each model whose default it is, and what keeps it from being used. */
function marking(all: readonly ServerModel[], { situation }: Rules, { webuis }: Context) {
  const entries = all.map(({ entry }) => entry);
  const own = ownModel(webuis.catalogs());
  const titles: [Mark, unknown][] = [
    ...defaultScopes.map((scope): [Mark, unknown] => [scope, situation[scope].values["model"]]),
    ["webui", own],
  ];
  const found = titles.map(([mark, title]) => ({
    mark,
    entry: typeof title === "string" ? findModel(entries, title) : undefined,
  }));
  return ({ entry, said, allowed, webuis: having }: ServerModel): Mark[] => [
    ...found.filter((each) => each.entry === entry).map(({ mark }) => mark),
    ...(having.length === 0 ? (["missing"] as const) : []),
    ...(said?.hidden === true ? (["hidden"] as const) : []),
    ...(allowed ? [] : (["notAllowed"] as const)),
  ];
}
