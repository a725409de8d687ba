import { number } from "./format.ts";

/** Whatever is pressed, chosen from or filled in. */

export const buttons = {
  again: "Again",
  edit: "Edit and redraw",
  vary: "Vary a picture",
  varyStrong: "Vary strongly",
  upscale: "Upscale a picture",
  zoom: "Zoom out or pan",
  details: "Details",
  remove: "Remove",
  skip: "Next picture",
  draw: "Draw it",
  repeat: "Draw this again",
  remix: "Remix",
  original: "Original",
  control: "One more control picture",
  approve: "Approve",
  reject: "Reject",
  preset: "Save as preset",
  originalOf: (number: number) => `Original ${number}`,
  picture: (number: number) => `Picture ${number}`,
  pictureSubtle: (number: number) => `Picture ${number}, a little`,
  pictureStrong: (number: number) => `Picture ${number}, strongly`,
};

export const views = {
  title: "Look further",
  out15: "Zoom out 1.5×",
  out20: "Zoom out 2×",
  square: "Make square",
  left: "⬅ Pan left",
  right: "Pan right ➡",
  up: "⬆ Pan up",
  down: "Pan down ⬇",
};

export const choose = {
  several: (count: number) => `There are ${number.format(count)} pictures in this message.`,
  which: "Which one?",
};

export const dialog = {
  edit: "Edit and redraw",
  remix: "Remix",
  control: "One more control picture",
  flags: "Everything else, such as --steps 30 --ar 16:9",
};
