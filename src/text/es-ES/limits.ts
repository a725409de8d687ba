import type * as english from "../en/limits.ts";
import { all, number, plural } from "./format.ts";

const jobs = (count: number) => plural(count, { one: "petición", other: "peticiones" });
const seconds = (amount: number) => `${number.format(Math.ceil(amount))} s`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `Has pedido ${number.format(asked)} imágenes a la vez. Tu límite aquí es ${number.format(most)}.`,
    steps: (asked, most) =>
      `Has pedido ${number.format(asked)} pasos. Tu límite aquí es ${number.format(most)}.`,
    scale: (asked, most) =>
      `Has pedido una imagen ${number.format(asked)} veces más grande. Tu límite aquí es ${number.format(most)} veces.`,
    pixels: (width, height, most) =>
      `La imagen tendría ${number.format(width)} × ${number.format(height)} = ${number.format(width * height)} píxeles. Tu límite aquí es de ${number.format(most)} píxeles, hires fix incluido.`,
  },
  refused: {
    waiting: (used, most) =>
      `Tienes aquí ${number.format(used)} de un máximo de ${jobs(most)} en espera o en curso. Habrá sitio en cuanto una termine o se cancele.`,
    hour: (used, most, freeAt) =>
      `Has hecho aquí ${number.format(used)} de un máximo de ${jobs(most)} por hora. Podrás hacer la siguiente ${at(freeAt)}.`,
    cooldown: (pause, freeAt) =>
      `Aquí tiene que haber una pausa de ${seconds(pause)} entre dos peticiones. Termina ${at(freeAt)}.`,
    gpu: (used, reserved, most, freeAt) =>
      `Hoy has usado ${seconds(used)} de un máximo de ${seconds(most)} de tiempo de GPU${reserved > 0 ? `, y tus peticiones en espera necesitan alrededor de ${seconds(reserved)} más` : ""}. Vuelve a quedar libre ${at(freeAt)}.`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `Esto llevaría alrededor de ${seconds(own)}. De un máximo de ${seconds(most)} de tiempo de GPU hoy has usado ${seconds(used)}${reserved > 0 ? `, y tus peticiones en espera necesitan alrededor de ${seconds(reserved)} más` : ""}. Vuelve a quedar libre ${at(freeAt)}.`,
    command: (name) => `${name} está desactivado para ti aquí.`,
    roles: (roles) =>
      `Aquí solo pueden generar los miembros con ciertos roles: ${all.format(roles)}.`,
  },
  info: {
    title: "Tus límites aquí",
    none: "ninguno",
    waiting: (used, most) =>
      `Peticiones en espera o en curso: ${number.format(used)} de ${number.format(most)}`,
    count: (most) => `Imágenes a la vez: ${number.format(most)}`,
    steps: (most) => `Pasos: ${number.format(most)}`,
    pixels: (most) => `Píxeles de una imagen, hires fix incluido: ${number.format(most)}`,
    scale: (most) => `Ampliación: ${number.format(most)} veces`,
    hour: (used, most, freeAt) =>
      `Peticiones por hora: ${number.format(used)} de ${number.format(most)}${freeAt === undefined ? "" : `, podrás hacer la siguiente ${at(freeAt)}`}`,
    gpu: (used, reserved, most, freeAt) =>
      `Tiempo de GPU hoy: ${seconds(used)} de ${seconds(most)}${reserved > 0 ? `, alrededor de ${seconds(reserved)} más para lo que está en espera` : ""}; vuelve a estar todo libre ${at(freeAt)}`,
    cooldown: (pause, freeAt) =>
      `Pausa entre dos peticiones: ${seconds(pause)}${freeAt === undefined ? "" : `, podrás hacer la siguiente ${at(freeAt)}`}`,
    share: (share) => `Tu parte del tiempo de GPU: ${number.format(share)} (lo normal es 1)`,
    commands: (names) => `Desactivado: ${all.format(names)}`,
    roles: (roles) => `Generar es para miembros con estos roles: ${all.format(roles)}`,
  },
};
