import type { APIChatInputApplicationCommandInteraction } from "discord-api-types/v10";
import type { Subcommand } from "../discord/subcommand.ts";
import { UserError } from "../errors.ts";
import { type BookEntry, withEntry } from "../generation/model-book.ts";
import type { ServerModel } from "../generation/server-models.ts";
import type { Text } from "../text/en.ts";
import { orAway } from "./away.ts";
import type { Context } from "./command.ts";
import type { Models } from "./read-models.ts";

/** What a manager wants to be different about a model. */
export type Change = {
  interaction: APIChatInputApplicationCommandInteraction;
  asked: Subcommand;
  model: ServerModel;
  models: Models;
  context: Context;
};

/** What holds then: said to the manager, and noted in the audit channel. */
export type Done = { said: (text: Text) => string; noted: (text: Text) => string };

/** One step in the server's book, right whoever else changes it at the same time. */
export async function writeEntry(
  { interaction, model, context }: Change,
  step: (known: BookEntry) => BookEntry,
): Promise<void> {
  const { guild_id: guildId } = interaction;
  if (guildId === undefined) throw new UserError((text) => text.refused.managersOnly);
  const catalogs = context.webuis.states().map(({ catalog }) => catalog);
  await orAway(() =>
    context.modelBooks.change(guildId, (book) => withEntry(book, model.entry, catalogs, step)),
  );
}
