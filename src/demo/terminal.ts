import type { Message, StandInDiscord } from "./discord/start.ts";

/** A message as lines for a terminal: its text without markup, its pictures by name, its buttons by emoji, its menus by what they offer. */
export function toTerminal(discord: StandInDiscord, message: Message): string {
  const text = discord
    .textOf(message)
    .replace(/^-# /gm, "  ")
    .replace(/\*\*(.*?)\*\*/g, "$1")
    .replace(/\\([\\*_~`|>#<[\]()-])/g, "$1");
  const pictures = message.attachments.map(
    ({ filename, size }) => `[${filename}, ${kilobytes(size)}]`,
  );
  const buttons = discord
    .buttonsOf(message)
    .map(({ emoji, label }) => `[${[emoji, label].filter(Boolean).join(" ")}]`)
    .join(" ");
  const menus = message.components
    .flatMap((row) => row.components ?? [])
    .flatMap((each) => (typeof each["placeholder"] === "string" ? [each["placeholder"]] : []))
    .map((placeholder) => `[${placeholder} ▾]`)
    .join(" ");
  return [...pictures, text, buttons, menus].filter((line) => line !== "").join("\n");
}

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`;
