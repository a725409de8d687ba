import type * as english from "../en/commands.ts";

export const commands: typeof english.commands = {
  draw: { about: "Générer des images à partir de mots" },
  edit: { about: "Repeindre une partie d’une image, ou la prolonger au-delà de ses bords" },
  control: { about: "Générer avec la structure d’une image : contours, profondeur, pose" },
  upscale: { about: "Agrandir une image ou améliorer ses visages" },
  describe: { about: "Décrire une image par des mots ou des tags" },
  inspect: {
    about: "Voir avec quoi une image a été faite",
    image: "Image à examiner",
  },
  history: { about: "Retrouver tes dernières images" },
  info: {
    about: "Voir avec quoi on peut générer ici",
    list: "Quelle liste",
    search: "Seulement ce qui contient ceci dans son nom",
  },
  prompt: {
    about: "Faire écrire un prompt plus complet à partir de quelques mots",
    text: "Ce que tu aimerais voir ; des flags comme --ar 16:9 peuvent suivre",
  },
  stats: {
    about: "Voir combien d’images sont générées, avec quoi et quand",
    period: "Sur quelle période (les 7 derniers jours sans précision)",
    of: "Par qui",
  },
  queue: {
    about: "Voir ce qui attend et ce qui est en cours de génération",
    action: "Que faire, pour la modération",
    clear: "Vider : annuler tout ce qui attend sur ce serveur",
    pause: "Suspendre : ne rien générer pour ce serveur jusqu’à la reprise",
    resume: "Reprendre la génération pour ce serveur",
    pause_all: "Tout suspendre, partout (propriétaires du bot)",
    resume_all: "Tout reprendre (propriétaires du bot)",
  },
};

export const menus: typeof english.menus = {
  inspect: "Infos sur l’image",
  remix: "Remixer",
  upscale: "Agrandir",
  describe: "Décrire",
  remixAvatar: "Remixer l’avatar",
};
