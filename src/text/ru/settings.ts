import type * as english from "../en/settings.ts";
import { form, language, plural } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "Посмотреть и изменить, что действует для вас, канала, сервера",
    view: "Посмотреть, что задано и откуда взялось каждое значение",
    set: "Задать что-нибудь",
    reset: "Забыть, что было задано",
    scope: "Для кого: для вас, этого канала, всего сервера",
    name: "Что задать",
    value: "Значение; в списке + добавляет, а - убирает: + первое, второе",
    role: "Только для участников с этой ролью (лимиты, доля времени GPU, разрешённые модели)",
    resetName: "Что забыть; всё, если не указано",
  },

  scopes: { me: "Для вас", channel: "Для этого канала", server: "Для этого сервера" },
  sources: {
    me: "ваша настройка",
    channel: "задано в этом канале",
    server: "задано на этом сервере",
    channelRole: (role) => `задано в этом канале для ${role}`,
    serverRole: (role) => `задано на этом сервере для ${role}`,
    profile: "профиль модели",
    webui: "собственное значение webui",
    usual: "обычно",
  },
  titles: {
    all: "Что действует здесь для вас",
    me: "Ваши настройки",
    channel: "Настройки этого канала",
    server: "Настройки этого сервера",
  },
  nothing: "Здесь ничего не задано.",
  unset: "То, чего никто не задал, решает webui.",
  line: (label, value, from) => `**${label}:** ${value} · ${from}`,
  ofRole: (label, role) => `${label} для ${role}`,
  plainLine: (label, value) => `**${label}:** ${value}`,
  missing: "сейчас этого нет ни на одном webui или там нет остального, поэтому не передаётся",
  hidden: (count) =>
    `ещё ${plural(count, { one: "настройка", few: "настройки", many: "настроек", other: "настройки" })}, для модераторов`,
  changeDefault: "Изменить значение по умолчанию",
  changeRule: "Изменить лимит или правило",
  language,
  none: "ничего",
  noLimit: "без лимита",
  yes: "да",
  no: "нет",
  done: (label, value, scope) => `${scope}: **${label}** — теперь ${value}.`,
  doneForRole: (label, value, scope, role) =>
    `${scope}: **${label}** для ${role} — теперь ${value}.`,
  forgotten: (label, scope) => `${scope}: **${label}** больше не задано.`,
  forgottenForRole: (label, scope, role) => `${scope}: **${label}** для ${role} больше не задано.`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope}: ничего не было задано.`
      : `${scope}: ${form(count, { one: "забыта", few: "забыты", many: "забыто", other: "забыто" })} ${plural(count, { one: "настройка", few: "настройки", many: "настроек", other: "настройки" })}.`,
  overruled: (label, value, from) => `Для вас здесь ${label} — по-прежнему ${value} (${from}).`,
  clearHint: "Оставьте пустым, чтобы забыть настройку.",
  emptyHint: "Не задано. В списке + добавляет, а - убирает: + первое, второе",

  refused: {
    unknown: (typed, nearest) =>
      `Настройки \`${typed}\` нет. Может быть, ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    notThere: (label, scopes) => `${label}: это можно задать только так: ${scopes.join(", ")}.`,
    noServer: "Здесь нет ни сервера, ни каналов: только ваши собственные настройки.",
    notByRole: (label) => `${label}: для роли это задать нельзя.`,
    notYesNo: (label, typed) => `${label}: \`${typed}\` не подходит, напишите да или нет.`,
    notRole: (label, typed) =>
      `${label}: \`${typed}\` не подходит, упомяните роли, например @Patron.`,
    notPerson: (label, typed) => `${label}: \`${typed}\` не подходит, упомяните людей.`,
    notChannel: (label, typed) =>
      `${label}: \`${typed}\` не подходит, упомяните канал, например #log.`,
    notCommand: (typed) => `Нет команды \`${typed}\`, которую можно отключить.`,
    badAmount: (label, value, min, max) =>
      `${label}: \`${value}\` не подходит, нужно значение от ${min} до ${max}.`,
    badList: (label) => `${label}: слишком много записей, или одна из них слишком длинная.`,
    tooLong: (label) =>
      `${label}: текст слишком длинный, чтобы изменить его здесь. Используйте /settings set.`,
    notLanguage: (typed, known) =>
      `Языка \`${typed}\` здесь нет. Есть: ${known.map(language).join(", ")}.`,
  },
};
