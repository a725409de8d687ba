import type * as english from "../en/buttons.ts";
import { number } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "Noch einmal",
  edit: "Ändern und neu zeichnen",
  vary: "Ein Bild variieren",
  varyStrong: "Stark variieren",
  upscale: "Ein Bild vergrößern",
  zoom: "Herauszoomen oder schwenken",
  details: "Details",
  remove: "Entfernen",
  skip: "Nächstes Bild",
  draw: "Zeichnen",
  repeat: "Noch einmal zeichnen",
  remix: "Remix",
  original: "Original",
  control: "Noch ein Control-Bild",
  approve: "Freigeben",
  reject: "Ablehnen",
  preset: "Als Preset speichern",
  originalOf: (of) => `Original ${of}`,
  picture: (of) => `Bild ${of}`,
  pictureSubtle: (of) => `Bild ${of}, ein wenig`,
  pictureStrong: (of) => `Bild ${of}, stark`,
};

export const views: typeof english.views = {
  title: "Weiter blicken",
  out15: "1,5× herauszoomen",
  out20: "2× herauszoomen",
  square: "Quadratisch machen",
  left: "⬅ Nach links",
  right: "Nach rechts ➡",
  up: "⬆ Nach oben",
  down: "Nach unten ⬇",
};

export const choose: typeof english.choose = {
  several: (count) => `In dieser Nachricht sind ${number.format(count)} Bilder.`,
  which: "Welches?",
};

export const dialog: typeof english.dialog = {
  edit: "Ändern und neu zeichnen",
  remix: "Remix",
  control: "Noch ein Control-Bild",
  flags: "Alles Weitere, etwa --steps 30 --ar 16:9",
};
