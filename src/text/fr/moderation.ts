import type * as english from "../en/moderation.ts";
import { decimal, number, plural } from "./format.ts";

export const moderation: typeof english.moderation = {
  refused: {
    word: "Ce prompt contient quelque chose qui n’est pas généré ici. Dis-le autrement.",
    written:
      "Ce qui a été écrit contient quelque chose qui n’est pas généré ici. Essaie avec d’autres mots.",
    nothingLeft: "Il ne reste de ce prompt rien qui puisse être généré ici. Ajoute quelque chose.",
    banned: "Tu ne peux rien faire générer sur ce serveur. Sa modération peut changer cela.",
    notHere: "Ce n’est pas un salon de ce serveur que je connaisse.",
    decided: (by) => `${by} a déjà pris une décision à ce sujet.`,
  },

  audit: {
    word: (word, prompt) => `Refusé à cause d’un mot interdit, ${word} : ${prompt}`,
    written: (word, prompt) =>
      `Prompt rédigé non montré à cause d’un mot interdit, ${word} : ${prompt}`,
    refused: (said) => `Refusé, en ces termes : ${said}`,
    banned: "Refusé : ne peut rien faire générer.",
    cannotWrite: (channel) =>
      `Je ne peux pas écrire dans ${channel} : laisse-moi voir ce salon et y envoyer des messages, sinon rien ne sera noté.`,
  },

  review: {
    waits: "C’est généré. La modération va y jeter un œil avant que ce soit montré.",
    waitsForCheck: "C’est généré. Ce sera montré dès que la vérification sera possible.",
    rejected: "La modération a décidé de ne pas montrer ce résultat.",
    expired: "Personne n’a regardé ce résultat à temps, il n’est donc pas montré.",
    unseen: "Ce résultat n’est pas montré : il n’a pas passé la vérification faite ici.",
    held: (who, where) => `**À vérifier :** un résultat de ${who} dans ${where}`,
    score: (score, label) =>
      label === "" ? `Score ${decimal.format(score)}` : `Score ${decimal.format(score)} (${label})`,
    unchecked: "La vérification n’a pas pu se faire : le classificateur ne répond pas.",
    some: (shown, total) =>
      `${plural(shown, { one: "image", other: "images" })} sur ${number.format(total)}`,
    decided: {
      approved: (by) => `✅ Approuvé par ${by}.`,
      rejected: (by) => `🚫 Refusé par ${by}.`,
      expired: () => "Personne n’a pris de décision à temps : c’est refusé.",
    },
    posted: "Vers le résultat",
  },

  emptyPicture:
    "La webui a renvoyé une image vide : son propre filtre de sécurité a pu agir, ou son VAE a échoué.",
};
