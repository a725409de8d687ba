import type * as english from "../en/presets.ts";
import { either, number } from "./format.ts";

export const presets: typeof english.presets = {
  command: {
    about: "Enregistrer des paramètres sous un nom et générer avec",
    save: "Enregistrer des paramètres sous un nom : tapés, ou ceux d’un résultat",
    list: "Voir tes préréglages, ceux partagés ici et ceux du serveur",
    use: "Générer avec un préréglage",
    delete: "Supprimer un préréglage",
    share: "Laisser tout le monde sur ce serveur utiliser un de tes préréglages",
    name: "Nom du préréglage",
    newName: "Nom sous lequel l’utiliser",
    parameters:
      "Comme --steps 30 --ar 16:9 ; les mots placés avant vont dans chaque prompt ({prompt})",
    from: "Un résultat de ce bot : son lien ou son identifiant ; sans précision, ta dernière image",
    scope: "Pour qui : toi, ou tout le serveur",
    stop: "Ne plus le partager",
  },

  scopes: { me: "Moi", server: "Ce serveur" },
  of: (name) => `de ${name}`,
  ofServer: "du serveur",

  title: "Préréglages",
  groups: { own: "Les tiens", shared: "Partagés ici", server: "Ceux du serveur" },
  nothing: "Il n’y a pas encore de préréglage. `/preset save` en crée un, et 💾 sous 📋 aussi.",
  line: (name, values) => `**${name}** · ${values}`,
  lineOf: (name, owner, values) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name, values) => `**${name}** · partagé ici · ${values}`,

  dialog: { title: "Enregistrer comme préréglage", name: "Nom", scope: "Pour qui" },

  saved: (name) =>
    `Le préréglage ${name} est enregistré. Pour générer avec : \`/draw\` avec \`preset\`.`,
  replaced: (name) => `Le préréglage ${name} est enregistré et remplace le précédent.`,
  savedServer: (name) => `Le préréglage ${name} est enregistré pour tout le serveur.`,
  replacedServer: (name) =>
    `Le préréglage ${name} du serveur est enregistré et remplace le précédent.`,
  deleted: (name) => `Le préréglage ${name} est supprimé.`,
  deletedServer: (name) => `Le préréglage ${name} du serveur est supprimé.`,
  shared: (name) =>
    `Tout le monde sur ce serveur peut maintenant générer avec le préréglage ${name}.`,
  unshared: (name) => `Le préréglage ${name} n’est plus partagé ici.`,
  unsharedOf: (name, owner) => `Le préréglage ${name} de ${owner} n’est plus partagé ici.`,

  refused: {
    unknown: (typed, nearest) =>
      nearest.length === 0
        ? `Il n’y a pas de préréglage ${typed} ici, ni aucun autre.`
        : `Il n’y a pas de préréglage ${typed} ici. Voulais-tu dire ${either.format(nearest)} ?`,
    notOwn: (typed) => `Tu n’as pas de préréglage ${typed}.`,
    noName: "Un préréglage a besoin d’un nom visible.",
    longName: (most) =>
      `Le nom d’un préréglage peut avoir ${number.format(most)} caractères au maximum.`,
    badName:
      "Le nom d’un préréglage ne peut contenir ni flags, ni mentions, ni caractères invisibles.",
    empty: "Il n’y a rien à enregistrer : aucun paramètre n’a été donné.",
    tooLong: "C’est trop pour un seul préréglage : ses mots doivent être plus courts.",
    nested: "Un préréglage ne peut pas en contenir un autre.",
    full: (most) => `Il y a déjà ${number.format(most)} préréglages : supprimes-en un d’abord.`,
    takenBy: (name, owner) =>
      `${owner} partage déjà un préréglage ${name} ici. Choisis un autre nom.`,
    takenByServer: (name) =>
      `Le serveur a lui-même un préréglage ${name}. Enregistre d’abord le tien sous un autre nom.`,
    notYours: (name, owner) => `Le préréglage ${name} appartient à ${owner}.`,
    noServer: "Il n’y a pas de serveur ici : seulement tes propres préréglages.",
    noLastPicture:
      "Il n’y a aucune image de toi dont partir. Indique `parameters`, comme `--steps 30 --ar 16:9`.",
    noResult:
      "Je ne trouve là aucun de mes résultats. Il doit être dans ce salon, où je peux le lire, ou faire partie des tiens.",
  },
};
