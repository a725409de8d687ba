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
  /** It began from pictures, which cannot be typed. */
  hasSource: boolean;
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
  { id, infotext, command, hasSource, payloads, originals, draft }: Details,
): Outgoing {
  const parts = [
    ...(infotext === undefined
      ? []
      : [{ title: text.details.infotext, words: infotext, more: "" }]),
    ...(command === undefined
      ? []
      : [
          {
            title: text.details.command,
            words: command,
            more: hasSource ? text.details.attach : "",
          },
        ]),
  ];
  const texts = [
    ...(infotext === undefined ? [] : [{ name: `easel-${id}.txt`, data: infotext }]),
    ...(command === undefined || isWhole(command)
      ? []
      : [{ name: `easel-${id}-command.txt`, data: command }]),
    ...payloads.map((json, index) => ({
      name: payloads.length === 1 ? `easel-${id}.json` : `easel-${id}-${index + 1}.json`,
      data: pretty(json),
    })),
  ].slice(0, 10);
  const components = [
    ...parts.map(({ title, words, more }) => ({
      type: ComponentType.TextDisplay,
      content: `**${title}**\n${block(words)}${more}`,
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
  return `\`\`\`\n${fitting(safe)}\n\`\`\``;
}

const fitting = (words: string) => cutBytes(cut(words, maxPart.length), maxPart.bytes);

/** What a block shows of it can be typed again. */
const isWhole = (command: string) => !command.includes("```") && fitting(command) === command;

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}
