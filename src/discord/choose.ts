import type { Text } from "../text/en.ts";
import { pictureMenu } from "./buttons.ts";
import { type Action, toCustomId } from "./custom-id.ts";
import { textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** Asks which of several pictures is meant; the menu's action hears the number, from 1 on, and `more`. */
export function chooseMessage(
  text: Text,
  action: Action,
  id: string,
  count: number,
  ...more: string[]
): Outgoing {
  const customId = toCustomId(action, id);
  const menu = pictureMenu({ customId, placeholder: text.choose.which, more }, count, text);
  return textMessage([text.choose.several(count)], [menu]);
}
