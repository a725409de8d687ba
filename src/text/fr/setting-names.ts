import type * as english from "../en/setting-names.ts";

export const settingNames: typeof english.settingNames = {
  max_waiting: {
    label: "Demandes à la fois",
    about: "Combien de demandes d’un membre peuvent attendre ou être en cours ; 0 sans limite",
  },
  max_count: {
    label: "Images par demande",
    about: "Nombre maximal d’images par demande ; 0 sans limite",
  },
  max_steps: {
    label: "Étapes au maximum",
    about: "Nombre maximal d’étapes d’échantillonnage ; 0 sans limite",
  },
  max_pixels: {
    label: "Pixels au maximum",
    about: "Nombre maximal de pixels de l’image finie, hires fix compris ; 0 sans limite",
  },
  max_upscale: {
    label: "Agrandissement maximal",
    about: "Combien de fois une image peut être agrandie ; 0 sans limite",
  },
  max_per_hour: {
    label: "Demandes par heure",
    about: "Nombre maximal de demandes d’un membre par heure ; 0 sans limite",
  },
  gpu_seconds_per_day: {
    label: "Secondes de GPU par jour",
    about: "Secondes pendant lesquelles un membre peut occuper le GPU chaque jour ; 0 sans limite",
  },
  cooldown_seconds: {
    label: "Pause entre les demandes",
    about: "Secondes avant qu’un membre puisse faire la demande suivante ; 0 sans pause",
  },
  gpu_share: {
    label: "Part du temps GPU",
    about: "Qui attend avec 2 reçoit deux fois plus de temps GPU qu’avec 1 ; de 0,1 à 10",
  },
  blocked_commands: {
    label: "Commandes bloquées",
    about: "Commandes à ne pas utiliser, séparées par des virgules",
  },
  banned_words: {
    label: "Mots interdits",
    about: "Les prompts qui en contiennent sont refusés ; virgules entre eux, /.../ est un motif",
  },
  banned_words_sfw: {
    label: "Mots interdits hors salons à limite d’âge",
    about: "Refusés partout, sauf dans les salons soumis à une limite d’âge",
  },
  dropped_words: {
    label: "Mots retirés",
    about: "Retirés des prompts sans rien dire ; virgules entre eux, /.../ est un motif",
  },
  always_negative: {
    label: "Toujours négatif",
    about: "Mots présents dans chaque prompt négatif",
  },
  allowed_models: {
    label: "Modèles autorisés",
    about: "Les seuls modèles utilisables, séparés par des virgules",
  },
  allowed_roles: {
    label: "Rôles autorisés",
    about: "Les seuls rôles dont les membres peuvent faire générer des images",
  },
  banned_roles: {
    label: "Rôles exclus",
    about: "Rôles dont les membres ne peuvent rien faire générer",
  },
  banned_people: {
    label: "Personnes exclues",
    about: "Membres qui ne peuvent rien faire générer",
  },
  forced_spoiler: {
    label: "Spoiler obligatoire",
    about: "Masquer chaque image jusqu’à ce que l’on clique dessus",
  },
  spoiler_roles: {
    label: "Rôles en spoiler",
    about: "Rôles dont les images des membres sont masquées jusqu’à ce que l’on clique dessus",
  },
  review: {
    label: "Vérification",
    about:
      "Vérifier les résultats, si un classificateur existe ; la modération tranche les cas trouvés",
  },
  live_preview: {
    label: "Aperçu en direct",
    about: "Montrer les images pendant leur génération",
  },
  audit_channel: {
    label: "Salon du journal",
    about: "Où sont notés les refus et les actions de la modération",
  },
  public_language: {
    label: "Langue publique",
    about: "La langue des messages que tout le monde voit",
  },
};
