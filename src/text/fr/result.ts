import type * as english from "../en/result.ts";
import { number } from "./format.ts";

export const result: typeof english.result = {
  drawnFor: (name) => `généré pour ${name}`,
  describedFor: (name) => `décrit pour ${name}`,
  source: "à partir d’une image",
  from: (mark, url, name) => `[${mark} à partir d’une image](${url}) de ${name}`,
  negative: (prompt) => `Sans : ${prompt}`,
  size: "Taille",
  seed: "Seed",
  model: "Modèle",
  unknownModel: "celui de la webui",
  page: (page, pages) => `Page ${page} sur ${pages}`,
  upscaled: (scale) => `Agrandie ${number.format(scale)} fois`,
  described: "Ce que l’on voit",
  reencoded: "Une image était trop volumineuse pour ce salon et a été compressée.",
  removed: (name) => `Supprimé par ${name}.`,
};

export const details: typeof english.details = {
  infotext: "Infotext",
  command: "Pour la générer à nouveau",
  attach:
    "Joins l’image dont elle est partie, et le masque s’il y en avait un : ils ne peuvent pas être saisis.",
  nothing: "On n’en sait pas plus.",
  originals: "Trop volumineuse pour ce salon, donc compressée. Telle qu’elle a été faite :",
  link: (url) => `[L’original](${url}), pendant une journée et pour toi uniquement.`,
  noLinks:
    "L’original est trop volumineux pour Discord ici. La personne qui gère ce bot peut activer des liens vers lui (PUBLIC_URL).",
};

export const written: typeof english.written = { from: (words) => `écrit à partir de : ${words}` };

export const mail: typeof english.mail = { back: "Vers le message" };
