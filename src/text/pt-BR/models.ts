import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { all, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "Ver os modelos daqui e decidir como este servidor gera com eles",
    list: "Ver os modelos",
    search: "Só o que tem isto no nome",
    info: "Ver o que se sabe de um modelo",
    name: "Dar a um modelo um nome que os membros leem (Gerenciar servidor)",
    newName: "O nome; nada para o da webui",
    hide: "Tirar um modelo das listas e sugestões (Gerenciar servidor)",
    show: "Devolver um modelo oculto às listas e sugestões (Gerenciar servidor)",
    default: "Gerar com um modelo quando ninguém escolher outro (Gerenciar servidor)",
    scope: "Onde (o servidor inteiro se não for informado)",
    profile: "Decidir com o que um modelo gera quando ninguém definir (Gerenciar servidor)",
    model: "Qual modelo",
    activator: "Palavras que ativam o modelo, antes do prompt",
    reset: "Esquecer o que foi decidido para ele; em seu lugar vale o que você indicar junto",
  },
  scopes: { channel: "Este canal", server: "Este servidor" },

  title: "Modelos",
  count: (count) => number.format(count),
  searched: (words) => `com “${words}”`,
  none: "Nenhuma webui informou um modelo ainda.",
  marks: {
    server: "padrão deste servidor",
    channel: "padrão deste canal",
    me: "seu próprio padrão",
    webui: "o da webui",
    hidden: "oculto",
    missing: "em nenhuma webui no momento",
    notAllowed: "não permitido aqui",
  },

  fields: {
    title: "Arquivo",
    hash: "Hash",
    family: "Família",
    webuis: "Webuis",
    default: "Padrão",
    allowed: "Permitido aqui",
    hidden: "Oculto",
    activator: "Ativado por",
    profile: "Quando ninguém define",
  },
  yes: "sim",
  no: "não",
  noHash: "conhecido depois que for carregado",
  noFamily: "o nome não diz, então o tamanho é o da webui",
  noProfile: "os valores da webui",
  own: "este servidor",
  ofFamily: "a família dele",

  families,
  speeds,

  named: (title, name) => `${title} se chama ${name} aqui a partir de agora.`,
  unnamed: (title) => `${title} volta a se chamar pelo próprio nome.`,
  hidden: (name) =>
    `${name} não aparece mais em listas e sugestões. Quem digitar o nome completo ainda pode gerar com ele: o que não deve ser usado se decide em \`/settings set\` com \`allowed_models\`.`,
  shown: (name) => `${name} volta a ser oferecido.`,
  defaultOf: {
    server: (name) =>
      `${name} é o padrão deste servidor a partir de agora. \`/settings reset\` com \`model\` desfaz isso.`,
    channel: (name) =>
      `${name} é o padrão deste canal a partir de agora. \`/settings reset\` com \`model\` desfaz isso.`,
  },
  defaultNotAllowed:
    "Mas ele não é permitido aqui (`allowed_models`), então não será usado até que seja.",
  profileKept: (name, what) =>
    `Quando ninguém definir, ${name} gera a partir de agora com isto: ${what}`,
  profileForgotten: (name) => `O que foi decidido para ${name} foi esquecido.`,

  audit: {
    named: (title, name) => `deu ao modelo ${title} o nome “${name}”.`,
    unnamed: (title) => `devolveu ao modelo ${title} o próprio nome.`,
    hidden: (name) => `ocultou o modelo ${name}.`,
    shown: (name) => `devolveu às listas o modelo oculto ${name}.`,
    defaultOf: {
      server: (name) => `tornou o modelo ${name} o padrão deste servidor.`,
      channel: (name) => `tornou o modelo ${name} o padrão deste canal.`,
    },
    profile: (name, what, anew) =>
      `decidiu para o modelo ${name}${anew ? ", do zero" : ""}: ${what}`,
    profileForgotten: (name) => `esqueceu o que estava decidido para o modelo ${name}.`,
  },

  cannotBeDefault: (name) =>
    `${name} não está em nenhuma webui no momento, então não pode ser o padrão.`,
  nameTaken: (name, other) => `${name} já é o nome de ${other}.`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `O modelo \`${name}\` não é permitido aqui.`
      : `O modelo \`${name}\` não é permitido aqui. ${allowed.length + more === 1 ? "Permitido é" : "Permitidos são"} ${all.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`mais ${number.format(more)}`] : [])])}.`,
  noneAllowedHere: "Nenhum dos modelos permitidos aqui está em uma webui no momento.",
};
