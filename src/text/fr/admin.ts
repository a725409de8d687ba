import type * as english from "../en/admin.ts";
import { number, plural } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "Pour les personnes qui gèrent ce bot",
    webuis: "Les webuis",
    state: "Voir l’état de chaque webui",
    drain: "Ne plus rien donner à une webui ; ce qu’elle génère sera terminé",
    resume: "Redonner des demandes à une webui",
    add: "Donner dès maintenant des demandes à une webui de plus",
    url: "Son adresse, par exemple http://192.168.1.7:7860",
    remove: "Ne plus rien donner à une webui et l’oublier, jusqu’à ce qu’elle soit rajoutée",
    refresh: "Faire relire leurs dossiers aux webuis, puis lire leurs listes",
    options: "Voir ou modifier les réglages propres à une webui, pour tous ceux qui l’utilisent",
    webui: "Quelle webui",
    option: "Lequel de ses réglages",
    value: "Sa nouvelle valeur ; rien pour la voir",
    share: "Voir ou modifier la part de temps GPU d’un serveur quand plusieurs attendent",
    server: "Quel serveur (sans précision : tous ceux qui ont leur propre part)",
    shareValue: "Part double, temps GPU double : de 0,1 à 10, normalement 1 ; rien pour la voir",
    doctor: "Voir ce qui est en ordre et ce qui ne l’est pas",
    errors: "Ce qui a échoué ces dernières 24 heures",
    announce: "Dire quelque chose à tous ceux qui attendent",
    text: "Le message ; rien pour y mettre fin",
    hours: "Pendant combien d’heures (24 sans précision)",
    export: "Tout ce qui est conservé sur une personne, dans un fichier",
    erase: "Oublier tout ce qui concerne une personne",
    user: "Qui",
    settingsExport: "Tout ce qui est conservé sur toi, dans un fichier",
    settingsErase: "Oublier tout ce qui est conservé sur toi",
  },

  states: {
    up: "en marche",
    resting: "au repos, car elle est peut-être encore occupée",
    drained: "mise à l’écart",
    down: "injoignable",
    elsewhere: "en marche",
  },
  troubles: {
    down: "elle est injoignable",
    hung: "elle ne répond pas à temps",
    broke: "elle s’est interrompue pendant la génération",
    busy: "elle est surchargée",
    memory: "son GPU a manqué de mémoire",
    denied: "elle refuse tout accès : vérifie son --api et ses identifiants",
    nonsense: "ses réponses ne contiennent aucune image",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : ` : ${trouble}`}`,
  neverReached: (name) => `${name} · ajoutée, encore jamais jointe`,
  facts: (models, loras) =>
    `${plural(models, { one: "modèle", other: "modèles" })}, ${plural(loras, { one: "LoRA", other: "LoRA" })}`,
  ownModel: (model) => `son propre modèle : ${model}`,
  drawing: "génère en ce moment",
  seen: (when) => `listes lues ${when}`,
  noWebuis: "Aucune webui n’a encore été joignable.",
  drained: (name) =>
    `${name} est mise à l’écart : elle termine ce qu’elle génère et ne reçoit plus rien.`,
  resumed: (name) => `${name} reçoit de nouveau des demandes.`,
  added: (name, facts) => `${name} reçoit désormais des demandes : ${facts}.`,
  addedAway: (name) =>
    `${name} est ajoutée. Elle ne répond pas encore : elle recevra des demandes dès qu’elle répondra.`,
  removed: (name) =>
    `${name} termine ce qu’elle génère, puis elle est oubliée. /admin webuis add la fait revenir.`,
  refreshed: (name) => `${name} : dossiers relus, listes lues.`,
  option: (name, value) => `**${name}** vaut ${value}.`,
  changed: (name, before, after) =>
    `**${name}** valait ${before} et vaut maintenant ${after}, pour tous ceux qui utilisent cette webui.`,
  unchanged: (name, value) => `La webui ne l’a pas accepté : **${name}** vaut toujours ${value}.`,
  back: (value) => `Revenir à ${value}`,

  share: (server, share) =>
    `**${server}** a une part de ${number.format(share)} du temps GPU quand plusieurs serveurs attendent (normalement 1).`,
  sharesUsual: "Tous les serveurs ont la même part du temps GPU.",

  queued: (running, waiting) =>
    `${number.format(running)} en cours, ${number.format(waiting)} en attente`,

  more: (count) => `et ${number.format(count)} de plus`,

  errorsTitle: (count) =>
    `${plural(count, { one: "erreur", other: "erreurs" })} ces dernières 24 heures`,
  noErrors: "Rien n’a échoué ces dernières 24 heures.",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)}× · dernière ${last}`,
  reference: (id) => `référence ${id}`,

  announced: (until) => `Tous ceux qui attendent le lisent maintenant, jusqu’à ${until}.`,
  silent: "Il n’y a plus d’annonce.",

  exported:
    "Tout ce qui est conservé sur cette personne est dans le fichier. Ce qui a été publié se trouve dans Discord.",
  exportTooLarge:
    "C’est trop volumineux pour un fichier ici. Adresse-toi à la personne qui gère ce bot.",
  reallyErase: (name) =>
    `Oublier tout ce qui concerne ${name} ? Réglages, préréglages, liste des images, façon dont chacune a été générée, statistiques ; ce qui attend est annulé. Les images publiées restent dans Discord, et leurs boutons se fient à ce que les images disent elles-mêmes.`,
  erase: "Tout oublier",
  erased: (name, cancelled) =>
    `Tout ce qui concerne ${name} est oublié.${cancelled === 0 ? "" : ` ${plural(cancelled, { one: "demande a été annulée", other: "demandes ont été annulées" })}.`}`,

  refused: {
    noWebui: (typed) => `Il n’y a pas de webui \`${typed}\`.`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `Je ne suis sur aucun serveur \`${typed}\`.`
        : `Je ne suis sur aucun serveur \`${typed}\`. Voulais-tu dire ${nearest.map((name) => `\`${name}\``).join(", ")} ?`,
    severalServers: (typed, ids) =>
      `Plusieurs serveurs s’appellent \`${typed}\` : précise lequel par son identifiant, ${ids.join(", ")}.`,
    whichServer: "Quel serveur ? Choisis-en un en plus de la part.",
    notAnAddress: "Ce n’est pas une adresse : elle doit commencer par http:// ou https://.",
    isThere: (name) => `${name} est déjà là.`,
    noOptions: "Cette webui n’a pas de réglages que l’on puisse voir ou modifier d’ici.",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `Il n’y a pas de réglage \`${typed}\` là-bas.`
        : `Il n’y a pas de réglage \`${typed}\` là-bas. Voulais-tu dire ${nearest.map((name) => `\`${name}\``).join(", ")} ?`,
    wrongType: (name, value) => `${name} ne peut pas être \`${value}\`.`,
    noAnswer:
      "La webui n’a pas répondu à temps. Elle est peut-être en train de charger : réessaie dans un moment.",
    failed: (detail) => `La webui a refusé${detail === "" ? "." : ` : ${detail}`}`,
  },
};
