import type * as english from "../en/refused.ts";
import { either, megapixels, number, plural } from "./format.ts";

export const bounds: typeof english.bounds = {
  between: (min, max) => `precisa estar entre ${number.format(min)} e ${number.format(max)}`,
  wholeNumber: "precisa ser um número inteiro",
  ratio: "precisam ser dois números separados por dois-pontos, como 16:9",
  oneOf: (values) => `precisa ser ${either.format(values)}`,
  empty: "não pode ficar vazio",
  tooLong: (max) => `pode ter no máximo ${number.format(max)} caracteres`,
  tooMany: (max) => `pode ter no máximo ${number.format(max)} itens`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label}: \`${value}\` não serve, ${why}.`,
  notANumber: (label, value) => `${label}: \`${value}\` não serve, precisa ser um número.`,
  flagWithoutValue: (flag) => `${flag} precisa de um valor em seguida.`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `${label}: \`${typed}\` não existe aqui, nem qualquer outro valor.`
      : `${label}: \`${typed}\` não existe aqui. Você quis dizer ${either.format(nearest.map((name) => `\`${name}\``))}?`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)} é grande demais: uma imagem pode ter no máximo ${megapixels.format(max / 1e6)} megapixels, hires fix incluído.`,
  ratioTooExtreme: (ratio) => `A proporção \`${ratio}\` é extrema demais: de 1:16 a 16:1.`,
  originalGone: "O original foi guardado por um dia e não existe mais.",
  emptyMask: "Essa máscara não marca nada: pinte de branco ou pinte sobre uma cópia da imagem.",
  otherMaskShape: (width, height) =>
    `Essa máscara não tem o formato da imagem: ela deve ter ${number.format(width)} × ${number.format(height)} pixels, ou ser maior ou menor na mesma proporção.`,
  maskAndExtend: "Máscara e estender não combinam: estender cria a própria máscara.",
  tooManyUnits: (most) => `No máximo ${number.format(most)} imagens de controle de uma vez.`,
  noControl: "Nenhuma webui daqui tem ControlNet.",
  notDrawn: "Isto não foi gerado a partir de palavras, então não pode ser gerado de novo.",
  noPictureThere: "Não há nenhuma imagem nesta mensagem.",
  noPicture: "Para isto é preciso uma imagem.",
  cannotDo: {
    upscale: "Nenhuma webui daqui consegue ampliar imagens.",
    caption: "Nenhuma webui daqui consegue descrever imagens.",
    tags: "Nenhuma webui daqui consegue encontrar tags para imagens.",
    progress: "Nenhuma webui daqui indica o próprio progresso.",
    interrupt: "Nenhuma webui daqui pode ser interrompida.",
    skip: "Nenhuma webui daqui consegue pular uma imagem.",
  },
  notAPicture:
    "Esse arquivo não é uma imagem que eu consiga ler. Use PNG, JPEG, WebP, GIF ou AVIF.",
  brokenPicture: "Essa imagem está danificada ou incompleta.",
  fileTooLarge: (megabytes) =>
    `Esse arquivo é grande demais: no máximo ${number.format(megabytes)} MB.`,
  pictureTooLarge: (megapixels) =>
    `Essa imagem tem pixels demais: no máximo ${number.format(megapixels)} megapixels.`,
  foreignAddress: "Só arquivos enviados ao Discord são baixados.",
  attachmentGone: "Não foi possível baixar esse arquivo do Discord. Anexe-o de novo.",
  cannotPost: (missing) =>
    `Não posso publicar imagens aqui. Eu precisaria de: ${missing.join(", ")}.`,
  mayNotPost:
    "Você não pode publicar imagens neste canal (Anexar arquivos), então nada é gerado para você aqui. Use private: assim só você vê o resultado.",
  queueAway:
    "A fila não está disponível no momento, então nada foi aceito. Tente de novo em um minuto.",
  notYours: (name) => `Isto é de ${name}.`,
  alreadyDrawn: "Tarde demais para cancelar: já foi gerado.",
  noWriter: "O modelo de linguagem não responde no momento. Tente de novo daqui a pouco.",
  noWords: "Não há palavras para escrever um prompt.",
  moderatorsOnly: "Só membros que podem gerenciar mensagens aqui podem fazer isso.",
  noServer: "Não há servidor aqui, então só há números seus: escolha “Só eu”.",
  managersOnly: "Só membros que podem gerenciar este servidor podem fazer isso.",
  ownersOnly: "Só quem cuida deste bot pode fazer isso.",
  alreadyEnded: "Isto já terminou.",
  tooManyWords: (most) =>
    `Essa lista é longa demais: no máximo ${plural(most, { one: "item", other: "itens" })}.`,
  tooManyPatterns: (most) => `Essa lista tem padrões demais: no máximo ${number.format(most)}.`,
  wordTooLong: (most) =>
    `Um item dessa lista é longo demais: no máximo ${number.format(most)} caracteres.`,
  patternTooLong: (most) =>
    `Um padrão dessa lista é longo demais: no máximo ${number.format(most)} caracteres.`,
  badPattern: (pattern) =>
    `O padrão \`${pattern}\` não pode ser usado. Precisa ser um do RE2: sem referências anteriores nem lookahead ou lookbehind.`,
  patternTooLarge: (pattern) => `O padrão \`${pattern}\` é grande demais. Diminua as repetições.`,
  patternFitsAll: (pattern) => `O padrão \`${pattern}\` serviria para qualquer texto.`,
  forgotten: "Não sei mais como isto foi gerado.",
  sourceForgotten:
    "A imagem de que partiu não está mais aqui. Use o comando de novo, com a imagem.",
};
