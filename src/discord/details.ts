import { ComponentType, MessageFlags } from "discord-api-types/v10";
import type { Text } from "../text/en.ts";
import { namedButton, originalRows, row } from "./buttons.ts";
import { cut, cutBytes } from "./markdown.ts";
import type { Outgoing } from "./outgoing.ts";

export type Details = {
  id: string;
  infotext: string | undefined;
  /** What repeats it when it is typed. */
  command: string | undefined;
  /** As they went to the webui, in order; JSON. */
  payloads: readonly string[];
  /** Numbers of the pictures whose untouched file is kept. */
  originals: readonly number[];
  /** Under which what it was drawn with is kept, to be saved as a preset. */
  draft: string | undefined;
};

/** What a text of a message may have; what does not fit stands in the files. Characters, bytes of UTF-8. */
const maxPart = { length: 1_600, bytes: 4_000 };

/** How a result was made: infotext and command to copy, and everything as files. */
export function detailsMessage(
  text: Text,
  { id, infotext, command, payloads, originals, draft }: Details,
): Outgoing {
  const parts = [
    ...(infotext === undefined ? [] : [{ title: text.details.infotext, words: infotext }]),
    ...(command === undefined ? [] : [{ title: text.details.command, words: command }]),
  ];
  const texts = [
    ...(infotext === undefined ? [] : [{ name: `easel-${id}.txt`, data: infotext }]),
    ...payloads.map((json, index) => ({
      name: payloads.length === 1 ? `easel-${id}.json` : `easel-${id}-${index + 1}.json`,
      data: pretty(json),
    })),
  ].slice(0, 10);
  const components = [
    ...parts.map(({ title, words }) => ({
      type: ComponentType.TextDisplay,
      content: `**${title}**\n${block(words)}`,
    })),
    ...texts.map(({ name }) => ({
      type: ComponentType.File,
      file: { url: `attachment://${name}` },
    })),
    ...(originals.length === 0
      ? []
      : [{ type: ComponentType.TextDisplay, content: text.details.originals }]),
    ...originalRows(id, originals, text),
    ...(draft === undefined ? [] : [row([namedButton("preset", text, draft)])]),
  ];
  const nothing = [{ type: ComponentType.TextDisplay, content: text.details.nothing }];
  return {
    body: {
      components: components.length === 0 ? nothing : components,
      attachments: texts.map(({ name }, index) => ({ id: index, filename: name })),
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [] },
    },
    files: texts.map(({ name, data }) => ({ name, data, contentType: "text/plain" })),
  };
}

/** To be copied as it is; nothing in it ends the block. */
function block(words: string): string {
  const safe = words.replaceAll("```", "`\u200b``");
  return `\`\`\`\n${cutBytes(cut(safe, maxPart.length), maxPart.bytes)}\n\`\`\``;
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}
