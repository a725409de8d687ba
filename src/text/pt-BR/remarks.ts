import type * as english from "../en/remarks.ts";
import { number, plural } from "./format.ts";

/** "--v ficou", "--v, --s ficaram" */
const be = (names: readonly string[], one: string, several: string) =>
  `${names.join(", ")} ${names.length === 1 ? one : several}`;

export const remarks: typeof english.remarks = {
  unknownFlags: (flags) =>
    `${be(flags, "não é um parâmetro e ficou", "não são parâmetros e ficaram")} no prompt.`,
  unknownWildcards: (names) =>
    `${be(names, "não é uma lista daqui e ficou", "não são listas daqui e ficaram")} no prompt.`,
  notHere: (names) =>
    `${be(names, "não existe aqui e ficou", "não existem aqui e ficaram")} de fora.`,
  unheeded: (labels) =>
    `${labels.join(", ")}: nenhuma webui daqui leva isso em conta, então ficou de fora.`,
  unheededThere: (labels) =>
    `${labels.join(", ")}: não é levado em conta onde o modelo está, então ficou de fora.`,
  idle: (labels) => `${labels.join(", ")}: sem efeito nesta imagem, então ficou de fora.`,
  apart: (names) =>
    be(
      names,
      "não está em nenhuma webui que tenha o resto, então ficou de fora.",
      "não estão em nenhuma webui que tenha o resto, então ficaram de fora.",
    ),
  notFlags: (words) => `${words.join(", ")}: não deu para entender, então ficou de fora.`,
  optionCounts: (labels) => `${labels.join(", ")}: dado como opção e como flag; vale a opção.`,
  sizeCounts: "Largura e altura foram dadas, então a proporção não foi usada.",
  hiresWithoutTxt2img: "Hires fix não faz nada quando uma imagem é dada; ficou de fora.",
  otherSampler: (asked, used) => `A webui gerou com o sampler ${used}, não com ${asked}.`,
  otherModel: (asked, used) => `A webui gerou com o modelo ${used}, não com ${asked}.`,
  otherSize: (asked, used) => `A webui gerou ${used}, não ${asked}.`,
  withoutControl: "A webui não manteve a estrutura da imagem dada: o ControlNet falhou lá.",
  fewer: (asked, made) =>
    `A webui fez ${number.format(made)} de ${plural(asked, { one: "imagem", other: "imagens" })}.`,
};
