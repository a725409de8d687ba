import type { APIChatInputApplicationCommandInteraction } from "discord-api-types/v10";
import { eraseMessage, exportMessage, listMessage } from "../../discord/admin.ts";
import { textMessage } from "../../discord/message.ts";
import type { Outgoing } from "../../discord/outgoing.ts";
import { readSubcommand, typedIn } from "../../discord/subcommand.ts";
import { UserError } from "../../errors.ts";
import { textForAsker } from "../asker.ts";
import { orAway } from "../away.ts";
import type { Context } from "../command.ts";
import { exportPerson } from "../personal.ts";
import { diagnosis } from "./doctor.ts";
import { lastErrors } from "./errors.ts";
import { option } from "./options.ts";
import { shares } from "./shares.ts";
import { added, removed } from "./roster.ts";
import { rescanned, setDrained, statesOf, webuiNamed } from "./webuis.ts";

/** What `/admin` answers, for one of the bot's owners. */
export async function runAdmin(
  interaction: APIChatInputApplicationCommandInteraction,
  context: Context,
): Promise<Outgoing> {
  const text = textForAsker(interaction);
  const sub = readSubcommand(interaction);
  const typed = (name: string) => typedIn(sub, name);
  switch (sub.path) {
    case "webuis state":
      return listMessage(text, await statesOf(text, context));
    case "webuis drain":
    case "webuis resume": {
      const drains = sub.path === "webuis drain";
      return textMessage([await setDrained(typed("webui") ?? "", drains, text, context)]);
    }
    case "webuis add":
      return textMessage([await added(typed("url") ?? "", text, context)]);
    case "webuis remove":
      return textMessage([await removed(typed("webui") ?? "", text, context)]);
    case "webuis refresh":
      return listMessage(text, await rescanned(typed("webui"), text, context));
    case "webuis options": {
      const webui = webuiNamed(typed("webui") ?? "", context).name;
      return option({ webui, name: typed("name") ?? "", typed: typed("value") }, text, context);
    }
    case "share":
      return textMessage(
        await shares({ server: typed("server"), share: typed("share") }, text, context),
      );
    case "doctor":
      return listMessage(text, await diagnosis(interaction, text, context));
    case "errors":
      return listMessage(text, await lastErrors(text, context));
    case "announce":
      return textMessage([
        await announced(typed("text") ?? "", Number(typed("hours") ?? 24), context),
      ]);
    case "export": {
      const userId = typed("user") ?? "";
      return exportFor(interaction, userId, context);
    }
    case "erase": {
      const userId = typed("user") ?? "";
      return eraseMessage(text, userId, `<@${userId}>`);
    }
    default:
      throw new UserError((words) => words.refused.forgotten);
  }

  async function announced(words: string, hours: number, { announcement }: Context) {
    const said = words.trim();
    await orAway(() => announcement.set(said, hours * 3600));
    if (said === "") return text.admin.silent;
    return text.admin.announced(`<t:${Math.round(Date.now() / 1000) + hours * 3600}:f>`);
  }
}

/** Everything that is kept of a person, if Discord takes a file of that size here. */
export async function exportFor(
  interaction: APIChatInputApplicationCommandInteraction,
  userId: string,
  context: Context,
): Promise<Outgoing> {
  const json = await exportPerson(userId, context);
  if (json.length > interaction.attachment_size_limit) {
    throw new UserError((text) => text.admin.exportTooLarge);
  }
  return exportMessage(textForAsker(interaction), userId, json);
}
