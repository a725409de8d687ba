import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { all, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "Voir les modèles d’ici et décider comment ce serveur les utilise",
    list: "Voir les modèles",
    search: "Seulement ce qui contient ceci dans son nom",
    info: "Voir ce que l’on sait d’un modèle",
    name: "Donner à un modèle un nom que les membres liront (Gérer le serveur)",
    newName: "Le nom ; rien pour celui de la webui",
    hide: "Retirer un modèle des listes et des suggestions (Gérer le serveur)",
    show: "Remettre un modèle masqué dans les listes et les suggestions (Gérer le serveur)",
    default: "Utiliser un modèle quand personne n’en choisit d’autre (Gérer le serveur)",
    scope: "Où (tout le serveur sans précision)",
    profile: "Décider des valeurs d’un modèle quand personne n’en donne (Gérer le serveur)",
    model: "Quel modèle",
    activator: "Mots qui activent le modèle, placés avant le prompt",
    reset: "Oublier ce qui était décidé pour lui ; ce qui est donné en même temps s’applique",
  },
  scopes: { channel: "Ce salon", server: "Ce serveur" },

  title: "Modèles",
  count: (count) => number.format(count),
  searched: (words) => `avec « ${words} »`,
  none: "Aucune webui n’a encore annoncé de modèle.",
  marks: {
    server: "par défaut sur ce serveur",
    channel: "par défaut dans ce salon",
    me: "ton choix par défaut",
    webui: "celui de la webui",
    hidden: "masqué",
    missing: "sur aucune webui pour l’instant",
    notAllowed: "non autorisé ici",
  },

  fields: {
    title: "Fichier",
    hash: "Hash",
    family: "Famille",
    webuis: "Webuis",
    default: "Par défaut",
    allowed: "Autorisé ici",
    hidden: "Masqué",
    activator: "S’active avec",
    profile: "Sans autre précision",
  },
  yes: "oui",
  no: "non",
  noHash: "connu une fois le modèle chargé",
  noFamily: "son nom ne la révèle pas, sa taille est donc celle de la webui",
  noProfile: "les valeurs de la webui",
  own: "ce serveur",
  ofFamily: "sa famille",

  families,
  speeds,

  named: (title, name) => `${title} s’appelle désormais ${name} ici.`,
  unnamed: (title) => `${title} reprend son propre nom.`,
  hidden: (name) =>
    `${name} n’apparaît plus dans les listes ni dans les suggestions. En tapant son nom en entier, on peut encore l’utiliser : ce qui est interdit se décide avec \`/settings set\` et \`allowed_models\`.`,
  shown: (name) => `${name} est de nouveau proposé.`,
  defaultOf: {
    server: (name) =>
      `${name} est désormais le modèle par défaut de ce serveur. Pour revenir en arrière : \`/settings reset\` avec \`model\`.`,
    channel: (name) =>
      `${name} est désormais le modèle par défaut de ce salon. Pour revenir en arrière : \`/settings reset\` avec \`model\`.`,
  },
  defaultNotAllowed:
    "Mais il n’est pas autorisé ici (`allowed_models`), il ne sera donc utilisé qu’une fois autorisé.",
  profileKept: (name, what) => `Sans autre précision, ${name} génère désormais avec : ${what}`,
  profileForgotten: (name) => `Ce qui était décidé pour ${name} est oublié.`,

  audit: {
    named: (title, name) => `a nommé le modèle ${title} « ${name} ».`,
    unnamed: (title) => `a rendu au modèle ${title} son propre nom.`,
    hidden: (name) => `a masqué le modèle ${name}.`,
    shown: (name) => `a remis le modèle masqué ${name} dans les listes.`,
    defaultOf: {
      server: (name) => `a fait de ${name} le modèle par défaut de ce serveur.`,
      channel: (name) => `a fait de ${name} le modèle par défaut de ce salon.`,
    },
    profile: (name, what, anew) =>
      `a décidé pour le modèle ${name}${anew ? ", en repartant de zéro" : ""} : ${what}`,
    profileForgotten: (name) => `a oublié ce qui était décidé pour le modèle ${name}.`,
  },

  cannotBeDefault: (name) =>
    `${name} n’est sur aucune webui pour l’instant et ne peut donc pas être le modèle par défaut.`,
  nameTaken: (name, other) => `${name} est déjà le nom de ${other}.`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `Le modèle \`${name}\` n’est pas autorisé ici.`
      : `Le modèle \`${name}\` n’est pas autorisé ici. Autorisés : ${all.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`${number.format(more)} de plus`] : [])])}.`,
  noneAllowedHere: "Aucun des modèles autorisés ici n’est sur une webui pour l’instant.",
};
