import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import type { Text } from "../text/en.ts";
import { type Action, toCustomId } from "./custom-id.ts";

/** What a result can be followed by; which of its buttons there are follows from it. */
export type Follow = {
  id: string;
  /** Whose it is: he and moderators may remove it, also when nothing else is known of it any more. */
  userId: string;
  /** Numbers of the pictures on this message, from 1 on. */
  numbers: number[];
  /** Drawn from words, so that it can be varied, widened, drawn anew. */
  isDrawing: boolean;
  canUpscale: boolean;
  /** It was drawn with the structure of a picture, to which others can be added. */
  hasControl: boolean;
};

/** Discord's own bound. */
const mostInRow = 5;

/** What is done by menus or arrows alone has none of its own. */
type Known = Exclude<
  Action,
  | "inspect"
  | "take"
  | "history"
  | "queue"
  | "info"
  | "models"
  | "settings"
  | "setting"
  | "option"
  | "erase"
  | "presets"
>;

/** Each is known by it. */
export const emoji: Record<Known, string> = {
  again: "🎲",
  edit: "🖋",
  vary: "🔀",
  upscale: "⬆️",
  zoom: "🔍",
  details: "📋",
  remove: "❌",
  skip: "➡️",
  draw: "🎨",
  repeat: "🔁",
  remix: "🖋",
  original: "🗂️",
  control: "🎛️",
  approve: "✅",
  reject: "🚫",
  preset: "💾",
};

type Button = { type: ComponentType.Button; custom_id: string };

function button(action: Known, id: string, ...args: (string | number)[]): Button {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    emoji: { name: emoji[action] },
    custom_id: toCustomId(action, id, ...args),
  } as Button;
}

/** One that says in words what it does, where it stands alone. */
export function namedButton(
  action: Known,
  text: Text,
  id: string,
  ...args: (string | number)[]
): Button {
  return { ...button(action, id, ...args), label: text.buttons[action] } as Button;
}

export const row = (components: object[]) => ({ type: ComponentType.ActionRow, components });

/** ◀ ▶ between the pages of an answer, `page` from 1 on; nothing where there is only one. */
export function pageRow(page: number, pages: number, toId: (page: number) => string): object[] {
  if (pages <= 1) return [];
  const arrow = (name: string, to: number) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    emoji: { name },
    custom_id: toId(to),
    disabled: to < 1 || to > pages,
  });
  return [row([arrow("◀️", page - 1), arrow("▶️", page + 1)])];
}

/**
 * A menu of numbered pictures, for what is done to one of them; Discord shows 25 entries at most. Its action hears the
 * number, from 1 on, and what `more` says.
 */
export function pictureMenu(
  { customId, placeholder, more = [] }: { customId: string; placeholder: string; more?: string[] },
  count: number,
  text: Text,
) {
  const numbers = Array.from({ length: Math.min(25, count) }, (_, index) => index + 1);
  return row([
    {
      type: ComponentType.StringSelect,
      custom_id: customId,
      placeholder,
      options: numbers.map((number) => ({
        label: text.buttons.picture(number),
        value: [number, ...more].join(":"),
      })),
    },
  ]);
}

/** ❌ for what waits; ➡️ beside it while one of several pictures is drawn. */
export function waitingRow(id: string, userId: string, canSkip = false): object {
  return row([...(canSkip ? [button("skip", id)] : []), button("remove", id, userId)]);
}

/** Below the first message of a result. One picture has a button for each thing, several have menus. */
export function resultRows(follow: Follow, text: Text): object[] {
  const { id, userId, isDrawing, hasControl, numbers } = follow;
  const [only] = numbers;
  const general = [button("again", id), ...(isDrawing ? [button("edit", id)] : [])];
  const last = [
    ...(hasControl ? [button("control", id)] : []),
    button("details", id),
    button("remove", id, userId),
  ];
  if (numbers.length === 1 && only !== undefined) {
    const own = ofOne(follow, only, text);
    const all = [...general, ...own, ...last];
    if (all.length <= mostInRow) return [row(all)];
    return [row([...general, ...own.slice(0, 3)]), row([...own.slice(3), ...last])];
  }
  return [row([...general, ...last]), ...pictureMenus(follow, text)];
}

/** The pictures of a result that Discord did not get as they were made; five to a row, and no more rows than fit. */
export function originalRows(id: string, numbers: readonly number[], text: Text): object[] {
  const buttons = numbers.map((number) => ({
    ...button("original", id, number),
    label: text.buttons.originalOf(number),
  }));
  const rows = Array.from({ length: Math.ceil(buttons.length / mostInRow) }, (_, index) =>
    row(buttons.slice(index * mostInRow, (index + 1) * mostInRow)),
  );
  return rows.slice(0, 5);
}

/** Below what a picture shows: draw from these words, or remove them. */
export function describedRow(id: string, userId: string): object {
  return row([button("draw", id), button("remove", id, userId)]);
}

function ofOne({ id, isDrawing, canUpscale }: Follow, number: number, text: Text): object[] {
  const strong = {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: text.buttons.varyStrong,
    custom_id: toCustomId("vary", id, number, "strong"),
  };
  return [
    ...(isDrawing ? [button("vary", id, number, "subtle")] : []),
    ...(canUpscale ? [button("upscale", id, number)] : []),
    ...(isDrawing ? [button("zoom", id, number), strong] : []),
  ];
}

/** A menu for each thing that is done to one picture of several. */
export function pictureMenus({ id, numbers, isDrawing, canUpscale }: Follow, text: Text): object[] {
  const menu = (action: Known, options: { label: string; value: string }[]) =>
    row([
      {
        type: ComponentType.StringSelect,
        // Two menus of a message may not have the same id, so its first picture is in it.
        custom_id: toCustomId(action, id, "menu", numbers[0] ?? 0),
        placeholder: `${emoji[action]} ${text.buttons[action]}`,
        options: options.map((option) => ({ ...option, emoji: { name: emoji[action] } })),
      },
    ]);
  const each = (label: (number: number) => string) =>
    numbers.map((number) => ({ label: label(number), value: String(number) }));
  const strengths = numbers.flatMap((number) => [
    { label: text.buttons.pictureSubtle(number), value: `${number}:subtle` },
    { label: text.buttons.pictureStrong(number), value: `${number}:strong` },
  ]);
  return [
    ...(isDrawing ? [menu("vary", strengths)] : []),
    ...(canUpscale ? [menu("upscale", each(text.buttons.picture))] : []),
    ...(isDrawing ? [menu("zoom", each(text.buttons.picture))] : []),
  ];
}
