import type * as english from "../en/refused.ts";
import { either, megapixels, number, plural } from "./format.ts";

export const bounds: typeof english.bounds = {
  between: (min, max) =>
    `la valeur doit être comprise entre ${number.format(min)} et ${number.format(max)}`,
  wholeNumber: "il faut un nombre entier",
  ratio: "il faut deux nombres séparés par un deux-points, comme 16:9",
  oneOf: (values) => `il faut ${either.format(values)}`,
  empty: "la valeur ne peut pas être vide",
  tooLong: (max) => `pas plus de ${number.format(max)} caractères`,
  tooMany: (max) => `pas plus de ${number.format(max)} entrées`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label} : \`${value}\` n’est pas possible, ${why}.`,
  notANumber: (label, value) => `${label} : \`${value}\` n’est pas possible, il faut un nombre.`,
  flagWithoutValue: (flag) => `Il faut une valeur après ${flag}.`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `${label} \`${typed}\` n’existe pas ici, et il n’y a rien d’autre à la place.`
      : `${label} \`${typed}\` n’existe pas ici. Voulais-tu dire ${either.format(nearest.map((name) => `\`${name}\``))} ?`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)}, c’est trop grand : une image peut avoir ${megapixels.format(max / 1e6)} mégapixels au maximum, hires fix compris.`,
  ratioTooExtreme: (ratio) =>
    `Le format \`${ratio}\` est trop extrême : il peut aller de 1:16 à 16:1.`,
  originalGone: "L’original a été conservé une journée et n’existe plus.",
  emptyMask: "Ce masque ne marque rien : peins en blanc, ou peins sur une copie de l’image.",
  otherMaskShape: (width, height) =>
    `Ce masque n’a pas la forme de l’image : il doit faire ${number.format(width)} × ${number.format(height)} pixels, ou être plus grand ou plus petit dans les mêmes proportions.`,
  maskAndExtend:
    "Un masque et l’extension ne vont pas ensemble : l’extension crée son propre masque.",
  tooManyUnits: (most) => `Pas plus de ${number.format(most)} images de contrôle à la fois.`,
  noControl: "Aucune webui ici n’a ControlNet.",
  notDrawn: "Cela n’a pas été généré à partir de mots et ne peut donc pas être régénéré.",
  noPictureThere: "Il n’y a pas d’image dans ce message.",
  noPicture: "Il faut une image pour cela.",
  cannotDo: {
    upscale: "Aucune webui ici ne peut agrandir des images.",
    caption: "Aucune webui ici ne peut décrire des images.",
    tags: "Aucune webui ici ne peut trouver des tags pour des images.",
    progress: "Aucune webui ici n’indique sa progression.",
    interrupt: "Aucune webui ici ne peut être interrompue.",
    skip: "Aucune webui ici ne peut sauter une image.",
  },
  notAPicture:
    "Ce fichier n’est pas une image que je sais lire. PNG, JPEG, WebP, GIF et AVIF fonctionnent.",
  brokenPicture: "Cette image est endommagée ou incomplète.",
  fileTooLarge: (megabytes) =>
    `Ce fichier est trop volumineux : ${number.format(megabytes)} Mo au maximum.`,
  pictureTooLarge: (megapixels) =>
    `Cette image a trop de pixels : ${number.format(megapixels)} mégapixels au maximum.`,
  foreignAddress: "Je ne récupère que les fichiers envoyés sur Discord.",
  attachmentGone: "Ce fichier n’a pas pu être récupéré sur Discord. Joins-le de nouveau.",
  cannotPost: (missing) =>
    `Je ne peux pas publier d’images ici. Il me faudrait : ${missing.join(", ")}.`,
  mayNotPost:
    "Tu ne peux pas publier d’images dans ce salon (Joindre des fichiers), donc rien n’est généré pour toi ici. Utilise private : le résultat n’est alors visible que par toi.",
  queueAway:
    "La file d’attente est indisponible pour l’instant, donc rien n’a été pris en compte. Réessaie dans une minute.",
  notYours: (name) => `Cela appartient à ${name}.`,
  alreadyDrawn: "Trop tard pour annuler : c’est déjà généré.",
  noWriter: "Le modèle de langage ne répond pas pour l’instant. Réessaie plus tard.",
  noWords: "Il n’y a pas de mots à partir desquels écrire un prompt.",
  moderatorsOnly: "Seuls les membres qui peuvent gérer les messages ici peuvent faire cela.",
  noServer:
    "Il n’y a pas de serveur ici, donc il n’y a que tes propres chiffres : choisis « Moi uniquement ».",
  managersOnly: "Seuls les membres qui peuvent gérer ce serveur peuvent faire cela.",
  ownersOnly: "Seuls les propriétaires de ce bot peuvent faire cela.",
  alreadyEnded: "C’est déjà terminé.",
  tooManyWords: (most) =>
    `Cette liste est trop longue : ${plural(most, { one: "entrée", other: "entrées" })} au maximum.`,
  tooManyPatterns: (most) =>
    `Cette liste contient trop de motifs : ${number.format(most)} au maximum.`,
  wordTooLong: (most) =>
    `Une entrée de cette liste est trop longue : ${number.format(most)} caractères au maximum.`,
  patternTooLong: (most) =>
    `Un motif de cette liste est trop long : ${number.format(most)} caractères au maximum.`,
  badPattern: (pattern) =>
    `Le motif \`${pattern}\` ne peut pas être utilisé. Il doit être valable pour RE2 : sans références arrière ni lookahead ou lookbehind.`,
  patternTooLarge: (pattern) => `Le motif \`${pattern}\` est trop grand. Réduis ses répétitions.`,
  patternFitsAll: (pattern) => `Le motif \`${pattern}\` correspondrait à n’importe quel texte.`,
  forgotten: "Je ne sais plus comment cela a été généré.",
  sourceForgotten:
    "L’image de départ n’est plus ici. Utilise de nouveau la commande, avec l’image.",
};
