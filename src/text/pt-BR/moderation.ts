import type * as english from "../en/moderation.ts";
import { decimal, number } from "./format.ts";

export const moderation: typeof english.moderation = {
  refused: {
    word: "Este prompt tem algo que não é gerado aqui. Diga com outras palavras, por favor.",
    written: "O que foi escrito tem algo que não é gerado aqui. Tente outras palavras.",
    nothingLeft: "Deste prompt não sobra nada que possa ser gerado aqui. Acrescente algo.",
    banned: "Você não pode gerar nada neste servidor. A moderação dele pode mudar isso.",
    notHere: "Esse não é um canal deste servidor que eu conheça.",
    decided: (by) => `${by} já decidiu sobre isto.`,
  },

  audit: {
    word: (word, prompt) => `Recusado por uma palavra proibida, ${word}: ${prompt}`,
    written: (word, prompt) => `Prompt escrito retido por uma palavra proibida, ${word}: ${prompt}`,
    refused: (said) => `Recusado, com estas palavras: ${said}`,
    banned: "Recusado: não pode gerar nada aqui.",
    cannotWrite: (channel) =>
      `Não consigo escrever em ${channel}: me deixe ver o canal e enviar mensagens lá, senão nada será anotado.`,
  },

  review: {
    waits: "Já foi gerado. A moderação vai olhar antes que seja mostrado.",
    waitsForCheck: "Já foi gerado. Será mostrado assim que puder ser verificado.",
    rejected: "A moderação decidiu não mostrar isto.",
    expired: "Ninguém olhou isto a tempo, então não será mostrado.",
    unseen: "Isto não será mostrado: não passou na verificação que é feita aqui.",
    held: (who, where) => `**Retido para análise:** um resultado de ${who} em ${where}`,
    score: (score, label) =>
      label === ""
        ? `Pontuação ${decimal.format(score)}`
        : `Pontuação ${decimal.format(score)} (${label})`,
    unchecked: "Não foi possível verificar: o classificador não responde.",
    some: (shown, all) => `${number.format(shown)} de ${number.format(all)} imagens`,
    decided: {
      approved: (by) => `✅ Aprovado por ${by}.`,
      rejected: (by) => `🚫 Rejeitado por ${by}.`,
      expired: () => "Ninguém decidiu sobre isto a tempo: foi rejeitado.",
    },
    posted: "Ir para o resultado",
  },

  emptyPicture:
    "A webui devolveu uma imagem vazia: talvez o filtro de segurança dela tenha agido ou o VAE tenha falhado.",
};
