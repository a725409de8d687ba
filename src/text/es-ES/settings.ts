import type * as english from "../en/settings.ts";
import { language, number } from "./format.ts";
import { settingNames } from "./setting-names.ts";

export const settings: typeof english.settings = {
  names: settingNames,

  command: {
    about: "Ver y cambiar lo que vale para ti, un canal o el servidor",
    view: "Ver qué está configurado y de dónde viene cada valor",
    set: "Configurar algo",
    reset: "Restablecer lo configurado",
    scope: "Para quién: tú, este canal, todo el servidor",
    name: "Qué configurar",
    value: "A qué valor; en una lista, + añade y - quita: + primero, segundo",
    role: "Solo para miembros de este rol (límites, parte del tiempo de GPU, modelos permitidos)",
    resetName: "Qué restablecer; todo si no se indica",
  },

  scopes: { me: "Para ti", channel: "Este canal", server: "Este servidor" },
  sources: {
    me: "tu propio ajuste",
    channel: "configurado en este canal",
    server: "configurado en este servidor",
    channelRole: (role) => `configurado en este canal para ${role}`,
    serverRole: (role) => `configurado en este servidor para ${role}`,
    profile: "el perfil del modelo",
    webui: "el de la webui",
    usual: "lo normal",
  },
  titles: {
    all: "Lo que vale para ti aquí",
    me: "Tus propios ajustes",
    channel: "Ajustes de este canal",
    server: "Ajustes de este servidor",
  },
  nothing: "Aquí no hay nada configurado.",
  unset: "Lo que nadie ha configurado se deja a la webui.",
  line: (label, value, from) => `**${label}:** ${value} · ${from}`,
  ofRole: (label, role) => `${label} para ${role}`,
  plainLine: (label, value) => `**${label}:** ${value}`,
  missing: "ahora no lo tiene ninguna webui, o ninguna que tenga lo demás, así que no se envía",
  hidden: (count) => `${number.format(count)} más, para la moderación`,
  changeDefault: "Cambiar un valor predeterminado",
  changeRule: "Cambiar un límite o una regla",
  language,
  none: "ninguno",
  noLimit: "sin límite",
  yes: "sí",
  no: "no",
  done: (label, value, scope) => `${scope}: **${label}**, ahora ${value}.`,
  doneForRole: (label, value, scope, role) =>
    `${scope}: **${label}** para ${role}, ahora ${value}.`,
  forgotten: (label, scope) => `${scope}: ajuste **${label}** restablecido.`,
  forgottenForRole: (label, scope, role) =>
    `${scope}: ajuste **${label}** restablecido para ${role}.`,
  allForgotten: (scope, count) =>
    count === 0
      ? `${scope}: no había nada configurado.`
      : `${scope}: ${number.format(count)} ${count === 1 ? "ajuste restablecido" : "ajustes restablecidos"}.`,
  overruled: (label, value, from) => `Para ti aquí sigue en vigor: ${label}, ${value} (${from}).`,
  clearHint: "Déjalo vacío para restablecer el ajuste.",
  emptyHint: "Sin configurar. En una lista, + añade y - quita: + primero, segundo",

  refused: {
    unknown: (typed, nearest) =>
      `No hay ningún ajuste \`${typed}\`. ¿Querías decir ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    notThere: (label, scopes) => `${label} solo se puede configurar para: ${scopes.join(", ")}.`,
    noServer: "Aquí no hay ni servidor ni canales: solo tus propios ajustes.",
    notByRole: (label) => `${label} no se puede configurar para un rol.`,
    notYesNo: (label, typed) => `${label}: \`${typed}\` no vale, di sí o no.`,
    notRole: (label, typed) => `${label}: \`${typed}\` no vale, menciona roles, como @Patron.`,
    notPerson: (label, typed) => `${label}: \`${typed}\` no vale, menciona a personas.`,
    notChannel: (label, typed) => `${label}: \`${typed}\` no vale, menciona un canal, como #log.`,
    notCommand: (typed) => `No hay ningún comando \`${typed}\` que se pueda bloquear.`,
    badAmount: (label, value, min, max) =>
      `${label}: \`${value}\` no vale, tiene que estar entre ${min} y ${max}.`,
    badList: (label) => `${label}: hay demasiadas entradas o una es demasiado larga.`,
    tooLong: (label) => `${label} es demasiado largo para cambiarlo aquí: usa /settings set.`,
    notLanguage: (typed, known) =>
      `Aquí no hay ningún idioma \`${typed}\`: ${known.map(language).join(", ")}.`,
  },
};
