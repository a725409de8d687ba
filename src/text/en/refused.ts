import { either, megapixels, number, plural } from "./format.ts";

/** Why something is not done. */

export const bounds = {
  between: (min: number, max: number) =>
    `it must be from ${number.format(min)} to ${number.format(max)}`,
  wholeNumber: "it must be a whole number",
  ratio: "it must be two numbers with a colon between, such as 16:9",
  oneOf: (values: string[]) => `it must be ${either.format(values)}`,
  empty: "it must not be empty",
  tooLong: (max: number) => `it may have ${number.format(max)} characters at most`,
  tooMany: (max: number) => `it may have ${number.format(max)} entries at most`,
};

export const refused = {
  outOfBounds: (label: string, value: string, why: string) =>
    `${label} cannot be \`${value}\`: ${why}.`,
  notANumber: (label: string, value: string) =>
    `${label} cannot be \`${value}\`: it must be a number.`,
  flagWithoutValue: (flag: string) => `${flag} needs a value after it.`,
  unknownName: (label: string, typed: string, nearest: string[]) =>
    nearest.length === 0
      ? `${label} \`${typed}\` is not here, and neither is any other.`
      : `${label} \`${typed}\` is not here. Did you mean ${either.format(nearest.map((name) => `\`${name}\``))}?`,
  tooManyPixels: (width: number, height: number, max: number) =>
    `${number.format(width)} × ${number.format(height)} is too large: a picture may have ${megapixels.format(max / 1e6)} megapixels at most, hires fix included.`,
  ratioTooExtreme: (ratio: string) =>
    `Aspect ratio \`${ratio}\` is too extreme: from 1:16 to 16:1.`,
  originalGone: "The original was kept for a day and is gone.",
  emptyMask: "That mask marks nothing: paint white, or paint over a copy of the picture.",
  otherMaskShape: (width: number, height: number) =>
    `That mask is not shaped like the picture: it must have ${number.format(width)} × ${number.format(height)} pixels, or be larger or smaller in the same proportions.`,
  maskAndExtend: "A mask and extend cannot go together: extend makes its own.",
  tooManyUnits: (most: number) => `No more than ${number.format(most)} control pictures at once.`,
  noControl: "No webui here has ControlNet.",
  notDrawn: "This was not drawn from words, so it cannot be drawn anew.",
  noPictureThere: "There is no picture in this message.",
  noPicture: "A picture is needed for this.",
  cannotDo: {
    upscale: "No webui here can enlarge pictures.",
    caption: "No webui here can describe pictures.",
    tags: "No webui here can find tags for pictures.",
    progress: "No webui here tells how far it is.",
    interrupt: "No webui here can be interrupted.",
    skip: "No webui here can skip a picture.",
  },
  notAPicture: "That file is no picture I can read. PNG, JPEG, WebP, GIF and AVIF work.",
  brokenPicture: "That picture is damaged or not whole.",
  fileTooLarge: (megabytes: number) =>
    `That file is too large: ${number.format(megabytes)} MB at most.`,
  pictureTooLarge: (megapixels: number) =>
    `That picture has too many pixels: ${number.format(megapixels)} megapixels at most.`,
  foreignAddress: "Only files uploaded to Discord are fetched.",
  attachmentGone: "That file could not be fetched from Discord. Please attach it again.",
  cannotPost: (missing: string[]) =>
    `I cannot post pictures here. I would need: ${missing.join(", ")}.`,
  mayNotPost:
    "You may not post pictures in this channel (Attach Files), so nothing is drawn for you here. Use private instead: then only you see the result.",
  queueAway: "The queue is away just now, so nothing was taken. Please try again in a minute.",
  notYours: (name: string) => `This belongs to ${name}.`,
  alreadyDrawn: "Too late to cancel: it is drawn already.",
  noWriter: "The language model does not answer just now. Please try again in a while.",
  noWords: "There are no words to write a prompt from.",
  moderatorsOnly: "Only members who may manage messages here can do this.",
  noServer: "There is no server here, so there are only numbers of yours: choose “Me alone”.",
  managersOnly: "Only members who may manage this server can do this.",
  ownersOnly: "Only the owners of this bot can do this.",
  alreadyEnded: "This has ended already.",
  tooManyWords: (most: number) =>
    `That list is too long: ${plural(most, { one: "entry", other: "entries" })} at most.`,
  tooManyPatterns: (most: number) =>
    `That list has too many patterns: ${number.format(most)} at most.`,
  wordTooLong: (most: number) =>
    `An entry of that list is too long: ${number.format(most)} characters at most.`,
  patternTooLong: (most: number) =>
    `A pattern of that list is too long: ${number.format(most)} characters at most.`,
  badPattern: (pattern: string) =>
    `The pattern \`${pattern}\` cannot be used. It must be one of RE2: no backreferences, no lookahead or lookbehind.`,
  patternTooLarge: (pattern: string) =>
    `The pattern \`${pattern}\` is too large. Use fewer repetitions.`,
  patternFitsAll: (pattern: string) => `The pattern \`${pattern}\` would fit any text.`,
  forgotten: "I no longer know how this was drawn.",
  sourceForgotten:
    "The picture that it began from is not here any more. Please use its command again, with the picture.",
};
