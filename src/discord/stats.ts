import { ComponentType } from "discord-api-types/v10";
import type { Text } from "../text/en.ts";
import { cut } from "./markdown.ts";
import { message } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** A picture of numbers, below its heading and whatever explains it. */
export type Section = { heading: string; legend: string[]; alt: string; png: Buffer };

/** Alt text: 1,024 characters (attachment description). */
const maxAltText = 1024;

/** Numbers in words, then pictures of them, each in a gallery of its own. */
export function statsMessage(
  text: Text,
  title: string,
  lines: readonly string[],
  sections: readonly Section[],
): Outgoing {
  const files = sections.map(({ png }, index) => ({
    name: `easel-stats-${index + 1}.png`,
    data: png,
    contentType: "image/png",
  }));
  const descriptions = sections.map(({ alt }) => cut(alt, maxAltText));
  const shown = sections.flatMap(({ heading, legend }, index) => [
    { type: ComponentType.TextDisplay, content: [`**${heading}**`, ...legend].join("\n") },
    {
      type: ComponentType.MediaGallery,
      items: [
        {
          media: { url: `attachment://${files[index]?.name}` },
          description: descriptions[index],
        },
      ],
    },
  ]);
  const head = [`**${title}**`, ...lines, `-# ${text.stats.utc}`].join("\n");
  return message([{ type: ComponentType.TextDisplay, content: head }, ...shown], {
    files,
    attachments: files.map(({ name }, id) => ({
      id,
      filename: name,
      description: descriptions[id],
    })),
  });
}
