import type { APIApplicationCommandAutocompleteInteraction } from "discord-api-types/v10";
import { decide, type Decided, type Layer } from "../generation/decide.ts";
import { decideDrawing } from "../generation/decide-model.ts";
import { fittingLayers } from "../generation/fitting-layers.ts";
import { keepKnown } from "../generation/keep-known.ts";
import type { ModelBook } from "../generation/model-book.ts";
import { namesOn } from "../generation/parameters.ts";
import type { Values } from "../generation/request.ts";
import { decideSetting, layersOf, type Situation } from "../generation/rules.ts";
import type { Owner } from "../store/settings.ts";
import { readAsker } from "./asker.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import { askedIn, insistedIn } from "./fit.ts";
import type { Draft } from "./make-work.ts";

/** What holds for one member in one place. */
export type Rules = {
  situation: Situation;
  /** The defaults of server, channel and member. */
  layers: readonly Layer[];
  /** What the server says of its models. */
  book: ModelBook;
};

type Place = Pick<Asking, "guild_id" | "channel">;

/** The server's settings where somebody is; none in direct messages. */
export const serverOf = ({ guild_id: id }: Place): Owner | undefined =>
  id === undefined ? undefined : { scope: "server", id };

/** Those of the channel; a thread has its channel's. */
export function channelOf({ guild_id: guild, channel }: Place): Owner | undefined {
  if (guild === undefined || channel === undefined) return undefined;
  const parent = "parent_id" in channel && "thread_metadata" in channel ? channel.parent_id : null;
  return { scope: "channel", id: parent ?? channel.id };
}

type Ruled = Asking | APIApplicationCommandAutocompleteInteraction;
type Stores = Pick<Context, "settings" | "modelBooks">;

/** What was read on an interaction's behalf, for all who ask in the course of it. */
const known = new WeakMap<Ruled, Promise<Rules>>();

/** As they were when the interaction came; whoever has changed them since reads them anew. */
export function rulesFor(interaction: Ruled, stores: Stores): Promise<Rules> {
  const reading = known.get(interaction) ?? readRules(interaction, stores);
  known.set(interaction, reading);
  // Whoever asks next may find Redis back.
  reading.catch(() => known.delete(interaction));
  return reading;
}

export async function readRules(
  interaction: Ruled,
  { settings, modelBooks }: Stores,
): Promise<Rules> {
  const me: Owner = { scope: "me", id: readAsker(interaction).userId };
  const owners = [me, channelOf(interaction), serverOf(interaction)];
  const [[own, channel, server], book] = await orAway(() =>
    Promise.all([settings.getAll(owners), modelBooks.get(interaction.guild_id)]),
  );
  if (own === undefined || channel === undefined || server === undefined) {
    throw new TypeError("settings are read three at a time");
  }
  const roleIds = interaction.member?.roles ?? [];
  const situation = { me: own, channel, server, roleIds };
  return { situation, layers: layersOf(situation), book };
}

/**
 * The values of a draft and who decided each; of defaults only those that a webui here can serve together with what was asked
 * for.
 */
export function decideDraft(
  draft: Draft,
  { layers, book, situation }: Rules,
  { webuis }: Context,
): Decided {
  const asked: Layer = { from: "asked", values: draft.values };
  const catalogs = webuis.catalogs();
  const preset: Layer = { from: "preset", values: forPicture(draft.preset ?? {}, draft) };
  const { task = "draw" } = draft;
  const served = layers.map(({ from, values }) => ({
    from,
    values: fitting(keepKnown(values, catalogs).values, draft),
  }));
  if (task !== "draw") {
    const insisted = { values: askedIn(draft), pieces: insistedIn(draft, catalogs) };
    const fit = fittingLayers(served, insisted, catalogs, namesOn(task));
    return decide([...fit.layers, preset, asked]);
  }
  const { value: allowed } = decideSetting("allowed_models", situation);
  return decideDrawing(
    [...served, preset, asked],
    { allowed, book, catalogs },
    { complete: draft.complete === true, fitting: (values) => fitting(values, draft) },
  );
}

/** What still is decided for a result once more: a model, which it cannot be without, and who may see it how. */
const always = ["model", "private", "spoiler"] as const;

function fitting(values: Values, draft: Draft): Values {
  if (draft.complete !== true) return forPicture(values, draft);
  const set = always.filter((name) => values[name] !== undefined);
  return Object.fromEntries(set.map((name) => [name, values[name]]));
}

/** Hires fix is for words alone. */
function forPicture(values: Values, { image }: Draft): Values {
  if (image === undefined) return values;
  const { hr_upscaler: _, hr_scale: __, ...rest } = values;
  return rest;
}
