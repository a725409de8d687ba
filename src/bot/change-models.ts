import { plain } from "../discord/markdown.ts";
import { textMessage } from "../discord/message.ts";
import { modelName } from "../discord/models.ts";
import type { Outgoing } from "../discord/outgoing.ts";
import { typedIn } from "../discord/subcommand.ts";
import { UserError } from "../errors.ts";
import { findModel } from "../generation/names.ts";
import { requireManager, textForAsker } from "./asker.ts";
import { audit } from "./audit.ts";
import { orAway } from "./away.ts";
import { changeProfile } from "./change-profile.ts";
import { type Change, type Done, writeEntry } from "./model-change.ts";
import { modelPage } from "./models.ts";
import { modelIn, nameOf, readModels } from "./read-models.ts";
import { channelOf, serverOf } from "./rules.ts";

const changes: Record<string, (change: Change) => Promise<Done | undefined>> = {
  name: rename,
  hide: (change) => setHidden(change, true),
  show: (change) => setHidden(change, false),
  default: makeDefault,
  profile: changeProfile,
};

/**
 * Changes what the server says of a model, and answers what holds then; undefined for what is no change.
 * @throws {UserError} when the member may not, or there is no such model.
 */
export async function changeModel({
  interaction,
  asked,
  context,
}: Omit<Change, "model" | "models">): Promise<Outgoing | undefined> {
  if (!Object.hasOwn(changes, asked.path)) return undefined;
  requireManager(interaction);
  const models = await readModels(interaction, context);
  const model = modelIn(models.all, typedIn(asked, "model") ?? "");
  const done = await changes[asked.path]?.({ interaction, asked, model, models, context });
  // Without anything to change, what holds is shown.
  if (done === undefined) return modelPage(interaction, model, models, context);
  audit(interaction, done.noted, context, models.rules.situation);
  return textMessage([done.said(textForAsker(interaction))]);
}

async function rename(change: Change): Promise<Done> {
  const { asked, model, models } = change;
  const name = (typedIn(asked, "name") ?? "").replace(/\s+/g, " ").trim();
  const others = models.all.filter((each) => each !== model).map(({ entry }) => entry);
  const other = name === "" ? undefined : findModel(others, name);
  if (other !== undefined) {
    throw new UserError((text) => text.models.nameTaken(modelName(name), modelName(other.name)));
  }
  await writeEntry(change, (known) => {
    const { name: _, ...rest } = known;
    return name === "" ? rest : { ...rest, name };
  });
  const title = modelName(model.entry.name);
  if (name === "") {
    return {
      said: (text) => text.models.unnamed(title),
      noted: (text) => text.models.audit.unnamed(title),
    };
  }
  return {
    said: (text) => text.models.named(title, modelName(name)),
    noted: (text) => text.models.audit.named(title, plain(name)),
  };
}

async function setHidden(change: Change, hidden: boolean): Promise<Done> {
  await writeEntry(change, (known) => {
    const { hidden: _, ...rest } = known;
    return hidden ? { ...rest, hidden } : rest;
  });
  const name = modelName(nameOf(change.model));
  const which = hidden ? "hidden" : "shown";
  return {
    said: (text) => text.models[which](name),
    noted: (text) => text.models.audit[which](name),
  };
}

async function makeDefault({ interaction, asked, model, context }: Change): Promise<Done> {
  const scope = typedIn(asked, "scope") === "channel" ? "channel" : "server";
  const owner = scope === "channel" ? channelOf(interaction) : serverOf(interaction);
  if (owner === undefined) throw new UserError((text) => text.refused.managersOnly);
  const name = modelName(nameOf(model));
  if (model.webuis.length === 0) throw new UserError((text) => text.models.cannotBeDefault(name));
  await orAway(() => context.settings.set(owner, "model", () => model.entry.name));
  return {
    said: (text) =>
      [
        text.models.defaultOf[scope](name),
        ...(model.allowed ? [] : [text.models.defaultNotAllowed]),
      ].join("\n"),
    noted: (text) => text.models.audit.defaultOf[scope](name),
  };
}
