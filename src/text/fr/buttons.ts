import type * as english from "../en/buttons.ts";
import { number } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "Encore",
  edit: "Modifier et régénérer",
  vary: "Varier une image",
  varyStrong: "Varier fortement",
  upscale: "Agrandir une image",
  zoom: "Dézoomer ou décaler",
  details: "Détails",
  remove: "Supprimer",
  skip: "Image suivante",
  draw: "Générer",
  repeat: "Générer à nouveau",
  remix: "Remix",
  original: "Original",
  control: "Une autre image de contrôle",
  approve: "Approuver",
  reject: "Refuser",
  preset: "Enregistrer comme préréglage",
  originalOf: (of) => `Original ${of}`,
  picture: (of) => `Image ${of}`,
  pictureSubtle: (of) => `Image ${of}, un peu`,
  pictureStrong: (of) => `Image ${of}, fortement`,
};

export const views: typeof english.views = {
  title: "Voir plus loin",
  out15: "Dézoomer 1,5×",
  out20: "Dézoomer 2×",
  square: "Rendre carrée",
  left: "⬅ Vers la gauche",
  right: "Vers la droite ➡",
  up: "⬆ Vers le haut",
  down: "Vers le bas ⬇",
};

export const choose: typeof english.choose = {
  several: (count) => `Il y a ${number.format(count)} images dans ce message.`,
  which: "Laquelle ?",
};

export const dialog: typeof english.dialog = {
  edit: "Modifier et régénérer",
  remix: "Remix",
  control: "Une autre image de contrôle",
  flags: "Tout le reste, comme --steps 30 --ar 16:9",
};
