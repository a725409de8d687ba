/** What our buttons, menus and dialogs do; each is a file in `bot/components/`. */
export const actions = [
  "again",
  "edit",
  "vary",
  "upscale",
  "zoom",
  "details",
  "remove",
  "skip",
  "draw",
  "repeat",
  "remix",
  "inspect",
  "take",
  "history",
  "queue",
  "info",
  "models",
  "original",
  "control",
  "settings",
  "setting",
  "approve",
  "reject",
  "option",
  "erase",
  "preset",
  "presets",
] as const;
export type Action = (typeof actions)[number];

/** A custom id taken apart. `id` is the job's; `args` say the rest: which picture, how strongly, whose. */
export type CustomId = { action: string; id: string; args: string[] };

/** No part may hold a colon: they are ids, numbers and words of ours. */
export function toCustomId(action: Action, id: string, ...args: (string | number)[]): string {
  return [action, id, ...args].join(":");
}

/** The inverse, for any text: somebody may have made it up. */
export function readCustomId(text: string): CustomId {
  const [action = "", id = "", ...args] = text.split(":");
  return { action, id, args };
}
