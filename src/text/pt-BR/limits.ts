import type * as english from "../en/limits.ts";
import { all, number, plural } from "./format.ts";

const jobs = (count: number) => plural(count, { one: "pedido", other: "pedidos" });
const seconds = (amount: number) => `${number.format(Math.ceil(amount))} s`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `Você pediu ${number.format(asked)} imagens de uma vez. Seu limite aqui é ${number.format(most)}.`,
    steps: (asked, most) =>
      `Você pediu ${number.format(asked)} passos. Seu limite aqui é ${number.format(most)}.`,
    scale: (asked, most) =>
      `Você pediu uma imagem ${number.format(asked)} vezes maior. Seu limite aqui é ${number.format(most)} vezes.`,
    pixels: (width, height, most) =>
      `A imagem teria ${number.format(width)} × ${number.format(height)} = ${number.format(width * height)} pixels. Seu limite aqui é de ${number.format(most)} pixels, hires fix incluído.`,
  },
  refused: {
    waiting: (used, most) =>
      `Você tem aqui ${number.format(used)} de no máximo ${jobs(most)} em espera ou em andamento. Haverá lugar assim que um deles terminar ou for cancelado.`,
    hour: (used, most, freeAt) =>
      `Você já fez aqui ${number.format(used)} de no máximo ${jobs(most)} por hora. Você poderá fazer o próximo ${at(freeAt)}.`,
    cooldown: (pause, freeAt) =>
      `Aqui precisa haver uma pausa de ${seconds(pause)} entre dois pedidos. Ela termina ${at(freeAt)}.`,
    gpu: (used, reserved, most, freeAt) =>
      `Você já usou hoje ${seconds(used)} de no máximo ${seconds(most)} de tempo de GPU${reserved > 0 ? `, e seus pedidos em espera precisam de mais cerca de ${seconds(reserved)}` : ""}. Fica livre de novo ${at(freeAt)}.`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `Isto levaria cerca de ${seconds(own)}. De no máximo ${seconds(most)} de tempo de GPU você já usou hoje ${seconds(used)}${reserved > 0 ? `, e seus pedidos em espera precisam de mais cerca de ${seconds(reserved)}` : ""}. Fica livre de novo ${at(freeAt)}.`,
    command: (name) => `${name} está desativado para você aqui.`,
    roles: (roles) => `Só membros com certos cargos podem gerar aqui: ${all.format(roles)}.`,
  },
  info: {
    title: "Seus limites aqui",
    none: "nenhum",
    waiting: (used, most) =>
      `Pedidos em espera ou em andamento: ${number.format(used)} de ${number.format(most)}`,
    count: (most) => `Imagens de uma vez: ${number.format(most)}`,
    steps: (most) => `Passos: ${number.format(most)}`,
    pixels: (most) => `Pixels de uma imagem, hires fix incluído: ${number.format(most)}`,
    scale: (most) => `Ampliação: ${number.format(most)} vezes`,
    hour: (used, most, freeAt) =>
      `Pedidos por hora: ${number.format(used)} de ${number.format(most)}${freeAt === undefined ? "" : `, você poderá fazer o próximo ${at(freeAt)}`}`,
    gpu: (used, reserved, most, freeAt) =>
      `Tempo de GPU hoje: ${seconds(used)} de ${seconds(most)}${reserved > 0 ? `, mais cerca de ${seconds(reserved)} para o que está em espera` : ""}; tudo fica livre de novo ${at(freeAt)}`,
    cooldown: (pause, freeAt) =>
      `Pausa entre dois pedidos: ${seconds(pause)}${freeAt === undefined ? "" : `, você poderá fazer o próximo ${at(freeAt)}`}`,
    share: (share) => `Sua parte do tempo de GPU: ${number.format(share)} (o normal é 1)`,
    commands: (names) => `Desativado: ${all.format(names)}`,
    roles: (roles) => `Gerar é para membros com estes cargos: ${all.format(roles)}`,
  },
};
