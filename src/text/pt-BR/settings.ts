import type * as english from "../en/settings.ts";
import { language, number } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "Ver e mudar o que vale para você, um canal ou o servidor",
    view: "Ver o que está definido e de onde vem cada valor",
    set: "Definir algo",
    reset: "Redefinir configurações",
    scope: "Para quem: você, este canal, o servidor inteiro",
    name: "O que definir",
    value: "Com que valor; em uma lista, + adiciona e - tira: + primeiro, segundo",
    role: "Só para membros deste cargo (limites, parte do tempo de GPU, modelos permitidos)",
    resetName: "O que redefinir; tudo se não for informado",
  },

  scopes: { me: "Para você", channel: "Este canal", server: "Este servidor" },
  sources: {
    me: "sua própria configuração",
    channel: "definido neste canal",
    server: "definido neste servidor",
    channelRole: (role) => `definido neste canal para ${role}`,
    serverRole: (role) => `definido neste servidor para ${role}`,
    profile: "o perfil do modelo",
    webui: "o da webui",
    usual: "o normal",
  },
  titles: {
    all: "O que vale para você aqui",
    me: "Suas próprias configurações",
    channel: "Configurações deste canal",
    server: "Configurações deste servidor",
  },
  nothing: "Nada está definido aqui.",
  unset: "O que ninguém definiu fica por conta da webui.",
  line: (label, value, from) => `**${label}:** ${value} · ${from}`,
  ofRole: (label, role) => `${label} para ${role}`,
  plainLine: (label, value) => `**${label}:** ${value}`,
  missing: "nenhuma webui tem isto agora, ou nenhuma que tenha o resto, então não é enviado",
  hidden: (count) => `mais ${number.format(count)}, para a moderação`,
  changeDefault: "Mudar um padrão",
  changeRule: "Mudar um limite ou uma regra",
  language,
  none: "nenhum",
  noLimit: "sem limite",
  yes: "sim",
  no: "não",
  done: (label, value, scope) => `${scope}: **${label}**, agora ${value}.`,
  doneForRole: (label, value, scope, role) =>
    `${scope}: **${label}** para ${role}, agora ${value}.`,
  forgotten: (label, scope) => `${scope}: configuração **${label}** redefinida.`,
  forgottenForRole: (label, scope, role) =>
    `${scope}: configuração **${label}** redefinida para ${role}.`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope}: nada estava definido.`
      : `${scope}: ${number.format(count)} ${count === 1 ? "configuração redefinida" : "configurações redefinidas"}.`,
  overruled: (label, value, from) =>
    `Para você aqui continua valendo: ${label}, ${value} (${from}).`,
  clearHint: "Deixe vazio para redefinir a configuração.",
  emptyHint: "Não definido. Em uma lista, + adiciona e - tira: + primeiro, segundo",

  refused: {
    unknown: (typed, nearest) =>
      `Não há nenhuma configuração \`${typed}\`. Você quis dizer ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    notThere: (label, scopes) => `${label} só vale para: ${scopes.join(", ")}.`,
    noServer: "Não há servidor nem canais aqui: só as suas próprias configurações.",
    notByRole: (label) => `${label} não vale para um cargo.`,
    notYesNo: (label, typed) => `${label}: \`${typed}\` não serve, diga sim ou não.`,
    notRole: (label, typed) => `${label}: \`${typed}\` não serve, mencione cargos, como @Patron.`,
    notPerson: (label, typed) => `${label}: \`${typed}\` não serve, mencione pessoas.`,
    notChannel: (label, typed) => `${label}: \`${typed}\` não serve, mencione um canal, como #log.`,
    notCommand: (typed) => `Não há nenhum comando \`${typed}\` que possa ser bloqueado.`,
    badAmount: (label, value, min, max) =>
      `${label}: \`${value}\` não serve, precisa estar entre ${min} e ${max}.`,
    badList: (label) => `${label}: itens demais, ou um longo demais.`,
    tooLong: (label) => `${label} é longo demais para mudar aqui: use /settings set.`,
    notLanguage: (typed, known) =>
      `Não há nenhum idioma \`${typed}\` aqui: ${known.map(language).join(", ")}.`,
  },
};
