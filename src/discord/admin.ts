import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import type { Text } from "../text/en.ts";
import { row } from "./buttons.ts";
import { toCustomId } from "./custom-id.ts";
import { fitting } from "./fitting.ts";
import { message, textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** A button that cannot be taken for another. */
const button = (customId: string, label: string, style: ButtonStyle) => ({
  type: ComponentType.Button,
  style,
  label,
  custom_id: customId,
});

/** Whole lines; of those that have no room it says how many they are. */
export function listMessage(text: Text, lines: readonly string[]): Outgoing {
  const footOf = (left: number) => `-# ${text.admin.more(left)}`;
  const shown =
    fitting(lines, []).length === lines.length ? lines : fitting(lines, [footOf(lines.length)]);
  const left = lines.length - shown.length;
  return textMessage([...shown, ...(left === 0 ? [] : [footOf(left)])]);
}

/** Asks once more before everything of a person is forgotten. */
export function eraseMessage(text: Text, userId: string, name: string): Outgoing {
  const erase = button(toCustomId("erase", userId), text.admin.erase, ButtonStyle.Danger);
  return textMessage([text.admin.reallyErase(name)], [row([erase])]);
}

/** What was changed, with a way back where one was noted. */
export function optionMessage(text: Text, words: string, back?: { id: string; value: string }) {
  if (back === undefined) return textMessage([words]);
  const label = text.admin.back(back.value).slice(0, 80);
  return textMessage(
    [words],
    [row([button(toCustomId("option", back.id), label, ButtonStyle.Secondary)])],
  );
}

/** Everything that is kept of a person, as a file. */
export function exportMessage(text: Text, userId: string, json: Buffer): Outgoing {
  const name = `easel-${userId}.json`;
  return message(
    [
      { type: ComponentType.TextDisplay, content: text.admin.exported },
      { type: ComponentType.File, file: { url: `attachment://${name}` } },
    ],
    {
      files: [{ name, data: json, contentType: "application/json" }],
      attachments: [{ id: 0, filename: name }],
    },
  );
}
