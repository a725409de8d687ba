import type * as english from "../en/limits.ts";
import { all, number, plural } from "./format.ts";

const seconds = (amount: number) => `${number.format(Math.ceil(amount))} s`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;
const jobs = (count: number) => plural(count, { one: "demande", other: "demandes" });
const reservedToo = (reserved: number) =>
  reserved > 0
    ? `, et tes demandes en attente ont encore besoin d’environ ${seconds(reserved)}`
    : "";

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `Tu as demandé ${number.format(asked)} images à la fois. Ta limite ici est de ${number.format(most)}.`,
    steps: (asked, most) =>
      `Tu as demandé ${number.format(asked)} étapes. Ta limite ici est de ${number.format(most)}.`,
    scale: (asked, most) =>
      `Tu as demandé une image ${number.format(asked)} fois plus grande. Ta limite ici est de ${number.format(most)} fois.`,
    pixels: (width, height, most) =>
      `L’image aurait ${number.format(width)} × ${number.format(height)} = ${number.format(width * height)} pixels. Ta limite ici est de ${number.format(most)} pixels, hires fix compris.`,
  },
  refused: {
    waiting: (used, most) =>
      `Tu as ici ${jobs(used)} en attente ou en cours, sur ${number.format(most)} au maximum. Une place se libère dès que l’une d’elles est terminée ou annulée.`,
    hour: (used, most, freeAt) =>
      `Tu as fait ici ${jobs(used)} en une heure, sur ${number.format(most)} au maximum. La prochaine sera possible ${at(freeAt)}.`,
    cooldown: (pause, freeAt) =>
      `Ici, il faut une pause de ${seconds(pause)} entre deux demandes. Elle se termine ${at(freeAt)}.`,
    gpu: (used, reserved, most, freeAt) =>
      `Tu as utilisé aujourd’hui ${seconds(used)} de temps GPU, sur ${seconds(most)} au maximum${reservedToo(reserved)}. Il sera de nouveau libre ${at(freeAt)}.`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `Cela prendrait environ ${seconds(own)}. Tu as utilisé aujourd’hui ${seconds(used)} de temps GPU, sur ${seconds(most)} au maximum${reservedToo(reserved)}. Il sera de nouveau libre ${at(freeAt)}.`,
    command: (name) => `${name} est désactivé pour toi ici.`,
    roles: (roles) =>
      `Ici, seuls les membres ayant certains rôles peuvent faire générer des images : ${all.format(roles)}.`,
  },
  info: {
    title: "Tes limites ici",
    none: "aucune",
    waiting: (used, most) =>
      `Demandes en attente ou en cours : ${number.format(used)} sur ${number.format(most)}`,
    count: (most) => `Images à la fois : ${number.format(most)}`,
    steps: (most) => `Étapes : ${number.format(most)}`,
    pixels: (most) => `Pixels d’une image, hires fix compris : ${number.format(most)}`,
    scale: (most) => `Agrandissement : ${number.format(most)} fois`,
    hour: (used, most, freeAt) =>
      `Demandes par heure : ${number.format(used)} sur ${number.format(most)}${freeAt === undefined ? "" : `, la prochaine sera possible ${at(freeAt)}`}`,
    gpu: (used, reserved, most, freeAt) =>
      `Temps GPU aujourd’hui : ${seconds(used)} sur ${seconds(most)}${reserved > 0 ? `, environ ${seconds(reserved)} de plus pour ce qui attend` : ""} ; il sera de nouveau entièrement libre ${at(freeAt)}`,
    cooldown: (pause, freeAt) =>
      `Pause entre deux demandes : ${seconds(pause)}${freeAt === undefined ? "" : `, la prochaine sera possible ${at(freeAt)}`}`,
    share: (share) => `Ta part du temps GPU : ${number.format(share)} (normalement 1)`,
    commands: (names) => `Désactivé : ${all.format(names)}`,
    roles: (roles) =>
      `La génération est réservée aux membres ayant ces rôles : ${all.format(roles)}`,
  },
};
