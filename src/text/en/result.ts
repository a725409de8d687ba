import { number } from "./format.ts";

/** What is said of a picture, below it and behind 📋. */

export const result = {
  drawnFor: (name: string) => `drawn for ${name}`,
  describedFor: (name: string) => `described for ${name}`,
  source: "from a picture",
  from: (mark: string, url: string, name: string) => `[${mark} from a picture](${url}) of ${name}`,
  negative: (prompt: string) => `Without: ${prompt}`,
  size: "Size",
  seed: "Seed",
  model: "Model",
  unknownModel: "the webui's own",
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  upscaled: (scale: number) => `Enlarged ${number.format(scale)} times`,
  described: "What is to be seen",
  reencoded: "A picture was too large for this channel and was compressed to fit.",
  removed: (name: string) => `Removed by ${name}.`,
};

export const details = {
  infotext: "Infotext",
  command: "To draw it again",
  attach: "Attach the picture it began from, and the mask if there was one: they cannot be typed.",
  nothing: "Nothing more is known of this.",
  originals: "Too large for this channel, so it was compressed. As it was made:",
  link: (url: string) => `[The original](${url}), for a day and for you alone.`,
  noLinks:
    "The original is too large for Discord here. The host of this bot can switch on links to it (PUBLIC_URL).",
};

export const written = { from: (words: string) => `written from: ${words}` };

export const mail = { back: "To the message" };
