import type * as english from "../en/models.ts";
import { families, speeds } from "../names.ts";
import { all, number } from "./format.ts";

export const models: typeof english.models = {
  command: {
    about: "Ver los modelos de aquí y decidir cómo genera este servidor con ellos",
    list: "Ver los modelos",
    search: "Solo lo que lleva esto en el nombre",
    info: "Ver lo que se sabe de un modelo",
    name: "Dar a un modelo un nombre que lean los miembros (Gestionar servidor)",
    newName: "El nombre; nada para el de la webui",
    hide: "Quitar un modelo de listas y sugerencias (Gestionar servidor)",
    show: "Devolver un modelo oculto a listas y sugerencias (Gestionar servidor)",
    default: "Generar con un modelo cuando nadie elija otro (Gestionar servidor)",
    scope: "Dónde (todo el servidor si no se indica)",
    profile: "Decidir con qué genera un modelo cuando nadie lo indique (Gestionar servidor)",
    model: "Qué modelo",
    activator: "Palabras que activan el modelo, delante del prompt",
    reset: "Olvidar lo decidido para él; en su lugar vale lo que indiques además",
  },
  scopes: { channel: "Este canal", server: "Este servidor" },

  title: "Modelos",
  count: (count) => number.format(count),
  searched: (words) => `con «${words}»`,
  none: "Ninguna webui ha informado aún de ningún modelo.",
  marks: {
    server: "predeterminado de este servidor",
    channel: "predeterminado de este canal",
    me: "tu propio predeterminado",
    webui: "el de la webui",
    hidden: "oculto",
    missing: "en ninguna webui ahora mismo",
    notAllowed: "no permitido aquí",
  },

  fields: {
    title: "Archivo",
    hash: "Hash",
    family: "Familia",
    webuis: "Webuis",
    default: "Predeterminado",
    allowed: "Permitido aquí",
    hidden: "Oculto",
    activator: "Se activa con",
    profile: "Cuando nadie lo indica",
  },
  yes: "sí",
  no: "no",
  noHash: "se sabrá cuando se haya cargado",
  noFamily: "su nombre no lo dice, así que su tamaño es el de la webui",
  noProfile: "los valores de la webui",
  own: "este servidor",
  ofFamily: "su familia",

  families,
  speeds,

  named: (title, name) => `${title} se llama aquí ${name} desde ahora.`,
  unnamed: (title) => `${title} vuelve a llamarse por su propio nombre.`,
  hidden: (name) =>
    `${name} ya no aparece en listas ni sugerencias. Quien escriba su nombre completo aún puede generar con él: lo que no se debe usar se decide en \`/settings set\` con \`allowed_models\`.`,
  shown: (name) => `${name} vuelve a ofrecerse.`,
  defaultOf: {
    server: (name) =>
      `${name} es desde ahora el predeterminado de este servidor. \`/settings reset\` con \`model\` lo deshace.`,
    channel: (name) =>
      `${name} es desde ahora el predeterminado de este canal. \`/settings reset\` con \`model\` lo deshace.`,
  },
  defaultNotAllowed:
    "Pero no está permitido aquí (`allowed_models`), así que no se usará hasta que lo esté.",
  profileKept: (name, what) =>
    `Cuando nadie lo indique, ${name} genera desde ahora con esto: ${what}`,
  profileForgotten: (name) => `Se ha olvidado lo decidido para ${name}.`,

  audit: {
    named: (title, name) => `ha llamado «${name}» al modelo ${title}.`,
    unnamed: (title) => `ha devuelto su propio nombre al modelo ${title}.`,
    hidden: (name) => `ha ocultado el modelo ${name}.`,
    shown: (name) => `ha devuelto a las listas el modelo oculto ${name}.`,
    defaultOf: {
      server: (name) => `ha hecho del modelo ${name} el predeterminado de este servidor.`,
      channel: (name) => `ha hecho del modelo ${name} el predeterminado de este canal.`,
    },
    profile: (name, what, anew) =>
      `ha decidido para el modelo ${name}${anew ? ", desde cero" : ""}: ${what}`,
    profileForgotten: (name) => `ha olvidado lo decidido para el modelo ${name}.`,
  },

  cannotBeDefault: (name) =>
    `${name} no está en ninguna webui ahora mismo, así que no puede ser el predeterminado.`,
  nameTaken: (name, other) => `${name} ya es el nombre de ${other}.`,
  notAllowed: (name, allowed, more) =>
    allowed.length === 0
      ? `El modelo \`${name}\` no está permitido aquí.`
      : `El modelo \`${name}\` no está permitido aquí. ${allowed.length + more === 1 ? "Sí lo está" : "Sí lo están"} ${all.format([...allowed.map((each) => `\`${each}\``), ...(more > 0 ? [`${number.format(more)} más`] : [])])}.`,
  noneAllowedHere: "Ahora mismo ninguno de los modelos permitidos aquí está en una webui.",
};
