import type * as english from "../en/settings.ts";
import { language, number, plural } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "Voir et modifier ce qui vaut pour toi, un salon, le serveur",
    view: "Voir ce qui est réglé et d’où vient chaque valeur",
    set: "Régler quelque chose",
    reset: "Oublier ce qui était réglé",
    scope: "Pour qui : toi, ce salon, tout le serveur",
    name: "Quoi régler",
    value: "La valeur ; dans une liste, + ajoute et - retire : + premier, second",
    role: "Pour les membres de ce rôle seulement (limites, part de temps GPU, modèles autorisés)",
    resetName: "Ce qu’il faut oublier ; tout sans précision",
  },

  scopes: { me: "Pour toi", channel: "Ce salon", server: "Ce serveur" },
  sources: {
    me: "ton propre choix",
    channel: "réglé dans ce salon",
    server: "réglé sur ce serveur",
    channelRole: (role) => `réglé dans ce salon pour ${role}`,
    serverRole: (role) => `réglé sur ce serveur pour ${role}`,
    profile: "profil du modèle",
    webui: "comme dans la webui",
    usual: "habituel",
  },
  titles: {
    all: "Ce qui vaut pour toi ici",
    me: "Tes propres réglages",
    channel: "Réglages de ce salon",
    server: "Réglages de ce serveur",
  },
  nothing: "Rien n’est réglé ici.",
  unset: "Ce que personne n’a réglé est laissé à la webui.",
  line: (label, value, from) => `**${label} :** ${value} · ${from}`,
  ofRole: (label, role) => `${label} pour ${role}`,
  plainLine: (label, value) => `**${label} :** ${value}`,
  missing:
    "aucune webui ne l’a pour l’instant, ou aucune qui ait le reste, donc ce n’est pas envoyé",
  hidden: (count) => `${number.format(count)} de plus, pour la modération`,
  changeDefault: "Modifier une valeur par défaut",
  changeRule: "Modifier une limite ou une règle",
  language,
  none: "aucun",
  noLimit: "sans limite",
  yes: "oui",
  no: "non",
  done: (label, value, scope) => `${scope} : **${label}**, maintenant ${value}.`,
  doneForRole: (label, value, scope, role) =>
    `${scope} : **${label}** pour ${role}, maintenant ${value}.`,
  forgotten: (label, scope) => `${scope} : **${label}** n’est plus réglé.`,
  forgottenForRole: (label, scope, role) =>
    `${scope} : **${label}** n’est plus réglé pour ${role}.`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope} : rien n’était réglé.`
      : `${scope} : ${plural(count, { one: "réglage oublié", other: "réglages oubliés" })}.`,
  overruled: (label, value, from) =>
    `Pour toi, ceci vaut toujours ici : ${label}, ${value} (${from}).`,
  clearHint: "Laisse vide pour oublier ce réglage.",
  emptyHint: "Non réglé. Dans une liste, + ajoute et - retire : + premier, second",

  refused: {
    unknown: (typed, nearest) =>
      `Il n’y a pas de réglage \`${typed}\`. Voulais-tu dire ${nearest.map((name) => `\`${name}\``).join(", ")} ?`,
    notThere: (label, scopes) => `${label} ne peut être réglé que pour : ${scopes.join(", ")}.`,
    noServer: "Il n’y a ici ni serveur ni salons : seulement tes propres réglages.",
    notByRole: (label) => `${label} ne peut pas être réglé pour un rôle.`,
    notYesNo: (label, typed) => `${label} : \`${typed}\` n’est pas possible, réponds oui ou non.`,
    notRole: (label, typed) =>
      `${label} : \`${typed}\` n’est pas possible, mentionne des rôles, comme @Patron.`,
    notPerson: (label, typed) =>
      `${label} : \`${typed}\` n’est pas possible, mentionne des personnes.`,
    notChannel: (label, typed) =>
      `${label} : \`${typed}\` n’est pas possible, mentionne un salon, comme #log.`,
    notCommand: (typed) => `Il n’y a pas de commande \`${typed}\` à bloquer.`,
    badAmount: (label, value, min, max) =>
      `${label} : \`${value}\` n’est pas possible, la valeur doit être comprise entre ${min} et ${max}.`,
    badList: (label) => `${label} : trop d’entrées, ou une entrée trop longue.`,
    tooLong: (label) => `${label} est trop long pour être modifié ici : utilise /settings set.`,
    notLanguage: (typed, known) =>
      `Il n’y a pas de langue \`${typed}\` ici : ${known.map(language).join(", ")}.`,
  },
};
