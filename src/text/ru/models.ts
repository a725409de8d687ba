import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { either, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "Посмотреть модели и решить, как этот сервер ими рисует",
    list: "Посмотреть модели",
    search: "Только то, в названии чего это есть",
    info: "Посмотреть, что известно о модели",
    name: "Дать модели название, которое видят участники (Управлять сервером)",
    newName: "Название; пусто — то, что в самом webui",
    hide: "Убрать модель из списков и подсказок (Управлять сервером)",
    show: "Вернуть скрытую модель в списки и подсказки (Управлять сервером)",
    default: "Рисовать этой моделью, если не выбрана другая (Управлять сервером)",
    scope: "Где (на всём сервере, если не указано)",
    profile: "Решить, с чем рисует модель, если ничего не указано (Управлять сервером)",
    model: "Какая модель",
    activator: "Слова, которые включают модель; ставятся перед промптом",
    reset: "Забыть, что было решено для неё; указанное рядом действует заново",
  },
  scopes: { channel: "Этот канал", server: "Этот сервер" },

  title: "Модели",
  count: (count) => number.format(count),
  searched: (words) => `с «${words}»`,
  none: "Ни один webui ещё не сообщил о моделях.",
  marks: {
    server: "по умолчанию на этом сервере",
    channel: "по умолчанию в этом канале",
    me: "ваша по умолчанию",
    webui: "собственная модель webui",
    hidden: "скрыта",
    missing: "сейчас нет ни на одном webui",
    notAllowed: "здесь не разрешена",
  },

  fields: {
    title: "Файл",
    hash: "Хеш",
    family: "Семейство",
    webuis: "На каких webui",
    default: "По умолчанию",
    allowed: "Разрешена здесь",
    hidden: "Скрыта",
    activator: "Включается словами",
    profile: "Если не указано",
  },
  yes: "да",
  no: "нет",
  noHash: "станет известен после первой загрузки",
  noFamily: "по названию не понять, поэтому размер выбирает webui",
  noProfile: "собственные значения webui",
  own: "этот сервер",
  ofFamily: "её семейство",

  families,
  speeds,

  named: (title, name) => `${title} теперь называется здесь ${name}.`,
  unnamed: (title) => `${title} снова под своим названием.`,
  hidden: (name) =>
    `${name} больше не появляется в списках и подсказках. Кто введёт название полностью, сможет рисовать этой моделью и дальше: чем рисовать нельзя, решает \`/settings set\` с \`allowed_models\`.`,
  shown: (name) => `${name} снова предлагается.`,
  defaultOf: {
    server: (name) =>
      `${name} теперь модель по умолчанию на этом сервере. Отменить это можно через \`/settings reset\` с \`model\`.`,
    channel: (name) =>
      `${name} теперь модель по умолчанию в этом канале. Отменить это можно через \`/settings reset\` с \`model\`.`,
  },
  defaultNotAllowed: "Но здесь она не разрешена (`allowed_models`), поэтому пока не используется.",
  profileKept: (name, what) =>
    `Если ничего не указано, ${name} теперь рисует с такими значениями: ${what}`,
  profileForgotten: (name) => `Всё, что было решено для ${name}, забыто.`,

  audit: {
    named: (title, name) => `Модель ${title} получила название «${name}».`,
    unnamed: (title) => `Модель ${title} снова под своим названием.`,
    hidden: (name) => `Модель ${name} скрыта.`,
    shown: (name) => `Скрытая модель ${name} возвращена в списки.`,
    defaultOf: {
      server: (name) => `Модель ${name} теперь по умолчанию на этом сервере.`,
      channel: (name) => `Модель ${name} теперь по умолчанию в этом канале.`,
    },
    profile: (name, what, anew) => `Решено для модели ${name}${anew ? ", заново" : ""}: ${what}`,
    profileForgotten: (name) => `Забыто всё, что было решено для модели ${name}.`,
  },

  cannotBeDefault: (name) =>
    `${name} сейчас нет ни на одном webui, поэтому сделать эту модель моделью по умолчанию нельзя.`,
  nameTaken: (name, other) => `Название ${name} уже занято: так называется ${other}.`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `Модель \`${name}\` здесь не разрешена.`
      : `Модель \`${name}\` здесь не разрешена. Можно выбрать ${either.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`ещё ${number.format(more)}`] : [])])}.`,
  noneAllowedHere: "Ни одной из разрешённых здесь моделей сейчас нет ни на одном webui.",
};
