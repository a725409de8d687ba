import type * as english from "../en/remarks.ts";
import { number, plural } from "./format.ts";

/** "--v reste", "--v, --s restent" */
const be = (names: readonly string[], one: string, several: string) =>
  `${names.join(", ")} ${names.length === 1 ? one : several}`;

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) =>
    `${be(flags, "n’est pas un paramètre et reste", "ne sont pas des paramètres et restent")} dans le prompt.`,
  unknownWildcards: (names) =>
    `${be(names, "n’est pas une liste ici et reste", "ne sont pas des listes ici et restent")} dans le prompt.`,
  notHere: (names) =>
    `${be(names, "n’existe pas ici et a été laissé", "n’existent pas ici et ont été laissés")} de côté.`,
  unheeded: (labels) =>
    `${labels.join(", ")} : aucune webui ici n’en tient compte, donc laissé de côté.`,
  unheededThere: (labels) =>
    `${labels.join(", ")} : pas pris en compte là où est le modèle, donc laissé de côté.`,
  idle: (labels) => `${labels.join(", ")} : sans effet sur cette image, donc laissé de côté.`,
  apart: (names) =>
    be(
      names,
      "n’est sur aucune webui qui ait le reste, donc laissé de côté.",
      "ne sont sur aucune webui qui ait le reste, donc laissés de côté.",
    ),
  notFlags: (words) => `${words.join(", ")} : pas compris, donc laissé de côté.`,
  optionCounts: (labels) =>
    `${labels.join(", ")} : donné à la fois en option et en flag ; l’option compte.`,
  sizeCounts: "La largeur et la hauteur étaient données, donc le format n’a pas été utilisé.",
  hiresWithoutTxt2img:
    "Le hires fix n’a aucun effet quand une image est donnée ; il a été laissé de côté.",
  otherSampler: (asked, used) => `La webui a utilisé le sampler ${used} au lieu de ${asked}.`,
  otherModel: (asked, used) => `La webui a utilisé le modèle ${used} au lieu de ${asked}.`,
  otherSize: (asked, used) => `La webui a généré ${used} au lieu de ${asked}.`,
  withoutControl: "La webui n’a pas gardé la structure de l’image donnée : ControlNet y a échoué.",
  fewer: (asked, made) =>
    `La webui a fait ${plural(made, { one: "image", other: "images" })} sur ${number.format(asked)}.`,
};
